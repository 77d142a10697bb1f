import type { Scheme } from '../schemes/scheme-format.ts'
import { type ChosenSettings, settingValue } from '../schemes/scheme-settings.ts'
import type { AttendanceMark } from './activity-words.ts'

/** How the marks of a person are read when it is asked how much she missed. */
export interface AttendanceRules {
  /** What leave is: no absence though she was expected, not asked of her at all, or an absence. */
  readonly excused: 'notMissed' | 'leftOut' | 'missed'
  /** So many lates are one absence; 0: a late is none. */
  readonly latesPerAbsence: number
  /** Activities held without any marks: left out, or among those that she was expected at. */
  readonly unmarked: 'leftOut' | 'inBase'
  /** Over which activities: of the term, of the school year, of the studio's cycle. */
  readonly base: 'term' | 'schoolYear' | 'cycle'
  /** 缺勤达到三分之一; null where the scheme names no line, and then there is none. */
  readonly line: AbsenceLine | null
}

export interface AbsenceLine {
  readonly numerator: number
  readonly denominator: number
  /** 达到 (the share itself is over) or 超过 (only more is). */
  readonly inclusive: boolean
}

/** The rules in force for a scheme: what it says, what the school has chosen, and our reading where both are silent. */
export function attendanceRules(scheme: Scheme, chosen: ChosenSettings = {}): AttendanceRules {
  const value = (key: string) => settingValue(scheme, key, chosen)
  const lates = value('latesPerAbsence')
  const base = value('absenceBase')
  const line = scheme.assessment?.attendance?.find(({ absenceShare }) => absenceShare !== undefined)
  return {
    excused: value('excusedIsAbsence') === true ? 'missed' : value('excusedInBase') === false ? 'leftOut' : 'notMissed',
    latesPerAbsence: typeof lates === 'number' && lates > 0 ? lates : 0,
    unmarked: value('unmarkedActivities') === 'inBase' ? 'inBase' : 'leftOut',
    base: base === 'schoolYear' || base === 'cycle' ? base : 'term',
    line: line?.absenceShare ? { ...line.absenceShare, inclusive: line.inclusive ?? false } : null,
  }
}

/** What became of one person at the activities of the span. */
export interface Attended {
  /** A mark for each activity that she has one of; the order does not matter. */
  readonly marks: readonly AttendanceMark[]
  /** Held, and nobody has been marked. */
  readonly unmarked: number
  /** Planned and still to come: they are part of the whole of which a share is taken. */
  readonly toCome: number
}

export const standingStates = ['noLine', 'fine', 'near', 'over'] as const
export type StandingState = (typeof standingStates)[number]

export interface AttendanceStanding {
  /** Of how many activities the share is taken, those to come among them. */
  readonly base: number
  readonly toCome: number
  readonly missed: number
  /** How many more absences reach the line; null where there is no line or it is reached. */
  readonly left: number | null
  readonly state: StandingState
}

/** How much of the span she has missed, and how far the line of the scheme is. `near`: one more absence reaches it. */
export function attendanceStanding({ marks, unmarked, toCome }: Attended, rules: AttendanceRules): AttendanceStanding {
  const times = (wanted: AttendanceMark) => marks.filter((mark) => mark === wanted).length
  const lates = rules.latesPerAbsence > 0 ? Math.floor(times('late') / rules.latesPerAbsence) : 0
  const missed = times('absent') + lates + (rules.excused === 'missed' ? times('excused') : 0)
  const counted = marks.length - (rules.excused === 'leftOut' ? times('excused') : 0)
  const base = counted + toCome + (rules.unmarked === 'inBase' ? unmarked : 0)
  const { line } = rules
  if (line === null || base === 0) return { base, toCome, missed, left: null, state: line === null ? 'noLine' : 'fine' }
  if (reaches(line, missed, base)) return { base, toCome, missed, left: null, state: 'over' }
  const left = untilLine(line, missed, base, toCome)
  return { base, toCome, missed, left, state: missed > 0 && left === 1 ? 'near' : 'fine' }
}

function reaches({ numerator, denominator, inclusive }: AbsenceLine, missed: number, base: number): boolean {
  return inclusive ? missed * denominator >= base * numerator : missed * denominator > base * numerator
}

/** Absences at those to come leave the whole as it is; beyond them each makes it larger. Null for a line that cannot be reached (the whole). */
function untilLine(line: AbsenceLine, missed: number, base: number, toCome: number): number | null {
  if (line.numerator >= line.denominator) return null
  for (let more = 1; ; more += 1) if (reaches(line, missed + more, base + Math.max(0, more - toCome))) return more
}

/** 12 次（含未到的 4 次）中缺 3 次，再缺 1 次即达三分之一 */
export function standingInWords({ base, toCome, missed, left, state }: AttendanceStanding, line: AbsenceLine | null): string {
  const figures = `${base} 次${toCome > 0 ? `（含未到的 ${toCome} 次）` : ''}中缺 ${missed} 次`
  if (line === null || state === 'noLine') return figures
  const share = shareInWords(line)
  if (state === 'over') return `${figures}，已${line.inclusive ? '达到' : '超过'}${share}`
  return left === null ? figures : `${figures}，再缺 ${left} 次即${line.inclusive ? '达' : '超过'}${share}`
}

const figures = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

/** 三分之一; 12/25 as figures. */
export function shareInWords({ numerator, denominator }: Pick<AbsenceLine, 'numerator' | 'denominator'>): string {
  const [part, whole] = [figures[numerator], figures[denominator]]
  return part === undefined || whole === undefined ? `${numerator}/${denominator}` : `${whole}分之${part}`
}
