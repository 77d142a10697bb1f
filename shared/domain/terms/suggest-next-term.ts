import { addDays, daysBetween, makeDay, startOfWeek } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import { nextTermKey, parseTermKey, termKey } from './term-key.ts'
import type { Term } from './term-key.ts'

/** Fifty-two weeks: keeps the weekday. */
const aYear = 364
const winterBreakWeeks = 4
const usualTeachingWeeks = 20

/**
 * Days to put into the editor for the term after `previous`; a proposal to be corrected, never used without being saved.
 * The same term of the year before is moved on by 52 weeks where it is known; else an autumn term begins on 1 September and
 * a spring term four weeks after the end of the autumn one, each with twenty weeks of lessons.
 */
export function suggestNextTerm(previous: Term, known: readonly Term[] = []): Term {
  const key = nextTermKey(previous.key)
  const { schoolYear, ordinal } = parseTermKey(key)
  const yearBefore = known.find((term) => term.key === termKey(schoolYear - 1, ordinal))
  const head = { key, schoolYear, ordinal }
  if (yearBefore !== undefined && addDays(yearBefore.startsOn, aYear) > previous.endsOn) {
    return {
      ...head,
      startsOn: addDays(yearBefore.startsOn, aYear),
      endsOn: addDays(yearBefore.endsOn, aYear),
      teachingStartsOn: addDays(yearBefore.teachingStartsOn, aYear),
      teachingEndsOn: addDays(yearBefore.teachingEndsOn, aYear),
    }
  }
  const startsOn = ordinal === 2 ? startOfWeek(addDays(previous.endsOn, winterBreakWeeks * 7 + 6)) : laterOf(makeDay(schoolYear, 9, 1), addDays(previous.endsOn, 1))
  const teachingEndsOn = addDays(startOfWeek(startsOn), usualTeachingWeeks * 7 - 3)
  return { ...head, startsOn, teachingStartsOn: startsOn, teachingEndsOn, endsOn: addDays(teachingEndsOn, 2) }
}

function laterOf(a: Day, b: Day): Day {
  return daysBetween(a, b) > 0 ? b : a
}
