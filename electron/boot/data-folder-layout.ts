import { join } from 'node:path'

/** Where everything lies in a data folder. */
export interface DataFolderLayout {
  readonly folder: string
  readonly database: string
  /** Attachments under their SHA-256. */
  readonly files: string
  /** 文书: the documents that were made, for people to open. */
  readonly documents: string
  readonly backups: string
  readonly lock: string
}

export function dataFolderLayout(folder: string): DataFolderLayout {
  return {
    folder,
    database: join(folder, 'xingtan.db'),
    files: join(folder, 'files'),
    documents: join(folder, '文书'),
    backups: join(folder, 'backups'),
    lock: join(folder, 'lock'),
  }
}
