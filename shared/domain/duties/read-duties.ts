import { periods } from '../schemes/scheme-fragments.ts'
import type { Scheme } from '../schemes/scheme-format.ts'
import { settingValue, type ChosenSettings } from '../schemes/scheme-settings.ts'
import { conditionNames, wordFor } from '../schemes/scheme-words.ts'
import type { Duty } from '../schemes/scheme-work.ts'
import type { DutyCheck } from './duty-line.ts'
import type { DutyPer } from './duty-period.ts'
import { measureOfUnit } from './duty-record.ts'
import type { Measure } from './duty-record.ts'

/** A duty as the engine works with it: the school's readings applied. */
export interface ReadDuty {
  readonly duty: Duty
  readonly per: DutyPer
  readonly metrics: readonly string[]
  readonly measure: Measure
  /** The greatest single record counts, not their sum: percentages, and pieces that must each be long enough. */
  readonly takesGreatest: boolean
  /** Records may count here and for another duty of the same subject. */
  readonly sharesActs: boolean
  readonly checks: readonly DutyCheck[]
}

/**
 * The duties of a scheme, and those of its meetings that no duty names. Settings that name a duty (`sourceRef`) are read here:
 * a choice that is a period replaces the duty's own (and that of every duty with the same remark), `onePiece` asks for one long
 * piece instead of a sum, `same` lets the duty share records with another.
 */
export function readDuties(scheme: Scheme, chosen: ChosenSettings = {}): readonly ReadDuty[] {
  const duties = scheme.duties ?? []
  const named = new Set(duties.map(({ meeting }) => meeting))
  const meetings = (scheme.meetings ?? []).filter(({ sourceRef }) => !named.has(sourceRef))
    .map(({ kind, printedAs, ...meeting }): Duty => ({ ...meeting, subject: 'studio', metric: kind, title: printedAs }))
  const readings = (scheme.settings ?? []).flatMap(({ sourceRef, key, reading }) => {
    const about = duties.find((duty) => duty.sourceRef === sourceRef)
    return about === undefined ? [] : [{ about, value: settingValue(scheme, key, chosen), reading }]
  })
  return [...duties, ...meetings].map((duty): ReadDuty => {
    const own = readings.filter(({ about }) => about === duty).map(({ value }) => value)
    const period = readings.find(({ about, reading }) => isPeriod(reading) && reading === about.per && duty.per === about.per
      && (about === duty || (about.reading !== undefined && about.reading === duty.reading)))?.value
    const measure = measureOfUnit(duty.unit)
    return {
      duty,
      per: isPeriod(period) ? period : (duty.per ?? 'unknown'),
      metrics: [...new Set([duty.metric, ...(duty.anyOf ?? [])])],
      measure,
      takesGreatest: measure === 'percent' || own.includes('onePiece'),
      sharesActs: own.includes('same'),
      checks: checksOf(duty),
    }
  })
}

function isPeriod(value: unknown): value is (typeof periods)[number] {
  return periods.some((period) => period === value)
}

const judged = new Set(['level', 'levelMin', 'charsAtLeast', 'charsAbout', 'allMembersAttend'])

/** Conditions that the program does not judge, as text. */
function checksOf(duty: Duty): readonly DutyCheck[] {
  return Object.entries(duty.conditions ?? {}).flatMap(([key, value]): DutyCheck[] => {
    if (judged.has(key) || value === undefined || (key === 'denominator' && typeof duty.minimum === 'object') || isOrdinal(key, value)) return []
    const said = Array.isArray(value) ? value.join('、') : typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
    return [{ key, text: `${wordFor(conditionNames, key)}：${said}` }]
  })
}

/** `year: 2`, `batch: 1`: only the second year of the cycle, only that batch. */
function isOrdinal(key: string, value: unknown): boolean {
  return (key === 'year' || key === 'batch') && typeof value === 'number'
}

/** Whether the duty is asked in the period of this number: some are for one year of the cycle or one batch only. */
export function isAskedIn({ duty, per }: ReadDuty, period: { readonly ordinal: number; readonly key: string }): boolean {
  const { year, batch } = (duty.conditions ?? {}) as Readonly<Record<string, unknown>>
  if (typeof year === 'number' && (per === 'schoolYear' || per === 'year')) return period.ordinal === year
  if (typeof batch === 'number' && per === 'batch') return period.key === `batch:${batch}`
  return true
}
