import { describe, expect, it } from 'vitest'
import { activityState, makeupTitle } from './activity-state.ts'

describe('where an activity stands', () => {
  it('follows from its day, unless it was called off', () => {
    const on = (heldOn: string, cancelledAt: string | null = null) => activityState({ heldOn, cancelledAt }, '2026-10-20')
    expect([on('2026-10-19'), on('2026-10-20'), on('2026-10-21')]).toEqual(['held', 'today', 'planned'])
    expect([on('2026-10-19', '2026-10-18T01:00:00.000Z'), on('2026-10-21', '2026-10-18T01:00:00.000Z')]).toEqual(['cancelled', 'cancelled'])
  })

  it('names what makes up for it once as such, and keeps within the length of a title', () => {
    expect(makeupTitle('第3次例会')).toBe('第3次例会（补开）')
    expect(makeupTitle('第3次例会（补开）')).toBe('第3次例会（补开）')
    expect(makeupTitle('长'.repeat(60))).toHaveLength(60)
  })
})
