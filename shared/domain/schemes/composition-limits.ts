import { halfWidth } from '../dates/half-width.ts'
import { isWithin } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import type { MemberRole } from '../studios/studio-words.ts'
import type { SettingValue } from './scheme-fragments.ts'
import type { Scheme } from './scheme-format.ts'
import { roundings, shareBases } from './scheme-people.ts'
import type { SchemeRole, ShareLimit } from './scheme-people.ts'
import { isMemberRole, settingValue, settled } from './scheme-settings.ts'
import type { ChosenSettings } from './scheme-settings.ts'

/** One person in one role, in force on the day that is looked at. */
export interface StudioPerson {
  readonly personId: string
  readonly role: MemberRole
  /** Null: not known, and then nothing is guessed. */
  readonly schoolName: string | null
  readonly subject?: string | null
}

export interface LimitFinding {
  /** `sourceRef` of the rule. */
  readonly rule: string
  /** `near`: met, but one more would break it. `unknown`: facts are missing, or a person must judge. */
  readonly state: 'met' | 'near' | 'broken' | 'unknown'
  /** Too few people, or too many (of some kind): adding people may mend the first and never the second. */
  readonly side: 'under' | 'over' | null
  /** How many people too few or too many; 0 while the rule is not broken. */
  readonly by: number
  readonly strength: 'hard' | 'soft'
  readonly message: string
}

interface MembershipPeriod {
  readonly fromOn: Day
  readonly toOn: Day | null
  readonly voidedAt: string | null
}

/** The memberships in force on the day. */
export function inForceOn<T extends MembershipPeriod>(memberships: readonly T[], on: Day): readonly T[] {
  return memberships.filter((membership) => membership.voidedAt === null && isWithin(on, membership.fromOn, membership.toOn))
}

/** How the people of a studio stand against the numbers, shares and other rules of composition of its scheme, in the scheme's order. */
export function checkComposition(
  scheme: Scheme,
  people: readonly StudioPerson[],
  studio: { readonly hostSchool: string; readonly subject?: string | null },
  chosen: ChosenSettings = {},
): readonly LimitFinding[] {
  return [
    ...(scheme.roles ?? []).flatMap((role) => checkRole(scheme, role, people, chosen)),
    ...(scheme.shareLimits ?? []).map((limit) => checkShare(scheme, limit, people, studio.hostSchool, chosen)),
    ...(scheme.composition ?? []).map((rule): LimitFinding => {
      const strength = rule.strength ?? 'hard'
      const head = { rule: rule.sourceRef, strength } as const
      if (rule.rule === 'sameSubject') return { ...head, ...checkSubjects(people, studio.subject ?? null, rule.text) }
      if (rule.rule === 'membersFromHostSchool') return { ...head, ...checkHostSchool(people, studio.hostSchool, rule.text) }
      return { ...head, state: 'unknown', side: null, by: 0, message: `${rule.text}：需要人工核对` }
    }),
  ]
}

/** Distinct people in the role, those whose role is counted inside it included. */
function peopleIn(scheme: Scheme, role: string, people: readonly StudioPerson[]): number {
  const inside = (scheme.roles ?? []).filter((other) => other.includedIn === role).map((other) => other.role)
  return new Set(people.filter((person) => person.role === role || inside.includes(person.role)).map((person) => person.personId)).size
}

function checkRole(scheme: Scheme, role: SchemeRole, people: readonly StudioPerson[], chosen: ChosenSettings): LimitFinding[] {
  if (!isMemberRole(role.role) || (role.min ?? role.max ?? role.approx) === undefined) return []
  const count = peopleIn(scheme, role.role, people)
  const tolerance = role.approx === undefined ? 0 : numberOf(settingValue(scheme, 'approxTolerance', chosen))
  const min = role.approx === undefined ? role.min : role.approx - tolerance
  const max = role.approx === undefined ? role.max : role.approx + tolerance
  const finding = (state: LimitFinding['state'], side: LimitFinding['side'], by: number, rest: string): LimitFinding[] =>
    [{ rule: role.sourceRef, state, side, by, strength: role.strength ?? 'hard', message: `${role.displayName} ${count} 人，${wanted(role)}${rest}` }]
  if (min !== undefined && count < min) return finding('broken', 'under', min - count, `，还差 ${min - count} 人`)
  if (max !== undefined && count > max) return finding('broken', 'over', count - max, `，多 ${count - max} 人`)
  return finding(max !== undefined && count === max && min !== max ? 'near' : 'met', null, 0, '')
}

function wanted({ min, max, approx }: SchemeRole): string {
  if (approx !== undefined) return `规定 ${approx} 人左右`
  if (min !== undefined && max !== undefined) return min === max ? `规定 ${min} 人` : `规定 ${min}—${max} 人`
  return min === undefined ? `最多 ${max ?? 0} 人` : `至少 ${min} 人`
}

/**
 * The part that comes from the host school. It is taken of the people who are there, or of the full studio while it is not yet full:
 * else the host alone would already be the whole of it.
 */
function checkShare(scheme: Scheme, limit: ShareLimit, people: readonly StudioPerson[], hostSchool: string, chosen: ChosenSettings): LimitFinding {
  const base = settled(scheme, limit.base, (value): value is (typeof shareBases)[number] => shareBases.some((known) => known === value), chosen)
  const rounding = settled(scheme, limit.rounding, (value): value is (typeof roundings)[number] => roundings.some((known) => known === value), chosen)
  const counted = distinct(people.filter((person) => person.role !== 'advisor' && (base === 'membersAndHost' || person.role !== 'host')))
  const total = Math.max(counted.length, fullSize(scheme, base))
  const most = round(total * limit.maxShare.numerator, limit.maxShare.denominator, rounding)
  const own = counted.filter((person) => person.schoolName !== null && sameSchool(person.schoolName, hostSchool)).length
  const unknown = counted.filter((person) => person.schoolName === null || person.schoolName.trim() === '').length
  const full = total > counted.length ? `（满员 ${total} 人）` : ''
  const missing = unknown === 0 ? '' : `；${unknown} 人未填工作单位，请补填后再核对`
  const message = `本校 ${own} 人 / 共 ${counted.length} 人${full}，上限 ${most} 人`
  const head = { rule: limit.sourceRef, strength: limit.strength ?? 'hard' } as const
  if (own > most) return { ...head, state: 'broken', side: 'over', by: own - most, message: `${message}，超出 ${own - most} 人${missing}` }
  if (own + unknown > most) return { ...head, state: 'unknown', side: null, by: 0, message: `${message}${missing}` }
  return { ...head, state: own === most ? 'near' : 'met', side: null, by: 0, message: `${message}${missing}` }
}

/** How many people the scheme foresees in the base, as far as it prints numbers. */
function fullSize(scheme: Scheme, base: (typeof shareBases)[number]): number {
  return (scheme.roles ?? [])
    .filter((role) => isMemberRole(role.role) && role.role !== 'advisor' && role.includedIn === undefined && (role.role !== 'host' || base === 'membersAndHost'))
    .reduce((sum, role) => sum + (role.max ?? role.approx ?? role.min ?? 0), 0)
}

/** numerator / denominator without a float; `nearest` takes a half up. */
export function round(numerator: number, denominator: number, rounding: (typeof roundings)[number]): number {
  const rest = numerator % denominator
  const down = (numerator - rest) / denominator
  if (rest === 0 || rounding === 'down') return down
  return rounding === 'up' || rest * 2 >= denominator ? down + 1 : down
}

function checkSubjects(people: readonly StudioPerson[], subject: string | null, text: string): Pick<LimitFinding, 'state' | 'side' | 'by' | 'message'> {
  const members = distinct(people.filter((person) => person.role !== 'advisor'))
  const unknown = members.filter((person) => (person.subject ?? '').trim() === '').length
  if (subject === null || subject.trim() === '') return { state: 'unknown', side: null, by: 0, message: `${text}：工作室没有填学科，无法核对` }
  const others = members.filter((person) => (person.subject ?? '').trim() !== '' && plain(person.subject ?? '') !== plain(subject)).length
  if (others > 0) return { state: 'broken', side: 'over', by: others, message: `${text}：${others} 人的学科不是${subject}，请核对` }
  return unknown > 0
    ? { state: 'unknown', side: null, by: 0, message: `${text}：${unknown} 人未填学科，请补填后再核对` }
    : { state: 'met', side: null, by: 0, message: `${text}：${members.length} 人均为${subject}` }
}

/** Everybody but the advisors works at the host's school; what else the rule asks (honours) is left to a person. */
function checkHostSchool(people: readonly StudioPerson[], hostSchool: string, text: string): Pick<LimitFinding, 'state' | 'side' | 'by' | 'message'> {
  const members = distinct(people.filter((person) => person.role !== 'advisor'))
  const others = members.filter(({ schoolName }) => (schoolName ?? '').trim() !== '' && !sameSchool(schoolName ?? '', hostSchool)).length
  if (others > 0) return { state: 'broken', side: 'over', by: others, message: `${text}：${others} 人不是本校教师，请核对` }
  return { state: 'unknown', side: null, by: 0, message: `${text}：需要人工核对` }
}

/** Each person once, in the first role. */
function distinct(people: readonly StudioPerson[]): readonly StudioPerson[] {
  return [...new Map(people.toReversed().map((person) => [person.personId, person])).values()]
}

/** The same name but for blanks and full-width signs. */
export function sameSchool(a: string, b: string): boolean {
  return plain(a) !== '' && plain(a) === plain(b)
}

function plain(text: string): string {
  return halfWidth(text).replaceAll(' ', '')
}

function numberOf(value: SettingValue | undefined): number {
  return typeof value === 'number' ? value : 0
}
