import type { Scheme } from '../schemes/scheme-format.ts'
import { isMemberRole } from '../schemes/scheme-settings.ts'
import { memberRoles } from '../studios/studio-words.ts'
import type { DutySettings } from './duty-settings.ts'
import type { Span } from './duty-period.ts'
import type { OfficeSpans } from './office-spans.ts'

export interface DutyPerson {
  readonly personId: string
  readonly spans: readonly Span[]
}

/** Of whom a duty's `subject` asks. */
export type MeantSubjects =
  | { readonly kind: 'studio' }
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'people'; readonly roles: ReadonlySet<string>; readonly people: ReadonlyMap<string, DutyPerson> }

/** Bodies outside the studio: what they must do is kept with it, whoever did it. */
const bodies = new Set([
  'school', 'league', 'bureau', 'deanOffice', 'dean', 'hostSchool', 'memberSchool', 'leadingGroup', 'schoolLeader', 'class', 'eachClass', 'group', 'eachGroup',
])

/** The people, the studio or the body that a duty's `subject` means. A role that nobody holds gives no people. */
export function meantSubjects(subject: string, scheme: Scheme, settings: DutySettings, office: OfficeSpans): MeantSubjects {
  if (subject === 'studio') return { kind: 'studio' }
  if (bodies.has(subject)) return { kind: 'body', body: subject }
  const roles = rolesMeant(subject, scheme, settings, office)
  if (roles === null) return { kind: 'body', body: subject }
  const people = office.personIds.flatMap((personId): [string, DutyPerson][] => {
    const spans = office.spansOf(personId, roles)
    return spans.length === 0 ? [] : [[personId, { personId, spans }]]
  })
  return { kind: 'people', roles, people: new Map(people) }
}

/** Null: no role of people at all (an office such as `recorder` that no membership names). */
function rolesMeant(subject: string, scheme: Scheme, settings: DutySettings, office: OfficeSpans): ReadonlySet<string> | null {
  switch (subject) {
    case 'host': return new Set(['host'])
    case 'eachMember': return membersMeant(scheme, settings)
    case 'hostAndEachMember': return new Set(['host', ...membersMeant(scheme, settings)])
    default: {
      const bare = subject.startsWith('each') ? subject.charAt(4).toLowerCase() + subject.slice(5) : subject
      return isMemberRole(bare) || subject !== bare || office.hasRole(bare) ? new Set([bare]) : null
    }
  }
}

/**
 * 每位成员: the school's choice; else members and core members, and every role that the scheme counts among them (主持人助手 inside the seven).
 * A scheme that knows no members means its trainees; one that names no roles at all means everyone but host and advisor.
 */
export function membersMeant(scheme: Scheme, settings: DutySettings): ReadonlySet<string> {
  if (settings.memberDutyRoles !== null) return new Set(settings.memberDutyRoles)
  const roles = scheme.roles ?? []
  if (!roles.some(({ role }) => role !== 'host' && isMemberRole(role))) return new Set(memberRoles.filter((role) => role !== 'host' && role !== 'advisor'))
  const core = new Set(['member', 'coreMember'])
  const inside = roles.filter(({ role, includedIn }) => role !== 'host' && includedIn !== undefined && core.has(includedIn)).map(({ role }) => role)
  if (roles.some(({ role }) => core.has(role))) return new Set([...core, ...inside])
  return new Set(roles.map(({ role }) => role).filter((role) => role === 'trainee' || role === 'reserveMember'))
}
