import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** The rooms with a tsconfig of their own. */
export const rooms = ['shared', 'db', 'electron', 'renderer', 'scripts', 'tests'] as const

/** Type-checks one room; what is wrong is printed. What was found is kept beside the packages, so that the next time only what changed is looked at. */
export function checkRoom(root: string, room: (typeof rooms)[number]): boolean {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const known = join(root, 'node_modules', '.cache', 'types', `${room}.tsbuildinfo`)
  return spawnSync(process.execPath, [tsc, '-p', join(root, room), '--incremental', '--tsBuildInfoFile', known], { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}
