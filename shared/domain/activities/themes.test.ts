import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { preset } from '../../../tests/fixtures/duties.ts'
import { addDays } from '../dates/day.ts'
import { themeWishes } from './theme-wishes.ts'
import { sameTitle, themeDaysText, type ThemeFacts, themeFaults, themeOnDay, themeProgress, themesInOrder, topicText } from './themes.ts'

const term = { startsOn: '2026-09-01', endsOn: '2027-01-22' }
const theme = (title: string, fromOn: string | null = null, toOn: string | null = null): ThemeFacts => ({ title, fromOn, toOn })

describe('a theme of the term', () => {
  it('needs a name that differs from the others to a reader, whatever the quotes and blanks', () => {
    expect(themeFaults(theme('「家校 沟通」的分寸'), [theme('家校沟通的分寸')], term)).toEqual([{ field: 'title', message: '这个学期已有主题「家校沟通的分寸」，请换一个名称，或直接修改它' }])
    expect(themeFaults(theme('班级公约怎么立'), [theme('家校沟通的分寸')], term)).toEqual([])
    expect(sameTitle('《ＡＩ 进课堂》', 'ai进课堂')).toBe(true)
  })

  it('lies in its term and does not end before it begins', () => {
    expect(themeFaults(theme('甲', '2026-08-31', '2027-01-23'), [], term).map(({ field }) => field)).toEqual(['fromOn', 'toOn'])
    expect(themeFaults(theme('甲', '2026-10-08', '2026-09-30'), [], term)).toEqual([{ field: 'toOn', message: '不能早于开始的日期' }])
    expect(themeFaults(theme('甲', '2026-09-01', '2027-01-22'), [], term)).toEqual([])
    expect(themeFaults(theme('甲', '2026-10-08'), [], term)).toEqual([])
  })

  it('stands on the paper form beside the name of the activity, once', () => {
    expect(topicText('第3次研讨', '家校沟通的分寸')).toBe('第3次研讨（研讨主题：家校沟通的分寸）')
    expect(topicText('「家校沟通」的分寸：第3次研讨', '家校沟通的分寸')).toBe('「家校沟通」的分寸：第3次研讨')
    expect(topicText('第3次研讨', null)).toBe('第3次研讨')
  })

  it('is told with its days only when it has some', () => {
    expect([theme('甲'), theme('甲', '2026-10-08'), theme('甲', null, '2026-11-30'), theme('甲', '2026-10-08', '2026-11-30')].map(themeDaysText))
      .toEqual([null, '2026年10月8日起', '至2026年11月30日', '2026年10月8日至2026年11月30日'])
  })

  it('comes after the ones that begin before it; what begins together stays as it was entered', () => {
    expect(themesInOrder([theme('三', '2026-11-01'), theme('全学期'), theme('二', '2026-10-01'), theme('三之二', '2026-11-01')]).map(({ title }) => title)).toEqual(['全学期', '二', '三', '三之二'])
  })

  it('is likely for a day when it is the only one of the day, its own days before the whole term; else she has to choose', () => {
    const themes = [theme('全学期'), theme('前半', '2026-09-01', '2026-10-31'), theme('后半', '2026-11-01')]
    expect([themeOnDay(themes, '2026-10-31')?.title, themeOnDay(themes, '2026-11-01')?.title, themeOnDay(themes.slice(0, 1), '2026-12-01')?.title]).toEqual(['前半', '后半', '全学期'])
    expect(themeOnDay([theme('甲'), theme('乙')], '2026-10-01')).toBeNull()
    expect(themeOnDay([theme('甲', '2026-11-01')], '2026-10-01')).toBeNull()
  })
})

describe('how far a theme has come', () => {
  const activity = (heldOn: string, more: Partial<Parameters<typeof themeProgress>[0][number]> = {}) => ({ heldOn, startTime: '14:00', endTime: '16:00', cancelledAt: null, files: 1, ...more })

  it('counts what was held up to today, what is to come, the hours known, the last day and the files', () => {
    expect(themeProgress([
      activity('2026-10-22'), activity('2026-09-10', { endTime: null, files: 3 }), activity('2026-10-23'), activity('2026-10-01', { cancelledAt: '2026-09-30T01:00:00.000Z' }),
    ], '2026-10-22')).toEqual({ held: 2, toCome: 1, minutes: 120, withoutTimes: 1, lastOn: '2026-10-22', files: 5 })
    expect(themeProgress([], '2026-10-22')).toEqual({ held: 0, toCome: 0, minutes: 0, withoutTimes: 0, lastOn: null, files: 0 })
  })

  it('loses no activity: what is not called off is held or to come, and as the days go by only moves from one to the other', () => {
    const days = fc.integer({ min: 0, max: 140 }).map((days) => addDays(term.startsOn, days))
    const some = fc.record({ heldOn: days, startTime: fc.constantFrom('14:00', null), endTime: fc.constantFrom('16:00', '13:00', null), cancelledAt: fc.constantFrom(null, '2026-09-01T00:00:00.000Z'), files: fc.nat(5) })
    fc.assert(fc.property(fc.array(some, { maxLength: 30 }), days, fc.nat(60), (activities, today, later) => {
      const now = themeProgress(activities, today)
      const then = themeProgress(activities, addDays(today, later))
      expect(now.held + now.toCome).toBe(activities.filter(({ cancelledAt }) => cancelledAt === null).length)
      expect(then.held + then.toCome).toBe(now.held + now.toCome)
      expect(then.held).toBeGreaterThanOrEqual(now.held)
      expect(then.minutes).toBeGreaterThanOrEqual(now.minutes)
      expect(now.withoutTimes).toBeLessThanOrEqual(now.held)
      expect(now.lastOn === null).toBe(now.held === 0)
    }))
  })
})

describe('what a scheme asks for', () => {
  it('is said in its words: 004-05 a theme a term and study on it every two weeks, 004-08 a salon on a theme; others say nothing', () => {
    expect(themeWishes(preset('004-05'))).toEqual(['定一个学期主题，每学期至少 1 个', '按学期主题集体学习研究，每两周至少 1 次'])
    expect(themeWishes(preset('004-08'))).toEqual(['开例会（主题沙龙），每两周至少 1 次'])
    expect(themeWishes(preset('004-18'))).toEqual(['主题研究学习'])
    expect(themeWishes(preset('004-03'))).toEqual([])
    expect(themeWishes(null)).toEqual([])
  })
})

describe('any themes', () => {
  const facts = fc.record({
    title: fc.string({ minLength: 1, maxLength: 12 }), fromOn: fc.option(fc.integer({ min: 0, max: 140 }).map((days) => addDays(term.startsOn, days))),
    toOn: fc.option(fc.integer({ min: 0, max: 140 }).map((days) => addDays(term.startsOn, days))),
  })

  it('keep all of them in order, and one that is refused for its name is refused beside the same one again', () => {
    fc.assert(fc.property(fc.array(facts, { maxLength: 8 }), facts, (themes, one) => {
      const ordered = themesInOrder(themes)
      expect(ordered).toHaveLength(themes.length)
      expect(themes.every((theme) => ordered.includes(theme))).toBe(true)
      expect(ordered.every(({ fromOn }, at) => at === 0 || (ordered[at - 1]?.fromOn ?? '') <= (fromOn ?? ''))).toBe(true)
      expect(themeFaults(one, [...themes, one], term).some(({ field }) => field === 'title')).toBe(true)
      const likely = themeOnDay(themes, term.startsOn)
      if (likely) expect((likely.fromOn ?? '') <= term.startsOn).toBe(true)
    }))
  })
})
