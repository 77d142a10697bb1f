import { describe, expect, it } from 'vitest'
import { headingKey, headingMeaning } from './roster-headings.ts'

describe('the heading of a roster column', () => {
  it.each([
    ['姓名', 'name'], ['姓 名', 'name'], ['姓　名', 'name'], ['姓\n名', 'name'], ['*姓名（必填）', 'name'], ['教师姓名', 'name'], ['名字', 'name'], ['姓名：', 'name'],
    ['身份证号码', 'idNumber'], ['公民身份号码', 'idNumber'], ['出生年月', 'bornOn'], ['出生\n年月', 'bornOn'], ['联系方式', 'phone'], ['手机', 'phone'],
    ['所在单位', 'schoolName'], ['从教学校', 'schoolName'], ['专业技术职务', 'professionalTitle'], ['任职资格', 'professionalTitle'], ['文化程度', 'education'],
    ['任教学科', 'subject'], ['班主任龄', 'homeroomYears'], ['职称取得时间', 'titleGrantedOn'], ['最高学历（学位）', 'education'], ['Ｅｍａｉｌ', 'email'], ['职务', 'post'],
    ['序号', 'ignore'], ['NO.', 'ignore'], ['年龄', 'ignore'], ['籍贯', 'ignore'], ['教龄', 'ignore'], ['入党时间', 'ignore'],
  ])('%j surely means %s', (heading, target) => {
    expect(headingMeaning(heading)).toMatchObject({ target, confidence: 'certain' })
  })

  it.each([
    ['参加工作时间', 'teachingSince'], ['职称/职务', 'professionalTitle'], ['证件号码', 'idNumber'], ['教师本人身份证号码', 'idNumber'], ['现任职称取得时间', 'titleGrantedOn'],
    ['本人常用联系电话', 'phone'], ['教师所在单位全称', 'schoolName'],
  ])('%j probably means %s', (heading, target) => {
    expect(headingMeaning(heading)).toMatchObject({ target, confidence: 'likely' })
  })

  it.each(['', '云岫县初级中学 2026 年教师花名册汇总表', '__proto__', 'constructor', 'toString', '张三', '甲'])('%j means nothing', (heading) => {
    expect(headingMeaning(heading)).toBeNull()
  })

  it('ranks 最高学历 before 学历 and 任教时间 before 参加工作时间', () => {
    expect(headingMeaning('最高学历')?.rank).toBeLessThan(headingMeaning('学历')?.rank ?? -1)
    expect(headingMeaning('任教时间')?.rank).toBeLessThan(headingMeaning('参加工作时间')?.rank ?? -1)
  })

  it('is remembered under the same key however it is spaced', () => {
    expect(new Set(['工作　单 位', '工作单位：', '*工作单位', '工作\r\n单位（全称）'].map(headingKey)).size).toBe(1)
  })
})
