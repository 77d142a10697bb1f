import { spawn } from 'node:child_process'
import { AppError } from '../../shared/errors.ts'

/** Shows a folder in the system's file manager. Whoever calls has made sure that it is a folder of ours. */
export interface FolderOpener {
  /** @throws `documents.noFileManager` where the system has none */
  open(folder: string): Promise<void>
}

/** How long a file manager may take to say that it cannot; one that is still running by then has opened its window. */
const patienceMs = 3000

/** By the system's own command: `explorer`, `open`, `xdg-open`, without a shell in between. */
export const systemFolderOpener: FolderOpener = {
  open: (folder) => new Promise((resolve, reject) => {
    const child = spawn(fileManagerOf(process.platform), [folder], { stdio: 'ignore', detached: process.platform !== 'win32' })
    const refuse = (cause: unknown) => {
      clearTimeout(timer)
      reject(new AppError('documents.noFileManager', 'precondition', `这台电脑没有打开文件管理器，请自己打开文件夹：${folder}`, { cause }))
    }
    const timer = setTimeout(resolve, patienceMs)
    child.once('error', refuse)
    child.once('exit', (code) => {
      // The Explorer ends with 1 although it has opened its window.
      if (code !== 0 && process.platform !== 'win32') return refuse(new Error(`ended with ${code}`))
      clearTimeout(timer)
      resolve()
    })
    child.unref()
  }),
}

function fileManagerOf(platform: NodeJS.Platform): string {
  return platform === 'win32' ? 'explorer.exe' : platform === 'darwin' ? 'open' : 'xdg-open'
}
