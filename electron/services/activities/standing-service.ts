import { and, asc, eq, gte, isNull, lte } from 'drizzle-orm'
import { plainRows } from '../../../db/plain-rows.ts'
import { activityTable, attendanceTable } from '../../../db/schema/activities.ts'
import type { AttendanceTotalRow } from '../../../shared/contract/activities.ts'
import type { Term } from '../../../shared/contract/school.ts'
import { type AttendanceRules, attendanceRules, attendanceStanding, standingInWords } from '../../../shared/domain/activities/attendance-standing.ts'
import { type Day, isWithin } from '../../../shared/domain/dates/day.ts'
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

/** How each member stands against the studio's rules of attendance, over the span that the rules name; who is asked for decides nothing. */
export function standingsOf(ctx: ReadContext, studio: Studio, scheme: Scheme | null, term: Term, members: readonly Membership[]): (personId: string) => Standing {
  const rules = scheme === null ? noRules : attendanceRules(scheme, chosenSettings(ctx.db, studio))
  const span = spanOf(ctx, studio, rules, term)
  const activities = activitiesIn(ctx, studio.id, span)
  const marks = Map.groupBy(marksIn(ctx, studio.id, span), ({ activityId }) => activityId)
  const today = ctx.clock.today()
  const periods = Map.groupBy(members, ({ personId }) => personId)
  return (personId) => {
    const own = activities.filter(({ heldOn }) => periods.get(personId)?.some(({ fromOn, toOn }) => isWithin(heldOn, fromOn, toOn)) ?? false)
    const withoutMarks = own.filter(({ id }) => !marks.has(id))
    const standing = attendanceStanding({
      marks: own.flatMap(({ id }) => marks.get(id)?.find((mark) => mark.personId === personId)?.mark ?? []),
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

function activitiesIn(ctx: ReadContext, studioId: string, span: Span) {
  const t = activityTable
  return plainRows(ctx.db, ctx.db.select({ id: t.id, heldOn: t.heldOn }).from(t).where(counting(studioId, span)).orderBy(asc(t.heldOn)))
}

function marksIn(ctx: ReadContext, studioId: string, span: Span) {
  const { activityId, personId, mark } = attendanceTable
  return plainRows(ctx.db, ctx.db.select({ activityId, personId, mark }).from(attendanceTable).innerJoin(activityTable, eq(activityId, activityTable.id)).where(counting(studioId, span)))
}
