import type { Scheme } from '../schemes/scheme-format.ts'
import { isLevelAtLeast } from '../schemes/scheme-settings.ts'
import type { UncountedReason } from './duty-line.ts'
import type { DutyRecord, Measure } from './duty-record.ts'
import type { DutySettings } from './duty-settings.ts'
import type { ReadDuty } from './read-duties.ts'

/** How much of the measure the record holds; null when that is not known. */
export function amountOf(record: DutyRecord, measure: Measure): number | null {
  const amount = record.amounts?.[measure] ?? (measure === 'count' ? 1 : null)
  return amount === null || !Number.isFinite(amount) || amount <= 0 ? null : amount
}

/** Why the record, wherever it belongs, cannot count for the duty; null when it can. Conditions that the program does not know do not stop it. */
export function misfit(read: ReadDuty, record: DutyRecord, scheme: Scheme, settings: DutySettings): UncountedReason | null {
  if (settings.countedRecords === 'confirmed' && record.confirmed !== true) return { code: 'notConfirmed' }
  if (lacksAll(record, read.metrics)) return { code: 'themeMissing' }
  if (amountOf(record, read.measure) === null) return { code: 'measureMissing', measure: read.measure }
  const conditions = read.duty.conditions
  if (conditions === undefined) return null
  const wanted = conditions.level ?? conditions.levelMin
  if (wanted !== undefined) {
    const atLeast = conditions.level === undefined
    const has = record.levelKey ?? null
    if (has === null) return { code: 'levelMissing', wanted, atLeast }
    if (atLeast ? isLevelAtLeast(scheme, has, wanted) !== true : has !== wanted) return { code: 'wrongLevel', wanted, atLeast, has }
  }
  return tooShort(conditions, record, settings) ?? (conditions.allMembersAttend === true ? absences(record) : null)
}

/** Every metric that the duty and the record share is one for which the record does not say enough. */
function lacksAll({ metrics, lacks }: DutyRecord, asked: readonly string[]): boolean {
  return lacks !== undefined && metrics.every((metric) => !asked.includes(metric) || Object.hasOwn(lacks, metric))
}

function tooShort(
  { charsAtLeast, charsAbout }: { readonly charsAtLeast?: number | undefined; readonly charsAbout?: number | undefined }, record: DutyRecord, settings: DutySettings,
): UncountedReason | null {
  const wanted = charsAtLeast ?? charsAbout
  if (wanted === undefined) return null
  const tolerancePercent = charsAtLeast === undefined ? settings.charsTolerancePercent : 0
  const has = amountOf(record, 'chars')
  if (has === null) return { code: 'charsMissing', wanted }
  return has * 100 >= wanted * (100 - tolerancePercent) ? null : { code: 'tooShort', wanted, has, tolerancePercent }
}

function absences({ attendance }: DutyRecord): UncountedReason | null {
  if (attendance === undefined || attendance.expected === 0) return { code: 'attendanceMissing' }
  return attendance.present >= attendance.expected ? null : { code: 'notAllAttended', ...attendance }
}
