import { addDays } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import type { DueRule } from './due-day.ts'
import { monthDayIn } from './due-day.ts'
import type { DatedTerm, DutyCalendar } from './duty-calendar.ts'
import { daysIn, earlier, later, overlap } from './duty-period.ts'
import type { PeriodInstance, Span } from './duty-period.ts'

type Draft = Omit<PeriodInstance, 'ordinal'>

/** How long before the first entered term papers that are due before it may have been made. */
const daysBeforeFirstTerm = 60

/** 学期. What is done in the holidays after it counts for it too, if the school says so. */
export function termPeriods(calendar: DutyCalendar, cycle: Span, due: DueRule, holidayRecords: 'termBefore' | 'nowhere'): readonly Draft[] {
  return calendar.terms.flatMap((term, at): Draft[] => {
    const whole = { fromOn: term.startsOn, toOn: term.endsOn }
    const inside = overlap(whole, cycle)
    if (inside === null) return []
    const before = calendar.terms[at - 1]
    const opensOn = due.kind === 'beforeStart' ? (before === undefined ? addDays(term.startsOn, -daysBeforeFirstTerm) : addDays(before.endsOn, 1)) : inside.fromOn
    const closesOn = holidayRecords === 'termBefore' && due.kind !== 'beforeStart' && inside.toOn === term.endsOn
      ? later(inside.toOn, earlier(term.holidaysEndOn, cycle.toOn)) : inside.toOn
    return [{
      key: `term:${term.key}`, per: 'term', label: { termKey: term.key }, fromOn: inside.fromOn, toOn: inside.toOn, days: daysIn(inside),
      wholeDays: daysIn(holdsLessons(inside, term, term) ? inside : whole),
      joinBy: later(term.teachingStartsOn, inside.fromOn), stayTo: earlier(term.teachingEndsOn, inside.toOn), long: true, recurs: true,
      countsFrom: opensOn, countsTo: closesOn, dueOn: dueIn(inside, due, term.startsOn),
    }]
  })
}

/** 学年: from its first term to the day before the next school year. It is due when its second term ends; that may not be known yet. */
export function schoolYearPeriods(calendar: DutyCalendar, cycle: Span, due: DueRule): readonly Draft[] {
  const years = [...Map.groupBy(calendar.terms, ({ schoolYear }) => schoolYear).values()]
  return years.flatMap((terms): Draft[] => {
    const first = terms[0]
    const last = terms.at(-1)
    if (first === undefined || last === undefined) return []
    const isWhole = last.ordinal >= 2
    const whole = { fromOn: first.startsOn, toOn: isWhole ? last.endsOn : cycle.toOn }
    const inside = overlap(whole, cycle)
    if (inside === null) return []
    const next = calendar.terms.find(({ startsOn }) => startsOn > last.endsOn)
    const closesOn = isWhole ? later(inside.toOn, earlier(last.holidaysEndOn, cycle.toOn)) : next === undefined ? null : addDays(next.startsOn, -1)
    const days = daysIn(inside)
    return [{
      key: `schoolYear:${first.schoolYear}`, per: 'schoolYear', label: { schoolYear: first.schoolYear }, fromOn: inside.fromOn, toOn: isWhole ? inside.toOn : null,
      days, wholeDays: !isWhole || holdsLessons(inside, first, last) ? days : daysIn(whole), joinBy: later(teachingFrom(first, due), inside.fromOn), stayTo: isWhole ? earlier(last.teachingEndsOn, inside.toOn) : null,
      long: true, recurs: true, countsFrom: inside.fromOn, countsTo: closesOn, dueOn: isWhole || due.kind === 'monthDay' ? dueIn(inside, due, first.startsOn) : null,
    }]
  })
}

/** A cycle that begins before the first lesson and ends after the last cuts nothing off. */
function holdsLessons(inside: Span, first: DatedTerm, last: DatedTerm): boolean {
  return inside.fromOn <= first.teachingStartsOn && inside.toOn >= last.teachingEndsOn
}

function teachingFrom(term: DatedTerm, due: DueRule): Day {
  return due.kind === 'beforeStart' ? term.startsOn : term.teachingStartsOn
}

/** The day inside the period on which it is due by these words. */
export function dueIn(period: Span, due: DueRule, startsOn: Day): Day {
  if (due.kind === 'beforeStart') return addDays(startsOn, -1)
  return (due.kind === 'monthDay' ? monthDayIn(period, due.month, due.day) : null) ?? period.toOn
}
