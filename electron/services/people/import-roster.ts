import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, eq, isNull } from 'drizzle-orm'
import { insertManyTx } from '../../../db/insert-many.ts'
import { isAmong } from '../../../db/is-among.ts'
import { personTable, rosterHeadingTable, rosterImportRowTable, rosterImportTable } from '../../../db/schema/people.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { RosterImportLine } from '../../../shared/contract/people.ts'
import type { Duplicate } from '../../../shared/domain/people/find-duplicates.ts'
import { personDraftProblems } from '../../../shared/domain/people/person-checks.ts'
import { headingKey } from '../../../shared/domain/people/roster-headings.ts'
import type { RosterColumn, RosterReading, RosterRow } from '../../../shared/domain/people/roster-reading.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { Write, WriteContext } from '../../dispatch/context.ts'
import { mergeRosterRow } from './merge-roster-row.ts'
import { type Person, personById } from './people-service.ts'
import { columnsOf } from './person-columns.ts'
import { duplicatesOf, fingerprintOf } from './preview-roster.ts'
import { forgetReading, readRosterFile } from './read-roster-file.ts'
import { importLine } from './roster-imports.ts'

type Decision = { readonly rowNumber: number; readonly action: 'add' } | { readonly rowNumber: number; readonly action: 'update'; readonly personId: string }

export interface ImportInput extends Readonly<Parameters<typeof readRosterFile>[1]> {
  readonly fileSha256: string
  readonly decisions: readonly Decision[]
  readonly remember: readonly string[]
}

/** One person as the import will leave her. */
interface Prepared {
  readonly rowNumber: number
  readonly before: Person | null
  readonly after: Person
}

/** So many are enciphered before the window gets its turn. */
const rowsAtOnce = 250

/**
 * Imports the decided rows, all or none.
 * @throws `people.fileChanged`, `people.importRow` (places by row), `people.changedSince`, `roster.…`, `files.gone`
 */
export async function importRoster(ctx: WriteContext, input: ImportInput): Promise<RosterImportLine> {
  const { reading, fileSha256, nameSearches } = await readRosterFile(ctx, input)
  if (fileSha256 !== input.fileSha256) {
    throw new AppError('people.fileChanged', 'conflict', '这个文件与刚才预览的不是同一份，没有导入任何人，请重新选择文件再看一遍')
  }
  // The worker may still be at the search texts while the numbers are enciphered here.
  const prepared = withSearchTexts(await prepare(ctx, reading, input.decisions), reading.rows, await nameSearches)
  const id = ctx.ids.next()
  const updated = prepared.filter(({ before }) => before !== null).length
  const facts = {
    id, fileName: reading.fileName, fileSha256, importedAt: ctx.clock.now(), accountId: ctx.actor.accountId,
    rowsRead: reading.rows.length, added: prepared.length - updated, updated, skipped: reading.rows.length - prepared.length,
  }
  const line = ctx.write(`导入花名册「${reading.fileName}」：新增 ${facts.added} 人，更新 ${updated} 人`, (w) => {
    refuseChangedPeople(w.tx, prepared)
    refuseTakenNumbers(w.tx, prepared)
    w.tx.insert(rosterImportTable).values(facts).run()
    w.changed('rosterImport', id, null, facts)
    writePeople(w, id, prepared)
    rememberHeadings(w, reading.columns, input.remember, ctx.clock.today())
    return must(importLine(w.tx, id), 'just inserted')
  })
  forgetReading(ctx)
  return line
}

/** What everybody will be, but for the search texts of the names. */
async function prepare(ctx: WriteContext, reading: RosterReading, decisions: readonly Decision[]): Promise<Prepared[]> {
  const rows = new Map(reading.rows.map((row) => [row.rowNumber, row]))
  const duplicates = await duplicatesAmong(ctx, reading.rows, decisions)
  const at = ctx.clock.now()
  const seen = { rows: new Set<number>(), people: new Set<string>() }
  const prepared: Prepared[] = []
  for (const [count, decision] of decisions.entries()) {
    if (count % rowsAtOnce === 0) await nextTurn()
    const row = rows.get(decision.rowNumber)
    if (!row || !row.canImport || seen.rows.has(decision.rowNumber)) throw rowError(decision.rowNumber, '这一行不能导入，请重新读取文件后再选')
    seen.rows.add(decision.rowNumber)
    if (decision.action === 'add') {
      const id = ctx.ids.next()
      prepared.push({
        rowNumber: decision.rowNumber, before: null,
        after: {
          id, ...columnsOf(ctx.personalData, id, row.values, null, { nameSearch: '', idNumberHmac: fingerprintOf(ctx.personalData, row) }), photoFileSha256: null, revision: 1,
          removedAt: null, removedReason: null, createdAt: at, updatedAt: at,
        },
      })
    } else {
      const { personId } = decision
      if (!(duplicates.get(decision.rowNumber) ?? []).some((duplicate) => duplicate.personId === personId)) {
        throw rowError(decision.rowNumber, '要更新的人与这一行对不上，可能刚被改过，请重新读取文件后再选')
      }
      if (seen.people.has(personId)) throw rowError(decision.rowNumber, '文件里另有一行也要更新这个人，请只留一行')
      seen.people.add(personId)
      prepared.push(updatedPerson(ctx, personById(ctx.db, personId), row, at))
    }
  }
  return prepared
}

/** What a roster says of the name goes before what stood there, so that the search text of the row is hers. */
function withSearchTexts(prepared: readonly Prepared[], rows: readonly RosterRow[], nameSearches: readonly string[]): Prepared[] {
  const byRow = new Map(rows.map(({ rowNumber }, at) => [rowNumber, must(nameSearches[at], 'every row has its own')]))
  return prepared.map((each) => ({ ...each, after: { ...each.after, nameSearch: must(byRow.get(each.rowNumber), 'it was prepared from this row') } }))
}

/** By row the people whom the rows to be updated may be. */
async function duplicatesAmong(ctx: WriteContext, rows: readonly RosterRow[], decisions: readonly Decision[]): Promise<ReadonlyMap<number, readonly Duplicate[]>> {
  const wanted = new Set(decisions.filter(({ action }) => action === 'update').map(({ rowNumber }) => rowNumber))
  if (wanted.size === 0) return new Map()
  const updates = rows.filter(({ rowNumber }) => wanted.has(rowNumber))
  const duplicates = await duplicatesOf(ctx, updates)
  return new Map(updates.map(({ rowNumber }, at) => [rowNumber, duplicates[at] ?? []]))
}

function updatedPerson(ctx: WriteContext, before: Person, row: RosterRow, at: string): Prepared {
  const draft = mergeRosterRow(before, row)
  const wrong = personDraftProblems(draft, ctx.clock.today()).find(({ level }) => level === 'error')
  if (wrong) throw rowError(row.rowNumber, `更新「${before.name}」后：${wrong.message}`)
  return {
    rowNumber: row.rowNumber, before,
    after: { ...before, ...columnsOf(ctx.personalData, before.id, draft, before, { nameSearch: '' }), revision: before.revision + 1, updatedAt: at },
  }
}

/** Inside the transaction: nobody may have changed one of the people in the meantime. */
function refuseChangedPeople(db: ReadDb, prepared: readonly Prepared[]): void {
  const known = prepared.flatMap(({ before }) => (before === null ? [] : [before.id]))
  if (known.length === 0) return
  const { id, revision } = personTable
  const revisions = new Map(db.select({ id, revision }).from(personTable).where(isAmong(id, known)).all().map((person) => [person.id, person.revision]))
  for (const { rowNumber, before } of prepared) {
    if (before && revisions.get(before.id) !== before.revision) throw rowError(rowNumber, `「${before.name}」的资料刚才被别人改过，请重新读取文件后再选`)
  }
}

/** Inside the transaction: nobody may have taken one of the numbers in the meantime, and no two rows may bring the same one. */
function refuseTakenNumbers(db: ReadDb, prepared: readonly Prepared[]): void {
  const { id, idNumberHmac, name } = personTable
  const numbers = prepared.flatMap(({ after }) => (after.idNumberHmac === null ? [] : [after.idNumberHmac]))
  const owners = new Map(db.select({ id, idNumberHmac, name }).from(personTable).where(and(isNull(personTable.removedAt), isAmong(idNumberHmac, numbers))).all()
    .map((owner) => [owner.idNumberHmac, owner]))
  for (const { rowNumber, after } of prepared) {
    if (after.idNumberHmac === null) continue
    const owner = owners.get(after.idNumberHmac)
    if (owner && owner.id !== after.id) throw rowError(rowNumber, `「${owner.name}」已经用了这个身份证号，请改选“更新”或“跳过”`)
    owners.set(after.idNumberHmac, after)
  }
}

function writePeople(w: Write, importId: string, people: readonly Prepared[]): void {
  insertManyTx(w.tx, personTable, people.filter(({ before }) => before === null).map(({ after }) => after))
  for (const { before, after } of people) {
    if (before) w.tx.update(personTable).set(after).where(eq(personTable.id, after.id)).run()
    // Of somebody new the log names who it is; the rest stands in the record, and in `before` as soon as it changes.
    w.changed('person', after.id, before, before ? after : { name: after.name, schoolName: after.schoolName })
  }
  insertManyTx(w.tx, rosterImportRowTable, people.map(({ rowNumber, before, after }) => ({
    importId, rowNumber, personId: after.id, action: before ? 'updated' as const : 'added' as const,
    before: before && JSON.stringify(before), revisionAfter: after.revision,
  })))
}

function rememberHeadings(w: Write, columns: readonly RosterColumn[], letters: readonly string[], rememberedOn: string): void {
  for (const column of columns) {
    // A header of several rows is remembered by its lines joined.
    const heading = headingKey(column.heading.replaceAll(' / ', ''))
    if (!letters.includes(column.letter) || heading === '' || column.target === null) continue
    const row = { heading, field: column.target, rememberedOn }
    w.tx.insert(rosterHeadingTable).values(row).onConflictDoUpdate({ target: rosterHeadingTable.heading, set: row }).run()
  }
}

function rowError(row: number, sentence: string): AppError {
  return new AppError('people.importRow', 'conflict', `第 ${row} 行：${sentence}（没有导入任何人）`, { places: [{ row, message: sentence }] })
}
