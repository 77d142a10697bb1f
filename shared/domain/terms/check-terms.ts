import { daysBetween, isDay, weekdayOf } from '../dates/day.ts'
import { compareTermKeys, termKey, termName } from './term-key.ts'
import type { Term } from './term-key.ts'
import type { Holiday } from './working-days.ts'

export interface TermProblem {
  /** Term key, or the holiday's place in the list as text. */
  readonly of: string
  readonly field: string
  readonly message: string
  /** A `warn` may be saved. */
  readonly severity: 'refuse' | 'warn'
}

const longestTermDays = 240

/** What is wrong with the terms taken together: days missing or out of order, two terms at once, terms in the wrong order. */
export function checkTerms(terms: readonly Term[]): readonly TermProblem[] {
  const problems = terms.flatMap(checkTerm)
  const sound = terms.filter((term) => !problems.some((problem) => problem.of === term.key && problem.severity === 'refuse'))
  const ordered = sound.toSorted((a, b) => compareTermKeys(a.key, b.key))
  for (const [index, term] of ordered.entries()) {
    const next = ordered[index + 1]
    if (next === undefined) continue
    if (next.key === term.key) problems.push(refuse(next.key, 'key', `${termName(term.key)}已经有了，请不要重复添加。`))
    else if (next.startsOn <= term.endsOn) {
      problems.push(refuse(next.key, 'startsOn',
        `${termName(next.key)}从 ${next.startsOn} 开始，而${termName(term.key)}到 ${term.endsOn} 才结束，两个学期不能重叠或颠倒，请改其中一个日期。`))
    }
  }
  return problems
}

function checkTerm(term: Term): TermProblem[] {
  if (term.key !== termKey(term.schoolYear, term.ordinal) || (term.ordinal !== 1 && term.ordinal !== 2)) {
    return [refuse(term.key, 'key', `学期编号“${term.key}”与学年、学期不符，应为 ${term.schoolYear}-1 或 ${term.schoolYear}-2。`)]
  }
  const name = termName(term.key)
  const fields = [['startsOn', '开始日期'], ['teachingStartsOn', '上课开始日期'], ['teachingEndsOn', '上课结束日期'], ['endsOn', '结束日期']] as const
  const bad = fields.find(([field]) => !isDay(term[field]))
  if (bad !== undefined) return [refuse(term.key, bad[0], `${name}的${bad[1]}“${term[bad[0]]}”不是日期，请重新填写。`)]
  for (const [index, [field, label]] of fields.entries()) {
    const next = fields[index + 1]
    if (next !== undefined && term[field] > term[next[0]]) {
      return [refuse(term.key, next[0], `${name}的${next[1]}（${term[next[0]]}）早于${label}（${term[field]}），请核对。`)]
    }
  }
  const days = daysBetween(term.startsOn, term.endsOn) + 1
  const problems: TermProblem[] = []
  if (days > longestTermDays) problems.push(warn(term.key, 'endsOn', `${name}长达 ${days} 天，请核对起止日期。`))
  const year = Number(term.startsOn.slice(0, 4))
  if (year !== term.schoolYear + term.ordinal - 1) {
    problems.push(warn(term.key, 'startsOn', `${name}通常在 ${term.schoolYear + term.ordinal - 1} 年开始，现在填的是 ${term.startsOn}，请核对。`))
  }
  return problems
}

/** What is wrong with the holidays: days out of order, days off and worked at once, makeup days that are no weekend, outside every term. */
export function checkHolidays(holidays: readonly Holiday[], terms: readonly Term[]): readonly TermProblem[] {
  return holidays.flatMap((holiday, index) => checkHoliday(holiday, String(index), holidays.slice(0, index), terms))
}

function checkHoliday(holiday: Holiday, of: string, before: readonly Holiday[], terms: readonly Term[]): TermProblem[] {
  const name = `“${holiday.name}”`
  if (!isDay(holiday.startsOn) || !isDay(holiday.endsOn)) return [refuse(of, 'startsOn', `${name}的日期没有填对，请重新填写。`)]
  if (holiday.startsOn > holiday.endsOn) return [refuse(of, 'endsOn', `${name}的结束日期（${holiday.endsOn}）早于开始日期（${holiday.startsOn}），请核对。`)]
  const overlaps = (other: { readonly startsOn: string; readonly endsOn: string }) => other.startsOn <= holiday.endsOn && holiday.startsOn <= other.endsOn
  const problems: TermProblem[] = []
  const other = before.find(overlaps)
  if (other !== undefined) {
    problems.push(other.kind === holiday.kind
      ? warn(of, 'startsOn', `${name}与“${other.name}”的日期有重叠，请核对。`)
      : refuse(of, 'startsOn', `${name}与“${other.name}”重叠：同一天不能既放假又调休上班，请改其中一个。`))
  }
  if (holiday.kind === 'makeup' && (weekdayOf(holiday.startsOn) <= 5 || weekdayOf(holiday.endsOn) <= 5)) {
    problems.push(warn(of, 'startsOn', `${name}是调休上班，通常在周六、周日，请核对 ${holiday.startsOn}。`))
  }
  if (!terms.some(overlaps)) problems.push(warn(of, 'startsOn', `${name}（${holiday.startsOn}）不在任何学期内，不影响周次。`))
  return problems
}

const refuse = (of: string, field: string, message: string): TermProblem => ({ of, field, message, severity: 'refuse' })
const warn = (of: string, field: string, message: string): TermProblem => ({ of, field, message, severity: 'warn' })
