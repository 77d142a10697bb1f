import { formatFen } from '../money/fen.ts'
import { studioLevels, type StudioKind } from '../studios/studio-words.ts'
import type { Eligibility, SchemeRole, ShareLimit } from './scheme-people.ts'
import type { Scheme } from './scheme-format.ts'
import { periodNames, type Fraction, type Period, type SettingValue } from './scheme-fragments.ts'
import type { FundingAmount } from './scheme-money.ts'
import { isMemberRole, levelName, settingValue, type ChosenSettings } from './scheme-settings.ts'

/** One fact of a scheme as a sentence for the page. `soft` carries the printed word (一般、左右) of a rule that only warns. */
export interface SchemeLine {
  readonly ref: string
  readonly text: string
  readonly soft: string | null
  /** How we read an unclear place. */
  readonly reading: string | null
}

export interface SchemeSection {
  readonly key: 'people' | 'composition' | 'eligibility' | 'cycle' | 'duties' | 'meetings' | 'funding' | 'assessment' | 'changes'
  readonly title: string
  readonly lines: readonly SchemeLine[]
}

const kindsOfStudio: Readonly<Partial<Record<Scheme['kind'], StudioKind>>> = {
  teacherStudio: 'teacher', principalStudio: 'principal', homeroomStudio: 'homeroom', dualStudio: 'dual',
}

/** The kind of studio that the scheme is for; null for schemes of other things (routines, contests …). */
export function studioKindOf(scheme: Pick<Scheme, 'kind'>): StudioKind | null {
  return kindsOfStudio[scheme.kind] ?? null
}

/** The levels that a studio of the scheme may have, with their local names, the lowest first. */
export function studioLevelsOf(scheme: Scheme): { readonly key: (typeof studioLevels)[number]; readonly name: string }[] {
  return studioLevels.flatMap((key) => {
    const name = levelName(scheme, key)
    return name === undefined ? [] : [{ key, name }]
  })
}

/** 规定 7 人 / 约 6 人 / 至少 2 人; null where the scheme prints no number. */
export function wantedNumber({ min, max, approx }: Pick<SchemeRole, 'min' | 'max' | 'approx'>): string | null {
  if (approx !== undefined) return `${approx} 人左右`
  if (min !== undefined && max !== undefined) return min === max ? `${min} 人` : `${min}—${max} 人`
  if (max !== undefined) return `最多 ${max} 人`
  return min === undefined ? null : `至少 ${min} 人`
}

/** The scheme in short sentences, section by section; a section on which it is silent is left out. */
export function describeScheme(scheme: Scheme, chosen: ChosenSettings = {}): SchemeSection[] {
  const sections: SchemeSection[] = [
    { key: 'people', title: '角色与人数', lines: (scheme.roles ?? []).map((role) => line(role, roleText(scheme, role))) },
    {
      key: 'composition', title: '成员构成',
      lines: [
        ...(scheme.shareLimits ?? []).map((limit) => line(limit, `${limit.text}${shareBasis(scheme, limit, chosen)}`)),
        ...(scheme.composition ?? []).map((rule) => line(rule, rule.text)),
      ],
    },
    { key: 'eligibility', title: '人选条件', lines: (scheme.eligibility ?? []).map((criterion) => line(criterion, criterionText(scheme, criterion))) },
    {
      key: 'cycle', title: '周期与命名',
      lines: [
        ...(scheme.cycle ? [line(scheme.cycle, `一个周期 ${scheme.cycle.years} 年${scheme.cycle.approx === true ? '左右' : ''}`)] : []),
        ...(scheme.naming ? [line(scheme.naming, scheme.naming.text)] : []),
        ...(scheme.venue ? [line(scheme.venue, scheme.venue.text)] : []),
      ],
    },
    {
      key: 'meetings', title: '会议与活动',
      lines: (scheme.meetings ?? []).map((meeting) => line(meeting, `${meeting.printedAs}：${amountText(meeting)}`)),
    },
    {
      key: 'funding', title: '经费',
      lines: [
        ...(scheme.funding?.amounts ?? []).map((amount) => line(amount, moneyText(scheme, amount, chosen))),
        ...(scheme.funding?.categories ?? []).map((list) => line(list, `${list.appliesTo ?? ''}可用于：${list.allowed.join('、')}`)),
        ...(scheme.funding?.controls ?? []).map((control) => line(control, control.text)),
        ...(scheme.funding?.consequences ?? []).map((each) => line(each, each.text)),
      ],
    },
    {
      key: 'duties', title: '职责与任务',
      lines: (scheme.duties ?? []).map((duty) => line(duty, `${subjectNames[duty.subject] ?? ''}${duty.title}：${amountText(duty)}`)),
    },
    {
      key: 'assessment', title: '考核',
      lines: [
        ...(scheme.assessment?.stages ?? []).map((stage) =>
          line(stage, `${stage.name}${stage.per === undefined ? '' : `：${periodNames[stage.per]}`}${stage.by === undefined ? '' : `，由${stage.by.join('、')}考核`}`)),
        ...(scheme.assessment?.scales ?? []).map((scale) => line(scale, `等次：${scale.grades.map(({ name }) => name).join('、')}`)),
      ],
    },
    {
      key: 'changes', title: '成员变动',
      lines: (scheme.changes ?? []).map((change) => line(change, change.text)),
    },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}

type Fact = { readonly sourceRef: string; readonly reading?: string | undefined; readonly strength?: 'hard' | 'soft' | undefined; readonly softWord?: string | undefined }

function line(fact: Fact, text: string): SchemeLine {
  return { ref: fact.sourceRef, text, soft: fact.strength === 'soft' ? (fact.softWord ?? '原则上') : null, reading: fact.reading ?? null }
}

function roleText(scheme: Scheme, role: SchemeRole): string {
  const inside = role.includedIn === undefined ? '' : `，计入${scheme.roles?.find((other) => other.role === role.includedIn)?.displayName ?? ''}人数`
  return `${role.displayName}：${wantedNumber(role) ?? '没有写人数'}${role.per === undefined ? '' : `（${role.per}）`}${inside}`
}

/** What the school has settled on for the base, in the setting's own words. */
function shareBasis(scheme: Scheme, limit: ShareLimit, chosen: ChosenSettings): string {
  if (typeof limit.base === 'string') return limit.base === 'members' ? '（只按成员算）' : '（成员和主持人一起算）'
  const label = settingLabel(scheme, limit.base.setting, chosen)
  return label === null ? '' : `（按${label.replace(/^只?按/, '')}算）`
}

/** The words of the value in force for a setting; null when the scheme has no such setting. */
export function settingLabel(scheme: Scheme, key: string, chosen: ChosenSettings = {}): string | null {
  const setting = scheme.settings?.find((each) => each.key === key)
  if (!setting) return null
  const value = settingValue(scheme, key, chosen)
  return sameValue(value, setting.reading)
    ? setting.readingLabel
    : (setting.alternatives.find((each) => sameValue(each.value, value))?.label ?? String(value))
}

export function sameValue(a: SettingValue | undefined, b: SettingValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

interface Amount {
  readonly minimum?: number | Fraction | undefined
  readonly maximum?: number | undefined
  readonly mustExist?: true | undefined
  readonly unit: string
  readonly per?: Period | undefined
  readonly perText?: string | undefined
  readonly dueAt?: string | undefined
}

/** 每学期至少 2 次 / 每周期 1—2 项 / 要有 / 只记录，不计数. */
function amountText({ minimum, maximum, mustExist, unit, per, perText, dueAt }: Amount): string {
  const period = per === undefined ? (perText ?? '') : periodNames[per]
  const due = dueAt === undefined ? '' : `（${dueAt}）`
  if (minimum === undefined) return mustExist === true ? `${period}要有${due}` : `${period}只记录，不计数${due}`
  if (typeof minimum === 'object') return `${period}不少于 ${minimum.denominator} 分之 ${minimum.numerator}${due}`
  return maximum === undefined ? `${period}至少 ${minimum} ${unit}${due}` : `${period} ${minimum}—${maximum} ${unit}${due}`
}

const basisTexts: Readonly<Record<NonNullable<FundingAmount['basis']>, string>> = {
  perPersonPerTerm: '每人每学期', perStudioPerYear: '每个工作室每年', perStudioPerSchoolYear: '每个工作室每学年', startupPerStudio: '每个工作室启动经费',
  rewardPerStudioPerYear: '每个工作室每年奖励', poolPerYear: '每年总额', perYearScopeUnclear: '每年',
}

function moneyText(scheme: Scheme, amount: FundingAmount, chosen: ChosenSettings): string {
  const level = amount.studioLevel === undefined ? '' : `${levelName(scheme, amount.studioLevel) ?? ''}工作室，`
  const who = `${level}${amount.payer === undefined ? '' : `${amount.payer}拨给，`}`
  if (amount.amountFen === undefined) return `${who}没有写金额`
  const basis = amount.basis === undefined ? (amount.per === undefined ? '' : periodNames[amount.per]) : basisTexts[amount.basis]
  const purpose = amount.purpose === undefined ? '' : `，用于${amount.purpose}`
  const heads = [amount.rolesCounted, amount.countingDay].flatMap((value) => {
    const label = typeof value === 'object' && !Array.isArray(value) ? settingLabel(scheme, (value as { setting: string }).setting, chosen) : null
    return label === null ? [] : [label]
  })
  return `${who}${basis} ${formatFen(amount.amountFen)} 元${purpose}${heads.length === 0 ? '' : `（${heads.join('；')}）`}`
}

const subjectNames: Readonly<Record<string, string>> = {
  studio: '工作室', host: '主持人', eachMember: '每位成员', hostAndEachMember: '主持人和每位成员', school: '学校', assistant: '助理',
}

const criterionNames: Readonly<Record<string, string>> = {
  age: '年龄', teachingYears: '教龄', homeroomYears: '班主任年限', positionYears: '任职年限', title: '职称', education: '学历', honour: '荣誉',
  position: '岗位', inPost: '在职在岗', quality: '综合条件', ability: '能力', ictSkill: '信息技术', contestResult: '教学竞赛', growthAim: '发展目标',
  project: '课题', paper: '论文', publicTeaching: '公开教学', subjectMatch: '学科', health: '身体条件', mentoring: '指导教师', award: '获奖', classHonour: '班级荣誉',
}

function criterionText(scheme: Scheme, criterion: Eligibility): string {
  const role = isMemberRole(criterion.role) ? scheme.roles?.find((each) => each.role === criterion.role)?.displayName : undefined
  const who = role ?? subjectNames[criterion.role] ?? ''
  const name = criterionNames[criterion.criterion] ?? criterion.criterion
  const level = criterion.levelMin === undefined ? '' : `${levelName(scheme, criterion.levelMin) ?? ''}及以上`
  const value = criterion.value
  const words = Array.isArray(value) ? value.join('、') : typeof value === 'boolean' || value === undefined ? '' : String(value)
  const measure = criterion.op === 'atMost' ? `不超过 ${words} ${criterion.unit ?? ''}`
    : criterion.op === 'atLeast' ? `满 ${words} ${criterion.unit ?? ''}`
      : criterion.op === 'unlimited' ? '不限' : `${level}${words}`
  return `${who}${name}${measure.trim() === '' ? '' : `：${measure.trim()}`}`
}
