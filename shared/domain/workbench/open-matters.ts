import type { AttendanceCounts } from '../../contract/activities.ts'
import type { LimitLine } from '../../contract/studios.ts'
import type { StandingState } from '../activities/attendance-standing.ts'
import { type FilingTrouble, filingTroubleNames } from '../activities/activity-filing.ts'
import { lacksAttendance } from '../activities/lacks-attendance.ts'
import { dayInTable } from '../dates/format-day.ts'

/** One thing that waits for somebody; `path` leads to the place where it is done. */
export interface OpenMatter {
  readonly key: string
  /** `overdue` should have been done, `soon` comes within the week, `note` is worth a look. */
  readonly urgency: 'overdue' | 'soon' | 'note'
  readonly sentence: string
  readonly path: string
}

interface ActivityFacts {
  readonly id: string
  readonly title: string
  readonly heldOn: string
  readonly cancelledAt: string | null
  readonly studioName: string
  readonly attendance: AttendanceCounts
  readonly filing?: FilingFacts
}

/** How far the filing of an activity is, and whether this person may decide on it. */
interface FilingFacts {
  readonly trouble: FilingTrouble | null
  readonly turn: 'toFile' | 'toDecide' | null
  readonly mayDecide: boolean
}

interface StudioFacts {
  readonly id: string
  readonly name: string
  readonly limit: LimitLine | null
  readonly hosts: readonly string[]
  readonly hostWord: string
}

interface FundFacts {
  readonly studioId: string
  readonly studioName: string
  readonly allottedFen: number
  readonly balanceFen: number
}

/** How much of what the scheme asks for is open in one studio; for a member only her own. */
interface DutyFacts {
  readonly studioId: string
  readonly studioName: string
  readonly overdue: number
  readonly thisWeek: number
}

/** Who comes near the line of attendance that the scheme draws, or is over it. */
interface StandingFacts {
  readonly studioId: string
  readonly personId: string
  readonly name: string
  readonly standing: { readonly state: StandingState; readonly words: string }
}

/** A place in a slot of a day, and who is on duty there. */
interface RoundFacts {
  readonly onDay: string
  readonly slotName: string
  readonly place: string
  readonly onDuty: readonly { readonly name: string }[]
}

/** Who is on duty today, and what of the last days nobody has written; for a teacher only where it is herself. */
interface ShiftFacts {
  readonly today: readonly RoundFacts[]
  readonly unlogged: readonly RoundFacts[]
  readonly swapsToAnswer: number
  readonly swapsToApprove: number
}

/** What waits in teaching inspections for this account. */
interface InspectionFacts {
  readonly overdue: number
  readonly toAnswer: number
  readonly toCheck: number
  readonly unansweredFeedback: number
  /** Of the last week whose logs are due. */
  readonly missing: { readonly weekStartsOn: string; readonly weekNumber: number | null; readonly classes: readonly string[] } | null
}

export interface WorkbenchFacts {
  readonly today: string
  /** Seven days from today. */
  readonly soonUntil: string
  readonly term: { readonly key: string; readonly startsOn: string; readonly endsOn: string } | null
  readonly activities: readonly ActivityFacts[]
  readonly studios: readonly StudioFacts[]
  /** Absent for whoever may not see money. */
  readonly funds?: readonly FundFacts[]
  readonly duties?: readonly DutyFacts[]
  readonly attendance?: readonly StandingFacts[]
  /** Outcomes that wait for this person's word. */
  readonly outcomesToConfirm?: number
  readonly shifts?: ShiftFacts
  /** Absent for whoever has no part in them. */
  readonly inspections?: InspectionFacts
}

const rank = { overdue: 0, soon: 1, note: 2 } as const

/**
 * What is open in the term, the most pressing first: activities held without attendance, studios without a host or over a
 * limit, filings that are missing or wait, people near the line of attendance, duties overdue or due this week, rounds of duty without a log, logs of classes that are missing and findings to be mended, outcomes to confirm,
 * funds without money of the term or overdrawn, activities of the next seven days. Only what the caller was shown
 * goes in, so nobody learns of what she may not see.
 */
export function openMatters(facts: WorkbenchFacts): readonly OpenMatter[] {
  return [...ofActivities(facts), ...ofFilings(facts), ...ofAttendance(facts), ...ofStudios(facts), ...ofDuties(facts), ...ofOutcomes(facts), ...ofShifts(facts), ...ofInspections(facts), ...ofFunds(facts)].toSorted((a, b) => rank[a.urgency] - rank[b.urgency])
}

function ofActivities({ today, soonUntil, activities }: WorkbenchFacts): OpenMatter[] {
  const inOrder = activities.toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
  const unmarked = inOrder.filter((activity) => lacksAttendance(activity, today))
  const coming = inOrder.filter(({ heldOn, cancelledAt, attendance }) => cancelledAt === null && heldOn <= soonUntil && (heldOn > today || (heldOn === today && attendance.expected === 0)))
  return [
    ...unmarked.map(({ id, title, heldOn }): OpenMatter => ({
      key: `attendance-${id}`, urgency: 'overdue', sentence: `${heldOn}「${title}」还没有登记出勤`, path: `/activities/${id}`,
    })),
    ...coming.map(({ id, title, heldOn }): OpenMatter => ({
      key: `coming-${id}`, urgency: 'soon', sentence: heldOn === today ? `今天「${title}」` : `${heldOn}「${title}」`, path: `/activities/${id}`,
    })),
  ]
}

/** Of an approval that came too late nothing can be done any more; the list shows it. */
function ofFilings({ today, activities }: WorkbenchFacts): OpenMatter[] {
  const inOrder = activities.filter(({ cancelledAt }) => cancelledAt === null).toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
  const withTrouble = (trouble: FilingTrouble) => inOrder.filter(({ filing }) => filing?.trouble === trouble)
  return [
    ...told(withTrouble('heldWithout'), 'filing-without', 'overdue', 'trouble', (one) => `${one}没有批准就开了，请补办备案`),
    ...told(withTrouble('otherwise'), 'filing-otherwise', 'overdue', 'trouble', (one) => `${one}${filingTroubleNames.otherwise}，请核对或重新送审`),
    ...told(inOrder.filter(({ heldOn, filing }) => filing?.turn === 'toFile' && filing.trouble === null && heldOn >= today), 'filing-to-file', 'soon', 'toFile', (one) => `${one}要先备案，还没有送审`),
    ...told(inOrder.filter(({ filing }) => filing?.mayDecide), 'filing-to-decide', 'soon', 'toDecide', (one) => `${one}的备案等您审批`),
  ]
}

/** One by its name and leading to it, several by their number and leading to the list. */
function told(
  found: readonly ActivityFacts[], key: string, urgency: OpenMatter['urgency'], filter: string, sentence: (one: string) => string,
): OpenMatter[] {
  const [first, second] = found
  if (first === undefined) return []
  if (second === undefined) return [{ key, urgency, sentence: sentence(`${first.heldOn}「${first.title}」`), path: `/activities/${first.id}` }]
  return [{ key, urgency, sentence: sentence(`${found.length} 次活动`), path: `/activities?filing=${filter}` }]
}

/** Warned before the line is crossed, and told when it is. */
function ofAttendance({ attendance = [] }: WorkbenchFacts): OpenMatter[] {
  return attendance.flatMap(({ studioId, personId, name, standing: { state, words } }): OpenMatter[] => (state === 'near' || state === 'over'
    ? [{ key: `standing-${studioId}-${personId}`, urgency: state === 'over' ? 'overdue' : 'soon', sentence: `${name}的出勤：${words}`, path: `/activities?view=totals&studio=${studioId}` }]
    : []))
}

function ofStudios({ studios }: WorkbenchFacts): OpenMatter[] {
  return studios.flatMap(({ id, name, limit, hosts, hostWord }): OpenMatter[] => {
    const path = `/studios/${id}`
    const matters: OpenMatter[] = []
    if (hosts.length === 0) matters.push({ key: `host-${id}`, urgency: 'overdue', sentence: `${name}还没有${hostWord}`, path })
    if (limit?.state === 'over') matters.push({ key: `limit-${id}`, urgency: 'overdue', sentence: `${name}超出规程限额：${limit.message}`, path })
    if (limit?.state === 'under') matters.push({ key: `limit-${id}`, urgency: 'note', sentence: `${name}：${limit.message}`, path })
    return matters
  })
}

function ofDuties({ duties = [] }: WorkbenchFacts): OpenMatter[] {
  return duties.filter(({ overdue, thisWeek }) => overdue + thisWeek > 0).map(({ studioId, studioName, overdue, thisWeek }) => ({
    key: `duties-${studioId}`, urgency: overdue > 0 ? 'overdue' : 'soon', path: `/duties?studio=${studioId}`,
    sentence: `${studioName}的职责：${[overdue > 0 ? `${overdue} 项逾期` : '', thisWeek > 0 ? `${thisWeek} 项本周到期` : ''].filter(Boolean).join('，')}`,
  }))
}

function ofOutcomes({ outcomesToConfirm = 0 }: WorkbenchFacts): OpenMatter[] {
  return outcomesToConfirm === 0 ? [] : [{ key: 'outcomes-to-confirm', urgency: 'note', sentence: `${outcomesToConfirm} 条成果等您确认`, path: '/outcomes?state=submitted&term=all' }]
}

function ofShifts({ shifts }: WorkbenchFacts): OpenMatter[] {
  if (shifts === undefined) return []
  const { today, unlogged, swapsToAnswer, swapsToApprove } = shifts
  const [first] = unlogged.toReversed()
  const mine = '/shifts?view=mine'
  return [
    ...(first === undefined ? [] : [{
      key: 'shift-logs', urgency: 'overdue' as const, path: mine,
      sentence: `${dayInTable(first.onDay)} ${first.slotName} ${first.place}（${namesOf(first)}）的值勤记录还没有写${unlogged.length > 1 ? `，近几天共 ${unlogged.length} 份` : ''}`,
    }]),
    ...(swapsToAnswer > 0 ? [{ key: 'shift-swaps', urgency: 'overdue' as const, sentence: `有 ${swapsToAnswer} 个换班等您答复`, path: mine }] : []),
    ...(swapsToApprove > 0 ? [{ key: 'shift-approvals', urgency: 'soon' as const, sentence: `有 ${swapsToApprove} 个换班等教务处批准`, path: mine }] : []),
    ...(today.length > 0 ? [{ key: 'shift-today', urgency: 'soon' as const, sentence: `今天值勤：${today.map((round) => `${round.slotName}${round.place} ${namesOf(round)}`).join('；')}`, path: '/shifts?view=rota' }] : []),
  ]
}

function namesOf({ onDuty }: RoundFacts): string {
  return onDuty.map(({ name }) => name).join('、')
}

function ofInspections({ inspections }: WorkbenchFacts): OpenMatter[] {
  if (inspections === undefined) return []
  const { overdue, toAnswer, toCheck, unansweredFeedback, missing } = inspections
  const matters: (OpenMatter | false)[] = [
    overdue > 0 && { key: 'findings-overdue', urgency: 'overdue', sentence: `教学检查：${overdue} 个问题过了整改期限`, path: '/inspections?view=followUp&term=all' },
    missing !== null && {
      key: `logs-${missing.weekStartsOn}`, urgency: 'overdue', path: `/inspections?week=${missing.weekStartsOn}`,
      sentence: `第 ${missing.weekNumber ?? '—'} 周教学日记还没有交：${missing.classes.slice(0, 4).join('、')}${missing.classes.length > 4 ? `等 ${missing.classes.length} 个班` : ''}`,
    },
    toAnswer > 0 && { key: 'findings-answer', urgency: 'soon', sentence: `教学检查：${toAnswer} 个问题等您整改答复`, path: '/inspections?view=followUp&term=all' },
    toCheck > 0 && { key: 'findings-check', urgency: 'soon', sentence: `教学检查：${toCheck} 个问题等复查或销号`, path: '/inspections?view=followUp&term=all' },
    unansweredFeedback > 0 && { key: 'feedback', urgency: 'note', sentence: `${unansweredFeedback} 张教学信息反馈表还没有答复`, path: '/inspections?view=feedback' },
  ]
  return matters.filter((matter) => matter !== false)
}

function ofFunds({ funds = [], term, today }: WorkbenchFacts): OpenMatter[] {
  if (!term || today < term.startsOn) return []
  return funds.flatMap(({ studioId, studioName, allottedFen, balanceFen }): OpenMatter[] => {
    const path = `/ledger/${studioId}`
    if (balanceFen < 0) return [{ key: `overdrawn-${studioId}`, urgency: 'overdue', sentence: `${studioName}的经费已超支`, path }]
    return allottedFen === 0 ? [{ key: `allotment-${studioId}`, urgency: 'note', sentence: `${studioName}本学期还没有拨款`, path }] : []
  })
}
