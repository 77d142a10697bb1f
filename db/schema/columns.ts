import { integer, text } from 'drizzle-orm/sqlite-core'

/** Column kinds that recur. Names say the shape: `…On` a day, `…At` a moment, `…Fen` money. */

/** An id made by the program's IdSource. */
export const id = () => text('id').primaryKey().notNull()

/** A day, `YYYY-MM-DD`. */
export const day = (name: string) => text(name)

/** A day that may be known only to the month or year: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const partialDay = (name: string) => text(name)

/** A moment, UTC ISO text. */
export const moment = (name: string) => text(name)

/** An amount in fen, a whole number; tables that use it add `CHECK (typeof(x) = 'integer')`. */
export const fen = (name: string) => integer(name)

/** Counts up with every change; a form that was opened on an older one is refused (kind `conflict`). */
export const revision = () => integer('revision').notNull().default(1)

/** The recycle bin: what is removed keeps its row, with when and why. */
export const recycleBin = () => ({
  removedAt: moment('removed_at'),
  removedReason: text('removed_reason'),
})

export const timestamps = () => ({
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})
