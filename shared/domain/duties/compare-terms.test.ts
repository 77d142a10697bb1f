import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDutyInput, aMembership, aRecord, autumn, preset, schemeOf, spring } from '../../../tests/fixtures/duties.ts'
import { must } from '../../must.ts'
import { addDays } from '../dates/day.ts'
import { compareTerms } from './compare-terms.ts'
import { deriveDuties } from './derive-duties.ts'
import type { DutyInput } from './duty-input.ts'
import { dutyMatrix, everybody } from './duty-matrix.ts'

const terms = [autumn, spring].map(({ key, startsOn, endsOn }) => ({ key, fromOn: must(startsOn, 'it has days'), toOn: must(endsOn, 'it has days') }))
const names = (input: DutyInput) => ({ scheme: input.scheme, personName: (id: string) => `【${id}】` })
const compared = (input: DutyInput, column: string, only?: string) => compareTerms(deriveDuties(input), input.memberships, terms, names(input), column, only)

const eachOneLesson = schemeOf([{ metric: 'openLesson', subject: 'eachMember', per: 'term', minimum: 1, title: '上公开课' }, { metric: 'paperWritten', subject: 'eachMember', per: 'schoolYear', minimum: 1, title: '写论文' }])

describe('the terms of a cycle side by side', () => {
  const input = aDutyInput(eachOneLesson, {
    today: '2027-06-01',
    records: [aRecord('openLesson', '2026-10-08', { personIds: ['a'] }), aRecord('openLesson', '2026-10-09', { personIds: ['a'] }), aRecord('openLesson', '2027-03-09', { personIds: ['b'] })],
  })

  it('have for everybody together what was asked of each, and what one did beyond it makes up for nobody', () => {
    const { rows, terms: columns } = compared(input, everybody)
    expect(rows).toMatchObject([{ title: '上公开课', cells: [
      { column: '2026-1', needed: 3, done: 1, missing: 2, state: 'overdue' }, { column: '2026-2', needed: 3, done: 1, missing: 2, state: 'inProgress' },
    ] }])
    expect(columns).toMatchObject([
      { key: '2026-1', name: '第一学期', roleName: '2026—2027学年', share: { asked: 3, done: 1, overdue: 2 } }, { key: '2026-2', name: '第二学期', share: { asked: 3, done: 1, overdue: 0 } },
    ])
  })

  it('have for one person her own, and an empty place for a term in which nothing was asked of her', () => {
    const late = { ...input, memberships: [...input.memberships, aMembership('late', 'member', '2027-02-22')] }
    expect(compared(late, 'person:a').rows[0]?.cells).toMatchObject([{ column: '2026-1', needed: 1, done: 2 }, { column: '2026-2', done: 0 }])
    expect(compared(late, 'person:late').rows[0]?.cells.map(({ column }) => column)).toEqual(['2026-2'])
    expect(compared(late, everybody).people.map(({ key }) => key)).toEqual(['studio', 'person:host', 'person:a', 'person:b', 'person:c', 'person:late'])
    expect(compared(late, 'person:a', 'a').people.map(({ key }) => key)).toEqual(['studio', 'person:a'])
  })

  it('leave out what is asked for longer than a term', () => {
    expect(compared(input, everybody).rows.map(({ title }) => title)).toEqual(['上公开课'])
  })

  it.each(['000-4', '004-03', '004-22', '002'])('%s: a person’s figure is the one of the matrix of that term, and everybody’s is the sum of them', (code) => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('openLesson', 'seminar', 'lecture', 'lessonObservation', 'paperPublished'), fc.integer({ min: 0, max: 120 }), fc.constantFrom('a', 'b', 'c', 'host')), { maxLength: 12 }), (held) => {
      const drawn = aDutyInput(preset(code), {
        today: '2027-06-01', records: held.map(([metric, days, person]) => aRecord(metric, addDays('2026-09-01', 2 * days), { personIds: [person], levelKey: 'county' })),
      })
      const duties = deriveDuties(drawn)
      const all = compareTerms(duties, drawn.memberships, terms, names(drawn), everybody)
      let figures = 0
      for (const term of terms) {
        const matrix = dutyMatrix(duties, drawn.memberships, term, names(drawn))
        for (const row of all.rows) {
          const cells = matrix.rows.find(({ ref }) => ref === row.ref)?.cells ?? []
          const together = row.cells.find(({ column }) => column === term.key)
          expect(together?.missing ?? 0).toBeCloseTo(cells.reduce((sum, { missing }) => sum + missing, 0), 2)
          if (together !== undefined && together.needed !== null) expect(together.done + together.missing).toBeCloseTo(together.needed, 2)
          figures += 1
        }
        const one = compareTerms(duties, drawn.memberships, terms, names(drawn), 'person:a')
        for (const row of one.rows) {
          const cell = row.cells.find(({ column }) => column === term.key)
          const here = matrix.rows.find(({ ref }) => ref === row.ref)?.cells.find(({ column }) => column === 'person:a')
          expect(cell && { ...cell, column: 'person:a' }).toEqual(here)
        }
      }
      expect(figures).toBeGreaterThan(0)
    }), { numRuns: 12 })
  })
})
