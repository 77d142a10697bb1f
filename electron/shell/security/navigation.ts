import type { WebContents } from 'electron'
import { isOurPage } from './our-page.ts'

/** May the window, or a frame in it, go there? Only the page itself to a page of ours (a reload); frames nowhere. */
export function mayNavigate(address: string, isMainFrame: boolean): boolean {
  return isMainFrame && isOurPage(address)
}

/** No other pages in our window, by link, redirect or script, and no <webview>. */
export function guardNavigation(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => { if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault() })
  contents.on('will-redirect', (event) => { if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault() })
  contents.on('will-attach-webview', (event) => { event.preventDefault() })
}
