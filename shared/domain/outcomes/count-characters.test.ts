import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countCharacters, countInWords } from './count-characters.ts'

describe('the length of a text', () => {
  it('is counted as Word and WPS count it: 汉字 and marks one each, a word or a figure one, blanks none', () => {
    expect(countCharacters('读《春》，记下 12 句。')).toEqual({ total: 10, chinese: 5, marks: 4, words: 1 })
    expect(countCharacters('')).toEqual({ total: 0, chinese: 0, marks: 0, words: 0 })
    expect(countCharacters('SSP 教学法\n（课堂 2.0）')).toEqual({ total: 9, chinese: 5, marks: 2, words: 2 })
  })

  it('says what it is made of', () => {
    expect(countInWords(countCharacters('春。'.repeat(600)))).toBe('1,200 字（汉字 600，标点 600，英文单词和数字 0；空格不算）')
  })

  it('does not change with blanks at its ends, and of 汉字 alone is their number', () => {
    fc.assert(fc.property(fc.string(), (text) => { expect(countCharacters(` ${text}\n`).total).toBe(countCharacters(text).total) }))
    fc.assert(fc.property(fc.nat(500), (length) => { expect(countCharacters('春'.repeat(length)).total).toBe(length) }))
  })
})
