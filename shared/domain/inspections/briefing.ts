import { dayInText } from '../dates/format-day.ts'
import type { Day } from '../dates/day.ts'
import { type FindingState, findingStateNames } from './follow-up.ts'
import type { FindingFigures } from './inspection-statistics.ts'
import { type Severity, severityNames } from './inspection-words.ts'

/** 通报: telling what an inspection has found. To everybody, to 教研组, or only to the teachers whom it found something about. */
export const briefingAudiences = ['everybody', 'departments', 'concerned'] as const
export type BriefingAudience = (typeof briefingAudiences)[number]
export const briefingAudienceNames: Readonly<Record<BriefingAudience, string>> = { everybody: '全体教师', departments: '教研组', concerned: '有关教师本人' }

/** Whom it was told to: 全体教师, 语文组、数学组, 有关教师本人. */
export function audienceInWords({ audience, departments }: { readonly audience: BriefingAudience; readonly departments: string | null }): string {
  return audience === 'departments' && departments !== null ? departments : briefingAudienceNames[audience]
}

/** Whether telling it so is the 通报 that a scheme asks for (004-16): our reading is that a word to the teacher herself is none. */
export function isToldToOthers(audience: BriefingAudience): boolean {
  return audience !== 'concerned'
}

export interface BriefingFinding {
  readonly item: string
  readonly severity: Severity
  readonly text: string
  readonly className: string | null
  readonly department: string | null
  /** The teacher whom it is about, and what she teaches. */
  readonly personName: string | null
  readonly subject: string | null
  readonly responsibleName: string | null
  readonly dueOn: Day | null
  readonly state: FindingState
}

export interface BriefingProblem {
  readonly item: string
  /** 七年级（1）班, 语文组, 语文教师: a class, a group or a subject, never a name. */
  readonly about: string
  readonly severity: string
  readonly text: string
  /** 11月20日. */
  readonly dueOn: string | null
  readonly state: string
}

export interface BriefingContent {
  /** Good practice, with whose it is: praise has a name. */
  readonly good: readonly { readonly who: string; readonly text: string }[]
  /** Serious ones first, else in the order of the items. */
  readonly problems: readonly BriefingProblem[]
}

/** What a 通报 tells of the findings. Whoever has something to mend is not named, neither beside it nor within its words. */
export function briefingContent(findings: readonly BriefingFinding[], items: readonly string[]): BriefingContent {
  const names = [...new Set(findings.filter(({ severity }) => severity !== 'good').flatMap(({ personName, responsibleName }) => [personName ?? [], responsibleName ?? []].flat()))]
  const problems = findings.filter(({ severity }) => severity !== 'good')
    .toSorted((a, b) => Number(b.severity === 'serious') - Number(a.severity === 'serious') || items.indexOf(a.item) - items.indexOf(b.item))
  return {
    good: findings.filter(({ severity }) => severity === 'good').map(({ className, department, personName, text }) => ({
      who: [className, department, personName].filter((part) => part !== null && part !== '').join('、'), text: withoutNames(text, names),
    })),
    problems: problems.map(({ item, severity, text, className, department, subject, dueOn, state }) => ({
      item, severity: severityNames[severity], text: withoutNames(text, names), dueOn: dueOn === null ? null : dayInText(dueOn).slice(5), state: findingStateNames[state],
      about: className ?? department ?? (subject === null || subject === '' ? '有关教师' : `${subject}教师`),
    })),
  }
}

/** The words with 「有关教师」 in the place of each name; the title that follows a name goes with it. */
export function withoutNames(text: string, names: readonly string[]): string {
  return names.filter((name) => name.length > 1).toSorted((a, b) => b.length - a.length)
    .reduce((told, name) => told.replaceAll(`${name}老师`, name).replaceAll(name, '有关教师'), text)
}

/** What a 通报 begins with; the office changes it as it likes. */
export function briefingDraft({ title, endsOn }: { readonly title: string; readonly endsOn: Day }, { findings, serious, good, open, closed }: FindingFigures): string {
  const found = findings === 0 ? '没有发现问题' : `发现问题 ${findings} 条${serious > 0 ? `，其中较重 ${serious} 条` : ''}`
  const praise = good > 0 ? `；好的做法 ${good} 条，值得学习` : ''
  const rest = open > 0 ? `${closed > 0 ? `已整改销号 ${closed} 条，` : ''}还有 ${open} 条请按期限整改并答复，教务处逐条复查。` : findings > 0 ? '发现的问题都已整改销号。' : ''
  return `${title}到${dayInText(endsOn)}结束，${found}${praise}。${rest}`
}
