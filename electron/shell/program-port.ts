import type { Result } from '../../shared/errors.ts'

/** What the Electron shell needs of the program; program.ts satisfies it structurally. */
export interface ProgramPort<S extends SessionPort = SessionPort> {
  openSession(): S
  /** Never rejects. */
  call(session: S, route: string, input: unknown): Promise<Result<unknown>>
  receiveFile(session: S, file: { name: string; bytes: Uint8Array }): Promise<Result<{ token: string; name: string; bytes: number }>>
  takeFile(session: S, token: string): HandedFile | null
  lockAll(): void
  close(): Promise<void>
}

export interface SessionPort {
  readonly id: string
}

export interface HandedFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}
