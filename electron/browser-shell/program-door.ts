import type { PassingFile } from '../dispatch/file-exchange.ts'
import type { Session } from '../services/accounts/session.ts'
import type { Result } from '../../shared/errors.ts'

/** What the browser shell needs of the program. */
export interface ProgramDoor {
  openSession(): Session
  closeSession(session: Session): void
  call(session: Session, route: string, input: unknown): Promise<Result<unknown>>
  receiveFile(session: Session, file: { name: string; bytes: Uint8Array }): Promise<Result<{ token: string; name: string; bytes: number }>>
  takeFile(session: Session, token: string): PassingFile | null
}
