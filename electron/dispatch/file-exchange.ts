import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { Clock } from '../ports/clock.ts'

/** A file in passage: what the user chose to hand in, or what a route made for the user to save. */
export interface PassingFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

const minutesKept = 30
const mostBytesKept = 512 * 1024 * 1024
const mostBytesPerFile = 256 * 1024 * 1024

/**
 * Files on their way in and out of one session, in memory, under tokens that nobody can guess. The renderer never names
 * a path; a token dies with its session or after half an hour.
 */
export class FileExchange {
  readonly #files = new Map<string, { file: PassingFile; until: number }>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Puts a file aside and answers its token. @throws `files.tooLarge` */
  put(file: PassingFile): string {
    this.#sweep()
    if (file.bytes.byteLength > mostBytesPerFile) {
      throw new AppError('files.tooLarge', 'invalid', `「${file.name}」超过 256 MB，不能一次放入`)
    }
    // The oldest give way first: whoever holds very large files holds them only for the step at hand.
    for (const token of this.#files.keys()) {
      if (this.#bytesKept() + file.bytes.byteLength <= mostBytesKept) break
      this.#files.delete(token)
    }
    const token = randomBytes(24).toString('base64url')
    this.#files.set(token, { file, until: this.#now() + minutesKept * 60_000 })
    return token
  }

  /** The file behind a token; it stays until its time is up. @throws `files.gone` */
  get(token: string): PassingFile {
    this.#sweep()
    const found = this.#files.get(token)
    if (!found) throw new AppError('files.gone', 'notFound', '这个文件已经过期，请重新选择或重新生成')
    return found.file
  }

  drop(token: string): void {
    this.#files.delete(token)
  }

  /** Forgets everything, when the session is locked or ends. */
  clear(): void {
    this.#files.clear()
  }

  #now(): number {
    return Date.parse(this.#clock.now())
  }

  #bytesKept(): number {
    let sum = 0
    for (const { file } of this.#files.values()) sum += file.bytes.byteLength
    return sum
  }

  #sweep(): void {
    const now = this.#now()
    for (const [token, { until }] of this.#files) if (until < now) this.#files.delete(token)
  }
}
