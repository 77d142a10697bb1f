import { describe, expect, it } from 'vitest'
import { checkTerms } from './check-terms.ts'
import { suggestFirstTerm, suggestTerm } from './suggest-first-term.ts'

describe('the first term that is proposed', () => {
  it.each([
    ['2026-07-01', '2026-1'], ['2026-09-15', '2026-1'], ['2026-12-31', '2026-1'], ['2027-01-10', '2026-1'],
    ['2027-02-01', '2026-2'], ['2027-03-01', '2026-2'], ['2027-06-30', '2026-2'],
  ])('on %s is %s', (today, key) => {
    expect(suggestFirstTerm(today).key).toBe(key)
  })

  it('could be saved as it stands, in any year', () => {
    for (let year = 2020; year < 2045; year++) {
      expect(checkTerms([suggestTerm(year, 1), suggestTerm(year, 2)])).toEqual([])
    }
  })
})
