import { addDays, addMonths, addYears, daysInMonth, makeDay, startOfWeek } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import { dueRule } from './due-day.ts'
import type { DueRule } from './due-day.ts'
import { daysIn, overlap } from './duty-period.ts'
import type { DutyPer, PeriodGap, PeriodInstance, Span } from './duty-period.ts'
import type { DutyBatch, DutyEvent } from './duty-input.ts'
import type { DutyCalendar } from './duty-calendar.ts'
import type { DutySettings } from './duty-settings.ts'
import { dueIn, schoolYearPeriods, termPeriods } from './term-periods.ts'
import { dayPeriods, shortPeriod, weekPeriods } from './week-periods.ts'
import { assertNever } from '../../must.ts'

type Draft = Omit<PeriodInstance, 'ordinal'>

export interface PeriodContext {
  readonly cycle: Span
  readonly calendar: DutyCalendar
  readonly settings: DutySettings
  readonly batches: readonly DutyBatch[]
  readonly events: readonly DutyEvent[]
}

export interface DutyPeriods {
  /** Earliest first. */
  readonly instances: readonly PeriodInstance[]
  readonly gaps: readonly PeriodGap[]
}

/** The periods of the cycle in which a duty has to be done, numbered from 1, and the places where none can be told. */
export function periodInstances(
  per: DutyPer, words: { readonly dueAt?: string | undefined; readonly dueMonthDay?: string | undefined }, context: PeriodContext,
): DutyPeriods {
  const due = dueRule(words)
  const drafts = draftsOf(per, due, context).toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0))
  return { instances: drafts.map((draft, at) => ({ ...draft, ordinal: at + 1 })), gaps: gapsOf(per, drafts.length, context) }
}

function draftsOf(per: DutyPer, due: DueRule, { cycle, calendar, settings, batches, events }: PeriodContext): readonly Draft[] {
  switch (per) {
    case 'lesson': return [wholeCycle(per, cycle, null)]
    case 'day': return dayPeriods(calendar, cycle)
    case 'week': return weekPeriods(calendar, cycle, 1, settings.weeklyDutyWeeks).map((week) => due.kind === 'mondayAfter' ? { ...week, dueOn: addDays(startOfWeek(week.fromOn), 7) } : week)
    case 'twoWeeks': return weekPeriods(calendar, cycle, 2, settings.weeklyDutyWeeks)
    case 'month': return monthPeriods(calendar, cycle, settings)
    case 'quarter': return quarterPeriods(cycle)
    case 'halfYear': return halfYearPeriods(cycle)
    case 'term': return termPeriods(calendar, cycle, due, settings.holidayRecords)
    case 'schoolYear': return schoolYearPeriods(calendar, cycle, due)
    case 'year': return yearPeriods(cycle, due)
    case 'fiveYears': return fiveYearPeriods(cycle)
    case 'cycle':
    case 'once': return [wholeCycle(per, cycle, due.kind === 'beforeStart' ? cycle.toOn : dueIn(cycle, due, cycle.fromOn))]
    case 'unknown': return [wholeCycle(per, cycle, due.kind === 'monthDay' ? dueIn(cycle, due, cycle.fromOn) : null)]
    case 'batch': return batches.flatMap(({ key, name, fromOn, toOn }) => shortPeriod('batch', `batch:${key}`, { title: name }, { fromOn, toOn }, cycle))
    case 'event': return events.flatMap(({ id, title, on }) => shortPeriod('event', `event:${id}`, { title, day: on }, { fromOn: on, toOn: on }, cycle))
    default: return assertNever(per)
  }
}

function gapsOf(per: DutyPer, found: number, { cycle, calendar, settings }: PeriodContext): readonly PeriodGap[] {
  if (per === 'lesson') return [{ reason: 'everyLesson' }]
  if (per === 'batch') return found === 0 ? [{ reason: 'noBatches' }] : []
  if (per === 'event') return found === 0 ? [{ reason: 'noEvents' }] : []
  const isByWeeks = per === 'week' || per === 'twoWeeks' || per === 'month'
  if (per !== 'term' && per !== 'schoolYear' && per !== 'day' && !(isByWeeks && settings.weeklyDutyWeeks === 'teachingWeeks')) return []
  const missing = calendar.termsWithoutDates.filter((key) => mayLieIn(key, cycle))
  if (missing.length > 0) return missing.map((termKey) => ({ reason: 'termWithoutDates', termKey }))
  return calendar.terms.some((term) => overlap({ fromOn: term.startsOn, toOn: term.endsOn }, cycle) !== null) ? [] : [{ reason: 'noTerms' }]
}

/** Whether a term of this key could touch the cycle: 2026-1 lies somewhere in 2026 and 2027. */
function mayLieIn(termKey: string, cycle: Span): boolean {
  const year = Number(termKey.slice(0, 4))
  return Number.isNaN(year) || (year <= Number(cycle.toOn.slice(0, 4)) && year + 1 >= Number(cycle.fromOn.slice(0, 4)))
}

/** One period as long as the cycle. There is no next one for which a joiner could wait. */
function wholeCycle(per: DutyPer, cycle: Span, dueOn: Day | null): Draft {
  const days = daysIn(cycle)
  return {
    key: per, per, label: {}, ...cycle, days, wholeDays: days, joinBy: cycle.fromOn, stayTo: cycle.toOn, long: true, recurs: false, countsFrom: cycle.fromOn, countsTo: cycle.toOn, dueOn,
  }
}

/** Calendar months; where only teaching weeks count, those with enough lesson days, due on the last of them. */
function monthPeriods(calendar: DutyCalendar, cycle: Span, settings: DutySettings): readonly Draft[] {
  return everyMonth(cycle).flatMap(([year, month]): Draft[] => {
    const key = `${year}-${String(month).padStart(2, '0')}`
    const lessons = calendar.teachingDaysOfMonth.get(key) ?? []
    const whole = { fromOn: makeDay(year, month, 1), toOn: makeDay(year, month, daysInMonth(year, month)) }
    const drafts = shortPeriod('month', `month:${key}`, { year, month }, whole, cycle)
    if (settings.weeklyDutyWeeks === 'allWeeks') return drafts
    const lastLesson = lessons.at(-1)
    if (lastLesson === undefined || lessons.length < settings.monthTeachingDays) return []
    return drafts.map((draft) => ({ ...draft, dueOn: draft.toOn !== null && lastLesson < draft.toOn ? lastLesson : draft.dueOn }))
  })
}

function everyMonth(cycle: Span): readonly (readonly [number, number])[] {
  const first = Number(cycle.fromOn.slice(0, 4)) * 12 + Number(cycle.fromOn.slice(5, 7)) - 1
  const last = Number(cycle.toOn.slice(0, 4)) * 12 + Number(cycle.toOn.slice(5, 7)) - 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => [Math.floor((first + at) / 12), ((first + at) % 12) + 1] as const)
}

function quarterPeriods(cycle: Span): readonly Draft[] {
  return everyMonth({ fromOn: `${cycle.fromOn.slice(0, 4)}-01-01`, toOn: cycle.toOn }).filter(([, month]) => month % 3 === 1).flatMap(([year, month]) => {
    const quarter = (month + 2) / 3
    const whole = { fromOn: makeDay(year, month, 1), toOn: makeDay(year, month + 2, daysInMonth(year, month + 2)) }
    return shortPeriod('quarter', `quarter:${year}-${quarter}`, { year, quarter }, whole, cycle).map((draft) => ({ ...draft, long: true }))
  })
}

/** Half years as the studio runs (运行满半年), from the first day of the cycle; due on their last day. */
function halfYearPeriods(cycle: Span): readonly Draft[] {
  const drafts: Draft[] = []
  for (let from = cycle.fromOn; from <= cycle.toOn; from = addMonths(cycle.fromOn, 6 * drafts.length)) {
    const whole = { fromOn: from, toOn: addDays(addMonths(cycle.fromOn, 6 * (drafts.length + 1)), -1) }
    drafts.push(...shortPeriod('halfYear', `halfYear:${drafts.length + 1}`, { day: from }, whole, cycle).map((draft) => ({ ...draft, long: true })))
  }
  return drafts
}

/** 自然年, not the school year. */
function yearPeriods(cycle: Span, due: DueRule): readonly Draft[] {
  const first = Number(cycle.fromOn.slice(0, 4))
  return Array.from({ length: Math.max(0, Number(cycle.toOn.slice(0, 4)) - first + 1) }, (_, at) => first + at).flatMap((year) => {
    const whole = { fromOn: makeDay(year, 1, 1), toOn: makeDay(year, 12, 31) }
    return shortPeriod('year', `year:${year}`, { year }, whole, cycle).map((draft): Draft =>
      ({ ...draft, long: true, dueOn: due.kind === 'monthDay' ? dueIn({ fromOn: draft.fromOn, toOn: draft.toOn ?? whole.toOn }, due, draft.fromOn) : draft.dueOn }))
  })
}

/** Five years from the beginning of the cycle, and again; one that ends after the cycle is not due in it. */
function fiveYearPeriods(cycle: Span): readonly Draft[] {
  const drafts: Draft[] = []
  for (let from = cycle.fromOn; from <= cycle.toOn; from = addYears(from, 5)) {
    const toOn = addDays(addYears(from, 5), -1)
    drafts.push(...shortPeriod('fiveYears', `fiveYears:${drafts.length + 1}`, { year: Number(from.slice(0, 4)) }, { fromOn: from, toOn }, cycle)
      .map((draft) => ({ ...draft, long: true, wholeDays: draft.days, dueOn: toOn <= cycle.toOn ? toOn : null })))
  }
  return drafts
}
