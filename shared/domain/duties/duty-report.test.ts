import { describe, expect, it } from 'vitest'
import { aDutyInput, aMembership, aRecord, preset, schemeOf } from '../../../tests/fixtures/duties.ts'
import { deriveDuties } from './derive-duties.ts'
import type { DutyInput } from './duty-input.ts'
import { dutyMatrix } from './duty-matrix.ts'
import { dutyReportTable } from './duty-report.ts'

const term = { fromOn: '2026-09-01', toOn: '2027-01-22' }
const reportOf = (input: DutyInput) => {
  const names = { scheme: input.scheme, personName: (id: string) => `【${id}】` }
  return dutyReportTable(deriveDuties(input), input.memberships, term, names, (recordId) => ({ title: `《${recordId}》`, on: '2026-10-15' }))
}
const people = [aMembership('a'), aMembership('b')]

describe('职责完成情况表', () => {
  it('names everybody of whom it is asked with done and needed, the records that count, and the worst state', () => {
    const scheme = schemeOf([{ metric: 'openLesson', title: '上公开课', subject: 'eachMember', unit: '节', per: 'term', minimum: 1 }])
    const report = reportOf(aDutyInput(scheme, { memberships: people, today: '2027-01-25', records: [aRecord('openLesson', '2026-10-15', { id: '春', personIds: ['a'] })] }))
    expect(report).toEqual({
      rows: [{ title: '上公开课', who: '每位成员', asked: '每学期，1 节', done: '【a】 1/1；【b】 0/1（逾期）', records: '《春》 2026-10-15', state: '逾期' }], asked: 2, done: 1, open: 0, overdue: 1,
    })
  })

  it('lists a few records and says how many there are; a record of two people stands once', () => {
    const scheme = schemeOf([{ metric: 'seminar', title: '研讨', per: 'term', minimum: 6 }, { metric: 'paperWritten', title: '论文', subject: 'eachMember', unit: '篇', per: 'term', minimum: 1 }])
    const records = [...Array.from({ length: 6 }, (_, at) => aRecord('seminar', `2026-10-1${at}`, { id: `研讨${at}` })), aRecord('paperWritten', '2026-10-15', { id: '合写', personIds: ['a', 'b'] })]
    const { rows } = reportOf(aDutyInput(scheme, { memberships: people, records }))
    expect(rows[0]?.records).toMatch(/；等 6 件$/)
    expect(rows.map(({ done }) => done)).toEqual(['6/6', '【a】 1/1；【b】 1/1'])
    expect(rows[1]?.records).toBe('《合写》 2026-10-15')
  })

  it('says why nobody is asked, and counts nothing for what is only recorded', () => {
    const scheme = schemeOf([{ metric: 'lecture', subject: 'eachAdvisor', per: 'term', minimum: 1 }, { metric: 'reflection', title: '反思', subject: 'eachMember', unit: '篇', per: 'term' }])
    const { rows, asked } = reportOf(aDutyInput(scheme, { memberships: people }))
    expect(rows.map(({ done }) => done)).toEqual(['没有人担任这个角色', '【a】 无记录；【b】 无记录'])
    expect(asked).toBe(0)
  })

  it.each(['000-4', '004-03', '002'])('%s: has the rows of the matrix, and its sums are theirs', (code) => {
    const input = aDutyInput(preset(code))
    const report = reportOf(input)
    const matrix = dutyMatrix(deriveDuties(input), input.memberships, term, { scheme: input.scheme, personName: (id) => id })
    expect(report.rows.map(({ title }) => title)).toEqual(matrix.rows.map(({ title }) => title))
    expect(report.done).toBe(matrix.counts.done)
    expect(report.overdue).toBe(matrix.counts.overdue)
    expect(report.done + report.open + report.overdue).toBe(report.asked)
  })
})
