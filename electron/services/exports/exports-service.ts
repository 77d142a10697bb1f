import type { ReadContext } from '../../dispatch/context.ts'
import { type SheetLayout, writeSheet, xlsxMediaType } from './write-sheet.ts'

/** A file that waits under its token to be saved. */
export interface OutgoingFile {
  readonly token: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** Writes the sheet and puts it aside as `<fileName>.xlsx`. */
export async function outgoingSheet(ctx: Pick<ReadContext, 'exchange'>, fileName: string, layout: SheetLayout): Promise<OutgoingFile> {
  const bytes = await writeSheet(layout)
  const name = `${fileName.replace(/[\\/:*?"<>|\r\n\t]/g, ' ').trim()}.xlsx`
  return { token: ctx.exchange.put({ name, mediaType: xlsxMediaType, bytes }), name, mediaType: xlsxMediaType, bytes: bytes.byteLength }
}
