import { describe, expect, it } from 'vitest'
import { personDraftProblems } from './person-checks.ts'
import { personDraftSchema } from './person-draft.ts'
import type { PersonDraftInput } from './person-draft.ts'

const today = '2026-11-22'
const messages = (input: PersonDraftInput) => {
  const parsed = personDraftSchema.safeParse(input)
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

describe('a person typed into the form', () => {
  it('is tidied: blanks in the name, full-width digits, empty texts', () => {
    const draft = personDraftSchema.parse({
      name: ' 张　三 ', idNumber: '１１０１０５１９４９１２３１００２ｘ', phone: '154-0000-1234', schoolName: ' 云岫县  初级中学 ', subject: '  ', honours: '县教坛新秀 \r\n 县先进 \n\n', note: '',
    })
    expect(draft).toMatchObject({
      name: '张三', idNumber: '11010519491231002X', phone: '15400001234', schoolName: '云岫县 初级中学', subject: null, honours: '县教坛新秀\n 县先进', note: null, sex: null, bornOn: null,
    })
  })

  it('leaves the ID number and the phone as they are unless they were touched, and removes them when emptied', () => {
    const untouched = personDraftSchema.parse({ name: '张三' })
    expect('idNumber' in untouched).toBe(false)
    expect('phone' in untouched).toBe(false)
    expect(personDraftSchema.parse({ name: '张三', idNumber: '', phone: null })).toMatchObject({ idNumber: null, phone: null })
  })

  it('may have a long name of a minority, a dot, or a character beyond the BMP', () => {
    expect(personDraftSchema.parse({ name: '阿不都热合曼 • 买买提江' }).name).toBe('阿不都热合曼·买买提江')
    expect(personDraftSchema.parse({ name: '𠮷'.repeat(40) }).name).toHaveLength(80)
    expect(personDraftSchema.parse({ name: '  John   Smith ' }).name).toBe('John Smith')
  })

  it.each<[PersonDraftInput, string]>([
    [{ name: '　' }, '请填写姓名'],
    [{ name: '张'.repeat(41) }, '最多 40 个字'],
    [{ name: '12345' }, '没有一个字'],
    [{ name: '张三', idNumber: '110105194912310021' }, '第 18 位应为 X'],
    [{ name: '张三', phone: '1540000123' }, '填了 10 位'],
    [{ name: '张三', bornOn: '1988-02-30' }, '出生日期请写成'],
    [{ name: '张三', homeroomYears: -1 }, '不能是负数'],
    [{ name: '张三', email: 'zhangsan' }, '电子邮箱应像'],
    [{ name: '张三', note: '长'.repeat(2001) }, '最多 2000 个字'],
  ])('%j is refused in Chinese', (input, words) => {
    expect(messages(input)).toEqual([expect.stringContaining(words)])
  })
})

describe('what does not fit between the fields of a person', () => {
  const found = (input: PersonDraftInput) => personDraftProblems(personDraftSchema.parse(input), today).map((p) => `${p.level} ${p.field}`)

  it('an ID number that says another sex or birth date is named, and nothing overwritten', () => {
    expect(found({ name: '张三', idNumber: '11010519491231002X', sex: 'male', bornOn: '1950-01' })).toEqual(['warning sex', 'warning bornOn'])
    expect(found({ name: '张三', idNumber: '11010519491231002X', sex: 'female', bornOn: '1949-12' })).toEqual([])
  })

  it('nobody is born after today, teaches before birth or as a child', () => {
    expect(found({ name: '张三', bornOn: '2027' })).toEqual(['error bornOn'])
    expect(found({ name: '张三', bornOn: '1988-06', teachingSince: '1987' })).toEqual(['error teachingSince'])
    expect(found({ name: '张三', bornOn: '1988-06', teachingSince: '2000-09' })).toEqual(['warning teachingSince'])
    expect(found({ name: '张三', bornOn: '1988-06', teachingSince: '2010-09' })).toEqual([])
    expect(found({ name: '张三', teachingSince: '2027-09' })).toEqual(['warning teachingSince'])
    expect(found({ name: '张三', bornOn: '1900' })).toEqual(['warning bornOn'])
    expect(found({ name: '张三', bornOn: '2015' })).toEqual(['warning bornOn'])
  })

  it('a title is granted in life, not after today, and has a name', () => {
    expect(found({ name: '张三', professionalTitle: '一级教师', titleGrantedOn: '2027-01' })).toEqual(['error titleGrantedOn'])
    expect(found({ name: '张三', professionalTitle: '一级教师', titleGrantedOn: '1980', bornOn: '1988' })).toEqual(['error titleGrantedOn'])
    expect(found({ name: '张三', titleGrantedOn: '2015-12' })).toEqual(['warning titleGrantedOn'])
  })

  it('nobody was a homeroom teacher for longer than a teacher', () => {
    expect(found({ name: '张三', teachingSince: '2016-09', homeroomYears: 12 })).toEqual(['warning homeroomYears'])
    expect(found({ name: '张三', teachingSince: '2016-09', homeroomYears: 10.5 })).toEqual([])
  })
})
