import { eq, inArray } from 'drizzle-orm'
import { accountTable } from '../../../db/schema/accounts.ts'
import { activitySeriesTable, activityTable } from '../../../db/schema/activities.ts'
import { fundTable, ledgerEntryTable } from '../../../db/schema/ledger.ts'
import { outcomeTable } from '../../../db/schema/outcomes.ts'
import { personTable } from '../../../db/schema/people.ts'
import { studioTable } from '../../../db/schema/studios.ts'
import { themeTable } from '../../../db/schema/themes.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { AuditRow } from '../../../shared/contract/audit.ts'
import { choicesOf, settingsOf } from '../../../shared/domain/schemes/common-settings.ts'
import { roleNameIn } from '../../../shared/domain/schemes/scheme-settings.ts'
import { memberRoles } from '../../../shared/domain/studios/studio-words.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { findScheme } from '../schemes/schemes-service.ts'

type Names = ReadonlyMap<string, string>
type Fields = AuditRow['changes'][number]['before']

/** The log keeps ids, which stay true; a reader wants the names that the records have today. An id without a record stays as it is. */
export function withNames(ctx: Pick<ReadContext, 'db' | 'surroundings'>, rows: readonly AuditRow[]): AuditRow[] {
  const names = namesOf(ctx.db, rows.flatMap((row) => row.changes.flatMap(({ kind, before, after }) => [...idsIn(kind, before), ...idsIn(kind, after)])))
  return rows.map((row) => ({
    ...row,
    changes: row.changes.map((change) => {
      const people = change.kind === 'attendance' ? attendanceNames(change, names) : null
      const inWords = (fields: Fields) => named(readingsInWords(ctx, change, roleInWords(ctx, change.kind, fields)), names, people)
      return { ...change, before: inWords(change.before), after: inWords(change.after) }
    }),
  }))
}

/** A membership's role, in the words of its studio's scheme. */
function roleInWords(ctx: Pick<ReadContext, 'db' | 'surroundings'>, kind: string, fields: Fields): Fields {
  if (kind !== 'membership' || typeof fields?.studioId !== 'string') return fields
  const role = memberRoles.find((each) => each === fields.role)
  const studio = ctx.db.select().from(studioTable).where(eq(studioTable.id, fields.studioId)).get()
  return role && studio ? { ...fields, role: roleNameIn(findScheme(ctx, studio), role) } : fields
}

/** How the school reads the unclear places of a scheme (`scheme.004-03@1`): as questions and answers. */
function readingsInWords(ctx: Pick<ReadContext, 'db' | 'surroundings'>, { kind, id }: AuditRow['changes'][number], fields: Fields): Fields {
  const [, schemeCode, schemeVersion] = /^scheme\.(.+)@(.+)$/.exec(id) ?? []
  if (kind !== 'setting' || !fields || schemeCode === undefined || schemeVersion === undefined) return fields
  const scheme = findScheme(ctx, { schemeCode, schemeVersion })
  if (!scheme) return fields
  const asked = new Map(settingsOf(scheme).map((setting) => [setting.key, setting]))
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => {
    const setting = asked.get(key)
    return [setting?.question ?? key, (setting && choicesOf(setting).find((choice) => JSON.stringify(choice.value) === JSON.stringify(value))?.label) ?? value]
  }))
}

/** Fields that name another record; in attendance each field is a person. */
function idsIn(kind: string, fields: Fields): string[] {
  if (!fields) return []
  if (kind === 'attendance') return Object.keys(fields)
  return Object.entries(fields).flatMap(([field, value]) => (field.endsWith('Id') && typeof value === 'string' ? [value] : []))
}

/** The people of both sides together: who is told apart on one side must have the same name on the other. */
function attendanceNames({ before, after }: AuditRow['changes'][number], names: Names): Names {
  const ids = Object.keys({ ...before, ...after })
  const name = (id: string) => names.get(id) ?? id
  return new Map(ids.map((id) => [id, ids.filter((other) => name(other) === name(id)).length > 1 ? `${name(id)}（${id.slice(0, 4)}）` : name(id)]))
}

function named(fields: Fields, names: Names, people: Names | null): Fields {
  if (!fields) return fields
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => people
    ? [people.get(field) ?? field, value]
    : [field, field.endsWith('Id') && typeof value === 'string' ? names.get(value) ?? value : value]))
}

function namesOf(db: ReadDb, ids: readonly string[]): Names {
  const wanted = [...new Set(ids)]
  const sources = [
    db.select({ id: personTable.id, name: personTable.name }).from(personTable).where(inArray(personTable.id, wanted)),
    db.select({ id: studioTable.id, name: studioTable.name }).from(studioTable).where(inArray(studioTable.id, wanted)),
    db.select({ id: activityTable.id, name: activityTable.title }).from(activityTable).where(inArray(activityTable.id, wanted)),
    db.select({ id: activitySeriesTable.id, name: activitySeriesTable.title }).from(activitySeriesTable).where(inArray(activitySeriesTable.id, wanted)),
    db.select({ id: themeTable.id, name: themeTable.title }).from(themeTable).where(inArray(themeTable.id, wanted)),
    db.select({ id: outcomeTable.id, name: outcomeTable.title }).from(outcomeTable).where(inArray(outcomeTable.id, wanted)),
    db.select({ id: fundTable.id, name: fundTable.name }).from(fundTable).where(inArray(fundTable.id, wanted)),
    db.select({ id: accountTable.id, name: accountTable.displayName }).from(accountTable).where(inArray(accountTable.id, wanted)),
  ] as const
  const entries = db.select({ id: ledgerEntryTable.id, no: ledgerEntryTable.entryNo }).from(ledgerEntryTable).where(inArray(ledgerEntryTable.id, wanted)).all()
  return new Map([
    ...sources.flatMap((source) => source.all()).map(({ id, name }) => [id, name] as const),
    ...entries.map(({ id, no }) => [id, `第 ${no} 笔`] as const),
  ])
}
