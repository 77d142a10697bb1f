import { describe, expect, it } from 'vitest'
import { aDutyInput, aMembership, aRecord, preset, schemeOf } from '../../../tests/fixtures/duties.ts'
import { deriveDuties } from './derive-duties.ts'
import type { DutyInput } from './duty-input.ts'
import { dutyMatrix, linesOf } from './duty-matrix.ts'

const term = { fromOn: '2026-09-01', toOn: '2027-01-22' }
const matrixOf = (input: DutyInput, only?: string) =>
  dutyMatrix(deriveDuties(input), input.memberships, term, { scheme: input.scheme, personName: (id) => `【${id}】` }, only)

describe('the matrix of duties', () => {
  it('puts the weeks of a term into one cell: needed, done and missing are their sums, the state is the worst of them', () => {
    const scheme = schemeOf([{ metric: 'seminar', per: 'week', minimum: 1 }])
    const input = aDutyInput(scheme, { today: '2026-09-16', records: [aRecord('seminar', '2026-09-02'), aRecord('seminar', '2026-09-15')] })
    const { rows, counts } = matrixOf(input)
    expect(rows[0]?.cells).toEqual([{ column: 'studio', state: 'overdue', needed: 3, done: 2, missing: 1, periods: 3, mustExist: false }])
    expect(counts.overdue).toBe(1)
  })

  it('lets what was done beyond one week make up for no other: two seminars in the first of three weeks are one of three', () => {
    const scheme = schemeOf([{ metric: 'seminar', per: 'week', minimum: 1 }])
    const input = aDutyInput(scheme, { today: '2026-09-16', records: [aRecord('seminar', '2026-09-02'), aRecord('seminar', '2026-09-03')] })
    expect(matrixOf(input).rows[0]?.cells).toMatchObject([{ needed: 3, done: 1, missing: 2 }])
  })

  it('shows all that was done in the one period of a term', () => {
    const input = aDutyInput(schemeOf([{ metric: 'seminar', per: 'term', minimum: 1 }]), { records: [aRecord('seminar', '2026-09-02'), aRecord('seminar', '2026-09-03')] })
    expect(matrixOf(input).rows[0]?.cells).toMatchObject([{ needed: 1, done: 2, missing: 0 }])
  })

  it('has the studio first, then the host, then the members, each once however often she came and went', () => {
    const input = aDutyInput(schemeOf([{ metric: 'seminar', per: 'term', minimum: 1 }]), {
      memberships: [aMembership('a'), aMembership('host', 'host'), aMembership('b', 'member', '2026-09-01', '2026-10-01'), aMembership('b', 'member', '2026-11-01'), aMembership('spring', 'member', '2027-03-01')],
    })
    expect(matrixOf(input).columns.map(({ name, roleName }) => [name, roleName])).toEqual([['工作室', null], ['【host】', '主持人'], ['【a】', '成员'], ['【b】', '成员']])
    expect(matrixOf(input, 'a').columns.map(({ name }) => name)).toEqual(['工作室', '【a】'])
  })

  it('says in the row why nothing can be asked', () => {
    const scheme = schemeOf([{ metric: 'lecture', subject: 'eachAdvisor', per: 'term', minimum: 1 }])
    expect(matrixOf(aDutyInput(scheme)).rows).toMatchObject([{ note: '没有人担任这个角色', cells: [] }])
  })

  it('leaves out what belongs to another term', () => {
    const input = aDutyInput(schemeOf([{ metric: 'seminar', per: 'term', minimum: 1 }]), { today: '2027-03-10' })
    expect(matrixOf(input).rows[0]?.cells).toMatchObject([{ periods: 1, needed: 1, state: 'overdue' }])
  })

  it.each(['000-4', '004-03', '004-04', '004-22', '002'])('%s: every cell is the sum of the lines that its explanation shows', (code) => {
    const input = aDutyInput(preset(code), { records: ['openLesson', 'seminar', 'lecture', 'paperPublished'].map((metric) => aRecord(metric, '2026-11-03', { personIds: ['a'], levelKey: 'county' })) })
    const duties = deriveDuties(input)
    let compared = 0
    for (const row of matrixOf(input).rows) {
      for (const cell of row.cells) {
        const duty = duties.duties.find(({ ref }) => ref === row.ref)
        const lines = duty === undefined ? [] : linesOf(duty, cell.column, term)
        expect(lines).toHaveLength(cell.periods)
        expect(lines.reduce((sum, { missing }) => sum + missing, 0)).toBeCloseTo(cell.missing, 2)
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(10)
  })
})
