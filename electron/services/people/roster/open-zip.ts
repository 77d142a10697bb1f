import { crc32, inflateRawSync } from 'node:zlib'
import { rosterError } from './roster-errors.ts'

/** A real workbook stays far below; a zip bomb does not. Checked on what really comes out, not on what the file claims. */
export const zipLimits = { entries: 5_000, totalBytes: 512 * 1024 * 1024, ratio: 200, bytesWithoutRatio: 4 * 1024 * 1024 } as const

interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  readonly headerAt: number
}

/**
 * The entries of a zip that `wanted` asks for, unpacked, by name (forward slashes, no leading one). Nothing else is
 * unpacked. Throws `roster.damaged`, `roster.password` (an encrypted entry) or `roster.bomb`.
 */
export function openZip(file: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  const entries = listEntries(file)
  const opened = new Map<string, Uint8Array>()
  const most = Math.min(zipLimits.totalBytes, Math.max(zipLimits.bytesWithoutRatio, file.length * zipLimits.ratio))
  if (entries.reduce((sum, entry) => sum + entry.bytes, 0) > zipLimits.totalBytes) throw rosterError('bomb')
  let total = 0
  for (const entry of entries) {
    if (!wanted(entry.name)) continue
    if (opened.has(entry.name)) throw rosterError('damaged')
    const content = unpack(file, entry, most - total)
    total += content.length
    opened.set(entry.name, content)
  }
  return opened
}

/** Names of everything in the zip. */
export function zipNames(file: Uint8Array): readonly string[] {
  return listEntries(file).map((entry) => entry.name)
}

function unpack(file: Uint8Array, entry: ZipEntry, room: number): Uint8Array {
  const view = viewOf(file)
  const at = entry.headerAt
  if (at + 30 > file.length || view.getUint32(at, true) !== 0x04034b50) throw rosterError('damaged')
  if ((view.getUint16(at + 6, true) & 0x2041) !== 0) throw rosterError('password')
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (from + entry.packedBytes > file.length) throw rosterError('damaged')
  const packed = file.subarray(from, from + entry.packedBytes)
  const content = entry.method === 0 ? packed : inflate(packed, entry.method, room)
  if (content.length > room) throw rosterError('bomb')
  if (crc32(content) !== entry.crc) throw rosterError('damaged')
  return content
}

function inflate(packed: Uint8Array, method: number, room: number): Uint8Array {
  if (method !== 8) throw rosterError('damaged')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) })
  } catch (cause) {
    throw rosterError(cause instanceof RangeError ? 'bomb' : 'damaged', cause)
  }
}

/** Reads the central directory (APPNOTE 4.3.12); every offset is checked before it is followed. */
function listEntries(file: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(file)
  const end = findEnd(file, view)
  const count = view.getUint16(end + 10, true)
  if (count > zipLimits.entries) throw rosterError('bomb')
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || view.getUint32(at, true) !== 0x02014b50) throw rosterError('damaged')
    const nameBytes = view.getUint16(at + 28, true)
    const next = at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > file.length) throw rosterError('damaged')
    entries.push({
      name: new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameBytes)).replaceAll('\\', '/').replace(/^\/+/, ''),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    })
    at = next
  }
  return entries
}

function findEnd(file: Uint8Array, view: DataView): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw rosterError('damaged')
}

/** The same entries in a zip without compression: what is handed on was measured, and is not unpacked a second time. */
export function storedZip(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const [name, content] of entries) {
    const nameBytes = new TextEncoder().encode(name)
    const crc = crc32(content)
    const local = header(30, nameBytes, [[0, 0x04034b50], [14, crc], [18, content.length], [22, content.length]], [[4, 20], [6, 0x800], [26, nameBytes.length]])
    directory.push(header(46, nameBytes, [[0, 0x02014b50], [16, crc], [20, content.length], [24, content.length], [42, at]], [[4, 20], [6, 20], [8, 0x800], [28, nameBytes.length]]))
    parts.push(local, content)
    at += local.length + content.length
  }
  const directoryBytes = directory.reduce((sum, part) => sum + part.length, 0)
  const end = header(22, new Uint8Array(), [[0, 0x06054b50], [12, directoryBytes], [16, at]], [[8, entries.size], [10, entries.size]])
  return Buffer.concat([...parts, ...directory, end])
}

function header(bytes: number, name: Uint8Array, longs: readonly (readonly [number, number])[], shorts: readonly (readonly [number, number])[]): Uint8Array {
  const made = new Uint8Array(bytes + name.length)
  const view = viewOf(made)
  for (const [at, value] of longs) view.setUint32(at, value, true)
  for (const [at, value] of shorts) view.setUint16(at, value, true)
  made.set(name, bytes)
  return made
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
