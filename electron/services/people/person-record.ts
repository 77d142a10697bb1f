import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { membershipTable, studioTable } from '../../../db/schema/studios.ts'
import type { PersonRecord } from '../../../shared/contract/people.ts'
import { roleNameIn } from '../../../shared/domain/schemes/scheme-settings.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { findScheme } from '../schemes/schemes-service.ts'
import { visibleStudioIds } from '../studios/studio-scope.ts'
import { readablePerson } from './people-service.ts'
import { maskedNumbers } from './person-columns.ts'

/** Everything on the page of one person. @throws `people.none`, `people.notYours` */
export function personRecordOf(ctx: ReadContext, id: string): PersonRecord {
  const person = readablePerson(ctx, id)
  const { nameSearch: _1, idNumberCipher: _2, idNumberHmac: _3, phoneCipher: _4, phoneHmac: _5, photoFileSha256, ...facts } = person
  return { ...facts, ...maskedNumbers(ctx.personalData, person), hasPhoto: photoFileSha256 !== null, memberships: membershipsOfPerson(ctx, id) }
}

/** Studios the person is or was in, the latest first; those entered by mistake and those out of the caller's sight left out. */
function membershipsOfPerson(ctx: ReadContext, personId: string): PersonRecord['memberships'] {
  const visible = visibleStudioIds(ctx)
  const m = membershipTable
  const { name: studioName, schemeCode, schemeVersion } = studioTable
  return ctx.db.select({ studioId: m.studioId, studioName, schemeCode, schemeVersion, role: m.role, fromOn: m.fromOn, toOn: m.toOn, endReason: m.endReason })
    .from(m).innerJoin(studioTable, eq(m.studioId, studioTable.id))
    .where(and(
      eq(m.personId, personId), isNull(m.voidedAt), isNull(studioTable.removedAt),
      visible === 'all' ? undefined : inArray(m.studioId, [...visible]),
    ))
    .orderBy(desc(m.fromOn)).all()
    .map(({ schemeCode: code, schemeVersion: version, ...row }) => ({
      ...row, roleName: roleNameIn(findScheme(ctx, { schemeCode: code, schemeVersion: version }), row.role),
    }))
}
