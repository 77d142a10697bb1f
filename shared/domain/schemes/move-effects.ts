import { dayInText } from '../dates/format-day.ts'
import type { Day } from '../dates/day.ts'
import { formatFen } from '../money/fen.ts'
import { schoolYearName, termName } from '../terms/term-key.ts'
import { dutySettings } from '../duties/duty-settings.ts'
import { readDuties, type ReadDuty } from '../duties/read-duties.ts'
import type { Scheme } from './scheme-format.ts'
import { type ChosenSettings, perHeadRule } from './scheme-settings.ts'

interface Side {
  readonly scheme: Scheme
  readonly chosen: ChosenSettings
}

/** A term of the school's calendar. */
export interface MoveTerm {
  readonly key: string
  readonly schoolYear: number
  readonly startsOn: Day
  readonly endsOn: Day
}

/**
 * From when each part of the other scheme holds when a studio is moved on the day: the same rules that the duty engine
 * (`followed-schemes.ts`) and the ledger follow, in sentences. Parts of which neither scheme says anything are left out.
 */
export function moveEffects(before: Side, after: Side, fromOn: Day, today: Day, terms: readonly MoveTerm[]): readonly string[] {
  const duties = [...readDuties(before.scheme, before.chosen), ...readDuties(after.scheme, after.chosen)]
  const asks = (...pers: readonly ReadDuty['per'][]) => duties.some(({ per }) => pers.includes(per))
  const cut = terms.find(({ startsOn, endsOn }) => startsOn < fromOn && fromOn <= endsOn)
  const yearBegan = cut && terms.filter(({ schoolYear }) => schoolYear === cut.schoolYear).some(({ startsOn }) => startsOn < fromOn)
  const oldCycle = dutySettings(after.scheme, after.chosen).cycleAfterMove === 'oldScheme'
  return [
    ...(fromOn > today ? [`到${dayInText(fromOn)}自动生效；在那以前仍按现在的规程，也可以撤回`] : []),
    ...(asks('day', 'week', 'twoWeeks', 'month', 'quarter') ? ['每周、每月的要求：那天及以后开始的周和月按新规程，已经开始的仍按原规程'] : []),
    ...(asks('halfYear') ? ['每半年的要求：那天及以后开始的半年按新规程，已经开始的仍按原规程'] : []),
    ...(asks('term') ? [cut ? `每学期的要求：${termName(cut.key)}已经开始，这学期仍按原规程，下一学期起按新规程` : '每学期的要求：那天及以后开始的学期按新规程'] : []),
    ...(asks('schoolYear') ? [cut && yearBegan ? `每学年的要求：${schoolYearName(cut.schoolYear)}已经开始，这学年仍按原规程，下一学年起按新规程` : '每学年的要求：那天及以后开始的学年按新规程'] : []),
    ...(asks('year') ? ['每年的要求：今年已经开始，仍按原规程，明年起按新规程'.replace('今年', `${fromOn.slice(0, 4)}年`).replace('明年', `${Number(fromOn.slice(0, 4)) + 1}年`)] : []),
    ...(asks('cycle', 'once', 'unknown', 'fiveYears') ? [oldCycle ? '整个周期的要求：本周期仍按原规程' : '整个周期的要求和没有写期间的要求：从那天起按新规程，以前做的照样算'] : []),
    ...perHeadEffect(before, after),
  ]
}

function perHeadEffect(before: Side, after: Side): string[] {
  const [was, is] = [perHeadRule(before.scheme, before.chosen), perHeadRule(after.scheme, after.chosen)]
  if (!was && !is) return []
  const rate = (rule: typeof was) => (rule ? `每人每学期 ${formatFen(rule.rateFen)} 元` : '不按人数拨')
  return [`按人数拨款：计数日在那天及以后的按新规程（${rate(is)}），以前的仍按原规程（${rate(was)}）`]
}
