/** What was asked for on the command line, the same words for every way to start. */
export interface LaunchOptions {
  /** `--data DIR` */
  readonly data: string | null
  /** `--demo`: the made-up school in a throw-away folder */
  readonly demo: boolean
  /** `--browser`: the browser shell even where Electron stands */
  readonly browser: boolean
  /** `--electron`: Electron, trying again to fetch it even after a failed attempt */
  readonly electron: boolean
  /** `--no-open` turns it off: no window, the address is printed */
  readonly open: boolean
  /** `--port N` for the browser shell; null is a random free one */
  readonly port: number | null
}

export interface ParsedOptions {
  readonly options: LaunchOptions
  /** What was not understood, in the words of the user; Electron's and Chromium's own switches land here too. */
  readonly unknown: readonly string[]
}

const flags = ['demo', 'browser', 'electron', 'no-open'] as const
const settings = ['data', 'port'] as const

/** Reads `--data DIR`, `--data=DIR`, `--demo`, `--browser`, `--electron`, `--no-open`, `--port N`; the last one counts. */
export function parseLaunchOptions(words: readonly string[]): ParsedOptions {
  const given = new Map<string, string>()
  const unknown: string[] = []
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? ''
    const [, name = '', inline] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? []
    if (flags.some((flag) => flag === name) && inline === undefined) {
      given.set(name, '')
    } else if (settings.some((setting) => setting === name)) {
      const next = words[i + 1]
      const value = inline ?? (next === undefined || next.startsWith('--') ? undefined : next)
      if (inline === undefined && value !== undefined) i += 1
      if (value === undefined || value === '' || (name === 'port' && !isPort(value))) unknown.push(word)
      else given.set(name, value)
    } else {
      unknown.push(word)
    }
  }
  const port = given.get('port')
  return {
    options: {
      data: given.get('data') ?? null,
      demo: given.has('demo'),
      browser: given.has('browser'),
      electron: given.has('electron'),
      open: !given.has('no-open'),
      port: port === undefined ? null : Number(port),
    },
    unknown,
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
}
