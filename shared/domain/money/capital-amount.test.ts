import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptedCapitals, capitalAmount } from './capital-amount.ts'
import { maxFen } from './fen.ts'
import { parseCapitalAmount } from './parse-capital-amount.ts'

describe('an amount in capitals', () => {
  it.each([
    [30000, '叁佰元整'], [140950, '壹仟肆佰零玖元伍角整'], [600714, '陆仟零柒元壹角肆分'], [168032, '壹仟陆佰捌拾元零叁角贰分'],
    [10700053, '壹拾万柒仟元零伍角叁分'], [1640902, '壹万陆仟肆佰零玖元零贰分'], [32504, '叁佰贰拾伍元零肆分'], [1000500, '壹万零伍元整'],
    [10000000000, '壹亿元整'], [10000000100, '壹亿零壹元整'], [5, '伍分'], [50, '伍角整'], [0, '零元整'], [55, '伍角伍分'],
    [1000, '壹拾元整'], [123450, '壹仟贰佰叁拾肆元伍角整'], [-180000, '负壹仟捌佰元整'], [100000000000000, '壹万亿元整'],
    [100000000000100, '壹万亿零壹元整'], [100020000000000, '壹万零贰亿元整'], [1000000000, '壹仟万元整'], [10010000, '壹拾万零壹佰元整'],
    [100, '壹元整'], [10005, '壹佰元零伍分'], [1000000, '壹万元整'], [2000200200, '贰仟万贰仟零贰元整'],
  ])('%d fen are %s', (amount, capitals) => {
    expect(capitalAmount(amount)).toBe(capitals)
  })

  it('may carry the other zeros that the rule publishes', () => {
    expect(acceptedCapitals(10700053)).toEqual(expect.arrayContaining(['壹拾万柒仟元零伍角叁分', '壹拾万零柒仟元伍角叁分']))
    expect(acceptedCapitals(168032)).toEqual(expect.arrayContaining(['壹仟陆佰捌拾元零叁角贰分', '壹仟陆佰捌拾元叁角贰分']))
    expect(acceptedCapitals(140950)).toEqual(expect.arrayContaining(['壹仟肆佰零玖元伍角', '壹仟肆佰零玖元伍角整']))
    expect(acceptedCapitals(1640902)).toEqual(['壹万陆仟肆佰零玖元零贰分'])
  })

  it('reads back as the same amount, whatever the amount', () => {
    fc.assert(fc.property(fc.integer({ min: -maxFen, max: maxFen }), (amount) => {
      for (const spelling of acceptedCapitals(amount)) expect(parseCapitalAmount(spelling)).toEqual({ ok: true, value: amount })
    }), { numRuns: 300 })
  })

  it('never has two zeros in a row, nor a zero before a unit', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: maxFen }), (amount) => {
      expect(capitalAmount(amount)).not.toMatch(/零零|零[拾佰仟万亿元角分整]/)
    }))
  })
})

describe('capitals that somebody typed', () => {
  it.each([['人民币叁佰圓正', 30000], ['貳佰陸拾萬元整', 260000000], ['伍角', 50], ['壹億元整', 10000000000], ['叁佰 元 整', 30000]])('%s are read', (text, value) => {
    expect(parseCapitalAmount(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['一百元整', '不是大写金额用字'], ['壹万伍元整', '应写作“壹万零伍元整”'], ['叁佰元', '应写作“叁佰元整”'], ['叁佰贰拾伍元肆分', '应写作'],
    ['拾元整', '不合大写规则'], ['', '请填写'], ['叁佰', '不是完整'], ['伍分整', '应写作“伍分”'], ['玖佰玖拾玖万亿元整', '大于上限'], ['元整', '不是完整'],
  ])('%s is refused and says how to write it', (text, reason) => {
    const reading = parseCapitalAmount(text)
    expect(reading.ok ? '' : reading.message).toContain(reason)
  })
})
