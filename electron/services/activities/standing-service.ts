import { and, asc, eq, gte, isNull, lte } from 'drizzle-orm'
import { plainRows } from '../../../db/plain-rows.ts'
import { activityTable, attendanceTable } from '../../../db/schema/activities.ts'
import type { AttendanceTotalRow } from '../../../shared/contract/activities.ts'
import type { Term } from '../../../shared/contract/school.ts'
import { type AttendanceRules, attendanceRules, attendanceStanding, standingInWords } from '../../../shared/domain/activities/attendance-standing.ts'
import { type Day, isWithin } from '../../../shared/domain/dates/day.ts'
import type { AttendanceMark } from '../../../shared/domain/activities/activity-words.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import { parseTermKey } from '../../../shared/domain/terms/term-key.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { listTerms } from '../school/calendar-service.ts'
import { chosenSettings } from '../schemes/schemes-service.ts'
import { cyclesByStudio, type Membership, type Studio } from '../studios/studios-service.ts'

type Standing = AttendanceTotalRow['standing']
interface Span {
  readonly fromOn: Day
  readonly toOn: Day
}

/** The rules that hold for a studio by its scheme; what the school has chosen is read once for each scheme. */
export function attendanceRulesFinder(ctx: ReadContext): (studio: Studio, scheme: Scheme | null) => AttendanceRules {
  const found = new Map<Scheme, AttendanceRules>()
  return (studio, scheme) => {
    if (scheme === null) return noRules
    const rules = found.get(scheme) ?? attendanceRules(scheme, chosenSettings(ctx.db, studio))
    found.set(scheme, rules)
    return rules
  }
}

/** Activities of one studio, neither removed nor cancelled, and their marks; marks of other activities among them are passed over. */
export interface Held {
  readonly activities: readonly { readonly id: string; readonly heldOn: Day }[]
  readonly marks: readonly { readonly activityId: string; readonly personId: string; readonly mark: AttendanceMark }[]
}

/**
 * How each member stands against the studio's rules of attendance, over the span that the rules name; who is asked for decides nothing.
 * @param ofTerm what was held from the first day of the term to its last, where it has been read already: mostly it is the span
 */
export function standingsOf(ctx: ReadContext, studio: Studio, rules: AttendanceRules, term: Term, members: readonly Membership[], ofTerm?: Held): (personId: string) => Standing {
  const span = spanOf(ctx, studio, rules, term)
  const isTerm = span.fromOn === term.startsOn && span.toOn === term.endsOn
  const { activities, marks } = isTerm && ofTerm ? ofTerm : heldIn(ctx, studio.id, span)
  const entered = new Set(marks.map(({ activityId }) => activityId))
  const marksOf = Map.groupBy(marks, ({ personId }) => personId)
  const today = ctx.clock.today()
  const periods = Map.groupBy(members, ({ personId }) => personId)
  return (personId) => {
    const own = activities.filter(({ heldOn }) => periods.get(personId)?.some(({ fromOn, toOn }) => isWithin(heldOn, fromOn, toOn)) ?? false)
    const ownIds = new Set(own.map(({ id }) => id))
    const withoutMarks = own.filter(({ id }) => !entered.has(id))
    const standing = attendanceStanding({
      marks: (marksOf.get(personId) ?? []).filter(({ activityId }) => ownIds.has(activityId)).map(({ mark }) => mark),
      unmarked: withoutMarks.filter(({ heldOn }) => heldOn < today).length,
      toCome: withoutMarks.filter(({ heldOn }) => heldOn >= today).length,
    }, rules)
    return { ...standing, line: rules.line === null ? null : rules.line.numerator / rules.line.denominator, words: standingInWords(standing, rules.line) }
  }
}

/** A scheme whose file cannot be read says nothing. */
const noRules: AttendanceRules = { excused: 'notMissed', latesPerAbsence: 0, unmarked: 'leftOut', base: 'term', line: null }

function spanOf(ctx: ReadContext, studio: Studio, { base }: AttendanceRules, term: Term): Span {
  if (base === 'schoolYear') {
    const { schoolYear } = parseTermKey(term.key)
    const terms = listTerms(ctx.db).filter(({ key }) => parseTermKey(key).schoolYear === schoolYear)
    return { fromOn: terms[0]?.startsOn ?? term.startsOn, toOn: terms.at(-1)?.endsOn ?? term.endsOn }
  }
  const cycle = base === 'cycle' ? cyclesByStudio(ctx.db, [studio.id]).get(studio.id)?.findLast(({ startsOn }) => startsOn <= term.endsOn) : undefined
  return cycle ? { fromOn: cycle.startsOn, toOn: cycle.endsOn } : { fromOn: term.startsOn, toOn: term.endsOn }
}

const counting = (studioId: string, { fromOn, toOn }: Span) => and(
  eq(activityTable.studioId, studioId), gte(activityTable.heldOn, fromOn), lte(activityTable.heldOn, toOn), isNull(activityTable.removedAt), isNull(activityTable.cancelledAt),
)

function heldIn(ctx: ReadContext, studioId: string, span: Span): Held {
  const { id, heldOn } = activityTable
  const { activityId, personId, mark } = attendanceTable
  return {
    activities: plainRows(ctx.db, ctx.db.select({ id, heldOn }).from(activityTable).where(counting(studioId, span)).orderBy(asc(heldOn))),
    marks: plainRows(ctx.db, ctx.db.select({ activityId, personId, mark }).from(attendanceTable).innerJoin(activityTable, eq(activityId, id)).where(counting(studioId, span))),
  }
}
