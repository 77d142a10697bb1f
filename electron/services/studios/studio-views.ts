import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { membershipTable, studioTable } from '../../../db/schema/studios.ts'
import { personTable } from '../../../db/schema/people.ts'
import type { Cycle, MembershipLine, StudioRecord, StudioRow } from '../../../shared/contract/studios.ts'
import { inForceOn } from '../../../shared/domain/schemes/composition-limits.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import { levelName, roleNameIn } from '../../../shared/domain/schemes/scheme-settings.ts'
import { judgeLimits, type LimitVerdict, worstVerdict } from '../../../shared/domain/studios/judge-limits.ts'
import { memberRoles, studioLevelNames } from '../../../shared/domain/studios/studio-words.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { chosenSettings, findScheme } from '../schemes/schemes-service.ts'
import { schemesOfStudio } from './studio-schemes-service.ts'
import { assertMayReadStudio, visibleStudioIds } from './studio-scope.ts'
import { cyclesByStudio, listVisibleStudios, type Membership, membershipRows, type Studio, studioById } from './studios-service.ts'

/** The list of studios, or of those in the recycle bin, and how many lie there. */
export function studioRows(ctx: ReadContext, removed: boolean): { rows: StudioRow[]; inBin: number } {
  const bin = visibleStudioIds(ctx) === 'all'
    ? ctx.db.select().from(studioTable).where(isNotNull(studioTable.removedAt)).orderBy(desc(studioTable.removedAt)).all()
    : []
  const studios = removed ? bin : listVisibleStudios(ctx)
  const ids = studios.map(({ id }) => id)
  const memberships = Map.groupBy(membershipRows(ctx.db, ids), ({ studioId }) => studioId)
  const cycles = cyclesByStudio(ctx.db, ids)
  return {
    rows: studios.map((studio) => rowOf(ctx, studio, memberships.get(studio.id) ?? [], cycles.get(studio.id) ?? []).row),
    inBin: bin.length,
  }
}

/** Everything on the page of one studio. @throws `studios.none`, `studios.notYours` */
export function studioRecord(ctx: ReadContext, id: string): StudioRecord {
  assertMayReadStudio(ctx, id)
  const studio = studioById(ctx.db, id)
  const cycles = cyclesByStudio(ctx.db, [id]).get(id) ?? []
  const memberships = membershipRows(ctx.db, [id])
  const { row, scheme, limits } = rowOf(ctx, studio, memberships, cycles)
  return {
    ...row, cycles,
    limits: limits.map((limit) => ({ ...limit })),
    schemes: schemesOfStudio(ctx, studio, ctx.clock.today()),
    memberships: [
      ...memberships.map((each) => lineOf(each, scheme, ctx.clock.today())),
      ...voidedOf(ctx, id, scheme),
    ],
  }
}

function rowOf(ctx: ReadContext, studio: Studio, memberships: readonly Membership[], cycles: readonly Cycle[]) {
  const today = ctx.clock.today()
  const scheme = findScheme(ctx, studio)
  const asOf = dayOfFigures(memberships, today)
  const people = inForceOn(memberships.map((each) => ({ ...each, voidedAt: null })), asOf)
  const limits: readonly LimitVerdict[] = scheme
    ? judgeLimits(scheme, memberships, studio, asOf, chosenSettings(ctx.db, studio))
    : []
  const { kind, name, subject, schoolStage, level, hostSchool, schemeCode, schemeVersion, note, id, revision, removedAt, removedReason } = studio
  const row: StudioRow = {
    kind, name, subject, schoolStage, level, hostSchool, schemeCode, schemeVersion, note, id, revision, removedAt, removedReason,
    levelName: (scheme && levelName(scheme, level)) ?? studioLevelNames[level],
    schemeTitle: scheme?.title ?? null,
    hostWord: roleNameIn(scheme, 'host'),
    hosts: people.filter(({ role }) => role === 'host').map(({ personName }) => personName),
    asOf,
    people: new Set(people.map(({ personId }) => personId)).size,
    composition: memberRoles.flatMap((role) => {
      const count = people.filter((person) => person.role === role).length
      return count === 0 ? [] : [{ role, name: roleNameIn(scheme, role), count }]
    }),
    cycle: cycles.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn) ?? cycles.at(-1) ?? null,
    limit: worstVerdict(limits),
  }
  return { row, scheme, limits }
}

/** Today; but a studio whose first people come later is shown as it will be on that day. */
export function dayOfFigures(memberships: readonly Pick<Membership, 'fromOn'>[], today: string): string {
  const first = memberships.map(({ fromOn }) => fromOn).toSorted().at(0)
  return first !== undefined && first > today ? first : today
}

function lineOf(membership: Membership, scheme: Scheme | null, today: string): MembershipLine {
  const { studioId: _, schoolStage: __, createdAt: ___, ...shown } = membership
  return {
    ...shown, roleName: roleNameIn(scheme, membership.role), voidedAt: null, voidReason: null,
    state: membership.toOn !== null && membership.toOn < today ? 'former' : membership.fromOn > today ? 'coming' : 'current',
  }
}

/** Those entered by mistake: they count nowhere, and stay to be seen. */
function voidedOf(ctx: ReadContext, studioId: string, scheme: Scheme | null): MembershipLine[] {
  return ctx.db.select({ m: membershipTable, p: personTable }).from(membershipTable)
    .innerJoin(personTable, eq(membershipTable.personId, personTable.id))
    .where(and(eq(membershipTable.studioId, studioId), isNotNull(membershipTable.voidedAt)))
    .orderBy(desc(membershipTable.voidedAt)).all()
    .map(({ m, p }) => ({
      membershipId: m.id, personId: p.id, personName: p.name, schoolName: p.schoolName, subject: p.subject, professionalTitle: p.professionalTitle,
      role: m.role, roleName: roleNameIn(scheme, m.role), fromOn: m.fromOn, toOn: m.toOn, endReason: m.endReason,
      exceptionReason: m.exceptionReason, voidedAt: m.voidedAt, voidReason: m.voidReason, state: 'voided',
    }))
}

/** Studios other than this one in which the people are on the day or later, for the warning. */
export function otherStudiosOf(ctx: Pick<ReadContext, 'db'>, personIds: readonly string[], exceptStudioId: string | null, on: string): { personName: string; studioName: string }[] {
  return ctx.db.select({ personName: personTable.name, studioName: studioTable.name, studioId: studioTable.id, toOn: membershipTable.toOn })
    .from(membershipTable)
    .innerJoin(personTable, eq(membershipTable.personId, personTable.id))
    .innerJoin(studioTable, eq(membershipTable.studioId, studioTable.id))
    .where(and(inArray(membershipTable.personId, [...personIds]), isNull(membershipTable.voidedAt), isNull(studioTable.removedAt)))
    .all()
    .filter(({ studioId, toOn }) => studioId !== exceptStudioId && (toOn === null || toOn >= on))
}
