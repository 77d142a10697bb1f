import { describe, expect, it } from 'vitest'
import { asMeasurements, table } from './measurements.ts'

describe('the table of the benches', () => {
  it('prints values, ratios and whether the goals were reached', () => {
    expect(table([
      { what: 'import', size: '5,000 rows', value: 300, unit: 'ms', reference: { what: 'bare parse', value: 200 }, goal: 2 },
      { what: '第一页', size: '20,000 people', value: 120.4, unit: 'ms', goal: 100 },
    ])).toBe([
      'what    size           measured  against            ratio  goal',
      'import  5,000 rows     300 ms    bare parse 200 ms  1.5×   ≤ 2×      reached',
      '第一页  20,000 people  120 ms                              ≤ 100 ms  MISSED',
    ].join('\n'))
  })

  it('refuses what is no measurement instead of printing nothing', () => {
    expect(asMeasurements('x', { what: 'a', size: '1', value: 1, unit: 'ms' })).toHaveLength(1)
    for (const other of [undefined, null, [], [null], { what: 'a' }, { what: 'a', size: '1', value: Number.NaN, unit: 'ms' }]) {
      expect(() => asMeasurements('bench.ts benchX', other)).toThrow('bench.ts benchX')
    }
  })
})
