import { formatFen } from '../money/fen.ts'
import { metricOf } from '../duties/metric-catalogue.ts'
import { periodNames, type Fraction, type Period } from './scheme-fragments.ts'
import type { Scheme } from './scheme-format.ts'
import type { FundingAmount } from './scheme-money.ts'
import { levelName, settingLabel, type ChosenSettings } from './scheme-settings.ts'
import type { Duty } from './scheme-work.ts'
import { listText } from './scheme-names.ts'

interface Amount {
  readonly minimum?: number | Fraction | undefined
  readonly maximum?: number | undefined
  readonly mustExist?: true | undefined
  readonly unit: string
  readonly per?: Period | undefined
  readonly perText?: string | undefined
  readonly dueAt?: string | undefined
}

/** 每学期至少 2 次 / 每周期 1—2 项 / 每年要有，年终 / 只记录，不计数. */
export function amountText({ minimum, maximum, mustExist, unit, per, perText, dueAt }: Amount): string {
  const period = perText ?? (per === undefined || per === 'once' ? '' : periodNames[per])
  const due = dueAt === undefined ? '' : `，${dueAt}`
  if (minimum === undefined) return mustExist === true ? `${period}要有${due}` : `${period === '' ? '' : `${period}，`}只记录，不计数${due}`
  if (typeof minimum === 'object') return `${period}不少于${partText(minimum)}${unit === '比例' ? '' : unit}${due}`
  const number = (value: number) => (unit === '%' ? `${value}%` : `${value} ${unit}`)
  return maximum === undefined ? `${period}至少 ${number(minimum)}${due}` : `${period} ${minimum}—${number(maximum)}${due}`.trim()
}

/** 三分之一; a half before a unit is 半. */
function partText({ numerator, denominator }: Fraction): string {
  if (numerator === 1 && denominator === 2) return '半'
  return `${digits[denominator] ?? ` ${denominator} `}分之${digits[numerator] ?? ` ${numerator} `}`
}
const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** What else must hold for a record to count, as far as the program knows it: level, characters, everybody there, ways to choose from, papers kept. */
export function dutyExtras(scheme: Scheme, { conditions, anyOf, evidence }: Duty): readonly string[] {
  const level = conditions?.level ?? conditions?.levelMin
  const awardLevel = conditions?.['awardLevelMin']
  return [
    ...(level === undefined ? [] : [`${levelName(scheme, level) ?? level}${conditions?.level === undefined ? '及以上' : ''}`]),
    ...(typeof awardLevel === 'string' ? [`获奖的须${levelName(scheme, awardLevel) ?? awardLevel}及以上`] : []),
    ...(conditions?.charsAtLeast === undefined ? [] : [`不少于 ${conditions.charsAtLeast} 字`]),
    ...(conditions?.charsAbout === undefined ? [] : [`${conditions.charsAbout} 字左右`]),
    ...(conditions?.allMembersAttend === true ? ['全体成员参加才算'] : []),
    ...Object.entries(conditions ?? {}).flatMap(([key, value]) => conditionText(key, value)),
    ...(anyOf === undefined ? [] : [`任选：${listText(anyOf.map(wayName))}`]),
    ...(evidence === undefined ? [] : [`备查：${listText(evidence)}`]),
  ]
}

/** What else is printed, with the word for what it concerns; figures are said in the title of the duty. */
function conditionText(key: string, value: unknown): readonly string[] {
  if (key === 'ageMaxMale' || key === 'ageMaxFemale') return [`${key === 'ageMaxMale' ? '男' : '女'} ${String(value)} 周岁以下`]
  const words = typeof value === 'string' ? value : Array.isArray(value) ? listText(value) : null
  if (words === null || said.has(key)) return []
  const name = Object.hasOwn(conditionNames, key) ? conditionNames[key] : undefined
  return [name === undefined ? words : `${name}：${words}`]
}
const said: ReadonlySet<string> = new Set(['level', 'levelMin', 'awardLevelMin'])
const conditionNames: Readonly<Record<string, string>> = {
  forms: '形式', form: '形式', contents: '内容', items: '项目', columns: '栏目', topics: '主题', topic: '主题', theme: '主题', modules: '课程', activities: '活动',
  where: '地点', venue: '地点', scope: '范围', levelWords: '范围', with: '对象', who: '对象', whose: '对象', audience: '对象', priority: '优先', match: '要求',
  publishedIn: '发表在', orPublishedIn: '或发表在', orAward: '或获奖', titles: '职称', window: '时间', timing: '时间', type: '类型', output: '要求', result: '要求',
  status: '要求', filing: '备案', attendance: '参加', authorship: '署名', media: '形式', exempt: '例外', eligibility: '资格', trigger: '时间', mode: '方式',
  recommendedBy: '推荐', title: '称号', becomes: '成为', denominator: '范围', part: '承担', mentorTier: '导师', batches: '批次',
}

const wayName = (way: string) => (way === 'book' ? '专著' : (metricOf(way)?.name ?? way))

const basisTexts: Readonly<Record<NonNullable<FundingAmount['basis']>, string>> = {
  perPersonPerTerm: '每人每学期', perStudioPerYear: '每个工作室每年', perStudioPerSchoolYear: '每个工作室每学年', startupPerStudio: '每个工作室启动经费',
  rewardPerStudioPerYear: '每个工作室每年奖励', poolPerYear: '每年总额', perYearScopeUnclear: '每年',
}

/** 学校拨给，每人每学期 300.00 元，用于…（谁算在内；哪一天算）; without a printed amount it says so. */
export function moneyText(scheme: Scheme, amount: FundingAmount, chosen: ChosenSettings): string {
  const level = amount.studioLevel === undefined ? '' : `${levelName(scheme, amount.studioLevel) ?? ''}工作室，`
  const to = amount.payee === undefined ? '' : amount.payee
  const from = amount.payer === undefined ? (to === '' ? '' : `拨给${to}，`) : `${amount.payer}拨给${to}，`
  const kind = amount.costKind === undefined ? '' : `${amount.costKind}，`
  const basis = amount.basis === undefined ? (amount.per === undefined ? '' : periodNames[amount.per]) : basisTexts[amount.basis]
  const sum = amount.amountFen === undefined ? `${basis === '' ? '' : `${basis}，`}没有写金额` : `${basis} ${formatFen(amount.amountFen)} 元`
  const purpose = amount.purpose === undefined ? '' : `，用于${amount.purpose}`
  const heads = [amount.rolesCounted, amount.countingDay].flatMap((value) => {
    const label = typeof value === 'object' && !Array.isArray(value) ? settingLabel(scheme, (value as { setting: string }).setting, chosen) : null
    return label === null ? [] : [label]
  })
  const rest = [amount.scope, amount.condition, ...heads].filter((part) => part !== undefined)
  return `${level}${from}${kind}${sum}${purpose}${rest.length === 0 ? '' : `（${rest.join('；')}）`}`
}
