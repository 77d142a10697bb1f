import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { app } from 'electron'
import { folderToOpen } from './data-folder-choice.ts'
import { fileLogger } from './file-logger.ts'
import { parseLaunchOptions } from './launch-options.ts'
import { systemClock } from './ports/clock.ts'
import { keepDailyBackups } from './services/maintenance/backup-service.ts'
import { openDemoProgram } from './demo/open-demo.ts'
import { openProgram } from './program.ts'
import { registerAppScheme } from './shell/app-protocol.ts'
import { guardEveryPage } from './shell/guards.ts'
import { runShell } from './shell/run-shell.ts'

const { options } = parseLaunchOptions(process.argv.slice(1))
const { folder: dataFolder, places } = folderToOpen(
  options.data === null ? null : resolve(options.data), { platform: process.platform, home: homedir(), env: process.env },
)
const logger = fileLogger(join(dataFolder, 'logs'), systemClock.now)

registerAppScheme()
guardEveryPage()
// The throw-away school has a profile of its own, and so may run beside the real one.
if (options.demo) app.setPath('userData', join(dataFolder, 'window'))

if (app.requestSingleInstanceLock()) {
  void runShell({
    openProgram: () => (options.demo ? openDemoProgram : openProgram)({
      dataFolder, version: app.getVersion(), resources: join(app.getAppPath(), 'resources'), logger, mode: 'electron',
      places, ...(options.demo ? {} : { keepDailyBackups }),
    }),
    rendererDir: join(import.meta.dirname, '..', 'renderer'),
    preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
    logger,
    report: (state) => { process.send?.({ xingtan: state }) },
  })
} else {
  process.send?.({ xingtan: 'already-running' })
  app.quit()
}
