import { and, count, desc, eq, inArray, like, lt, notInArray, or } from 'drizzle-orm'
import { auditLogTable, auditSubjectTable } from '../../../db/schema/audit-log.ts'
import type { AuditRow, auditRoutes } from '../../../shared/contract/audit.ts'
import type { RouteName } from '../../../shared/contract/routes.ts'
import { isScopedToOwnStudios, type Permission, roleMay } from '../../../shared/domain/accounts/permissions.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { Handlers } from '../../dispatch/context.ts'
import { firstBrokenSeal } from './audit-trail.ts'
import { withNames } from './name-records.ts'

/** Whose history one may read follows from whose record one may read. */
const permissionOfKind: Readonly<Record<string, Permission>> = {
  person: 'people.read', studio: 'studios.read', schemeVersion: 'studios.read', membership: 'studios.read', activity: 'activities.read', outcome: 'outcomes.read',
  ledgerEntry: 'ledger.read', account: 'accounts.manage', school: 'settings.read', term: 'settings.read', holiday: 'settings.read', setting: 'settings.read',
}

/** Routes by which somebody comes or goes; attempts that failed stand under the same names. */
const signIns: RouteName[] = ['accounts.signIn', 'accounts.unlock', 'accounts.lock', 'accounts.signOut']

/** Written down under the record's own id, but as another kind: part of its history all the same. */
const toldWith: Readonly<Record<string, readonly string[]>> = { activity: ['attendance', 'activityFiling'] }

export const auditHandlers: Handlers<typeof auditRoutes> = {
  'audit.list': (ctx, { before, search, about, limit }) => {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    const rows = ctx.db.select().from(auditLogTable)
      .where(and(
        before === null ? undefined : lt(auditLogTable.seq, before),
        about === 'everything' ? undefined : about === 'signIns' ? inArray(auditLogTable.action, signIns) : notInArray(auditLogTable.action, signIns),
        search === '' ? undefined : or(like(auditLogTable.summary, pattern), like(auditLogTable.actorName, pattern)),
      ))
      .orderBy(desc(auditLogTable.seq)).limit(limit + 1).all()
    return { rows: withNames(ctx, rows.slice(0, limit).map(rowOf)), more: rows.length > limit }
  },
  'audit.ofRecord': (ctx, { kind, id }) => {
    const needed = Object.hasOwn(permissionOfKind, kind) ? must(permissionOfKind[kind], 'just asked') : 'audit.read'
    if (isScopedToOwnStudios(ctx.actor.role) || !roleMay(ctx.actor.role, needed)) {
      throw new AppError('audit.notAllowed', 'forbidden', '您的账号不能看这份记录的修改经过')
    }
    const seqs = ctx.db.select({ seq: auditSubjectTable.seq }).from(auditSubjectTable)
      .where(and(inArray(auditSubjectTable.kind, [kind, ...(Object.hasOwn(toldWith, kind) ? toldWith[kind] ?? [] : [])]), eq(auditSubjectTable.subjectId, id)))
    const rows = ctx.db.select().from(auditLogTable).where(inArray(auditLogTable.seq, seqs)).orderBy(desc(auditLogTable.seq)).limit(200).all()
    return { rows: withNames(ctx, rows.map(rowOf)) }
  },
  'audit.verify': (ctx) => ({ rows: ctx.db.select({ n: count() }).from(auditLogTable).get()?.n ?? 0, firstBroken: firstBrokenSeal(ctx.db) }),
}

function rowOf(row: typeof auditLogTable.$inferSelect): AuditRow {
  return {
    seq: row.seq, at: row.at, actorName: row.actorName, action: row.action, summary: row.summary,
    changes: JSON.parse(row.changes) as AuditRow['changes'],
  }
}
