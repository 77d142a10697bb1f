import { dayParts, makeDay } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import { suggestNextTerm } from './suggest-next-term.ts'
import { termKey } from './term-key.ts'
import type { Term } from './term-key.ts'

/**
 * Days to put into the editor when no term is known yet: the term that a school is likely to be in, or to be preparing, on
 * this day. From July on that is the autumn term, in January still the same one, from February to June the spring term.
 */
export function suggestFirstTerm(today: Day): Term {
  const { year, month } = dayParts(today)
  const autumn = autumnOf(month >= 7 ? year : year - 1)
  return month >= 2 && month <= 6 ? suggestNextTerm(autumn) : autumn
}

/** Days for a term of which only the key is known. */
export function suggestTerm(schoolYear: number, ordinal: number): Term {
  const autumn = autumnOf(schoolYear)
  return ordinal === 1 ? autumn : suggestNextTerm(autumn)
}

function autumnOf(schoolYear: number): Term {
  const summer = makeDay(schoolYear, 7, 10)
  return suggestNextTerm({
    key: termKey(schoolYear - 1, 2), schoolYear: schoolYear - 1, ordinal: 2, startsOn: summer, endsOn: summer, teachingStartsOn: summer, teachingEndsOn: summer,
  })
}
