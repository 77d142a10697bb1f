import type { Result } from '../../shared/errors.ts'
import { browserBridge } from './browser-bridge.ts'

/** What a handed-over file is called by from now on; never a path. */
export interface UploadedFile {
  readonly token: string
  readonly name: string
  readonly bytes: number
}

export interface SavedFile {
  readonly saved: boolean
  /** For `openSaved`; only Electron knows where the person has put it. */
  readonly id?: string
  readonly name: string
}

/** The only thing that the pages know of the outside: Electron's preload puts one on `window`, a browser gets another. */
export interface Bridge {
  call(route: string, input: unknown): Promise<Result<unknown>>
  upload(name: string, bytes: Uint8Array): Promise<Result<UploadedFile>>
  /** Offers the file behind a token to be saved; `cancelled` when the person thought better of it. */
  save(token: string, name: string): Promise<Result<SavedFile>>
  /** Opens what was saved in this run; absent in a browser, whose own list of downloads does it. */
  openSaved?(id: string, what: 'file' | 'folder'): Promise<Result<null>>
  print(): Promise<Result<null>>
  /** The program locked itself, e.g. because the machine went to sleep; absent in a browser. */
  on?(event: 'locked' | 'saving', listener: () => void): () => void
}

declare global {
  interface Window {
    readonly xingtan?: Bridge
  }
}

export const bridge: Bridge = window.xingtan ?? browserBridge
