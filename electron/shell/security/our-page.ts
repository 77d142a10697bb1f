/** Where the program's own pages live in the Electron window. */
export const appScheme = 'app'
export const appHost = 'xingtan'
export const appAddress = `${appScheme}://${appHost}/`

/**
 * Is this the address of a page of ours? Protocol and host are compared, never `.origin`: that of every `app:` and `file:`
 * address is the text `null`, so that any of them would equal any other.
 */
export function isOurPage(address: string): boolean {
  const url = URL.parse(address)
  return url !== null
    && url.protocol === `${appScheme}:`
    && url.host === appHost
    && url.username === '' && url.password === ''
}
