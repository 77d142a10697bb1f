import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where Electron's program is, or null when it was not fetched yet or is of another version: what its own install.js looks
 * at, without the download that asking the package itself would start.
 */
export function findElectron(electronDir: string, env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  const executable = readText(join(electronDir, 'path.txt'))
  if (override !== undefined && override !== '') {
    const path = join(override, executable ?? usualExecutable(process.platform))
    return existsSync(path) ? path : null
  }
  if (executable === null || readText(join(electronDir, 'dist', 'version'))?.replace(/^v/, '') !== electronVersion(electronDir)) return null
  const path = join(electronDir, 'dist', executable)
  return existsSync(path) ? path : null
}

/** The version in the package, without the `v`. */
export function electronVersion(electronDir: string): string | null {
  const text = readText(join(electronDir, 'package.json'))
  const parsed: unknown = text === null ? null : JSON.parse(text)
  return parsed !== null && typeof parsed === 'object' && 'version' in parsed && typeof parsed.version === 'string' ? parsed.version : null
}

function usualExecutable(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe'
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}
