import { setImmediate as nextTurn } from 'node:timers/promises'
import { isNull, sql } from 'drizzle-orm'
import { personTable } from '../../../db/schema/people.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { RosterPreview } from '../../../shared/contract/people.ts'
import { findDuplicates, type Duplicate, type PersonIdentity } from '../../../shared/domain/people/find-duplicates.ts'
import { maskIdNumber, maskPhone } from '../../../shared/domain/people/masking.ts'
import { personFields } from '../../../shared/domain/people/person-fields.ts'
import type { RosterRow, RosterValues } from '../../../shared/domain/people/roster-reading.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import type { PersonalData } from '../accounts/personal-data.ts'
import { peopleInOrder } from './list-people.ts'
import type { Person } from './people-service.ts'
import { numbersOf } from './person-columns.ts'
import { readRosterFile } from './read-roster-file.ts'

/** What would come of the roster: every row with its problems and with the people here who may be the same. */
export async function previewRoster(ctx: ReadContext, choices: Parameters<typeof readRosterFile>[1]): Promise<RosterPreview> {
  const { reading, fileSha256 } = await readRosterFile(ctx, choices)
  // Other calls are answered in between: taking the rows over from the worker has held them up already.
  await nextTurn()
  const duplicates = await duplicatesOf(ctx, reading.rows)
  await nextTurn()
  const concerned = [...new Set(duplicates.flat().map(({ personId }) => personId))]
  const preview = {
    ...reading, fileSha256,
    rows: reading.rows.map((row, at) => ({ ...row, values: masked(row.values), duplicates: [...(duplicates[at] ?? [])] })),
    people: Object.fromEntries(peopleInOrder(ctx.db, concerned).map((person) => [person.id, masked(valuesOf(ctx.personalData, person))])),
  }
  // The answer is checked next, which takes its time too.
  await nextTurn()
  return preview
}

/** So many fingerprints are made before other calls are answered. */
const rowsAtOnce = 1_000

/** For each row the people here, not those in the recycle bin, who may be the same. */
export async function duplicatesOf(ctx: Pick<ReadContext, 'db' | 'personalData'>, rows: readonly RosterRow[]): Promise<readonly (readonly Duplicate[])[]> {
  const newcomers: PersonIdentity[] = []
  for (const [at, row] of rows.entries()) {
    const { values } = row
    if (at > 0 && at % rowsAtOnce === 0) await nextTurn()
    newcomers.push({ name: values.name, bornOn: values.bornOn, idNumberHmac: fingerprintOf(ctx.personalData, row) })
  }
  return findDuplicates(newcomers, knownPeople(ctx.db))
}

function knownPeople(db: ReadDb) {
  const { id, name, bornOn, idNumberHmac } = personTable
  return db.select({ personId: sql<string>`${id}`, name, bornOn, idNumberHmac }).from(personTable).where(isNull(personTable.removedAt)).all()
}

/** Of the rows of a reading that is kept; they go when it goes. */
const fingerprints = new WeakMap<RosterRow, string>()

/** The fingerprint of the row's ID number, null without one. Made once: the import needs what the preview has made. */
export function fingerprintOf(personalData: PersonalData, row: RosterRow): string | null {
  const { idNumber } = row.values
  if (idNumber === null) return null
  const known = fingerprints.get(row)
  if (known !== undefined) return known
  const made = personalData.fingerprint('idNumber', idNumber)
  fingerprints.set(row, made)
  return made
}

/** A person in the shape of a row, numbers in the clear. */
function valuesOf(personalData: PersonalData, person: Person): RosterValues {
  const all = { ...person, ...numbersOf(personalData, person) }
  return Object.fromEntries(personFields.map((field) => [field, all[field]])) as RosterValues
}

function masked(values: RosterValues): RosterValues {
  const { idNumber, phone } = values
  return { ...values, idNumber: idNumber === null ? null : maskIdNumber(idNumber), phone: phone === null ? null : maskPhone(phone) }
}
