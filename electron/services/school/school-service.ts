import { eq } from 'drizzle-orm'
import { schoolTable, settingTable } from '../../../db/schema/school.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { type SchoolFacts, settings, type Settings } from '../../../shared/contract/school.ts'
import { AppError } from '../../../shared/errors.ts'
import type { OpenContext, ReadContext, Write, WriteContext } from '../../dispatch/context.ts'

export type School = typeof schoolTable.$inferSelect

/** A lesson of a middle school lasts 45 minutes; many primary schools have 40. */
const defaults: Settings = { idleMinutes: 10, lessonMinutes: 45 }

/** The school of this data folder, or null before the first start. */
export function readSchool(db: ReadDb): School | null {
  return db.select().from(schoolTable).where(eq(schoolTable.id, 1)).get() ?? null
}

/** @throws `school.none` before the first start */
export function theSchool(db: ReadDb): School {
  const school = readSchool(db)
  if (!school) throw new AppError('school.none', 'precondition', '还没有填写学校信息，请先完成首次设置')
  return school
}

export function saveSchoolFacts(ctx: WriteContext, facts: SchoolFacts, logoToken: string | null): void {
  const logo = logoToken === null ? null : takeLogo(ctx, logoToken)
  ctx.write('修改学校信息', (w) => {
    const before = theSchool(w.tx)
    if (logo) ctx.store.registerTx(w.tx, logo)
    const after = { ...facts, logoFileSha256: logo?.sha256 ?? before.logoFileSha256 }
    w.tx.update(schoolTable).set({ ...after, updatedAt: ctx.clock.now() }).where(eq(schoolTable.id, 1)).run()
    w.changed('school', '1', before, { ...before, ...after })
  })
}

/** Writes the one row of the school; part of the first start. */
export function insertSchoolTx(
  w: Write, ctx: Pick<OpenContext, 'clock' | 'store'>, facts: SchoolFacts, logo: ReturnType<typeof takeLogo> | null,
): void {
  const at = ctx.clock.now()
  if (logo) ctx.store.registerTx(w.tx, logo)
  w.tx.insert(schoolTable).values({ id: 1, ...facts, logoFileSha256: logo?.sha256 ?? null, createdAt: at, updatedAt: at }).run()
  w.changed('school', '1', null, facts)
}

/** The logo that was handed over, kept in the store. @throws `school.logoNotAPicture` */
export function takeLogo(
  ctx: Pick<OpenContext, 'exchange' | 'store' | 'clock'>, token: string,
): { sha256: string; bytes: number; mediaType: string; storedAt: string } {
  const { bytes } = ctx.exchange.get(token)
  const mediaType = pictureType(bytes)
  if (!mediaType || bytes.byteLength > 2 * 1024 * 1024) {
    throw new AppError('school.logoNotAPicture', 'invalid', '校徽应是 PNG 或 JPEG 图片，不超过 2 MB', {
      places: [{ field: 'logo', message: '请另选一张 PNG 或 JPEG 图片' }],
    })
  }
  return { sha256: ctx.store.put(bytes), bytes: bytes.byteLength, mediaType, storedAt: ctx.clock.now() }
}

/** The logo as a data URL, for the frame and the sign-in page. */
export function logoDataUrl(ctx: OpenContext): string | null {
  const sha256 = readSchool(ctx.db)?.logoFileSha256
  if (!sha256) return null
  const bytes = ctx.store.read(sha256)
  return `data:${pictureType(bytes) ?? 'image/png'};base64,${Buffer.from(bytes).toString('base64')}`
}

export function readSettings(db: ReadDb): Settings {
  const row = db.select().from(settingTable).where(eq(settingTable.key, 'general')).get()
  return row ? settings.parse({ ...defaults, ...(JSON.parse(row.value) as object) }) : defaults
}

/** Changes the settings that are named; the others stay. */
export function saveSettings(ctx: WriteContext, change: { readonly [Name in keyof Settings]?: Settings[Name] | undefined }): void {
  ctx.write('修改设置', (w) => {
    const before = readSettings(w.tx)
    const after = settings.parse({ ...before, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) })
    const row = { key: 'general', value: JSON.stringify(after), updatedAt: ctx.clock.now() }
    w.tx.insert(settingTable).values(row).onConflictDoUpdate({ target: settingTable.key, set: row }).run()
    w.changed('setting', 'general', before, after)
  })
}

export function schoolFactsOf(ctx: ReadContext): SchoolFacts & { logoFileSha256: string | null } {
  const { name, shortName, bureauName, county, logoFileSha256 } = theSchool(ctx.db)
  return { name, shortName, bureauName, county, logoFileSha256 }
}

/** Told by the first bytes, never by the name. */
function pictureType(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  return null
}
