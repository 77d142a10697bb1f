/**
 * Which file of the built renderer a request asks for: the names of the folders and the file, or null when it is nobody's.
 *
 * A list of what is allowed, not of what is bad: the build only makes names of ASCII letters, digits, `.`, `_` and `-`. So
 * `..`, a second percent-encoding, NUL, `\`, `C:`, NTFS streams and 8.3 names all fall out without being named. Windows'
 * device names (`con`, `nul.js` …) would pass, open a device instead of a file, and are therefore refused by name.
 *
 * @param pathname the path as it came, percent-encoded, e.g. `/assets/index-Bx1.js`; `/` is `index.html`
 */
export function staticPath(pathname: string): readonly [string, ...string[]] | null {
  if (pathname === '/') return ['index.html']
  if (!pathname.startsWith('/') || pathname.length > 512) return null
  const [first, ...rest] = pathname.slice(1).split('/')
  if (first === undefined) return null
  const names: [string, ...string[]] = [first, ...rest]
  return names.every(isPlainName) ? names : null
}

function isPlainName(name: string): boolean {
  return /^[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?$/.test(name) && !name.includes('..') && !deviceName.test(name)
}

const deviceName = /^(?:con|prn|aux|nul|conin|conout|com\d|lpt\d)(?:\.|$)/i

/** A path of the program's own pages (`/people/3`): shown by index.html, whose router knows it. Files have a dot in their name. */
export function isPagePath(pathname: string): boolean {
  const names = staticPath(pathname)
  return names !== null && (pathname === '/' || names.every((name) => !name.includes('.')))
}

/** What the renderer's build is made of; anything else is not ours to serve. */
const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
}

/** The media type of a file of the build by its name, or null when such a file is not served. */
export function staticMediaType(name: string): string | null {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(mediaTypes, extension) ? (mediaTypes[extension] ?? null) : null
}
