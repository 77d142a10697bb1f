import { set_cptable as setCodePages } from '@e965/xlsx'

let loaded = false

/**
 * Loads the tables of code pages when the file may need them: workbooks of Excel 95 and before are written in the code
 * page of their time (936) and come out garbled without. They take a fifth of a second to load, so no other file waits.
 */
export async function loadCodePagesFor(file: Uint8Array): Promise<void> {
  const mayNeedThem = file[0] === 0xd0 || file[0] === 0x09
  if (loaded || !mayNeedThem) return
  setCodePages(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
  loaded = true
}
