import { describe, expect, it } from 'vitest'
import { maskIdNumber, maskPhone, personalDataFor, personalDataProfiles } from './masking.ts'
import { readPhone } from './phone.ts'

describe('a telephone number typed by a clerk', () => {
  it.each([
    ['15400001234', '15400001234', 'mobile'], ['154 0000 1234', '15400001234', 'mobile'], ['154-0000-1234', '15400001234', 'mobile'],
    ['＋８６ １５４００００１２３４', '15400001234', 'mobile'], ['+86-154-0000-1234', '15400001234', 'mobile'], ['008615400001234', '15400001234', 'mobile'],
    ['0571-88001234', '0571-88001234', 'landline'], ['(0571)88001234', '0571-88001234', 'landline'], ['（0571）8800 1234', '0571-88001234', 'landline'],
    ['010-66001234-801', '010-66001234-801', 'landline'], ['057188001234', '0571-88001234', 'landline'], ['0475—6612345转12', '0475-6612345-12', 'landline'],
    ['+86-571-88001234', '571-88001234', 'refused'],
  ])('%s is read as %s', (typed, value, kind) => {
    if (kind === 'refused') expect(readPhone(typed).ok).toBe(false)
    else expect(readPhone(typed)).toEqual({ ok: true, value, kind })
  })

  it('may stand as a number in a spreadsheet', () => {
    expect(readPhone(15400001234)).toEqual({ ok: true, value: '15400001234', kind: 'mobile' })
  })

  it('without its area code, or one of several, is taken with a word about it', () => {
    expect(readPhone('8800 1234')).toMatchObject({ ok: true, value: '88001234', warning: expect.stringContaining('区号') })
    expect(readPhone('15400001234/15400001235')).toMatchObject({ ok: true, value: '15400001234', warning: expect.stringContaining('2 个号码') })
  })

  it.each([
    ['1540000123', '填了 10 位'], ['154000012345', '填了 12 位'], ['12000001234', '“120”'], ['打办公室', '不是数字'], ['', '没有填'], ['1.54E+10', '不是数字'], ['999', '既不是'],
  ])('%s is refused: %s', (typed, words) => {
    const reading = readPhone(typed)
    expect(reading.ok ? '' : reading.message).toContain(words)
  })
})

describe('the one mask', () => {
  it('hides the birth date, the sequence and the check character, and the middle of a mobile', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110105************')
    expect(maskPhone('15400001234')).toBe('154****1234')
    expect(maskPhone('0571-88001234-801')).toBe('0571-****1234')
    expect(maskPhone('1234')).toBe('****')
  })

  it('is the same on the screen and on internal lists; a public notice shows nothing, a submission all', () => {
    const person = { idNumber: '11010519491231002X', phone: '15400001234' }
    const masked = { idNumber: '110105************', phone: '154****1234' }
    expect(personalDataProfiles.map((profile) => personalDataFor(profile, person))).toEqual([masked, masked, { idNumber: null, phone: null }, person])
    expect(personalDataFor('internal', { idNumber: null, phone: null })).toEqual({ idNumber: null, phone: null })
  })
})
