import { dayInText } from '../dates/format-day.ts'
import { levelName, roleNameIn, isMemberRole } from '../schemes/scheme-settings.ts'
import type { Scheme } from '../schemes/scheme-format.ts'
import { periodNames } from '../schemes/scheme-fragments.ts'
import { schoolYearName, termName } from '../terms/term-key.ts'
import { assertNever } from '../../must.ts'
import type { DutyLine, DutyOutcome, DutyReport, DutyState, DutySubject, NeededBasis, NeededStep, StateReason, UncountedReason } from './duty-line.ts'
import { type PeriodGap, type PeriodInstance, waitsForTerm } from './duty-period.ts'
import type { DueWhen } from './due-list.ts'
import type { DutyToCome } from './duties-to-come.ts'
import type { Measure } from './duty-record.ts'

/** What the sentences need to know: what people and duties are called here. */
export interface DutyNames {
  readonly scheme: Scheme
  readonly personName: (personId: string) => string
}

export const dutyStateNames: Readonly<Record<DutyState, string>> = {
  done: '完成', inProgress: '进行中', dueSoon: '将到期', overdue: '逾期', reminder: '提醒', notCounted: '不计数', notApplicable: '不适用',
}

export const dueWhenNames: Readonly<Record<DueWhen, string>> = {
  overdue: '已逾期', thisWeek: '本周', beforeTermEnds: '学期结束前', later: '以后', unset: '期限待定', undated: '没有写明期限',
}

/** Why it cannot be told when something is due. */
const unsetTermText = '学年第二学期尚未设置'

const measureNames: Readonly<Record<Measure, string>> = {
  count: '数量', lessonHours: '课时数', chars: '字数', days: '天数', minutes: '分钟数', months: '月数', years: '年数', percent: '百分比',
}

const bodyNames: Readonly<Record<string, string>> = {
  school: '学校', league: '联校', bureau: '主管部门', deanOffice: '教务处', dean: '教务主任', hostSchool: '主持人所在学校', memberSchool: '成员所在学校', leadingGroup: '领导小组',
  schoolLeader: '校领导', class: '班级', eachClass: '每个班', group: '小组', eachGroup: '每个小组', recorder: '记录人', archivist: '档案管理人',
}

const roundingNames = { up: '进一位', nearest: '四舍五入', down: '舍去小数' } as const

/** 2026—2027学年第一学期 / 第3周 / 2026年9月 / 整个周期. */
export function periodText(period: PeriodInstance): string {
  const { label, per } = period
  switch (per) {
    case 'term': return termName(label.termKey ?? '')
    case 'schoolYear': return schoolYearName(label.schoolYear ?? 0)
    case 'year': return `${label.year ?? ''}年`
    case 'quarter': return `${label.year ?? ''}年第${'一二三四'.charAt((label.quarter ?? 1) - 1)}季度`
    case 'halfYear': return `${dayInText(period.fromOn)}起的半年`
    case 'month': return `${label.year ?? ''}年${label.month ?? ''}月`
    case 'week':
    case 'twoWeeks': return weekText(period)
    case 'day': return dayInText(period.fromOn)
    case 'fiveYears': return `${label.year ?? ''}年起的五年`
    case 'batch': return label.title ?? '一批'
    case 'event': return `${dayInText(period.fromOn)}「${label.title ?? '活动'}」`
    case 'once': return '一次'
    case 'lesson':
    case 'cycle': return '整个周期'
    case 'unknown': return '没有写期间'
    default: return assertNever(per)
  }
}

function weekText({ label, fromOn, toOn }: PeriodInstance): string {
  if (label.weeks === undefined || label.termKey === undefined) return `${dayInText(fromOn)}至${dayInText(toOn ?? fromOn)}`
  const [first, last] = label.weeks
  return `${termName(label.termKey)}第${first === last ? first : `${first}—${last}`}周`
}

/** 工作室 / 周一帆 / 每位成员（7 人）. */
export function subjectsText({ subjects, who }: Pick<DutyToCome, 'subjects' | 'who'>, names: DutyNames): string {
  const [first] = subjects
  return first === undefined || subjects.length > 1 ? `${whoText(who, names.scheme)}（${subjects.length} 人）` : subjectText(first, names)
}

/** 每人 2 节 / 1 次 / 要有; 数量各人不同 where who comes or goes is asked for less. */
export function toComeText({ subjects, needed, printed, unit }: Pick<DutyToCome, 'subjects' | 'needed' | 'printed' | 'unit'>): string {
  if (printed === 'mustExist') return '要有'
  if (needed === null) return '数量各人不同'
  return `${subjects.length > 1 ? '每人 ' : ''}${needed} ${typeof printed === 'object' && printed !== null ? '名' : unit}`
}

/** 工作室 / 周一帆 / 学校 / 每位成员. */
export function subjectText(subject: DutySubject, names: DutyNames): string {
  switch (subject.kind) {
    case 'studio': return '工作室'
    case 'person': return names.personName(subject.personId)
    case 'body': return bodyNames[subject.body] ?? '有关单位'
    case 'everyone': return whoText(subject.who, names.scheme)
    default: return assertNever(subject)
  }
}

/** The `subject` of a duty in the words of the scheme: 首席教师和每位成员. */
export function whoText(who: string, scheme: Scheme): string {
  if (who === 'studio') return '工作室'
  if (who === 'hostAndEachMember') return `${roleNameIn(scheme, 'host')}和每位${roleNameIn(scheme, 'member')}`
  const bare = who.startsWith('each') ? who.charAt(4).toLowerCase() + who.slice(5) : who
  const role = isMemberRole(bare) ? roleNameIn(scheme, bare) : scheme.roles?.find((entry) => entry.role === bare)?.displayName
  return bodyNames[who] ?? (role === undefined ? '有关人员' : `${bare === who ? '' : '每位'}${role}`)
}

/** 要求 2 节，已完成 1 节，还差 1 节。 */
export function figuresText({ unit }: Pick<DutyOutcome, 'unit'>, { needed, done, missing, basis, maximum }: DutyLine): string {
  const counted = basis.printed !== null && typeof basis.printed === 'object' ? '名' : unit
  if (needed === null) return done === 0 ? '只记录，不计数；还没有记录' : `只记录，不计数；已有 ${done} ${counted}`
  if (basis.printed === 'mustExist') return done === 0 ? (needed === 0 ? '不要求' : '要有，还没有') : `要有，已有 ${done} ${counted}`
  const asked = `要求 ${maximum === null || maximum < needed ? needed : `${needed}—${maximum}`} ${counted}`
  const rest = missing > 0 ? `，还差 ${missing} ${counted}` : maximum !== null && done > maximum ? `，比上限多 ${Math.round((done - maximum) * 1000) / 1000} ${counted}` : ''
  return `${asked}，已完成 ${done} ${counted}${rest}`
}

/** The whole line as a sentence: 上公开课（2026—2027学年第一学期）：要求 1 节，已完成 0 节，还差 1 节，2027年1月22日前完成。 */
export function lineText(duty: DutyOutcome, line: DutyLine): string {
  const period = line.period === null || line.period.per === 'unknown' || line.period.per === 'once' ? '' : `（${periodText(line.period)}）`
  if (line.state === 'notApplicable') return `${duty.title}${period}：${line.gap === null ? reasonText(line.because) : gapText(line.gap)}。`
  const by = line.missing > 0 && line.needed !== null ? dueText(duty, line) : ''
  return `${duty.title}${period}：${figuresText(duty, line)}${by}。`
}

function dueText({ dueAt, per, strength, softWord, optional }: DutyOutcome, { dueOn, state, period }: DutyLine): string {
  if (optional) return '，可做可不做'
  const soft = strength === 'soft' ? `写的是“${softWord ?? '原则上'}”，只提醒` : null
  const printed = [dueAt === null ? null : dueAt, soft].filter((each) => each !== null)
  const words = printed.length === 0 ? '' : `（规程：${printed.join('，')}）`
  if (per === 'unknown' && dueOn === null) return `，规程没有写期限${words}`
  if (dueOn === null) return `，期限待定${waitsForTerm(period) === null ? '' : `（${unsetTermText}）`}${words}`
  return state === 'overdue' || state === 'reminder' ? `，${dayInText(dueOn)}已到期${words}` : `，${dayInText(dueOn)}前完成${words}`
}

/** What the duty is called; one that only an earlier scheme of the studio asked says so. */
export function titleText({ title, earlier }: Pick<DutyOutcome, 'title' | 'earlier'>): string {
  return earlier === null ? title : `${title}（原规程）`
}

/** Why nothing is asked or counted. */
export function reasonText(reason: StateReason | null): string {
  switch (reason) {
    case null: return '不要求'
    case 'recordedOnly': return '规程没有写数量，只记录，不计数'
    case 'optional': return '规程没有硬性要求，可做可不做'
    case 'nobodyInRole': return '没有人担任这个角色'
    case 'nobodyInShare': return '没有符合条件的人，无从计算比例'
    case 'joinedLater': return '中途加入，从下一个期间开始要求'
    case 'leftEarlier': return '中途离开，这个期间不要求'
    case 'wasAway': return '中间有一段不在工作室，这个期间不要求'
    case 'cutByCycle': return '周期只占这个期间的一部分，不要求'
    case 'roundedToNothing': return '按天数折算后不足一半，不要求'
    case 'doneByPredecessor': return '前任已经完成，不再要求'
    default: return gapText({ reason })
  }
}

/** Why no period can be told. */
export function gapText({ reason, termKey }: PeriodGap): string {
  switch (reason) {
    case 'termWithoutDates': return termKey === undefined ? '学期没有填日期，无法计算' : `${termName(termKey)}没有填日期，无法计算，请先填写`
    case 'noTerms': return '周期内还没有录入学期，无法计算，请先添加学期'
    case 'noBatches': return '还没有登记培训批次'
    case 'noEvents': return '还没有登记活动'
    case 'everyLesson': return '每节课都要做到，软件不逐节统计，只看已登记的'
    default: return assertNever(reason)
  }
}

/** How the needed number came about, one sentence a step; nothing where the printed number simply holds. */
export function basisTexts({ printed, steps }: NeededBasis, unit: string): readonly string[] {
  return steps.map((step) => stepText(step, printed, unit))
}

function stepText(step: NeededStep, printed: NeededBasis['printed'], unit: string): string {
  switch (step.why) {
    case 'cutByCycle': return `这个期间 ${step.ofDays} 天，周期内有 ${step.days} 天：${cutRules[step.rule]}`
    case 'joined': return `${dayInText(step.on)}加入，在任 ${step.days} 天（共 ${step.ofDays} 天）：${presenceRules[step.rule]}`
    case 'left': return `${dayInText(step.on)}离开，在任 ${step.days} 天（共 ${step.ofDays} 天）：${presenceRules[step.rule]}`
    case 'away': return `${dayInText(step.on)}后有一段不在，在任 ${step.days} 天（共 ${step.ofDays} 天）：${presenceRules[step.rule]}`
    case 'earlierScheme': return `这个期间按当时的规程「${step.title}」第 ${step.version} 版`
    case 'shareOf': {
      const share = printed !== null && typeof printed === 'object' ? `的 ${printed.denominator} 分之 ${printed.numerator} ` : ''
      return `按${dayInText(step.onDay)}的 ${step.base} 人${share}计算${step.ageUnknown === 0 ? '' : `，其中 ${step.ageUnknown} 人没有填出生年月，先算在内`}`
    }
    case 'rounded': {
      const exact = Math.round((step.numerator / step.denominator) * 100) / 100
      const counted = printed !== null && typeof printed === 'object' ? '名' : unit
      return `折算为 ${exact} ${counted}${step.numerator % step.denominator === 0 ? '' : `，${roundingNames[step.rounding]}`}`
    }
    default: return assertNever(step)
  }
}

const cutRules = { full: '按全额要求', proRata: '按天数折算', notAsked: '不要求' } as const
const presenceRules = {
  full: '按全额要求', proRata: '按在任天数折算', notAsked: '这个期间不要求', grace: '开始不久就加入，按全额要求', noNextPeriod: '没有下一个期间，按在任天数折算',
  lengthUnknown: '期间的结束日期还不知道，先按全额要求', notDivisible: '不能折算，按全额要求',
} as const

/** Why a record does not count, and what helps. */
export function uncountedText(reason: UncountedReason, names: DutyNames & { readonly dutyTitle: (ref: string) => string }): string {
  const level = (key: string) => levelName(names.scheme, key) ?? `“${key}”`
  switch (reason.code) {
    case 'wrongLevel': return `级别是${level(reason.has)}，要求${level(reason.wanted)}${reason.atLeast ? '及以上' : ''}`
    case 'levelMissing': return `没有填级别，要求${level(reason.wanted)}${reason.atLeast ? '及以上' : ''}，请补填`
    case 'tooShort': return `${reason.has} 字，要求${reason.tolerancePercent === 0 ? '' : '约'} ${reason.wanted} 字${reason.tolerancePercent === 0 ? '' : `（允许少 ${reason.tolerancePercent}%）`}`
    case 'charsMissing': return `没有填字数，要求 ${reason.wanted} 字，请补填`
    case 'notAllAttended': return `要求全体成员参加，${reason.expected} 人中到了 ${reason.present} 人`
    case 'attendanceMissing': return '要求全体成员参加，还没有登记出勤'
    case 'notConfirmed': return '还没有确认'
    case 'measureMissing': return `没有填${measureNames[reason.measure]}，请补填`
    case 'notYet': return `日期是${dayInText(reason.on)}，还没有到`
    case 'outsideCycle': return `不在本周期（${dayInText(reason.fromOn)}至${dayInText(reason.toOn)}）内`
    case 'outsidePeriod': return `${dayInText(reason.on)}不在要求的期间内；如属某个学期，请在记录上选定学期`
    case 'otherScheme': return `${dayInText(reason.on)}所在的期间按另一份规程计算`
    case 'forOtherPeriod': return '注明是为别的期间做的'
    case 'themeMissing': return '没有写明研讨主题，请补填'
    case 'noDoer': return '没有登记是谁做的，请补填'
    case 'notInStudio': return `${names.personName(reason.personId)}不是本周期的工作室成员`
    case 'outsideMembership':
      return `当天${names.personName(reason.personId)}不在任（在任：${reason.spans.map(({ fromOn, toOn }) => `${dayInText(fromOn)}至${dayInText(toOn)}`).join('、')}）`
    case 'roleNotMeant': return `${names.personName(reason.personId)}当天是${reason.roles.map((role) => whoText(role, names.scheme)).join('、')}，这项要求不包括`
    case 'usedElsewhere': return `已算作“${names.dutyTitle(reason.dutyRef)}”，规程没有说可以算两次`
    default: return assertNever(reason)
  }
}

/** 每学期 / 任期内 / 没有写期间. */
export function perText({ per, perText: words }: Pick<DutyOutcome, 'per' | 'perText'>): string {
  return per === 'unknown' ? (words ?? '没有写期间') : periodNames[per]
}

/** What a person should put right in the memberships. */
export function reportText(report: DutyReport, names: DutyNames): string {
  const whose = `${names.personName(report.personId)}的任期（${dayInText(report.fromOn)}${report.toOn === null ? '起' : `至${dayInText(report.toOn)}`}）`
  return report.code === 'overlappingMemberships' ? `${whose}与同一角色的另一段任期重叠，只算一次，请核对` : `${whose}结束早于开始，没有计算，请更正`
}
