import type { Role } from '../accounts/permissions.ts'
import type { Day } from '../dates/day.ts'
import type { Scheme } from '../schemes/scheme-format.ts'
import { type ChosenSettings, isLevelAtLeast, settingValue } from '../schemes/scheme-settings.ts'
import { type StudioLevel, studioLevels } from '../studios/studio-words.ts'
import { activityState } from './activity-state.ts'
import type { ActivityKind } from './activity-words.ts'

/** 备案: how far the filing of an activity is. That it was held afterwards follows from its day. */
export const filingStates = ['notFiled', 'submitted', 'approved', 'returned'] as const
export type FilingState = (typeof filingStates)[number]
export const filingStateNames: Readonly<Record<FilingState, string>> = { notFiled: '未备案', submitted: '待审', approved: '已批准', returned: '已退回' }

/** What the paper was about; an approval holds for this and nothing else. */
export const filedFields = ['title', 'heldOn', 'place'] as const
export type FiledField = (typeof filedFields)[number]
export const filedFieldNames: Readonly<Record<FiledField, string>> = { title: '名称', heldOn: '日期', place: '地点' }

export interface Filed {
  readonly title: string
  readonly heldOn: Day
  readonly place: string | null
}

/** The latest submission of an activity that was not withdrawn. */
export interface Filing {
  readonly filed: Filed
  readonly submittedByAccountId: string
  readonly decision: 'approved' | 'returned' | null
  /** The day of the approval, as it stands on the paper. */
  readonly approvedOn: Day | null
}

export interface FilableActivity extends Filed {
  readonly kind: ActivityKind
  readonly level: StudioLevel | null
  readonly cancelledAt: string | null
}

/** Why an activity must be approved before it is held. */
export interface FilingNeed {
  /** The scheme's own words, or null where the school asks it of every activity. */
  readonly rule: string | null
  /** Whom the scheme names as the place that approves. */
  readonly to: string | null
}

/** Answers for any activity under one scheme; the scheme is read once. */
export type FilingRule = (activity: Pick<FilableActivity, 'kind' | 'level'>) => FilingNeed | null

/**
 * Whether an activity must be filed and approved first: the school's choice (`activityFiling`: as the scheme says, none, all), and by the
 * scheme each of its filings that names activities. An activity without a level is below every level. A scheme that cannot be read asks nothing.
 */
export function filingRule(scheme: Scheme | null, chosen: ChosenSettings = {}): FilingRule {
  const choice = scheme && settingValue(scheme, 'activityFiling', chosen)
  if (scheme === null || choice === 'none') return () => null
  const ofScheme = (scheme.filing ?? []).flatMap(({ what, to, activities }) => (activities === undefined ? [] : [{ activities, need: { rule: what, to: to ?? null } }]))
  const otherwise = choice === 'all' ? { rule: null, to: null } : null
  return (activity) => ofScheme.find(({ activities }) => isMeant(scheme, activities, activity))?.need ?? otherwise
}

type Meant = NonNullable<NonNullable<Scheme['filing']>[number]['activities']>

function isMeant(scheme: Scheme, { kinds, levelMin }: Meant, { kind, level }: Pick<FilableActivity, 'kind' | 'level'>): boolean {
  if (kinds !== undefined && !kinds.includes(kind)) return false
  return levelMin === undefined || (level !== null && reaches(scheme, level, levelMin))
}

/** By the scheme's own ranks; a level that it does not list, by the usual order. */
function reaches(scheme: Scheme, level: StudioLevel, least: string): boolean {
  const usual = (key: string) => studioLevels.findIndex((each) => each === key)
  return isLevelAtLeast(scheme, level, least) ?? (usual(least) >= 0 && usual(level) >= usual(least))
}

export function filingState(filing: Pick<Filing, 'decision'> | null): FilingState {
  return filing === null ? 'notFiled' : (filing.decision ?? 'submitted')
}

/** In what the activity is no longer what was filed. */
export function changedSince(filed: Filed, activity: Filed): readonly FiledField[] {
  return filedFields.filter((field) => (filed[field] ?? '') !== (activity[field] ?? ''))
}

/** `heldWithout`: held and never approved. `approvedLate`: approved after its day. `otherwise`: approved or handed in as something else than it is now. */
export const filingTroubles = ['heldWithout', 'approvedLate', 'otherwise'] as const
export type FilingTrouble = (typeof filingTroubles)[number]
export const filingTroubleNames: Readonly<Record<FilingTrouble, string>> = { heldWithout: '未批准就开了', approvedLate: '开后才批准', otherwise: '与备案的不同' }

export interface FilingStanding {
  readonly needed: boolean
  readonly state: FilingState
  readonly changed: readonly FiledField[]
  readonly trouble: FilingTrouble | null
  /** Whose turn it is: the studio's to hand in, the office's to decide. */
  readonly turn: 'toFile' | 'toDecide' | null
}

/** How an activity stands with its filing today. Of one that was called off nothing is asked. */
export function filingStanding(needed: boolean, filing: Filing | null, activity: FilableActivity, today: Day): FilingStanding {
  const state = filingState(filing)
  const changed = filing === null ? [] : changedSince(filing.filed, activity)
  if (activity.cancelledAt !== null) return { needed, state, changed, trouble: null, turn: null }
  return { needed, state, changed, trouble: troubleOf(needed, filing, changed, activity, today), turn: turnOf(needed, state, changed) }
}

function troubleOf(needed: boolean, filing: Filing | null, changed: readonly FiledField[], activity: FilableActivity, today: Day): FilingTrouble | null {
  if (filing?.decision === 'approved') {
    if (changed.length > 0) return 'otherwise'
    return needed && filing.approvedOn !== null && filing.approvedOn > activity.heldOn ? 'approvedLate' : null
  }
  if (needed && activityState(activity, today) === 'held') return 'heldWithout'
  return filing !== null && filing.decision === null && changed.length > 0 ? 'otherwise' : null
}

function turnOf(needed: boolean, state: FilingState, changed: readonly FiledField[]): FilingStanding['turn'] {
  if (state === 'submitted') return 'toDecide'
  const isOpen = state === 'returned' || (state === 'notFiled' ? needed : changed.length > 0)
  return isOpen ? 'toFile' : null
}

export const filingSteps = ['submit', 'withdraw', 'approve', 'return', 'reopen'] as const
export type FilingStep = (typeof filingSteps)[number]

/** Who stands before it, as far as it matters here. */
export interface FilingActor {
  readonly accountId: string
  readonly role: Role
  /** May write records of the studio. */
  readonly mayWrite: boolean
  /** Holds `activities.approve`. */
  readonly mayApprove: boolean
}

/**
 * The steps that this person may take now. Nobody approves her own submission, but for the office, which enters what was decided on paper.
 * An approval of what is no longer the same may be handed in anew; a decision may be taken back by whoever may make it.
 */
export function allowedSteps(filing: Filing | null, changed: readonly FiledField[], actor: FilingActor): readonly FilingStep[] {
  const state = filingState(filing)
  const isOffice = actor.role === 'clerk' || actor.role === 'admin'
  const mayDecide = actor.mayApprove && (isOffice || filing?.submittedByAccountId !== actor.accountId)
  const allowed: Readonly<Record<FilingStep, boolean>> = {
    submit: actor.mayWrite && (state === 'notFiled' || state === 'returned' || (state === 'approved' && changed.length > 0)),
    withdraw: actor.mayWrite && state === 'submitted',
    approve: mayDecide && state === 'submitted',
    return: mayDecide && state === 'submitted',
    reopen: mayDecide && (state === 'approved' || state === 'returned'),
  }
  return filingSteps.filter((step) => allowed[step])
}

/** 与备案的不同：日期、地点; empty when all is well. */
export function troubleInWords({ trouble, changed }: Pick<FilingStanding, 'trouble' | 'changed'>): string {
  if (trouble === null) return ''
  return trouble === 'otherwise' ? `${filingTroubleNames.otherwise}：${changed.map((field) => filedFieldNames[field]).join('、')}` : filingTroubleNames[trouble]
}
