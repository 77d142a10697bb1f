import { describe, expect, it } from 'vitest'
import { changedFields, kindInWords, valueInWords } from './change-words.ts'

describe('a change in the words of the screen', () => {
  it('names the field and both values', () => {
    expect(changedFields({ kind: 'account', before: { role: 'clerk', displayName: '李老师' }, after: { role: 'finance', displayName: '李老师' } })).toEqual([
      { field: '身份', before: '教务', after: '经费' }, { field: '姓名', before: '李老师', after: '李老师' },
    ])
    expect(changedFields({ kind: 'term', before: null, after: { key: '2026-1', startsOn: '2026-08-31', endsOn: null } })).toEqual([
      { field: '学期', before: '（空）', after: '2026—2027学年第一学期' }, { field: '学期开始', before: '（空）', after: '2026-08-31' },
    ])
  })

  it('never shows what is protected, and amounts as money', () => {
    expect(valueInWords('person', 'phoneCipher', '***')).toBe('（受保护，不显示）')
    expect(valueInWords('ledgerEntry', 'amountFen', -180_000)).toContain('1,800.00')
  })

  it('tells of a mark with its note, and of the minutes as plain text', () => {
    expect(valueInWords('attendance', '顾云舒', 'late: 路远')).toBe('迟到：路远')
    expect(valueInWords('attendance', '顾云舒', 'present')).toBe('出席')
    expect(valueInWords('activity', 'minutes', JSON.stringify([{ type: 'paragraph', runs: [{ text: '听课 20 节' }] }]))).toBe('听课 20 节')
  })

  it('leaves a word that it does not know as it is, and does not take the language\'s own words for its own', () => {
    expect(kindInWords('constructor')).toBe('constructor')
    expect(valueInWords('x', 'y', 'toString')).toBe('toString')
    expect(kindInWords('person')).toBe('人员')
  })
})
