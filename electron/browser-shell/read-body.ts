import type { IncomingMessage } from 'node:http'

export class TooLarge extends Error {}

/**
 * The whole body, unless it is larger than `most` bytes. What is too large is read to its end without being kept: a browser
 * whose connection is cut while it sends never hears why.
 * @throws TooLarge
 */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let parts: Buffer[] = []
    let bytes = 0
    request.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes > most) parts = []
      else parts.push(part)
    })
    request.on('end', () => {
      if (bytes > most) reject(new TooLarge())
      else resolve(Buffer.concat(parts))
    })
    request.on('error', reject)
    if (Number(request.headers['content-length'] ?? 0) > most) reject(new TooLarge())
  })
}
