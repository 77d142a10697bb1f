import { shell, type WebContents } from 'electron'

/** Sites that the program's pages point to: where the ministry's rules and the national standards are published. */
const outsideHosts: readonly string[] = ['www.moe.gov.cn', 'openstd.samr.gov.cn', 'std.samr.gov.cn']

/** The address to open in the machine's own browser, or null. Never a program, a file, a mailbox or a site we do not know. */
export function outsideAddress(address: string): string | null {
  const url = URL.parse(address)
  if (url === null || url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return null
  return outsideHosts.includes(url.hostname) ? url.href : null
}

/** No new windows: a link to a known site opens in the machine's own browser, everything else nowhere. */
export function guardNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    const outside = outsideAddress(url)
    if (outside !== null) void shell.openExternal(outside)
    return { action: 'deny' }
  })
}
