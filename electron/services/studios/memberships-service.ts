import { and, eq, inArray, isNull } from 'drizzle-orm'
import { personTable } from '../../../db/schema/people.ts'
import { membershipTable } from '../../../db/schema/studios.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { JudgedCriterion, MemberPreview, StudioFacts } from '../../../shared/contract/studios.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { dutySettings } from '../../../shared/domain/duties/duty-settings.ts'
import { checkEligibility, eligibilityDay } from '../../../shared/domain/schemes/eligibility.ts'
import { roleNameIn } from '../../../shared/domain/schemes/scheme-settings.ts'
import { judgeLimits, type LimitedMembership, newlyOverstepped } from '../../../shared/domain/studios/judge-limits.ts'
import type { MemberRole } from '../../../shared/domain/studios/studio-words.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { ReadContext, Write, WriteContext } from '../../dispatch/context.ts'
import { outcomesOfCandidates } from '../outcomes/candidate-outcomes-service.ts'
import { chosenSettings, schemeOf } from '../schemes/schemes-service.ts'
import { schemeKeyOn } from './studio-schemes-service.ts'
import { assertMayWriteStudio } from './studio-scope.ts'
import { otherStudiosOf } from './studio-views.ts'
import { type Membership, membershipsOf, studioById } from './studios-service.ts'

type LimitedFacts = Pick<StudioFacts, 'kind' | 'subject' | 'hostSchool' | 'schemeCode' | 'schemeVersion'>
export interface NewMember {
  readonly personId: string
  readonly role: MemberRole
}
interface Additions {
  readonly people: readonly NewMember[]
  readonly fromOn: string
}
type Reading = Pick<ReadContext, 'surroundings'> & { readonly db: ReadDb }
type Person = typeof personTable.$inferSelect

/** What would become of the limits with these people, before anything is saved. */
export function previewMembers(ctx: ReadContext, input: Additions & { studioId: string | null; draft: LimitedFacts | null }): MemberPreview {
  if (input.studioId !== null) assertMayWriteStudio(ctx, input.studioId)
  const studio = input.draft ?? (input.studioId === null ? null : studioById(ctx.db, input.studioId))
  if (!studio) throw new AppError('studios.none', 'notFound', '请先填写工作室的基本信息')
  const { preview } = judge(ctx, studio, input.studioId === null ? [] : membershipsOf(ctx.db, input.studioId), input)
  const elsewhere = otherStudiosOf(ctx, input.people.map(({ personId }) => personId), input.studioId, input.fromOn)
  return { ...preview, warnings: [...preview.warnings, ...elsewhere.map(({ personName, studioName }) => `${personName} 同时在「${studioName}」`)] }
}

/**
 * Takes people in, all or none. A reason is kept with those who overstep a hard rule, and only with them.
 * @throws `studios.limitOverstepped`, `studios.alreadyIn`, `studios.noPerson`, `studios.removed`
 */
export function addMembers(ctx: WriteContext, input: Additions & { studioId: string; exceptionReason: string | null }): number {
  assertMayWriteStudio(ctx, input.studioId)
  const studio = studioById(ctx.db, input.studioId)
  const names = peopleById(ctx.db, input.people).map(({ name }) => name).join('、')
  ctx.write(`「${studio.name}」加入 ${input.people.length} 人：${names}`, (w) => addMembersTx(w, ctx, studio, input))
  return input.people.length
}

/** @throws as `addMembers` */
export function addMembersTx(
  w: Write, ctx: Pick<WriteContext, 'clock' | 'ids' | 'surroundings'>, studio: LimitedFacts & { readonly id: string }, input: Additions & { exceptionReason: string | null },
): void {
  const reading = { db: w.tx, surroundings: ctx.surroundings }
  const before = membershipsOf(w.tx, studio.id)
  for (const person of peopleById(w.tx, input.people)) refuseIfIn(reading, studio, before, person, input.fromOn)
  const { preview, oversteppers } = judge(reading, studio, before, input)
  const reason = input.exceptionReason === '' ? null : input.exceptionReason
  if (preview.overstepped.length > 0 && reason === null) {
    throw new AppError('studios.limitOverstepped', 'precondition', `不符合规程：${preview.overstepped.join('；')}。如已获准，请写明理由后再保存`, {
      places: preview.overstepped.map((message) => ({ field: 'exceptionReason', message })),
    })
  }
  for (const { personId, role } of input.people) {
    const row = {
      id: ctx.ids.next(), studioId: studio.id, personId, role, fromOn: input.fromOn,
      exceptionReason: oversteppers.has(personId) ? reason : null, createdAt: ctx.clock.now(),
    }
    w.tx.insert(membershipTable).values(row).run()
    w.changed('membership', row.id, null, row)
  }
  w.changed('studio', studio.id, { members: namesOf(before) }, { members: namesOf(membershipsOf(w.tx, studio.id)) })
}

/** Ends several at once; the last day is theirs. @throws `studios.ended`, `studios.endsBeforeStart` */
export function endMemberships(ctx: WriteContext, input: { studioId: string; membershipIds: readonly string[]; toOn: string; reason: string }): number {
  assertMayWriteStudio(ctx, input.studioId)
  const studio = studioById(ctx.db, input.studioId)
  const own = pick(ctx.db, input.studioId, input.membershipIds)
  for (const { personName, toOn, fromOn } of own) {
    if (toOn !== null) throw new AppError('studios.ended', 'precondition', `${personName} 的任期已在 ${toOn} 结束，不能再改；如当时填错，请作废后重新登记`)
    if (input.toOn < fromOn) {
      throw new AppError('studios.endsBeforeStart', 'invalid', `${personName} 的任期从 ${fromOn} 开始，结束日期不能早于这一天`, {
        places: [{ field: 'toOn', message: `不早于 ${fromOn}` }],
      })
    }
  }
  ctx.write(`「${studio.name}」${own.map(({ personName }) => personName).join('、')} 的任期到 ${dayInText(input.toOn)}为止`, (w) => {
    const before = membershipsOf(w.tx, input.studioId)
    for (const { membershipId, toOn, endReason } of own) {
      const after = { toOn: input.toOn, endReason: input.reason }
      const { changes } = w.tx.update(membershipTable).set(after).where(and(eq(membershipTable.id, membershipId), isNull(membershipTable.toOn))).run()
      if (changes !== 1) throw new AppError('studios.ended', 'conflict', '其中有人的任期刚被别人结束，请重新打开后再试')
      w.changed('membership', membershipId, { toOn, endReason }, after)
    }
    w.changed('studio', input.studioId, { members: namesOf(before) }, { members: namesOf(membershipsOf(w.tx, input.studioId)) })
  })
  return own.length
}

/** Takes back what was entered by mistake: the row stays, and counts nowhere. */
export function voidMembership(ctx: WriteContext, input: { studioId: string; membershipId: string; reason: string }): void {
  assertMayWriteStudio(ctx, input.studioId)
  const studio = studioById(ctx.db, input.studioId)
  const [membership] = pick(ctx.db, input.studioId, [input.membershipId])
  const { personName, membershipId } = must(membership, 'pick refuses what it does not find')
  ctx.write(`「${studio.name}」作废 ${personName} 的任期（录错）`, (w) => {
    const before = membershipsOf(w.tx, input.studioId)
    const after = { voidedAt: ctx.clock.now(), voidReason: input.reason }
    w.tx.update(membershipTable).set(after).where(eq(membershipTable.id, membershipId)).run()
    w.changed('membership', membershipId, { voidedAt: null, voidReason: null }, after)
    w.changed('studio', input.studioId, { members: namesOf(before) }, { members: namesOf(membershipsOf(w.tx, input.studioId)) })
  })
}

/** By the scheme of the day on which they come; a studio that is being set up has only one. */
function judge(ctx: Reading, asked: LimitedFacts & { readonly id?: string }, memberships: readonly Membership[], { people, fromOn }: Additions) {
  const studio = asked.id === undefined ? asked : { ...asked, ...schemeKeyOn(ctx.db, { ...asked, id: asked.id }, fromOn) }
  const scheme = schemeOf(ctx, studio)
  const chosen = chosenSettings(ctx.db, studio)
  const records = peopleById(ctx.db, people)
  const additions = people.map(({ personId, role }, at): LimitedMembership => {
    const { schoolName, subject } = must(records[at], 'peopleById keeps the order')
    return { personId, role, schoolName, subject, fromOn, toOn: null, exceptionReason: null }
  })
  const oversteps = newlyOverstepped(scheme, memberships, additions, studio, chosen)
  const oversteppers = new Set<string>()
  additions.forEach((addition, at) => {
    const one = newlyOverstepped(scheme, [...memberships, ...additions.slice(0, at)], [addition], studio, chosen)
    if (one.some(({ finding }) => finding.strength === 'hard')) oversteppers.add(addition.personId)
  })
  const countedOn = eligibilityDay(scheme, chosen, fromOn)
  const pasts = outcomesOfCandidates(ctx.db, people.map(({ personId }) => personId))
  const confirmedOnly = dutySettings(scheme, chosen).countedRecords === 'confirmed'
  const eligibility = people.flatMap(({ role }, at) => {
    const person = must(records[at], 'peopleById keeps the order')
    const criteria = checkEligibility(scheme, role, person, countedOn, studio, { records: pasts.get(person.id) ?? [], confirmedOnly })
      .map(({ rule, state, strength, message, missing, add, records: seen }): JudgedCriterion => ({ rule, state, strength, message, missing, add, records: [...seen] }))
    if (criteria.some(isOverstepped)) oversteppers.add(person.id)
    return criteria.length === 0 ? [] : [{ personId: person.id, personName: person.name, criteria }]
  })
  const sentence = ({ finding, on }: (typeof oversteps)[number]) => (on === fromOn ? finding.message : `自 ${dayInText(on)}起，${finding.message}`)
  const preview: MemberPreview = {
    limits: judgeLimits(scheme, [...memberships, ...additions], studio, fromOn, chosen).map((limit) => ({ ...limit })),
    eligibility, countedOn,
    warnings: oversteps.filter(({ finding }) => finding.strength === 'soft').map(sentence),
    overstepped: [
      ...oversteps.filter(({ finding }) => finding.strength === 'hard').map(sentence),
      ...eligibility.flatMap(({ personName, criteria }) => criteria.filter(isOverstepped).map(({ message }) => `${personName} ${message}`)),
    ],
  }
  return { preview, oversteppers }
}

/** A hard criterion that somebody does not fulfil, or only by an exception that the scheme allows: either way a reason is written down. */
const isOverstepped = ({ state, strength }: Pick<JudgedCriterion, 'state' | 'strength'>) => strength === 'hard' && (state === 'notMet' || state === 'exceptional')

/** In the order asked for. @throws `studios.noPerson`, `studios.twice` */
function peopleById(db: ReadDb, people: readonly NewMember[]): Person[] {
  const ids = people.map(({ personId }) => personId)
  const found = new Map(db.select().from(personTable).where(inArray(personTable.id, ids)).all().map((person) => [person.id, person]))
  return ids.map((id, at) => {
    const person = found.get(id)
    if (!person || person.removedAt !== null) throw new AppError('studios.noPerson', 'notFound', '所选的人里有一位已不在人员名单中，请重新选择')
    if (ids.indexOf(id) !== at) throw new AppError('studios.twice', 'invalid', `${person.name} 选了两次，请去掉一个`)
    return person
  })
}

function refuseIfIn(ctx: Reading, studio: LimitedFacts, memberships: readonly Membership[], person: Person, fromOn: string): void {
  const own = memberships.find(({ personId, toOn }) => personId === person.id && (toOn === null || toOn >= fromOn))
  if (!own) return
  const scheme = schemeOf(ctx, studio)
  throw new AppError('studios.alreadyIn', 'conflict',
    `${person.name} 已在这个工作室（${roleNameIn(scheme, own.role)}，${own.fromOn} 起${own.toOn === null ? '' : `，到 ${own.toOn}`}）。要换角色，请先结束这段任期`)
}

function pick(db: ReadDb, studioId: string, ids: readonly string[]): Membership[] {
  const all = membershipsOf(db, studioId)
  return [...new Set(ids)].map((id) => {
    const found = all.find(({ membershipId }) => membershipId === id)
    if (!found) throw new AppError('studios.noMembership', 'notFound', '其中有一段任期已经作废或不在这个工作室，请重新打开后再试')
    return found
  })
}

function namesOf(memberships: readonly Membership[]): string {
  return memberships.filter(({ toOn }) => toOn === null).map(({ personName }) => personName).join('、')
}
