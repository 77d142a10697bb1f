import type { Day } from '../dates/day.ts'
import { addDays } from '../dates/day.ts'
import type { DutyMembership } from './duty-input.ts'
import type { DutyReport } from './duty-line.ts'
import { overlap } from './duty-period.ts'
import type { Span } from './duty-period.ts'

interface Held { readonly role: string; readonly span: Span }

/** Who was what in the studio, when: memberships cut to the cycle, those of one person put together. */
export interface OfficeSpans {
  readonly reports: readonly DutyReport[]
  readonly personIds: readonly string[]
  /** When the person was in one of the roles (any of them when none are given), merged, earliest first. */
  spansOf(personId: string, roles?: ReadonlySet<string>): readonly Span[]
  rolesOn(personId: string, day: Day): readonly string[]
  hasRole(role: string): boolean
}

/** Reads the memberships. Two of one person in one role at the same time count once and are reported; one that ends before it begins is passed over and reported. */
export function officeSpans(memberships: readonly DutyMembership[], cycle: Span): OfficeSpans {
  const held = new Map<string, Held[]>()
  const reports: DutyReport[] = []
  for (const { personId, role, fromOn, toOn } of memberships.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0))) {
    if (toOn !== null && toOn < fromOn) {
      reports.push({ code: 'endsBeforeItBegins', personId, role, fromOn, toOn })
      continue
    }
    const span = overlap({ fromOn, toOn: toOn ?? cycle.toOn }, cycle)
    if (span === null) continue
    const own = held.get(personId) ?? []
    if (own.some((other) => other.role === role && overlap(other.span, span) !== null)) reports.push({ code: 'overlappingMemberships', personId, role, fromOn, toOn })
    own.push({ role, span })
    held.set(personId, own)
  }
  const roles = new Set([...held.values()].flatMap((own) => own.map(({ role }) => role)))
  return {
    reports,
    personIds: [...held.keys()].toSorted(),
    spansOf: (personId, meant) => merged((held.get(personId) ?? []).filter(({ role }) => meant === undefined || meant.has(role)).map(({ span }) => span)),
    rolesOn: (personId, day) => [...new Set((held.get(personId) ?? []).filter(({ span }) => isIn(span, day)).map(({ role }) => role))],
    hasRole: (role) => roles.has(role),
  }
}

export function isIn(span: Span, day: Day): boolean {
  return span.fromOn <= day && day <= span.toOn
}

/** Spans that touch or overlap become one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const span of spans.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    const last = found.at(-1)
    if (last !== undefined && span.fromOn <= addDays(last.toOn, 1)) {
      found[found.length - 1] = { fromOn: last.fromOn, toOn: span.toOn > last.toOn ? span.toOn : last.toOn }
    } else found.push(span)
  }
  return found
}
