import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dutyShare, shareText } from './duty-share.ts'
import { dutyStates } from './duty-line.ts'

const cell = fc.record({ needed: fc.option(fc.integer({ min: 0, max: 9 })), state: fc.constantFrom(...dutyStates) })

describe('how much of what is asked is done', () => {
  it('leaves out what is only recorded, what may be left undone and what is not meant for her', () => {
    expect(dutyShare([
      { needed: 1, state: 'done' }, { needed: 2, state: 'overdue' }, { needed: 3, state: 'inProgress' }, { needed: null, state: 'notCounted' }, { needed: 1, state: 'notCounted' }, { needed: 0, state: 'notApplicable' },
    ])).toEqual({ asked: 3, done: 1, overdue: 1 })
  })

  it('never says that all is done while something is open', () => {
    expect(shareText({ asked: 200, done: 199, overdue: 0 })).toBe('199/200 项，99%')
    expect(shareText({ asked: 0, done: 0, overdue: 0 })).toBe('没有要求')
  })

  it('is the sum of its parts, however they are cut', () => {
    fc.assert(fc.property(fc.array(cell), fc.array(cell), (some, others) => {
      const [one, two, both] = [dutyShare(some), dutyShare(others), dutyShare([...some, ...others])]
      expect(both).toEqual({ asked: one.asked + two.asked, done: one.done + two.done, overdue: one.overdue + two.overdue })
      expect(both.done + both.overdue).toBeLessThanOrEqual(both.asked)
    }))
  })
})
