import type { WebContents } from 'electron'
import type { Result } from '../../shared/errors.ts'

/** Prints what the window shows, by its print style sheet, on A4, through the system's own dialog. */
export function printPage(contents: WebContents): Promise<Result<null>> {
  return new Promise((resolve) => {
    contents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (success, reason) => {
      resolve(printed(success, reason))
    })
  })
}

/** What became of a print, from Chromium's two words; closing the dialog is not an error but a change of mind. */
export function printed(success: boolean, reason: string): Result<null> {
  if (success) return { ok: true, value: null }
  if (/cancel/i.test(reason)) return { ok: false, error: { code: 'shell.printCancelled', kind: 'cancelled', message: '没有打印' } }
  return { ok: false, error: { code: 'shell.printFailed', kind: 'precondition', message: '打印没有成功，请检查打印机是否已打开并连接；也可以另存为文件后用 WPS 打印' } }
}
