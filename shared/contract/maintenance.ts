import { z } from 'zod'
import { nothing, outgoingFile } from './common.ts'
import { defineRoutes } from './define.ts'

/** The name of a backup inside the folder `backups`; never a path. */
export const backupName = z.string().max(120).regex(/^(auto|manual|before|replaced)-[\w.-]+\.db$/, '没有这份备份')

export const backupRow = z.object({
  name: backupName,
  /** By the day's clock, by hand, before a new version, or set aside by a restore. */
  kind: z.enum(['auto', 'manual', 'before', 'replaced']),
  madeAt: z.string(),
  bytes: z.int(),
})
export type BackupRow = z.output<typeof backupRow>

export const healthReport = z.object({
  database: z.object({
    whole: z.boolean(),
    /** How many lines of damage SQLite told of, at most 20. */
    damage: z.int(),
    brokenReferences: z.array(z.object({ link: z.string(), count: z.int() })),
  }),
  audit: z.object({ rows: z.int(), firstBroken: z.int().nullable() }),
  files: z.object({
    rows: z.int(),
    missing: z.array(z.string()),
    changed: z.array(z.string()),
    /** Files that no record speaks of: left over from a save that was cut short. They harm nobody. */
    withoutRow: z.int(),
  }),
})
export type HealthReport = z.output<typeof healthReport>

export const maintenanceRoutes = defineRoutes({
  'maintenance.listBackups': {
    input: nothing, output: z.object({ folder: z.string(), rows: z.array(backupRow) }), writes: false, may: 'maintenance.run',
  },
  'maintenance.backUpNow': { input: nothing, output: backupRow, writes: true, may: 'maintenance.run' },
  /** Hands a backup out, to be put on a stick; logged, since it takes the records out of the house. */
  'maintenance.saveBackup': { input: z.object({ name: backupName }), output: outgoingFile, writes: true, may: 'maintenance.run' },
  'maintenance.checkHealth': { input: nothing, output: healthReport, writes: false, may: 'maintenance.run' },
  /** Puts a backup in the place of the database; what stood there is kept. Everybody has to sign in again. */
  'maintenance.restore': {
    input: z.object({ name: backupName, confirm: z.literal('恢复', '请输入“恢复”两个字') }),
    output: z.object({ notice: z.string() }), writes: true, may: 'maintenance.run',
  },
})
