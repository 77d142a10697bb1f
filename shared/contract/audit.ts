import { z } from 'zod'
import { idText, nothing } from './common.ts'
import { defineRoutes } from './define.ts'

export const auditRow = z.object({
  seq: z.int(),
  at: z.string(),
  actorName: z.string(),
  action: z.string(),
  summary: z.string(),
  changes: z.array(z.object({
    kind: z.string(), id: z.string(), before: z.record(z.string(), z.json()).nullable(), after: z.record(z.string(), z.json()).nullable(),
  })),
})
export type AuditRow = z.output<typeof auditRow>

/** What the list is narrowed to: comings and goings (登录、解锁、退出, wrong passwords), or what was changed. */
export const auditAbout = ['everything', 'signIns', 'changes'] as const
export type AuditAbout = (typeof auditAbout)[number]

export const auditRoutes = defineRoutes({
  /** The newest first; `before` continues a longer list. */
  'audit.list': {
    input: z.object({ before: z.int().nullable().default(null), search: z.string().trim().max(60).default(''), about: z.enum(auditAbout).default('everything'), limit: z.int().min(1).max(200).default(100) }),
    output: z.object({ rows: z.array(auditRow), more: z.boolean() }), writes: false, may: 'audit.read',
  },
  /** The history of one record, for its page. */
  'audit.ofRecord': {
    input: z.object({ kind: z.string().max(40), id: idText }),
    output: z.object({ rows: z.array(auditRow) }), writes: false, may: 'signedIn',
  },
  'audit.verify': { input: nothing, output: z.object({ rows: z.int(), firstBroken: z.int().nullable() }), writes: false, may: 'audit.read' },
})
