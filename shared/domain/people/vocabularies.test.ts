import { describe, expect, it } from 'vitest'
import {
  educations, ethnicities, politicalStatuses, readDegree, readEducation, readEthnicity, readPoliticalStatus, readSchoolStage, readSex, readSubject,
} from './vocabularies.ts'

describe('words of the fixed lists', () => {
  it('hold the 56 ethnic groups, each with or without 族', () => {
    expect(new Set(ethnicities).size).toBe(56)
    for (const name of ethnicities) {
      expect(readEthnicity(name)).toEqual({ value: name, known: true })
      expect(readEthnicity(name.slice(0, -1))).toEqual({ value: name, known: true })
    }
    expect(readEthnicity('穿青人')).toEqual({ value: '穿青人', known: false })
  })

  it('spell a political status out', () => {
    expect(['党员', '预备党员', '团员', '九三', '民进', '群众', '中共 党员'].map((word) => readPoliticalStatus(word).value))
      .toEqual(['中共党员', '中共预备党员', '共青团员', '九三学社社员', '民进会员', '群众', '中共党员'])
    expect(politicalStatuses).toHaveLength(13)
  })

  it.each([
    ['本科', '大学本科'], ['大专', '大学专科'], ['硕士', '硕士研究生'], ['研究生', '研究生'], ['中师', '中等专科'], ['本科（函授）', '大学本科'],
    ['在职研究生', '研究生'], ['省委党校研究生', '研究生'], ['大学', '大学本科'],
  ])('read the education %s as %s', (typed, value) => {
    expect(readEducation(typed)).toEqual({ value, known: true })
  })

  it('find the degree where a cell names both', () => {
    expect(readEducation('本科/学士')).toEqual({ value: '大学本科', known: true, degree: '学士' })
    expect(readEducation('大学本科教育学学士')).toEqual({ value: '大学本科', known: true, degree: '教育学学士' })
    expect(readEducation('硕士研究生、文学硕士学位')).toEqual({ value: '硕士研究生', known: true, degree: '文学硕士' })
    expect(readDegree('理学学士学位')).toEqual({ value: '理学学士', known: true })
    expect(readDegree('无')).toEqual({ value: null, known: true })
    expect(educations[0]).toBe('博士研究生')
  })

  it('know sex, school stage and subject by their usual names and keep what is strange', () => {
    expect(['男', ' 女 ', '女性', '1', '2', 'Ｆ'].map(readSex)).toEqual(['male', 'female', 'female', 'male', 'female', 'female'])
    expect(readSex('？')).toBeNull()
    expect(['普通初中', '幼儿园', '职高', '特教'].map((word) => readSchoolStage(word).value)).toEqual(['初中', '学前教育', '中等职业教育', '特殊教育'])
    expect(['外语', '道法', '体育', '信息技术'].map((word) => readSubject(word).value)).toEqual(['英语', '道德与法治', '体育与健康', '信息科技'])
    expect(readSubject('剪纸')).toEqual({ value: '剪纸', known: false })
    expect(readSubject('__proto__')).toEqual({ value: '__proto__', known: false })
  })
})
