import { isOurPage } from './our-page.ts'

/** As much of Electron's frame as the decision needs; `parent` is null for the page itself and a frame for an iframe. */
export interface SenderFrame {
  readonly url: string
  readonly parent: object | null
}

/** May this frame speak to the main process? Only our own page, never a frame inside it, never a frame that is gone. */
export function maySpeak(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && isOurPage(frame.url)
}
