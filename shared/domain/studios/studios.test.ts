import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadScheme } from '../schemes/load-scheme.ts'
import { judgeLimits, type LimitedMembership, newlyOverstepped, worstVerdict } from './judge-limits.ts'
import { suggestCycle, suggestStudioName } from './suggest-studio.ts'

const county = loadScheme(readFileSync(join(import.meta.dirname, '..', '..', '..', 'resources', 'schemes', '004-04.json'), 'utf8'))
const studio = { hostSchool: '青禾中学', subject: '语文' }
const member = (personId: string, more: Partial<LimitedMembership> = {}): LimitedMembership => ({
  personId, role: 'member', schoolName: '青禾中学', subject: '语文', fromOn: '2026-09-01', toOn: null, exceptionReason: null, ...more,
})

describe('a name for a studio', () => {
  it('is made from the template of its scheme', () => {
    expect(suggestStudioName('{school}{subject}工作室', { school: '青禾中学', subject: '语文' })).toBe('青禾中学语文工作室')
    expect(suggestStudioName('{hostName}名师工作室', { hostName: ' 陈思远 ' })).toBe('陈思远名师工作室')
  })
  it('is not suggested while something in it is not known, or when the scheme has no template', () => {
    expect([suggestStudioName('{hostName}名师工作室', { hostName: ' ' }), suggestStudioName('{nobody}工作室', {}), suggestStudioName(null, { school: '青禾中学' })])
      .toEqual([null, null, null])
  })
})

describe('a cycle', () => {
  it('of three years ends the day before its third anniversary, also from a leap day', () => {
    expect(suggestCycle('2026-09-01', 3)).toEqual({ startsOn: '2026-09-01', endsOn: '2029-08-31' })
    expect(suggestCycle('2028-02-29', 1)).toEqual({ startsOn: '2028-02-29', endsOn: '2029-02-27' })
  })
})

describe('limits of a studio', () => {
  it('stay kept for any studio as long as nobody who is let in oversteps them', () => {
    const anyone = fc.record({ own: fc.boolean(), from: fc.constantFrom('2026-09-01', '2027-03-01', '2027-09-01') })
    let judged = 0
    fc.assert(fc.property(fc.array(anyone, { maxLength: 14 }), (all) => {
      const inside: LimitedMembership[] = []
      all.forEach(({ own, from }, at) => {
        const next = member(`p${at}`, { schoolName: own ? '青禾中学' : '云溪一中', fromOn: from })
        if (newlyOverstepped(county, inside, [next], studio).length === 0) inside.push(next)
      })
      for (const on of ['2026-09-01', '2027-03-01', '2027-09-01']) {
        expect(judgeLimits(county, inside, studio, on).filter(({ state }) => state === 'over')).toEqual([])
        judged++
      }
    }))
    expect(judged).toBeGreaterThan(0)
  })

  it('overstepped by an exception are not excused for those who break them without one', () => {
    const excepted = member('p5', { exceptionReason: '局里同意' })
    const four = ['p1', 'p2', 'p3', 'p4'].map((id) => member(id))
    const share = (all: readonly LimitedMembership[]) => judgeLimits(county, all, studio, '2026-10-01').find(({ rule }) => rule === '004-04/l01')?.state
    expect([share(four), share([...four, excepted]), share([...four, member('p6'), excepted])]).toEqual(['near', 'excepted', 'over'])
  })

  it('are told by the worst of them, but a soft one that a person must judge hides no other', () => {
    const line = (state: 'met' | 'under' | 'over' | 'unknown', strength: 'hard' | 'soft') => ({ rule: `x/${state}`, state, strength, message: '' })
    expect(worstVerdict([line('met', 'hard'), line('unknown', 'soft')])?.state).toBe('met')
    expect(worstVerdict([line('under', 'hard'), line('over', 'soft'), line('unknown', 'hard')])?.state).toBe('over')
    expect(worstVerdict([])).toBeNull()
  })
})
