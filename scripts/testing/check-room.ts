import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** The rooms with a tsconfig of their own. */
export const rooms = ['shared', 'db', 'electron', 'renderer', 'scripts', 'tests'] as const

/** Type-checks one room; what is wrong is printed. */
export function checkRoom(root: string, room: (typeof rooms)[number]): boolean {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  return spawnSync(process.execPath, [tsc, '-p', join(root, room)], { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}
