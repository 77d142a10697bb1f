import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fsyncFolder, hashFile, writeFileDurably } from '../../../db/file-durability.ts'
import { storedFileTable } from '../../../db/schema/activities.ts'
import { asStorageError } from '../../../db/sqlite-errors.ts'
import type { WriteTx } from '../../../db/write-tx.ts'
import { AppError } from '../../../shared/errors.ts'

/** Files kept for good: untouched originals under `files/`, each named by its SHA-256, the same content once. */
export class FileStore {
  readonly #root: string

  constructor(dataFolder: string) {
    this.#root = join(dataFolder, 'files')
  }

  /**
   * Writes the content (temp → fsync → rename → fsync folder) before any row speaks of it; a crash in between leaves a
   * file without a row, which harms nobody. A file of that name whose content has been damaged since is written anew.
   * @throws `database.diskFull`, `database.readOnly`, `database.ioFailed`
   */
  put(bytes: Uint8Array): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const path = this.pathOf(sha256)
    try {
      if (existsSync(path) && hashFile(path) === sha256) return sha256
      this.#makeFolder(dirname(path))
      writeFileDurably(path, bytes)
    } catch (error) {
      throw asStorageError(error) ?? error
    }
    return sha256
  }

  /** The row for a file that `put` has written. */
  registerTx(tx: WriteTx, file: { sha256: string; bytes: number; mediaType: string; storedAt: string }): void {
    tx.insert(storedFileTable).values(file).onConflictDoNothing().run()
  }

  /** @throws `files.missing`, `files.changed` */
  read(sha256: string): Uint8Array {
    const path = this.pathOf(sha256)
    if (!existsSync(path)) throw new AppError('files.missing', 'notFound', '文件不在资料夹里了，可能被移走或删除，请从备份中找回')
    const bytes = readFileSync(path)
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new AppError('files.changed', 'precondition', '文件内容与存入时不同，可能已损坏，请从备份中找回')
    }
    return bytes
  }

  pathOf(sha256: string): string {
    return join(this.#root, sha256.slice(0, 2), sha256)
  }

  /** One of the 256 folders, its name on the disk before a file goes into it. */
  #makeFolder(folder: string): void {
    if (existsSync(folder)) return
    mkdirSync(folder, { recursive: true })
    fsyncFolder(this.#root)
  }
}
