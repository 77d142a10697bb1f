import type { Day } from '../dates/day.ts'
import { isWithin } from '../dates/day.ts'
import { dayInText } from '../dates/format-day.ts'
import { minutesBetween } from './attendance-totals.ts'

/** 研讨主题 as far as rules look at it. Without days it is the whole term's. */
export interface ThemeFacts {
  readonly title: string
  readonly fromOn: Day | null
  readonly toOn: Day | null
}

interface TermDays {
  readonly startsOn: Day
  readonly endsOn: Day
}

export interface ThemeFault {
  readonly field: 'title' | 'fromOn' | 'toOn'
  readonly message: string
}

/**
 * What is wrong with a theme, each field once; empty when nothing is.
 * @param others the studio's other themes of the term that stand
 */
export function themeFaults(theme: ThemeFacts, others: readonly Pick<ThemeFacts, 'title'>[], term: TermDays): readonly ThemeFault[] {
  const same = others.find(({ title }) => sameTitle(title, theme.title))
  const outside = (field: 'fromOn' | 'toOn', day: Day | null): ThemeFault[] =>
    day === null || isWithin(day, term.startsOn, term.endsOn) ? [] : [{ field, message: `应在学期之内（${dayInText(term.startsOn)}至${dayInText(term.endsOn)}）` }]
  const wrongDays = [...outside('fromOn', theme.fromOn), ...outside('toOn', theme.toOn)]
  return [
    ...(same === undefined ? [] : [{ field: 'title' as const, message: `这个学期已有主题「${same.title}」，请换一个名称，或直接修改它` }]),
    ...wrongDays,
    ...(wrongDays.length === 0 && theme.fromOn !== null && theme.toOn !== null && theme.toOn < theme.fromOn ? [{ field: 'toOn' as const, message: '不能早于开始的日期' }] : []),
  ]
}

/** The same to a reader: blanks, quotes and the width of letters make no difference. */
export function sameTitle(one: string, other: string): boolean {
  return bare(one) === bare(other)
}

const bare = (title: string) => title.normalize('NFKC').toLowerCase().replace(/[\s「」“”"'《》‘’]/g, '')

/** In the order in which they follow each other: whole-term ones first, then by their first day; what begins together stays as it was entered. */
export function themesInOrder<T extends Pick<ThemeFacts, 'fromOn'>>(themes: readonly T[]): readonly T[] {
  return themes.toSorted((a, b) => ((a.fromOn ?? '') === (b.fromOn ?? '') ? 0 : (a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1))
}

/**
 * The theme that an activity of this day belongs to most likely: the only one whose days hold it, one with days of its own before
 * one of the whole term. Null when there is none or she has to choose.
 */
export function themeOnDay<T extends ThemeFacts>(themes: readonly T[], day: Day): T | null {
  const running = themes.filter(({ fromOn, toOn }) => isWithin(day, fromOn ?? '', toOn))
  const dated = running.filter(({ fromOn, toOn }) => fromOn !== null || toOn !== null)
  const [only, second] = dated.length > 0 ? dated : running
  return only !== undefined && second === undefined ? only : null
}

/** 2026年10月8日至2026年11月30日; with one day only, 2026年10月8日起 or 至2026年11月30日; null for the whole term. */
export function themeDaysText({ fromOn, toOn }: Pick<ThemeFacts, 'fromOn' | 'toOn'>): string | null {
  if (fromOn !== null && toOn !== null) return `${dayInText(fromOn)}至${dayInText(toOn)}`
  return fromOn !== null ? `${dayInText(fromOn)}起` : toOn !== null ? `至${dayInText(toOn)}` : null
}

/** 活动主题 on the paper form: the activity with the theme that it belongs to, where its name does not say it already. */
export function topicText(title: string, theme: string | null): string {
  return theme === null || bare(title).includes(bare(theme)) ? title : `${title}（研讨主题：${theme}）`
}

/** An activity that names the theme, not in the recycle bin. */
export interface ThemeActivity {
  readonly heldOn: Day
  readonly startTime: string | null
  readonly endTime: string | null
  readonly cancelledAt: string | null
  /** How many files hang on it. */
  readonly files: number
}

/** How far a theme has come. */
export interface ThemeProgress {
  /** Held up to today, as the duties count them; what was called off is neither held nor to come. */
  readonly held: number
  readonly toCome: number
  /** Together, of those held whose length is known. */
  readonly minutes: number
  readonly withoutTimes: number
  readonly lastOn: Day | null
  /** Files of those held and of those to come: plans are hung on before the day. */
  readonly files: number
}

export function themeProgress(activities: readonly ThemeActivity[], today: Day): ThemeProgress {
  const standing = activities.filter(({ cancelledAt }) => cancelledAt === null)
  const held = standing.filter(({ heldOn }) => heldOn <= today)
  const lengths = held.map(({ startTime, endTime }) => minutesBetween(startTime, endTime))
  return {
    held: held.length,
    toCome: standing.length - held.length,
    minutes: lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0),
    withoutTimes: lengths.filter((length) => length === undefined).length,
    lastOn: held.map(({ heldOn }) => heldOn).toSorted().at(-1) ?? null,
    files: standing.reduce((sum, { files }) => sum + files, 0),
  }
}
