import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backupDaily, makeBackup } from '../../../db/backup.ts'
import { writeTx } from '../../../db/write-tx.ts'
import type { BackupRow } from '../../../shared/contract/maintenance.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext, WriteContext } from '../../dispatch/context.ts'
import type { SharedContext } from '../../dispatch/dispatcher.ts'
import { appendAuditTx } from '../audit/audit-trail.ts'
import { readSchool, theSchool } from '../school/school-service.ts'

/** A month of school days; each is about as large as the database. */
export const keepDailyBackups = 22

const kinds = ['auto', 'manual', 'before', 'replaced'] as const

/** What lies in `backups`, the newest first. */
export function listBackups({ folder }: Pick<ReadContext, 'folder'>): BackupRow[] {
  const { backups } = folder.layout
  if (!existsSync(backups)) return []
  return readdirSync(backups).flatMap((name) => {
    const kind = kinds.find((each) => name.startsWith(`${each}-`))
    if (!kind || !/^[a-z]+-[\w.-]+\.db$/.test(name)) return []
    const { size, mtime } = statSync(join(backups, name))
    return [{ name, kind, madeAt: mtime.toISOString(), bytes: size }]
  }).toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
}

/** A backup by hand, under today's date and time. */
export function backUpNow(ctx: WriteContext): BackupRow {
  const name = `manual-${ctx.clock.now().slice(0, 19).replaceAll(/[:T]/g, '-')}.db`
  const made = makeBackup(ctx.folder.sqlite, join(ctx.folder.layout.backups, name))
  ctx.write(`手工备份 ${name}`, () => undefined)
  return { name, kind: 'manual', madeAt: ctx.clock.now(), bytes: made.bytes }
}

/** A backup as a file to be saved elsewhere, e.g. on a stick that is locked away. */
export function saveBackup(ctx: WriteContext, name: string): { token: string; name: string; mediaType: string; bytes: number } {
  const bytes = readFileSync(pathOf(ctx, name))
  const file = { name: `${theSchool(ctx.db).shortName ?? '杏坛'}-${name}`, mediaType: 'application/vnd.sqlite3', bytes }
  const token = ctx.exchange.put(file)
  ctx.write(`把备份 ${name} 另存到别处`, () => undefined)
  return { token, name: file.name, mediaType: file.mediaType, bytes: bytes.byteLength }
}

/**
 * Puts a backup in the place of the database. That it was done stands in the log of both: the one that is set aside and the
 * one that comes.
 * @returns Chinese: what was done and where the former data are
 */
export async function restore(ctx: WriteContext, name: string): Promise<string> {
  const path = pathOf(ctx, name)
  ctx.write(`开始恢复备份 ${name}`, () => undefined)
  const { accountId, displayName } = ctx.actor
  const { notice } = await ctx.folder.restore(path)
  writeTx(ctx.folder.db, (tx) => appendAuditTx(tx, {
    at: ctx.clock.now(), accountId, actorName: displayName, action: 'maintenance.restore', summary: `恢复了备份 ${name}`, changes: [],
  }))
  return notice
}

/** Today's backup, unless it is there already or nothing has been set up; a failure is logged and stops nobody's work. */
export function makeDailyBackup({ db, folder, clock, logger }: SharedContext, keep: number): void {
  try {
    if (readSchool(db)) backupDaily(folder.sqlite, folder.layout.backups, clock.today(), keep)
  } catch (error) {
    logger.error('maintenance.dailyBackupFailed', error)
  }
}

function pathOf(ctx: ReadContext, name: string): string {
  if (!listBackups(ctx).some((row) => row.name === name)) {
    throw new AppError('maintenance.noSuchBackup', 'notFound', '这份备份不在备份文件夹里了，请刷新列表后再选')
  }
  return join(ctx.folder.layout.backups, name)
}
