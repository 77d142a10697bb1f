import type { FormPicture } from './form-data.ts'
import type { LaidOutBlock, LaidOutDocument, LaidOutParagraph, LaidOutRun } from './laid-out.ts'

/**
 * A layout as it crosses to the page: JSON has no bytes, so the content of a picture travels as base64 text in the place
 * of its bytes. `packLayout` on the one side, `unpackLayout` on the other; in between it is only carried.
 */
export function packLayout(layout: LaidOutDocument, toBase64: (bytes: Uint8Array) => string): LaidOutDocument {
  return withPictures(layout, (picture) => ({ ...picture, bytes: toBase64(picture.bytes) as unknown as Uint8Array }))
}

/** The other way round; a picture that already has its bytes stays as it is. */
export function unpackLayout(layout: LaidOutDocument, fromBase64: (text: string) => Uint8Array): LaidOutDocument {
  return withPictures(layout, (picture) => {
    const content: unknown = picture.bytes
    return typeof content === 'string' ? { ...picture, bytes: fromBase64(content) } : picture
  })
}

/** Whether it has the outline of a layout. */
export function isWireLayout(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
    && 'blocks' in value && Array.isArray(value.blocks) && 'paper' in value && typeof value.paper === 'object'
}

function withPictures(layout: LaidOutDocument, change: (picture: FormPicture) => FormPicture): LaidOutDocument {
  const run = (one: LaidOutRun): LaidOutRun => (one.kind === 'picture' ? { ...one, picture: change(one.picture) } : one)
  const paragraph = (one: LaidOutParagraph): LaidOutParagraph => (one.runs.some(({ kind }) => kind === 'picture') ? { ...one, runs: one.runs.map(run) } : one)
  const block = (one: LaidOutBlock): LaidOutBlock => (one.kind === 'paragraph' ? paragraph(one) : {
    ...one,
    rows: one.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(paragraph) })) })),
  })
  return { ...layout, blocks: layout.blocks.map(block) }
}
