import { AppError } from '../../../shared/errors.ts'
import type { OpenContext, ReadContext } from '../../dispatch/context.ts'
import type { Person } from './people-service.ts'

const mostBytes = 5 * 1024 * 1024

/** The photo that was handed over, kept in the store; its row is written in the transaction. @throws `people.photoNotAPicture` */
export function takePhoto(
  ctx: Pick<OpenContext, 'exchange' | 'store' | 'clock'>, token: string,
): { sha256: string; bytes: number; mediaType: string; storedAt: string } {
  const { bytes } = ctx.exchange.get(token)
  const mediaType = pictureType(bytes)
  if (!mediaType || bytes.byteLength > mostBytes) {
    throw new AppError('people.photoNotAPicture', 'invalid', '照片应是 PNG 或 JPEG 图片，不超过 5 MB，请另选一张', {
      places: [{ field: 'photo', message: '请另选一张 PNG 或 JPEG 图片' }],
    })
  }
  return { sha256: ctx.store.put(bytes), bytes: bytes.byteLength, mediaType, storedAt: ctx.clock.now() }
}

/** The photo as a data URL; null where there is none. @throws `files.missing`, `files.changed` */
export function photoDataUrl(ctx: Pick<ReadContext, 'store'>, { photoFileSha256 }: Pick<Person, 'photoFileSha256'>): string | null {
  if (photoFileSha256 === null) return null
  const bytes = ctx.store.read(photoFileSha256)
  return `data:${pictureType(bytes) ?? 'image/jpeg'};base64,${Buffer.from(bytes).toString('base64')}`
}

/** Told by the first bytes, never by the name. */
function pictureType(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  return null
}
