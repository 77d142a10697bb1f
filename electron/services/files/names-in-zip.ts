const endOfDirectory = 0x06054b50
const entryOfDirectory = 0x02014b50
const longestTail = 22 + 0xffff
const mostEntries = 20_000

/**
 * The names in a zip's central directory, without unpacking anything; null when it is no whole zip. Every place is checked
 * before it is read: the file comes from outside.
 */
export function namesInZip(bytes: Uint8Array): ReadonlySet<string> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecordAt(view)
  if (end === null) return null
  const count = Math.min(view.getUint16(end + 10, true), mostEntries)
  const names = new Set<string>()
  const text = new TextDecoder()
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || view.getUint32(at, true) !== entryOfDirectory) return null
    const nameBytes = view.getUint16(at + 28, true)
    if (at + 46 + nameBytes > end) return null
    names.add(text.decode(bytes.subarray(at + 46, at + 46 + nameBytes)))
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

function endRecordAt(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - longestTail); at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  return null
}
