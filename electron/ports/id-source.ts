import { randomUUID } from 'node:crypto'

/** Where new ids come from. */
export interface IdSource {
  next(): string
}

export const randomIds: IdSource = { next: () => randomUUID() }
