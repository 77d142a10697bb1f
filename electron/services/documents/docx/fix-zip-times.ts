import { must } from '../../../../shared/must.ts'

/** 1980-01-01 00:00, the zero of zip's clock. */
const dosTime = 0
const dosDate = 0x21
const endSignature = 0x06054b50
const centralSignature = 0x02014b50

/**
 * The archive with the same time on every entry, in place: otherwise each file would tell when and in which time zone
 * it was made, and no two would be equal. Offsets are those of the zip specification (APPNOTE 4.3.7, 4.3.12, 4.3.16).
 */
export function fixZipTimes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end--
  must(end >= 0 ? end : null, 'an archive that was just written ends with its directory')
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < entries; entry++) {
    must(view.getUint32(at, true) === centralSignature ? at : null, 'the directory lists as many entries as it says')
    view.setUint16(at + 12, dosTime, true)
    view.setUint16(at + 14, dosDate, true)
    const local = view.getUint32(at + 42, true)
    view.setUint16(local + 10, dosTime, true)
    view.setUint16(local + 12, dosDate, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return bytes
}
