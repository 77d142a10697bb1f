import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rosterHeadingTable } from '../../../db/schema/people.ts'
import type { RosterReading } from '../../../shared/domain/people/roster-reading.ts'
import type { FileExchange } from '../../dispatch/file-exchange.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { workerFile } from '../../ports/worker-file.ts'
import { createRosterReader } from './roster/roster-reader.ts'

interface Choices {
  readonly file: string
  readonly sheetName: string | null
  readonly headerRow: number | null
  readonly fields: Readonly<Record<string, string>>
}

const reader = createRosterReader({ workerUrl: pathToFileURL(workerFile('roster-worker', join(import.meta.dirname, 'roster', 'roster-worker.ts'))) })

/** The reading that each window is waiting for; a newer one takes its place. */
const underWay = new WeakMap<FileExchange, AbortController>()

/** Reads the file behind the token in a worker. @throws `files.gone`, `roster.…` */
export async function readRosterFile(ctx: Pick<ReadContext, 'db' | 'clock' | 'exchange'>, choices: Choices): Promise<{ reading: RosterReading; fileSha256: string }> {
  const { name, bytes } = ctx.exchange.get(choices.file)
  stopReading(ctx)
  const control = new AbortController()
  underWay.set(ctx.exchange, control)
  try {
    const reading = await reader.read(bytes, name, {
      today: ctx.clock.today(),
      remembered: new Map(ctx.db.select().from(rosterHeadingTable).all().map(({ heading, field }) => [heading, field])),
      fields: new Map(Object.entries(choices.fields)),
      ...(choices.sheetName === null ? {} : { sheetName: choices.sheetName }),
      ...(choices.headerRow === null ? {} : { headerRow: choices.headerRow }),
    }, control.signal)
    return { reading, fileSha256: createHash('sha256').update(bytes).digest('hex') }
  } finally {
    if (underWay.get(ctx.exchange) === control) underWay.delete(ctx.exchange)
  }
}

/** Stops what this window is having read; its call is answered with `roster.stopped`. */
export function stopReading({ exchange }: Pick<ReadContext, 'exchange'>): void {
  underWay.get(exchange)?.abort()
}
