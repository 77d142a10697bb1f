import { describe, expect, it } from 'vitest'
import { professionalTitles, readProfessionalTitle, titleLevel } from './professional-title.ts'

describe('a professional title in a roster', () => {
  it('小学高级教师 is a 一级教师, a middle rank, and says so', () => {
    const facts = readProfessionalTitle('小学高级教师')
    expect(facts).toMatchObject({ title: '一级教师', level: 'middle', oldName: '小学高级教师' })
    expect(facts.warning).toContain('不是“高级教师”')
  })

  it.each([
    ['中学高级教师', '高级教师'], ['中学高级', '高级教师'], ['中教高级', '高级教师'], ['中高', '高级教师'], ['小中高', '高级教师'], ['小学中学高级教师', '高级教师'],
    ['中一', '一级教师'], ['中学一级', '一级教师'], ['小高', '一级教师'], ['小学高级', '一级教师'], ['小教高级', '一级教师'], ['幼高', '一级教师'], ['幼儿园高级教师', '一级教师'],
    ['中二', '二级教师'], ['小一', '二级教师'], ['小学一级教师', '二级教师'], ['幼一', '二级教师'], ['中三', '三级教师'], ['小二', '三级教师'], ['小学三级教师', '三级教师'],
  ])('%s, from before 2015, becomes %s', (typed, title) => {
    expect(readProfessionalTitle(typed)).toMatchObject({ title, oldName: expect.any(String), warning: expect.stringContaining('2015') })
  })

  it.each([
    ['正高级教师', '正高级教师'], ['正高', '正高级教师'], ['中小学正高级教师', '正高级教师'], ['高级', '高级教师'], ['副高', '高级教师'], ['中小学高级教师', '高级教师'],
    ['高级教师（副高）', '高级教师'], ['高 级 教 师', '高级教师'], ['一级教师', '一级教师'], ['一级', '一级教师'], ['1级教师', '一级教师'], ['中小学一级', '一级教师'], ['一级老师', '一级教师'],
    ['员级', '三级教师'], ['助理讲师', '助理讲师'], ['高讲', '高级讲师'], ['高级讲师', '高级讲师'], ['讲师', '讲师'], ['教授', '教授'],
  ])('%s is %s, without a word', (typed, title) => {
    expect(readProfessionalTitle(typed)).toEqual({ title, level: titleLevel(title) })
  })

  it('reads every name that a form offers as itself', () => {
    expect(professionalTitles.map((title) => readProfessionalTitle(title))).toEqual(professionalTitles.map((title) => ({ title, level: titleLevel(title) })))
  })

  it('tells an honour from a title', () => {
    expect(readProfessionalTitle('特级教师')).toMatchObject({ title: null, level: null, honour: '特级教师', warning: expect.stringContaining('荣誉') })
    expect(readProfessionalTitle('正高级教师、特级教师')).toMatchObject({ title: '正高级教师', honour: '特级教师' })
    expect(readProfessionalTitle('省骨干教师').title).toBeNull()
  })

  it('takes the grade of a post for the title behind it, with a word about it', () => {
    expect(['专业技术七级', '专技十级', '专业技术岗位12级', '专技十三级', '专业技术四级'].map((typed) => readProfessionalTitle(typed).title))
      .toEqual(['高级教师', '一级教师', '二级教师', '三级教师', '正高级教师'])
    expect(readProfessionalTitle('专业技术七级').warning).toContain('岗位等级')
  })

  it.each(['无', '', '—', '未评', '见习期'])('%s means none', (typed) => {
    expect(readProfessionalTitle(typed)).toEqual({ title: null, level: null })
  })

  it('keeps another profession as written and asks to look at it', () => {
    expect(readProfessionalTitle('主管护师')).toMatchObject({ title: '主管护师', level: null, warning: expect.stringContaining('主管护师') })
    expect(readProfessionalTitle('一级教师/教研组长')).toMatchObject({ title: '一级教师', warning: expect.stringContaining('教研组长') })
    expect(readProfessionalTitle('中级')).toMatchObject({ title: '一级教师', warning: expect.stringContaining('中级') })
  })
})
