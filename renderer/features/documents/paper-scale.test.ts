import { describe, expect, it } from 'vitest'
import { fitScale, scaleOf } from './paper-scale.ts'

const a4 = { short: 11906, long: 16838 }
const pixels = (twips: number) => (twips / 1440) * 96 + 34

describe('pages on the screen', () => {
  it.each([[580, a4.short], [580, a4.long], [640, a4.long], [333, a4.short]])('of %i pixels room never need to be pushed sideways', (room, paper) => {
    expect(fitScale(room, paper) * pixels(paper)).toBeLessThanOrEqual(room)
    expect(fitScale(room, paper) * pixels(paper)).toBeGreaterThan(room * 0.98)
  })

  it('are not blown up where there is more room than paper', () => {
    expect(fitScale(2000, a4.short)).toBe(1)
  })

  it('can be read in their true size and larger, whatever fits', () => {
    expect([scaleOf('fit', 0.5), scaleOf('true', 0.5), scaleOf('large', 0.5)]).toEqual([0.5, 1, 1.5])
  })
})
