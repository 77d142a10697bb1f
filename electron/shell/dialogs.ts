import { randomUUID } from 'node:crypto'
import { access } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { app, BrowserWindow, dialog, shell, type WebContents } from 'electron'
import { fileNameFor } from '../../shared/domain/files/file-name.ts'
import type { Result } from '../../shared/errors.ts'
import type { HandedFile } from './program-port.ts'
import { typeFilters, mayBeOpened } from './saved-file-names.ts'
import { writeWhole } from './write-whole.ts'

export interface SavedFile {
  readonly saved: true
  /** Stands for the file until the program ends; the page never learns the path. */
  readonly id: string
  readonly name: string
}

/** Saves what the program made where the user says, and opens only what was saved so. */
export interface SavedFiles {
  save(sender: WebContents, file: HandedFile | null): Promise<Result<SavedFile>>
  open(id: string, what: 'file' | 'folder'): Promise<Result<null>>
}

export function savedFiles(): SavedFiles {
  const places = new Map<string, string>()
  let folder: string | null = null
  return {
    async save(sender, file) {
      const window = BrowserWindow.fromWebContents(sender)
      if (file === null || window === null) {
        return { ok: false, error: { code: 'shell.fileGone', kind: 'notFound', message: '这个文件已经过期，请重新生成后再保存' } }
      }
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: '保存到',
        buttonLabel: '保存',
        defaultPath: join(folder ?? app.getPath('documents'), fileNameFor(file.name)),
        filters: typeFilters(file.name),
      })
      if (canceled || filePath === '') return { ok: false, error: { code: 'shell.saveCancelled', kind: 'cancelled', message: '没有保存' } }
      const written = await writeWhole(filePath, file.bytes)
      if (!written.ok) return written
      folder = join(filePath, '..')
      const id = randomUUID()
      places.set(id, filePath)
      return { ok: true, value: { saved: true, id, name: basename(filePath) } }
    },
    async open(id, what) {
      const path = places.get(id)
      if (path === undefined || !(await isThere(path))) {
        return { ok: false, error: { code: 'shell.savedFileGone', kind: 'notFound', message: '找不到这个文件，它可能已被移走或改名' } }
      }
      // Only documents are opened; anything else is shown in its folder, so that nothing is ever run.
      if (what === 'folder' || !mayBeOpened(extname(path))) {
        shell.showItemInFolder(path)
        return { ok: true, value: null }
      }
      const trouble = await shell.openPath(path)
      if (trouble === '') return { ok: true, value: null }
      return { ok: false, error: { code: 'shell.cannotOpen', kind: 'precondition', message: '打不开这个文件，请确认已安装 WPS 或 Word' } }
    },
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false)
}
