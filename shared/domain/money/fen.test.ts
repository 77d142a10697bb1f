import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, formatFen, formatYuanSign, maxFen, sumFen, timesFen } from './fen.ts'
import { parseFen } from './parse-fen.ts'

const anyFen = fc.integer({ min: -maxFen, max: maxFen })
const read = (text: string, allowNegative = false) => parseFen(text, { allowNegative })

describe('an amount that is typed or pasted', () => {
  it.each([
    ['1,200.5', 120050], ['1200', 120000], ['１２００', 120000], ['￥1,200.50', 120050], ['¥1200.5', 120050], ['1200元', 120000],
    [' 1 200.50 ', 120050], ['１，２００．５', 120050], ['人民币 300 元', 30000], ['0.05', 5], ['0', 0], ['　3　', 300], ['300元整', 30000],
    ['￥ 12 . 5', 1250], ['９９９９９９９９９９９９９．９９', maxFen],
  ])('%s is read as %d fen', (text, value) => {
    expect(read(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['12.345', '两位'], ['-1', '负数'], ['－１', '负数'], ['1,20.5', '千分位'], ['12 5', '千分位'], ['1,2000', '千分位'], [',200', '千分位'],
    ['', '请填写'], ['　', '请填写'], ['元', '没有数字'], ['99999999999999', '大于上限'], ['1.2万元', '换算成元'], ['abc', '不是金额'],
    ['1e5', '不是金额'], ['0x10', '不是金额'], ['1.2.3', '不是金额'], ['12.', '小数点后面'], ['.5', '不是金额'], ['一百', '单位'],
    ['NaN', '不是金额'], ['--1', '负数'],
  ])('%s is refused and says why (%s)', (text, reason) => {
    const reading = read(text)
    expect(reading.ok).toBe(false)
    expect(reading.ok ? '' : reading.message).toContain(reason)
  })

  it('is refused above a limit that the form sets', () => {
    const reading = parseFen('500.01', { max: 50000 })
    expect(reading).toEqual({ ok: false, message: '“500.01”大于上限 500.00 元，请核对。' })
  })

  it('may be negative only where the form allows it', () => {
    expect(read('-1,200.5', true)).toEqual({ ok: true, value: -120050 })
    expect(read('-￥5', true)).toEqual({ ok: true, value: -500 })
    expect(read('￥-5', true).ok).toBe(true)
    expect(read('--1', true).ok).toBe(false)
  })

  it('comes back exactly as it was printed, whatever the amount', () => {
    fc.assert(fc.property(anyFen, (amount) => {
      expect(read(formatFen(amount), true)).toEqual({ ok: true, value: amount })
      expect(read(formatYuanSign(amount), true)).toEqual({ ok: true, value: amount })
    }))
  })

  it('never crashes on any text, and never gives a fraction', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const reading = read(text, true)
      expect(reading.ok ? Number.isInteger(reading.value) : reading.message.length > 0).toBe(true)
    }))
  })
})

describe('an amount that is printed', () => {
  it.each([[180000, '1,800.00'], [-5, '-0.05'], [0, '0.00'], [100000000, '1,000,000.00'], [99, '0.99']])('%d fen is %s', (amount, text) => {
    expect(formatFen(amount)).toBe(text)
  })

  it('is never made of a fraction', () => {
    expect(() => formatFen(0.1)).toThrow('whole number')
    expect(() => fen(Number.NaN)).toThrow('whole number')
    expect(() => fen(maxFen + 1)).toThrow('whole number')
  })
})

describe('sums', () => {
  it('300 yuan for seven persons are 2,100 yuan', () => {
    expect(timesFen(30000, 7)).toBe(210000)
    expect(() => timesFen(maxFen, 2)).toThrow('上限')
    expect(() => timesFen(30000, 1.5)).toThrow('whole')
  })

  it('do not depend on the order', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 50 }), (amounts) => {
      expect(sumFen(amounts)).toBe(sumFen(amounts.toReversed()))
    }))
  })
})
