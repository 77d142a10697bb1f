import { describe, expect, it } from 'vitest'
import { aDutyInput, aRecord, autumn, schemeOf, spring } from '../../../tests/fixtures/duties.ts'
import { must } from '../../must.ts'
import { compareLonger } from './compare-longer.ts'
import { deriveDuties } from './derive-duties.ts'
import { everybody } from './duty-matrix.ts'

const terms = [autumn, spring].map(({ key, startsOn, endsOn }) => ({ key, fromOn: must(startsOn, 'it has days'), toOn: must(endsOn, 'it has days') }))
const scheme = schemeOf([
  { metric: 'openLesson', subject: 'eachMember', per: 'term', minimum: 1, title: '上公开课' }, { metric: 'paperWritten', subject: 'eachMember', per: 'schoolYear', minimum: 2, unit: '篇', title: '写论文' },
  { metric: 'projectCompleted', per: 'cycle', minimum: 3, unit: '项', title: '课题' }, { metric: 'lecture', per: 'cycle', title: '讲座' },
])
const records = [
  aRecord('paperWritten', '2026-10-08', { personIds: ['a'] }), aRecord('paperWritten', '2026-11-08', { personIds: ['a'] }), aRecord('paperWritten', '2027-03-09', { personIds: ['a'] }),
  aRecord('paperWritten', '2027-02-01', { personIds: ['b'] }), aRecord('projectCompleted', '2027-04-01'),
]
const input = aDutyInput(scheme, { today: '2027-06-01', records })
const day = (id: string) => must(records.find((record) => record.id === id), 'it was given').on
const compared = (column: string, only?: string) => compareLonger(deriveDuties(input), terms, { scheme, personName: (id) => id }, column, day, only)

describe('what is asked for longer than a term', () => {
  it('stands with the figure of its year or of the cycle and with what each term did of it; what is only recorded is left out', () => {
    expect(compared('person:a')).toMatchObject([{
      title: '写论文', period: '2026—2027学年', unit: '篇', whole: { needed: 2, done: 3, missing: 0, state: 'done' }, shares: [{ termKey: '2026-1', done: 2 }, { termKey: '2026-2', done: 1 }],
    }])
    expect(compared('studio')).toMatchObject([{ title: '课题', whole: { needed: 3, done: 1, missing: 2 }, shares: [{ done: 0 }, { done: 1 }] }])
  })

  it('of the holidays belongs to the term before', () => {
    expect(compared('person:b')[0]?.shares).toEqual([{ termKey: '2026-1', done: 1 }, { termKey: '2026-2', done: 0 }])
  })

  it('of everybody counts in the whole what is asked of each, and in the terms all that was done', () => {
    expect(compared(everybody)[0]).toMatchObject({ whole: { needed: 6, done: 3, missing: 3 }, shares: [{ done: 3 }, { done: 1 }] })
    expect(compared(everybody, 'b')[0]).toMatchObject({ whole: { needed: 2, done: 1 } })
  })

  it('has a row for each of its years, and in it only the terms that lie there', () => {
    const next = { key: '2027-1', fromOn: '2027-09-01', toOn: '2028-01-21' }
    const later = compareLonger(deriveDuties({ ...input, today: '2027-10-01' }), [...terms, next], { scheme, personName: (id) => id }, 'person:a', day)
    expect(later.map(({ period, shares }) => [period, shares.map(({ termKey }) => termKey).join()])).toEqual([['2026—2027学年', '2026-1,2026-2'], ['2027—2028学年', '2027-1']])
  })
})
