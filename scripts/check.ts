/**
 * `npm run check -- --data DIR`: reads a data folder and prints its state as JSON: the database's pages, references that lead
 * nowhere, the seals of the log, the kept files against their rows. Changes nothing. Ends with 0 when all is well.
 */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { folderToOpen } from '../electron/data-folder-choice.ts'
import { parseLaunchOptions } from '../electron/launch-options.ts'
import { inspectFolder } from '../electron/services/maintenance/inspect-folder.ts'
import { projectRoot } from './project-root.ts'

const { options, unknown } = parseLaunchOptions(process.argv.slice(2))
if (unknown.length > 0) {
  console.error(`不认识的选项：${unknown.join(' ')}\n可用的选项：--data 文件夹`)
  process.exit(2)
}
const { folder } = folderToOpen(options.data === null ? null : resolve(options.data), { platform: process.platform, home: homedir(), env: process.env })
const inspected = inspectFolder(folder, join(projectRoot, 'db', 'migrations'))
console.log(JSON.stringify(inspected, null, 2))
process.exitCode = inspected.state === 'well' ? 0 : 1
