import { describe, expect, it } from 'vitest'
import { aCalendar, aMembership, aRecord, autumn, derived, spring } from '../../../tests/fixtures/duties.ts'
import { dueList } from './due-list.ts'

const duties = [
  { metric: 'exchangeLessons', title: '集体交流', unit: '课时', per: 'week', minimum: 1 }, { metric: 'openLesson', title: '公开课', subject: 'eachMember', unit: '节', per: 'term', minimum: 1 },
  { metric: 'workSummary', title: '总结', unit: '份', per: 'year', mustExist: true, strength: 'soft' }, { metric: 'reflection', title: '反思', unit: '篇', minimum: 1 },
  { metric: 'studyTrip', title: '外出学习', subject: 'school', unit: '次', per: 'term', minimum: 1 }, { metric: 'projectCompleted', title: '课题', unit: '项', per: 'cycle', minimum: 1 },
] as const
const records = ['2026-09-02', '2026-09-16'].map((on) => aRecord('exchangeLessons', on, { amounts: { lessonHours: 1 } }))
const options = { today: '2026-09-30', termEndsOn: '2027-01-22' }
const short = (list: ReturnType<typeof dueList>) => list.items.map(({ when, title, missing, dueOn, subject }) => [when, title, missing, dueOn, subject.kind === 'person' ? subject.personId : subject.kind])

describe('the list of what is due', () => {
  const memberships = [aMembership('a'), aMembership('gone', 'member', '2026-09-01', '2026-09-20')]
  const studio = derived(duties, { today: options.today, records, memberships, chosen: { midTermJoiner: 'full' } })

  it('begins with what is overdue, past weeks put together; bodies and those who left are not asked any more', () => {
    expect(short(dueList([studio], options))).toEqual([
      ['overdue', '集体交流', 2, '2026-09-13', 'studio'], ['thisWeek', '集体交流', 1, '2026-10-04', 'studio'], ['beforeTermEnds', '公开课', 1, '2027-01-22', 'a'],
      ['beforeTermEnds', '总结', 1, '2026-12-31', 'studio'], ['later', '课题', 1, '2029-08-31', 'studio'], ['undated', '反思', 1, null, 'studio'],
    ])
    expect(dueList([studio], options).items[0]?.lines.map(({ period }) => period?.label.weeks?.[0])).toEqual([2, 4])
  })

  it('shows a member only her own, and leaves out what is long past', () => {
    expect(short(dueList([studio], { ...options, personId: 'a' }))).toEqual([['beforeTermEnds', '公开课', 1, '2027-01-22', 'a']])
    const recent = dueList([studio], { ...options, overdueSince: '2026-09-20' })
    expect([recent.older, recent.items[0]?.missing]).toEqual([1, 1])
  })

  it('says that a day is still to be set where the second term of the school year is not entered, and not that there is none', () => {
    const yearly = [{ metric: 'studyTrip', title: '外出学习', unit: '次', per: 'schoolYear', minimum: 1 }] as const
    const listed = (terms: Parameters<typeof aCalendar>[0]) => short(dueList([derived(yearly, { today: options.today, calendar: aCalendar(terms) })], options))
    expect(listed([autumn])).toEqual([['unset', '外出学习', 1, null, 'studio']])
    expect(listed([autumn, spring])).toEqual([['later', '外出学习', 1, '2027-07-02', 'studio']])
  })

  it('puts the reminders of soft rules after the hard ones', () => {
    const late = derived(duties, { today: '2027-01-25' })
    const overdue = dueList([late], { today: '2027-01-25', termEndsOn: null }).items.filter(({ when }) => when === 'overdue')
    expect([overdue.at(-1)?.title, overdue.at(-1)?.isSoft, overdue[0]?.isSoft]).toEqual(['总结', true, false])
  })
})
