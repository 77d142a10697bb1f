import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { must } from '../../must.ts'
import { idNumberCheckCharacter, idNumberDisagreements, readIdNumber } from './id-number.ts'

const digits = fc.stringMatching(/^3399(0\d|[1-9]\d)19([4-9]\d)(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])\d{3}$/)

describe('an ID number typed by a clerk', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
    ['34052419800101001X', '1980-01-01', 'male'],
  ])('%s, a sample published with the standard, is read', (value, bornOn, sex) => {
    expect(readIdNumber(value)).toMatchObject({ ok: true, value: { value, bornOn, sex } })
  })

  it('may come in full-width characters, with blanks, a small x or the apostrophe of a text cell', () => {
    for (const typed of ['１１０１０５１９４９１２３１００２Ｘ', ' 110105 19491231 002x ', "'11010519491231002x", '110105-19491231-002X']) {
      expect(readIdNumber(typed)).toMatchObject({ ok: true, value: { value: '11010519491231002X' } })
    }
  })

  it('with a wrong check character is refused with the right one', () => {
    expect(readIdNumber('110105194912310021')).toEqual({ ok: false, fault: 'checkDigit', message: '身份证号第 18 位应为 X，请核对' })
  })

  it('damaged by a spreadsheet is refused with how it came about and how to mend it', () => {
    const readings = ['339901198806150000', 3.39901198806150e17, 339901198806150000, '3.39901E+17', '3.39901198806150E+17', '339901198806151000'].map((typed) => readIdNumber(typed))
    for (const reading of readings) {
      expect(reading).toMatchObject({ ok: false, fault: 'excelDamaged' })
      expect(reading.ok ? '' : reading.message).toMatch(/文本.*重新输入/)
    }
  })

  it('that ends in 000 with the right check character is taken when it stands as text, and doubted', () => {
    const first17 = must(
      Array.from({ length: 28 }, (_, i) => `339901198806${String(i + 1).padStart(2, '0')}100`).find((start) => idNumberCheckCharacter(start) === '0'),
      'one check character in eleven is 0',
    )
    const reading = readIdNumber(`${first17}0`)
    expect(reading.ok ? reading.value.warning : '').toContain('000')
  })

  it('stored as a number is refused even where the check character fits by chance', () => {
    expect(readIdNumber(Number('440524188001010014'))).toMatchObject({ ok: false, fault: 'excelDamaged' })
  })

  it.each([
    ['110105491231002', 'oldFifteen', '15 位的旧身份证号'],
    ['11010519491231002', 'length', '填了 17 位'],
    ['1101051949123100200', 'length', '填了 19 位'],
    ['', 'empty', '没有填'],
    ['11010519490231002X', 'birthDate', '19490231'],
    ['1101O519491231002X', 'characters', '第 5 位“O”'],
    ['X10105194912310020', 'characters', '第 1 位“X”'],
  ])('%s is refused (%s)', (typed, fault, words) => {
    const reading = readIdNumber(typed)
    expect(reading).toMatchObject({ ok: false, fault })
    expect(reading.ok ? '' : reading.message).toContain(words)
  })

  it('of somebody born in the future is refused, of somebody past 110 doubted', () => {
    expect(readIdNumber('11010519491231002X', '1949-12-30')).toMatchObject({ ok: false, fault: 'birthDate' })
    const old = readIdNumber('440524188001010014', '2026-11-22')
    expect(old.ok ? old.value.warning : '').toContain('110 岁')
  })

  it('of a region that is no province is only doubted, since withdrawn codes stand on valid cards', () => {
    const first17 = '99990119880615002'
    const reading = readIdNumber(first17 + idNumberCheckCharacter(first17))
    expect(reading.ok ? reading.value.warning : '').toContain('999901')
  })

  it('with one digit changed is always caught', () => {
    fc.assert(fc.property(digits, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (first17, at, shift) => {
      const value = first17 + idNumberCheckCharacter(first17)
      expect(readIdNumber(value)).toMatchObject({ ok: true })
      const changed = String((Number(value.charAt(at)) + shift) % 10)
      expect(readIdNumber(value.slice(0, at) + changed + value.slice(at + 1)).ok).toBe(false)
    }))
  })

  it('with two neighbours swapped is always caught', () => {
    fc.assert(fc.property(digits, fc.integer({ min: 0, max: 15 }), (first17, at) => {
      const value = first17 + idNumberCheckCharacter(first17)
      fc.pre(value.charAt(at) !== value.charAt(at + 1))
      expect(readIdNumber(value.slice(0, at) + value.charAt(at + 1) + value.charAt(at) + value.slice(at + 2)).ok).toBe(false)
    }))
  })

  it('never crashes on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const reading = readIdNumber(typed)
      expect(reading.ok ? reading.value.value : reading.message).not.toBe('')
    }))
  })
})

describe('what was typed beside an ID number', () => {
  const facts = { value: '11010519491231002X', bornOn: '1949-12-31', sex: 'female' } as const

  it('is named together with what the number says when they differ', () => {
    expect(idNumberDisagreements(facts, { sex: 'male', bornOn: '1950-01' })).toEqual([
      { field: 'sex', message: '性别填的是“男”，而身份证号第 17 位表示“女”，请核对' },
      { field: 'bornOn', message: '出生日期填的是 1950-01，而身份证号里是 1949-12-31，请核对' },
    ])
  })

  it('agrees when it is the same as far as it is known', () => {
    expect(idNumberDisagreements(facts, { sex: 'female', bornOn: '1949-12' })).toEqual([])
    expect(idNumberDisagreements(facts, { sex: null, bornOn: '1949' })).toEqual([])
    expect(idNumberDisagreements(facts, {})).toEqual([])
  })
})
