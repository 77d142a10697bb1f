import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balancePoint } from './balance-line.ts'

const broken = (text: string) => [text.slice(0, balancePoint(text)), text.slice(balancePoint(text))]

describe('a title that does not fit one line', () => {
  it('is broken behind a quotation rather than within a name', () => {
    expect(broken('关于青溪县“领航工程”方知远初中语文名师工作室')).toEqual(['关于青溪县“领航工程”', '方知远初中语文名师工作室'])
  })

  it('is broken behind the name of a school', () => {
    expect(broken('关于云川市青溪县第三初级中学方知远初中道德与法治名师工作室')).toEqual(['关于云川市青溪县第三初级中学', '方知远初中道德与法治名师工作室'])
  })

  it('leaves no short line, no mark at the head of a line, and no half of a rare character', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...'青溪县“领航”工程（𠮷）、方知远'), { minLength: 12, maxLength: 50 }), (characters) => {
      const text = characters.join('')
      const [first = '', second = ''] = broken(text)
      expect(first + second).toBe(text)
      expect(first.isWellFormed() && second.isWellFormed()).toBe(true)
      expect(/^[”）、]/.test(second)).toBe(first === '' && /^[”）、]/.test(text))
    }))
  })
})
