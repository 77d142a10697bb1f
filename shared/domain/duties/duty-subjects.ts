import type { Scheme } from '../schemes/scheme-format.ts'
import { isMemberRole } from '../schemes/scheme-settings.ts'
import { studioKindOf } from '../schemes/studio-kind-of.ts'
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

/** Those for which a team of the school (班主任队伍, 教学常规 …) stands itself: what its scheme asks of them is the team's to do. What each class hands in (《教学日记》) is collected by it. */
const bodiesOfTeams = new Set(['school', 'league', 'deanOffice', 'dean', 'leadingGroup', 'schoolLeader', 'eachClass'])

const bodiesOfOneClass = new Set([...bodiesOfTeams, 'class'])

/** The bodies whose duties are due in whatever follows the scheme; of a studio none. Rules for the running of a class are followed by that class. */
export function ownBodies(scheme: Pick<Scheme, 'kind'>): ReadonlySet<string> {
  if (scheme.kind === 'classManagement') return bodiesOfOneClass
  return studioKindOf(scheme) === 'team' ? bodiesOfTeams : new Set()
}

const allButHostAndAdvisor = memberRoles.filter((role) => role !== 'host' && role !== 'advisor')

/** What the schemes of teams call people, in the roles that a team has. Who is named by a post that only some hold (中高级教师) is asked of nobody by name. */
const rolesInTeams: Readonly<Record<string, readonly string[]>> = {
  teacher: allButHostAndAdvisor, homeroomTeacher: allButHostAndAdvisor, backbone: allButHostAndAdvisor, contestant: allButHostAndAdvisor,
  traineeHomeroom: ['trainee'], seniorHomeroom: ['coreMember'],
}

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
      const inTeam = studioKindOf(scheme) === 'team' ? rolesInTeams[bare] : undefined
      if (inTeam !== undefined) return new Set(inTeam)
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
  if (!roles.some(({ role }) => role !== 'host' && isMemberRole(role))) return new Set(allButHostAndAdvisor)
  const core = new Set(['member', 'coreMember'])
  const inside = roles.filter(({ role, includedIn }) => role !== 'host' && includedIn !== undefined && core.has(includedIn)).map(({ role }) => role)
  if (roles.some(({ role }) => core.has(role))) return new Set([...core, ...inside])
  return new Set(roles.map(({ role }) => role).filter((role) => role === 'trainee' || role === 'reserveMember'))
}
