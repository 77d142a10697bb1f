import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rosterHeadingTable } from '../../../db/schema/people.ts'
import type { FileExchange, PassingFile } from '../../dispatch/file-exchange.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { workerFile } from '../../ports/worker-file.ts'
import { createRosterReader, type ReadRoster } from './roster/roster-reader.ts'

interface Choices {
  readonly file: string
  readonly sheetName: string | null
  readonly headerRow: number | null
  readonly fields: Readonly<Record<string, string>>
}

const workerUrl = (name: string) => pathToFileURL(workerFile(name, join(import.meta.dirname, 'roster', `${name}.ts`)))
const reader = createRosterReader({ workerUrl: workerUrl('roster-worker'), namesUrl: workerUrl('names-worker') })

/** The reading that each window is waiting for; a newer one takes its place. */
const underWay = new WeakMap<FileExchange, AbortController>()

/** What was last read of a file, and from which choices. It goes with the file: when the session is locked or ends, or its time is up. */
const kept = new WeakMap<PassingFile, { readonly key: string; readonly read: ReadRoster }>()
/** One reading for each window: numbers stand in it in the clear. */
const keptOf = new WeakMap<FileExchange, WeakRef<PassingFile>>()

/**
 * Reads the file behind the token in a worker, or recalls what it read: the same bytes with the same choices on the same day
 * give the same, so that an import need not read again what the preview has read.
 * @throws `files.gone`, `roster.…`
 */
export async function readRosterFile(ctx: Pick<ReadContext, 'db' | 'clock' | 'exchange'>, choices: Choices): Promise<ReadRoster> {
  const file = ctx.exchange.get(choices.file)
  const remembered = ctx.db.select().from(rosterHeadingTable).orderBy(rosterHeadingTable.heading).all().map(({ heading, field }) => [heading, field] as const)
  const today = ctx.clock.today()
  const { sheetName, headerRow } = choices
  const key = JSON.stringify([today, sheetName, headerRow, Object.entries(choices.fields).toSorted(), remembered])
  stopReading(ctx)
  const before = kept.get(file)
  if (before?.key === key) return before.read
  const control = new AbortController()
  underWay.set(ctx.exchange, control)
  try {
    const read = await reader.read(file.bytes, file.name, {
      today, remembered: new Map(remembered), fields: new Map(Object.entries(choices.fields)),
      ...(sheetName === null ? {} : { sheetName }), ...(headerRow === null ? {} : { headerRow }),
    }, control.signal)
    keep(ctx.exchange, file, key, read)
    return read
  } finally {
    if (underWay.get(ctx.exchange) === control) underWay.delete(ctx.exchange)
  }
}

function keep(exchange: FileExchange, file: PassingFile, key: string, read: ReadRoster): void {
  forgetReading({ exchange })
  kept.set(file, { key, read })
  keptOf.set(exchange, new WeakRef(file))
  // What lacks its second half is read anew the next time.
  read.nameSearches.catch(() => kept.delete(file))
}

/** Lets go of what was read for this window. */
export function forgetReading({ exchange }: Pick<ReadContext, 'exchange'>): void {
  const file = keptOf.get(exchange)?.deref()
  if (file) kept.delete(file)
}

/** Stops what this window is having read; its call is answered with `roster.stopped`. */
export function stopReading({ exchange }: Pick<ReadContext, 'exchange'>): void {
  underWay.get(exchange)?.abort()
}
