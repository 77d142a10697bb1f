import { asStorageError, storageCode } from '../../../db/sqlite-errors.ts'
import { AppError } from '../../../shared/errors.ts'

/**
 * What the system said about a document's file, in words and with what to do about it; the error itself where it is not the system's.
 * Whoever calls this knows that nothing was saved, because the sentences say so.
 */
export function fileTrouble(error: unknown, fileName: string): unknown {
  if (error instanceof AppError) return error
  const code = storageCode(error)
  const say = (reason: string, message: string) => new AppError(`documents.${reason}`, 'unavailable', message, { cause: error })
  switch (code) {
    case 'EBUSY': case 'EPERM':
      return say('fileBusy', `「${fileName}」可能正在 Word 或 WPS 里打开，或被同步盘、杀毒软件占用，没有保存。请关闭后再试一次。`)
    case 'ENOENT': case 'ENOTDIR': case 'EEXIST': case 'EISDIR':
      return say('folderGone', `文书文件夹被移走、改名，或被同名的文件占了位置，「${fileName}」没有保存。请检查资料夹里的「文书」，然后再试一次。`)
    case 'ENAMETOOLONG':
      return say('nameTooLong', `资料夹的路径太长，「${fileName}」没有保存。请把资料夹移到离磁盘根目录近一些的位置。`)
    default:
      return asStorageError(error) ?? error
  }
}
