import { homedir } from 'node:os'
import { join } from 'node:path'
import { placesOfMachine } from './data-folder-choice.ts'
import { fileLogger } from './file-logger.ts'
import { systemClock } from './ports/clock.ts'
import { openDemoProgram } from './demo/open-demo.ts'
import { openProgram } from './program.ts'
import { keepDailyBackups } from './services/maintenance/backup-service.ts'
import { startBrowserShell } from './browser-shell/browser-shell.ts'

export interface BrowserProgramOptions {
  /** The program's own folder, with resources/, db/ and out/. */
  readonly root: string
  readonly version: string
  readonly dataFolder: string
  /** 0 for any free one. */
  readonly port: number
  /** Whether another place may be chosen at the first start: not where the folder was given. */
  readonly mayChooseFolder: boolean
  /** The throw-away school needs no backups. */
  readonly demo: boolean
}

export interface BrowserProgram {
  /** With the one-time token. */
  readonly url: string
  /** A fresh address, for another window or when the first was lost. */
  newUrl(): string
  /** Closes the door, lets running writes finish and gives the data folder back. */
  close(): Promise<void>
}

/**
 * The entry of the browser shell: the program opened and served on 127.0.0.1. The build makes one file of it, because a
 * start from a few hundred source files takes eight times as long. @throws AppError `boot.…`, `database.…`
 */
export async function openBrowserProgram(options: BrowserProgramOptions): Promise<BrowserProgram> {
  const { root, version, dataFolder, port, mayChooseFolder, demo } = options
  const logger = fileLogger(join(dataFolder, 'logs'), systemClock.now)
  const program = await (demo ? openDemoProgram : openProgram)({
    dataFolder, version, resources: join(root, 'resources'), logger, mode: 'browser',
    places: mayChooseFolder ? placesOfMachine({ platform: process.platform, home: homedir(), env: process.env }) : null,
    ...(demo ? {} : { keepDailyBackups }),
  })
  try {
    const shell = await startBrowserShell({ program, rendererDir: join(root, 'out', 'renderer'), logger, port })
    return {
      url: shell.url,
      newUrl: () => shell.newUrl(),
      async close() {
        await shell.close()
        await program.close()
      },
    }
  } catch (error) {
    await program.close()
    throw error
  }
}
