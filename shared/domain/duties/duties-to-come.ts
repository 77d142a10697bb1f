import type { Day } from '../dates/day.ts'
import { type DraftLine, openBooksAhead } from './duty-book.ts'
import type { DutyInput } from './duty-input.ts'
import type { DutyOutcome, DutySubject, NeededBasis } from './duty-line.ts'
import type { PeriodInstance } from './duty-period.ts'
import { ownBodies } from './duty-subjects.ts'
import { tenuresOf } from './followed-schemes.ts'
import { officeSpans } from './office-spans.ts'

/** One duty in one period that has not begun. */
export interface DutyToCome extends Pick<DutyOutcome, 'ref' | 'title' | 'unit'> {
  /** Whom the scheme asks, in its own word. */
  readonly who: string
  readonly isSoft: boolean
  readonly period: PeriodInstance
  readonly dueOn: Day
  /** The studio, its own body, or the people who will be in it then, in the order of the memberships. */
  readonly subjects: readonly DutySubject[]
  /** What is asked of each of them; null where it is not the same. */
  readonly needed: number | null
  readonly printed: NeededBasis['printed']
}

interface Wanted {
  /** Only what begins and is due up to this day. */
  readonly until: Day
  /** Only what is asked of this person. */
  readonly personId?: string | undefined
}

/**
 * What will be due in periods that begin after today, the earliest first: by the memberships, the calendar and the scheme as they are known now.
 * Left out as in `dueList`: what is only recorded, optional or asked of bodies outside. Nothing can be done for it yet, so nothing is counted.
 */
export function dutiesToCome(input: DutyInput, { until, personId }: Wanted): readonly DutyToCome[] {
  const office = officeSpans(input.memberships, { fromOn: input.studio.cycleFromOn, toOn: input.studio.cycleToOn })
  const own = ownBodies(input.scheme)
  const isMeant = ({ subject }: DraftLine) => (personId === undefined
    ? subject.kind !== 'body' || own.has(subject.body)
    : subject.kind === 'person' && subject.personId === personId)
  return openBooksAhead(tenuresOf(input), input, office, until)
    .flatMap((book) => {
      const lines = [...book.lines.values()].flat().filter((line): line is DraftLine => line !== null && isAsked(line) && isMeant(line) && line.dueOn !== null && line.dueOn <= until)
      return [...Map.groupBy(lines, ({ period, dueOn }) => `${period.key}|${dueOn}`).values()].map((same) => together(same))
    })
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

function isAsked({ book: { read: { duty } }, period, amount }: DraftLine): boolean {
  return amount.needed !== null && amount.needed > 0 && amount.notAsked === null && duty.optional !== true && period.per !== 'lesson'
}

/** @param lines of one duty in one period, at least one */
function together(lines: readonly DraftLine[]): DutyToCome {
  const [{ book, period, dueOn, amount }] = lines as readonly [DraftLine]
  const { duty } = book.read
  return {
    ref: book.ref, title: duty.title, unit: duty.unit, who: duty.subject, isSoft: duty.strength === 'soft', period, dueOn: dueOn ?? '', subjects: lines.map(({ subject }) => subject),
    needed: lines.every((line) => line.amount.needed === amount.needed) ? amount.needed : null, printed: amount.basis.printed,
  }
}
