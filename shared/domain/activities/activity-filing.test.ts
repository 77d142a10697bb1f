import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roles } from '../accounts/permissions.ts'
import { loadScheme } from '../schemes/load-scheme.ts'
import { activityKinds } from './activity-words.ts'
import { allowedSteps, changedSince, type Filing, filingRule, filingStanding, filingState, type FilableActivity, troubleInWords } from './activity-filing.ts'

const scheme = (code: string) => loadScheme(readFileSync(join(import.meta.dirname, `../../../resources/schemes/${code}.json`), 'utf8'), code)
const activity: FilableActivity = { kind: 'lecture', level: 'county', title: '全旗讲座', heldOn: '2026-10-20', place: '报告厅', cancelledAt: null }
const filing: Filing = { filed: { title: '全旗讲座', heldOn: '2026-10-20', place: '报告厅' }, submittedByAccountId: 'host', decision: null, approvedOn: null }
const approved: Filing = { ...filing, decision: 'approved', approvedOn: '2026-10-12' }

describe('which activities must be filed first', () => {
  it('by scheme 002 those for the whole banner and above, not those of the school', () => {
    expect(filingRule(scheme('002'))(activity)).toMatchObject({ rule: expect.stringContaining('面向全旗') as string, to: '名师工作室领导小组办公室' })
    expect(filingRule(scheme('002'))({ ...activity, level: 'city' })).not.toBeNull()
    expect(filingRule(scheme('002'))({ ...activity, level: 'school' })).toBeNull()
    expect(filingRule(scheme('002'))({ ...activity, level: null })).toBeNull()
  })

  it('none where the scheme is silent, unless the school asks it of all; and none where the school does without', () => {
    expect(filingRule(scheme('004-03'))(activity)).toBeNull()
    expect(filingRule(scheme('004-03'), { activityFiling: 'all' })({ kind: 'salon', level: null })).toEqual({ rule: null, to: null })
    expect(filingRule(scheme('002'), { activityFiling: 'none' })(activity)).toBeNull()
    expect(filingRule(null, { activityFiling: 'all' })(activity)).toBeNull()
  })

  it('where the school asks it of all, no activity is left out', () => {
    fc.assert(fc.property(fc.constantFrom(...activityKinds), fc.constantFrom('school', 'county', null), fc.constantFrom('002', '004-03'), (kind, level, code) => {
      expect(filingRule(scheme(code), { activityFiling: 'all' })({ kind, level })).not.toBeNull()
    }), { numRuns: 30 })
  })
})

describe('how an activity stands with its filing', () => {
  it('is the studio’s turn until it is handed in, then the office’s, then nobody’s', () => {
    expect(filingStanding(true, null, activity, '2026-10-01')).toEqual({ needed: true, state: 'notFiled', changed: [], trouble: null, turn: 'toFile' })
    expect(filingStanding(true, filing, activity, '2026-10-01')).toMatchObject({ state: 'submitted', turn: 'toDecide' })
    expect(filingStanding(true, approved, activity, '2026-10-30')).toMatchObject({ state: 'approved', trouble: null, turn: null })
    expect(filingStanding(false, null, activity, '2026-10-30')).toMatchObject({ trouble: null, turn: null })
  })

  it('says that it was held without approval from the day after, and that an approval came too late', () => {
    expect(filingStanding(true, filing, activity, '2026-10-20').trouble).toBeNull()
    expect(filingStanding(true, filing, activity, '2026-10-21').trouble).toBe('heldWithout')
    expect(filingStanding(true, { ...filing, decision: 'returned' }, activity, '2026-10-21').trouble).toBe('heldWithout')
    expect(filingStanding(true, { ...approved, approvedOn: '2026-10-21' }, activity, '2026-10-30').trouble).toBe('approvedLate')
    expect(filingStanding(true, { ...approved, approvedOn: '2026-10-20' }, activity, '2026-10-30').trouble).toBeNull()
  })

  it('says that the approval was for another day or place, and wants it handed in anew', () => {
    const moved = filingStanding(true, approved, { ...activity, heldOn: '2026-10-27', place: null }, '2026-10-12')
    expect(moved).toMatchObject({ changed: ['heldOn', 'place'], trouble: 'otherwise', turn: 'toFile' })
    expect(troubleInWords(moved)).toBe('与备案的不同：日期、地点')
  })

  it('asks nothing of what was called off', () => {
    expect(filingStanding(true, null, { ...activity, cancelledAt: '2026-10-10T00:00:00Z' }, '2026-11-01')).toMatchObject({ trouble: null, turn: null })
  })

  it('takes an empty place for none', () => {
    expect(changedSince({ title: 'a', heldOn: '2026-10-20', place: null }, { title: 'a', heldOn: '2026-10-20', place: '' })).toEqual([])
  })
})

const anyFiling = fc.option(fc.record({
  filed: fc.constant(filing.filed), submittedByAccountId: fc.constantFrom('a', 'b'),
  decision: fc.constantFrom('approved' as const, 'returned' as const, null), approvedOn: fc.constantFrom('2026-10-12', '2026-10-25', null),
}))

describe('who may take which step', () => {
  const host = { accountId: 'host', role: 'host', mayWrite: true, mayApprove: false } as const
  const clerk = { accountId: 'clerk', role: 'clerk', mayWrite: true, mayApprove: true } as const
  const leader = { accountId: 'leader', role: 'leader', mayWrite: false, mayApprove: true } as const

  it('the host hands in and withdraws, the leader decides, the office does either', () => {
    expect(allowedSteps(null, [], host)).toEqual(['submit'])
    expect(allowedSteps(filing, [], host)).toEqual(['withdraw'])
    expect(allowedSteps(filing, [], leader)).toEqual(['approve', 'return'])
    expect(allowedSteps(filing, [], clerk)).toEqual(['withdraw', 'approve', 'return'])
    expect(allowedSteps(approved, [], host)).toEqual([])
    expect(allowedSteps(approved, ['heldOn'], host)).toEqual(['submit'])
    expect(allowedSteps(approved, [], leader)).toEqual(['reopen'])
  })

  it('nobody but the office ever decides on what she handed in herself', () => {
    let looked = 0
    fc.assert(fc.property(anyFiling, fc.constantFrom(...roles), fc.boolean(), fc.boolean(), (each, role, mayWrite, mayApprove) => {
      if (role === 'clerk' || role === 'admin') return
      looked += 1
      const steps = allowedSteps(each, [], { accountId: 'a', role, mayWrite, mayApprove })
      if (each?.submittedByAccountId === 'a') expect(steps.filter((step) => step === 'approve' || step === 'return' || step === 'reopen')).toEqual([])
    }))
    expect(looked).toBeGreaterThan(0)
  })

  it('whoever may neither write nor approve has no step, and what waits for a decision is never handed in twice', () => {
    fc.assert(fc.property(anyFiling, fc.constantFrom(...roles), (each, role) => {
      expect(allowedSteps(each, ['place'], { accountId: 'a', role, mayWrite: false, mayApprove: false })).toEqual([])
      if (filingState(each) === 'submitted') expect(allowedSteps(each, ['place'], { accountId: 'a', role, mayWrite: true, mayApprove: true })).not.toContain('submit')
    }))
  })

  it('trouble and turn never contradict each other: what needs nothing and was never filed has neither', () => {
    fc.assert(fc.property(anyFiling, fc.boolean(), fc.constantFrom('2026-10-01', '2026-10-20', '2026-10-30'), (each, needed, today) => {
      const standing = filingStanding(needed, each, activity, today)
      if (!needed && each === null) expect([standing.trouble, standing.turn]).toEqual([null, null])
      if (standing.trouble === 'heldWithout') expect(standing.state).not.toBe('approved')
      if (standing.turn === 'toDecide') expect(standing.state).toBe('submitted')
    }))
  })
})
