/** Type and size in pixels of a PNG or JPEG, read from its head; null for anything else. */
export function pictureSize(bytes: Uint8Array): { mediaType: 'image/png' | 'image/jpeg'; widthPx: number; heightPx: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length >= 24 && view.getUint32(0) === 0x89504E47) {
    return positive('image/png', view.getUint32(16), view.getUint32(20))
  }
  if (bytes.length < 4 || view.getUint16(0) !== 0xFFD8) return null
  // JPEG: segments of marker, length, content; the size stands in the frame header SOF0 … SOF15 but DHT, JPG and DAC.
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xFF) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xFF) { at += 1; continue }
    if (marker >= 0xC0 && marker <= 0xCF && marker !== 0xC4 && marker !== 0xC8 && marker !== 0xCC) {
      return positive('image/jpeg', view.getUint16(at + 7), view.getUint16(at + 5))
    }
    at += marker === 0x01 || (marker >= 0xD0 && marker <= 0xD8) ? 2 : 2 + view.getUint16(at + 2)
  }
  return null
}

function positive(mediaType: 'image/png' | 'image/jpeg', widthPx: number, heightPx: number) {
  return widthPx > 0 && heightPx > 0 ? { mediaType, widthPx, heightPx } : null
}
