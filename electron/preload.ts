import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Result } from '../shared/errors.ts'
import { channels, shellEvents, type ShellEvent } from './shell/channels.ts'
import type { SavedFile } from './shell/dialogs.ts'

/** Every route's name, written in by the build from shared/contract: the page reaches these and nothing else. */
declare const __ROUTE_NAMES__: readonly string[]

/** The one bridge between the page and the main process: `window.xingtan` in the Electron window. It never rejects. */
export interface XingtanBridge {
  /** Calls a route of shared/contract. */
  call(route: string, input: unknown): Promise<Result<unknown>>
  /** Hands a file in; the page keeps only the token. */
  upload(name: string, bytes: Uint8Array): Promise<Result<{ token: string; name: string; bytes: number }>>
  /** Asks where to save the file behind a token, and saves it there; `cancelled` when the user thinks better of it. */
  save(token: string): Promise<Result<SavedFile>>
  /** Opens a file that was saved in this run, or shows it in its folder. */
  openSaved(id: string, what: 'file' | 'folder'): Promise<Result<null>>
  /** Prints the page through the system's dialog. */
  print(): Promise<Result<null>>
  /** Hears one of the shell's events until the returned function is called. */
  on(event: ShellEvent, listener: () => void): () => void
}

const routeNames = new Set<string>(__ROUTE_NAMES__)
const unknownRoute = { ok: false, error: { code: 'dispatch.unknownRoute', kind: 'invalid', message: '没有这个功能，请重新启动程序后再试' } } as const

const bridge: XingtanBridge = {
  call: (route, input) => (routeNames.has(route) ? ipcRenderer.invoke(channels.call, route, input) : Promise.resolve(unknownRoute)),
  upload: (name, bytes) => ipcRenderer.invoke(channels.upload, name, bytes),
  save: (token) => ipcRenderer.invoke(channels.save, token),
  openSaved: (id, what) => ipcRenderer.invoke(channels.openSaved, id, what),
  print: () => ipcRenderer.invoke(channels.print),
  on: (event, listener) => {
    if (!shellEvents.includes(event)) return () => undefined
    // The Electron event object stays here: it would hand the page the sender.
    const heard = (_event: IpcRendererEvent, name: unknown): void => { if (name === event) listener() }
    ipcRenderer.on(channels.event, heard)
    return () => { ipcRenderer.removeListener(channels.event, heard) }
  },
}

contextBridge.exposeInMainWorld('xingtan', bridge)
