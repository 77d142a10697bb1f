import type { Day } from '../dates/day.ts'
import { isWithin } from '../dates/day.ts'
import type { Fen } from '../money/fen.ts'
import { timesFen } from '../money/fen.ts'
import type { MemberRole } from '../studios/studio-words.ts'

export interface HeadCountRule {
  readonly countingOn: Day
  /** From the scheme or a setting. Whether the host counts is said by its being here: bureaus differ. */
  readonly rolesCounted: readonly MemberRole[]
}

export interface CountableMembership {
  readonly membershipId: string
  readonly personId: string
  readonly personName: string
  readonly role: MemberRole
  readonly fromOn: Day
  /** The last day; open while null. */
  readonly toOn: Day | null
  readonly voidedAt: string | null
}

export interface HeadLine {
  readonly membershipId: string
  readonly personId: string
  readonly personName: string
  readonly role: MemberRole
  readonly counted: boolean
  /** Why, in Chinese, to be shown beside the name. */
  readonly reason: string
}

export interface HeadCount {
  readonly countingOn: Day
  readonly rolesCounted: readonly MemberRole[]
  readonly hostCounted: boolean
  /** Persons, each once. */
  readonly count: number
  /** One line for each membership, the counted ones first. */
  readonly lines: readonly HeadLine[]
}

/**
 * Who counts for an allotment per head (`per_person_per_term`): memberships in force on the counting day, both ends included,
 * whose role counts, each person once. Who joined on the same day
 * stays in the order given, that of the studio's list. `roleName` gives the word that the scheme uses for a role.
 */
export function countHeads(memberships: readonly CountableMembership[], rule: HeadCountRule, roleName: (role: MemberRole) => string): HeadCount {
  const rank = (role: MemberRole) => {
    const place = rule.rolesCounted.indexOf(role)
    return place < 0 ? rule.rolesCounted.length : place
  }
  const ordered = memberships.toSorted((a, b) => rank(a.role) - rank(b.role) || (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0))
  const persons = new Set<string>()
  const lines = ordered.map((membership): HeadLine => {
    const { membershipId, personId, personName, role } = membership
    const refusal = whyNot(membership, rule, roleName, persons)
    if (refusal === undefined) persons.add(personId)
    return { membershipId, personId, personName, role, counted: refusal === undefined, reason: refusal ?? `${rule.countingOn} 在任${roleName(role)}，计入` }
  })
  return {
    countingOn: rule.countingOn,
    rolesCounted: rule.rolesCounted,
    hostCounted: rule.rolesCounted.includes('host'),
    count: persons.size,
    lines: lines.toSorted((a, b) => Number(b.counted) - Number(a.counted)),
  }
}

function whyNot(membership: CountableMembership, rule: HeadCountRule, roleName: (role: MemberRole) => string, persons: ReadonlySet<string>): string | undefined {
  if (membership.voidedAt !== null) return '该任期已作废，不计'
  if (membership.fromOn > rule.countingOn) return `${membership.fromOn} 才加入，晚于计数日 ${rule.countingOn}，不计`
  if (!isWithin(rule.countingOn, membership.fromOn, membership.toOn)) return `${membership.toOn ?? ''} 已离任，早于计数日 ${rule.countingOn}，不计`
  if (!rule.rolesCounted.includes(membership.role)) return `${roleName(membership.role)}不在计数范围内，不计`
  return persons.has(membership.personId) ? '同一人已按另一身份计入，不重复计' : undefined
}

/** Persons counted × the rate. */
export function perHeadAmount(count: HeadCount, rateFen: number): Fen {
  return timesFen(rateFen, count.count)
}
