import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, fillPlain, fillText, holds } from './form-text.ts'
import type { FormScope } from './form-text.ts'

const scope = (data: object, more: Partial<FormScope> = {}): FormScope => ({ data, profile: 'submission', ...more })

describe('the texts of a form', () => {
  it('write dates, money and capitals as a bureau reads them', () => {
    const data = { on: '2026-09-01', born: '1988-06', fen: 180_000, debt: -35_000 }
    expect(fillPlain('{{on|day}}　{{born|month}}　{{born|yearMonth}}　{{on|coverDay}}', scope(data))).toBe('2026年9月1日　1988年6月　1988.06　二〇二六年九月一日')
    expect(fillPlain('{{fen|money}} {{fen|yuan}} 人民币{{fen|capital}} {{debt|money}}', scope(data))).toBe('1,800.00 ￥1,800.00 人民币壹仟捌佰元整 -350.00')
  })

  it('leave a blank to be written by hand where a fact is missing', () => {
    expect(evaluate('on|day:blank', scope({ on: null })).text).toBe('　　　　年　　月　　日')
    expect(evaluate('on|day', scope({})).text).toBe('')
    expect(evaluate('name|blank:4', scope({ name: '' }))).toEqual({ text: '　　　　', underline: true })
    expect(evaluate('name|blank:4', scope({ name: '许静姝' }))).toEqual({ text: '许静姝', underline: false })
    expect(evaluate('years|suffix:年', scope({ years: null })).text).toBe('')
    expect(evaluate('note|or:无', scope({ note: '' })).text).toBe('无')
  })

  it('show an ID number and a phone in full to the bureau, masked inside the school, and not at all in a public notice', () => {
    const data = { id: '11010519491231002X', phone: '13900004321' }
    const shown = (profile: FormScope['profile']): string => fillPlain('{{id|idNumber}}/{{phone|phone}}', scope(data, { profile }))
    expect(shown('submission')).toBe('11010519491231002X/13900004321')
    expect(shown('internal')).toBe('110105************/139****4321')
    expect(shown('publicNotice')).toBe('/')
  })

  it('see only what the record itself holds', () => {
    expect(evaluate('constructor', scope({})).text).toBe('')
    expect(evaluate('name.length', scope({ name: '张三' })).text).toBe('')
    expect(evaluate('item.name', scope({ name: '外面' }, { item: { name: '里面' } })).text).toBe('里面')
  })

  it('refuse a format that does not exist, naming it', () => {
    expect(() => evaluate('name|upper', scope({ name: 'x' }))).toThrow(/没有“upper”这种格式/)
  })

  it('count zero as nothing in a condition, and negate with an exclamation mark', () => {
    expect(holds('plan', scope({ plan: '' }))).toBe(false)
    expect(holds('!plan', scope({ plan: '' }))).toBe(true)
    expect(holds('rows', scope({ rows: [1] }))).toBe(true)
    expect(holds('count', scope({ count: 0 }))).toBe(false)
    expect(holds(undefined, scope({}))).toBe(true)
  })

  it('print an amount of zero, which is a figure and not a missing one', () => {
    expect(evaluate('fen|money', scope({ fen: 0 })).text).toBe('0.00')
    expect(evaluate('fen|capital', scope({ fen: 0 })).text).toBe('零元整')
  })

  it('never take words of the data for expressions, and give back any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (words) => {
      const pieces = fillText('甲{{x}}乙', scope({ x: words }))
      const text = pieces.map((piece) => piece.text).join('')
      expect(text.startsWith('甲') && text.endsWith('乙') && text.isWellFormed()).toBe(true)
    }))
    expect(fillPlain('{{x}}', scope({ x: '{{y}}', y: '漏' }))).toBe('{{y}}')
  })
})
