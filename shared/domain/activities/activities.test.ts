import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asLastTime, nextTitle } from './activity-draft.ts'
import { attendanceMarks } from './activity-words.ts'
import { attendanceTotals, hoursText, minutesBetween } from './attendance-totals.ts'
import type { HeldActivity, Marked, MemberDays } from './attendance-totals.ts'
import { fromPlainText, isBlankRichText, maxRichTextChars, parseRichText, toPlainText } from './rich-text.ts'
import type { RichText } from './rich-text.ts'

const anActivity = (id: string, heldOn: string, more: Partial<HeldActivity> = {}): HeldActivity =>
  ({ id, termKey: '2026-1', heldOn, startTime: '14:00', endTime: '16:30', removedAt: null, ...more })
const member = (personId: string, fromOn: string, toOn: string | null = null, voidedAt: string | null = null): MemberDays => ({ personId, fromOn, toOn, voidedAt })

describe('attendance of a term', () => {
  const activities = [
    anActivity('a', '2026-09-10'), anActivity('b', '2026-09-24', { startTime: null }), anActivity('c', '2026-10-15'),
    anActivity('removed', '2026-10-20', { removedAt: '2026-10-21T00:00:00Z' }), anActivity('other term', '2027-03-10', { termKey: '2026-2' }), anActivity('to come', '2026-12-01'),
  ]
  const marks: Marked[] = activities.filter((activity) => activity.id !== 'to come').flatMap(({ id }) => [
    { activityId: id, personId: '甲', mark: id === 'c' ? 'late' : 'present' },
    { activityId: id, personId: '乙', mark: id === 'c' ? 'excused' : 'absent' },
  ])

  it('adds up times and hours, and knows what has not been entered', () => {
    expect(attendanceTotals('2026-1', activities, marks, [member('甲', '2026-09-01')], '2026-12-31')).toEqual([{
      personId: '甲', expected: 3, present: 2, late: 1, excused: 0, absent: 0, rate: 1, minutes: 300, withoutTimes: 1, notEntered: 1, outside: 0,
    }])
    expect(attendanceTotals('2026-1', activities, marks, [member('甲', '2026-09-01')], '2026-12-01')[0]?.notEntered).toBe(0)
  })

  it('counts only what was held while the person was a member', () => {
    const [total] = attendanceTotals('2026-1', activities, marks, [member('乙', '2026-09-24', '2026-10-31')], '2026-12-31')
    expect(total).toMatchObject({ expected: 2, excused: 1, absent: 1, outside: 1, notEntered: 0, rate: 0 })
  })

  it('shows no rate where nothing was expected, and leaves voided memberships out', () => {
    expect(attendanceTotals('2026-1', activities, marks, [member('丙', '2026-09-01')], '2026-12-31')[0]?.rate).toBeUndefined()
    expect(attendanceTotals('2026-1', activities, marks, [member('甲', '2026-09-01', null, '2026-09-02T00:00:00Z')], '2026-12-31')).toEqual([])
  })

  it('joins two memberships of one person and does not depend on the order of the marks', () => {
    const periods = [member('甲', '2026-09-01', '2026-09-15'), member('甲', '2026-10-01')]
    expect(attendanceTotals('2026-1', activities, marks, periods, '2026-12-31')).toHaveLength(1)
    fc.assert(fc.property(fc.array(fc.record({ activityId: fc.constantFrom('a', 'b', 'c'), personId: fc.constantFrom('甲', '乙'), mark: fc.constantFrom(...attendanceMarks) })), (rows) => {
      const totals = attendanceTotals('2026-1', activities, rows, periods, '2026-12-31')
      expect(attendanceTotals('2026-1', activities, rows.toReversed(), periods, '2026-12-31')).toEqual(totals)
      for (const total of totals) {
        expect(total.present + total.late + total.excused + total.absent).toBe(total.expected)
        expect(total.expected + total.outside).toBe(rows.filter((row) => row.personId === total.personId).length)
      }
    }))
  })

  it('measures hours in minutes and never invents a length', () => {
    expect([minutesBetween('14:00', '16:30'), minutesBetween('14:00', '14:00'), minutesBetween('23:00', '01:00'), minutesBetween(null, '16:00'), minutesBetween('25:00', '26:00')])
      .toEqual([150, undefined, undefined, undefined, undefined])
    expect([hoursText(150), hoursText(120), hoursText(5), hoursText(100)]).toEqual(['2.5 小时', '2 小时', '0 小时', '1.6 小时'])
  })
})

describe('an activity as last time', () => {
  it.each([
    ['第3次例会', '第4次例会'], ['第九次研讨', '第十次研讨'], ['第十次研讨', '第十一次研讨'], ['第十九期沙龙', '第二十期沙龙'], ['第二十九次', '第三十次'],
    ['第 9 次例会', '第 10 次例会'], ['名师讲堂第一讲', '名师讲堂第二讲'], ['工作部署会', '工作部署会'], ['第一学期第2次例会', '第一学期第3次例会'], ['第十十次', '第十十次'],
  ])('%s becomes %s', (before, after) => {
    expect(nextTitle(before)).toBe(after)
  })

  it('takes place, people and times along, and leaves minutes and marks behind', () => {
    const previous = {
      kind: 'regularMeeting' as const, title: '第3次例会', startTime: '14:00', endTime: '16:00', place: '录播室', level: 'school' as const,
      chairPersonId: 'p1', recorderPersonId: 'p2', participantPersonIds: ['p1', 'p2'], minutes: '[]', resolutions: '……', heldOn: '2026-09-10',
    }
    expect(asLastTime(previous, '2026-09-24')).toEqual({
      kind: 'regularMeeting', title: '第4次例会', heldOn: '2026-09-24', startTime: '14:00', endTime: '16:00', place: '录播室', level: 'school',
      chairPersonId: 'p1', recorderPersonId: 'p2', participantPersonIds: ['p1', 'p2'],
    })
  })
})

describe('minutes as rich text', () => {
  const minutes: RichText = [
    { type: 'heading', level: 1, runs: [{ text: '议程' }] },
    { type: 'listItem', ordered: true, runs: [{ text: '听课' }] },
    { type: 'listItem', ordered: true, runs: [{ text: '评课', bold: true }, { text: '（每人五分钟）' }] },
    { type: 'paragraph', runs: [{ text: '散会。' }] },
    { type: 'listItem', ordered: true, runs: [{ text: '重新计数' }] },
    { type: 'listItem', ordered: false, runs: [{ text: '圆点' }] },
  ]
  it('survive being kept, and print as plain lines', () => {
    expect(parseRichText(JSON.stringify(minutes))).toEqual({ ok: true, value: minutes })
    expect(toPlainText(minutes)).toBe('议程\n1. 听课\n2. 评课（每人五分钟）\n散会。\n1. 重新计数\n• 圆点')
  })

  it('that are typed as plain text come back as typed', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('会', '议', ' ', '\n', '𠮷', '1') }), (text) => {
      expect(toPlainText(fromPlainText(text))).toBe(text)
      expect(parseRichText(JSON.stringify(fromPlainText(text))).ok).toBe(true)
      expect(isBlankRichText(fromPlainText(text))).toBe(text.trim() === '')
    }))
    expect(toPlainText(fromPlainText('甲\r\n乙'))).toBe('甲\n乙')
  })

  it('are refused when too long or foreign, with a reason', () => {
    const long = parseRichText(JSON.stringify(fromPlainText('字'.repeat(maxRichTextChars + 1))))
    expect(long.ok ? '' : long.message).toContain('超过 100000 字')
    const many = parseRichText(JSON.stringify(fromPlainText('\n'.repeat(2000))))
    expect(many.ok ? '' : many.message).toContain('超过 2000 段')
    for (const json of ['{', '{}', '[{"type":"image","src":"x"}]', '[{"type":"paragraph","runs":[{"text":"x","onclick":"y"}]}]']) expect(parseRichText(json).ok).toBe(false)
  })
})
