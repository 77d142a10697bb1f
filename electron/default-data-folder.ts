import { posix, win32 } from 'node:path'

/** As much of the machine as the choice of a folder depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Where the records are kept when nobody chose a folder: a folder of this user on this machine's own disk.
 *
 * Not in Documents: OneDrive redirects and copies it on many machines, and a database that is copied while it is written to
 * is damaged. Not in roaming AppData either, which a school's domain copies to a server at sign-out.
 */
export function defaultDataFolder({ platform, home, env }: Machine): string {
  if (platform === 'win32') {
    return win32.join(absolute(env['LOCALAPPDATA'], win32) ?? win32.join(home, 'AppData', 'Local'), 'Xingtan', 'data')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Xingtan', 'data')
  return posix.join(absolute(env['XDG_DATA_HOME'], posix) ?? posix.join(home, '.local', 'share'), 'xingtan')
}

/** The XDG standard, too, says that a relative path is to be ignored. */
function absolute(path: string | undefined, rules: typeof posix): string | null {
  return path !== undefined && path !== '' && rules.isAbsolute(path) ? path : null
}
