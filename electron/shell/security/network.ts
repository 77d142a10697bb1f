import type { Session } from 'electron'
import { isOurPage } from './our-page.ts'

/** May the window load this? Its own pages, and what a page made itself in memory. Nothing of the program is on a network. */
export function mayLoad(address: string): boolean {
  if (isOurPage(address)) return true
  const url = URL.parse(address)
  if (url === null) return false
  if (url.protocol === 'data:') return true
  return url.protocol === 'blob:' && isOurPage(address.slice('blob:'.length))
}

export function stayOffTheNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => { answer({ cancel: !mayLoad(details.url) }) })
}
