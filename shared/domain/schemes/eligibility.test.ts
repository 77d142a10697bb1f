import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { preset, schemeOf } from '../../../tests/fixtures/duties.ts'
import { memberRoles, type MemberRole } from '../studios/studio-words.ts'
import { checkEligibility, eligibilityDay } from './eligibility.ts'
import type { Candidate } from './judgement.ts'

const nobody: Candidate = {
  bornOn: null, teachingSince: null, homeroomYears: null, schoolStage: null, professionalTitle: null, education: null, post: null, subject: null, honours: null,
}
const usual: Candidate = { ...nobody, bornOn: '1988-06-15', teachingSince: '2015-09', homeroomYears: 7, schoolStage: '小学' }
const scheme = schemeOf([], {
  eligibility: [
    { sourceRef: 'x/e1', role: 'member', criterion: 'age', op: 'atMost', value: 40, unit: '岁', exceptional: { value: 45, condition: '特别优秀者' } },
    { sourceRef: 'x/e2', role: 'member', criterion: 'teachingYears', op: 'atLeast', value: 5, unit: '年', strength: 'soft', softWord: '一般' },
    { sourceRef: 'x/e3', role: 'member', criterion: 'homeroomYears', op: 'atLeast', value: 6, continuous: true },
    { sourceRef: 'x/e4', role: 'member', criterion: 'title', op: 'atLeast', value: '一级教师', schoolStages: ['中学'] },
    { sourceRef: 'x/e5', role: 'host', criterion: 'age', op: 'unlimited' },
    { sourceRef: 'x/e7', role: 'coreMember', criterion: 'age', op: 'atMost', value: 35, studioKinds: ['teacher'] },
    { sourceRef: 'x/e6', role: 'member', criterion: 'honour', op: 'oneOf', value: ['骨干教师'], levelMin: 'county' },
    { sourceRef: 'x/e8', role: 'trainee', criterion: 'education', op: 'atLeast', value: '本科', and: [{ criterion: 'title', op: 'atLeast', value: '中级' }] },
  ],
})
const check = (more: Partial<Candidate>, on: string | null = '2026-09-01', role: MemberRole = 'member') => checkEligibility(scheme, role, { ...usual, ...more }, on)
const state = (rule: string, more: Partial<Candidate>, on?: string | null) => check(more, on).find((finding) => finding.rule === rule)

describe('who may join', () => {
  it('is told by age, also where only the year of birth is known', () => {
    expect(state('x/e1', {})).toMatchObject({ state: 'met', message: '38 周岁，规定不超过 40 周岁' })
    expect(state('x/e1', { bornOn: '1985' })).toMatchObject({ state: 'unknown', message: '40—41 周岁，规定不超过 40 周岁，出生日期不完整，请补填' })
    expect(state('x/e1', { bornOn: null })).toMatchObject({ state: 'unknown', message: '没有填出生日期，无法核对年龄', missing: 'bornOn' })
    expect(state('x/e1', {}, null)).toMatchObject({ state: 'unknown', message: '请先确定按哪一天计算年龄和年限' })
  })

  it('may be older as far as the scheme allows, with a reason, and no further', () => {
    expect(state('x/e1', { bornOn: '1983-01-01' })).toMatchObject({ state: 'exceptional', message: '43 周岁，规定不超过 40 周岁；特别优秀者可放宽到 45 周岁，须写明理由' })
    expect(state('x/e1', { bornOn: '1975-01-01' })).toMatchObject({ state: 'notMet', message: '51 周岁，规定不超过 40 周岁，放宽也不超过 45 周岁' })
  })

  it('is told by years of teaching and as homeroom teacher, softly where the scheme is soft', () => {
    expect(state('x/e2', {})).toMatchObject({ state: 'met', strength: 'soft' })
    expect(state('x/e2', { teachingSince: '2023' })).toMatchObject({ state: 'notMet', strength: 'soft' })
    expect(state('x/e2', { teachingSince: '2021' })).toMatchObject({ state: 'unknown' })
    expect(state('x/e2', { teachingSince: null })).toMatchObject({ state: 'unknown', missing: 'teachingSince' })
    expect(state('x/e3', {})?.message).toContain('是否连续需要人工核对')
    expect([state('x/e3', { homeroomYears: 5.5 })?.state, state('x/e3', { homeroomYears: null })?.state]).toEqual(['notMet', 'unknown'])
  })

  it('is told by the title, in the school stages that the scheme means', () => {
    expect(state('x/e4', {})).toBeUndefined()
    const titles = ['高级教师', '一级教师', '二级教师', '工程师', null].map((professionalTitle) => state('x/e4', { schoolStage: '初中', professionalTitle })?.state)
    expect(titles).toEqual(['met', 'met', 'notMet', 'unknown', 'unknown'])
    expect(['中学', '完全中学', '特殊教育', '学前教育', '中等职业教育'].map((schoolStage) => state('x/e4', { schoolStage, professionalTitle: '二级教师' })?.state)).toEqual(['notMet', 'notMet', 'notMet', undefined, undefined])
  })

  it('is told by an honour that is found, and is never refused for one that may be written otherwise', () => {
    const honour = (honours: string | null) => state('x/e6', { honours })
    expect(honour('县级骨干教师（2024）')).toMatchObject({ state: 'met', message: '荣誉「县级骨干教师（2024）」' })
    expect(honour('校级骨干教师')).toMatchObject({ state: 'unknown', message: '荣誉「校级骨干教师」的级别需要人工核对' })
    expect(honour('县优秀教师')).toMatchObject({ state: 'unknown', missing: null })
    expect(honour(null)).toMatchObject({ state: 'unknown', missing: 'honours' })
  })

  it('needs everything that is asked together', () => {
    const both = (education: string | null, professionalTitle: string | null) => check({ education, professionalTitle }, '2026-09-01', 'trainee')[0]
    expect([both('大学本科', '一级教师')?.state, both('大学专科', '一级教师')?.state, both('硕士研究生', '二级教师')?.state]).toEqual(['met', 'notMet', 'notMet'])
    expect(both('大学本科', null)).toMatchObject({ state: 'unknown', missing: 'professionalTitle' })
  })

  it('may depend on the kind of studio, and silence asks nothing', () => {
    const states = (kind?: 'teacher' | 'homeroom' | 'dual') => checkEligibility(scheme, 'coreMember', usual, '2026-09-01', kind ? { kind } : {}).map((finding) => finding.state)
    expect([states('teacher'), states('homeroom'), states('dual'), states()]).toEqual([['notMet'], [], ['unknown'], ['notMet']])
    expect(check({}, null, 'host')).toMatchObject([{ rule: 'x/e5', state: 'met', message: '年龄：规程写明不限' }])
    expect(check({}, null, 'advisor')).toEqual([])
  })
})

describe('who may join by the presets', () => {
  const states = (code: string, role: MemberRole, more: Partial<Candidate>, studio = {}) =>
    Object.fromEntries(checkEligibility(preset(code), role, { ...nobody, ...more }, '2026-09-01', studio).map((finding) => [finding.rule.slice(code.length + 1), finding.state]))
  const messages = (code: string, role: MemberRole, more: Partial<Candidate>, studio = {}) =>
    checkEligibility(preset(code), role, { ...nobody, ...more }, '2026-09-01', studio).map(({ message }) => message)

  it('of a district: not over 40, exceptionally 45, five years of teaching', () => {
    const member = states('000-2', 'member', { bornOn: '1983-03', teachingSince: '2022-09', honours: '区级教学能手' })
    expect(Object.values(member)).toEqual(expect.arrayContaining(['exceptional', 'notMet', 'unknown', 'met']))
  })

  it('of a province: the title by school stage', () => {
    expect(states('003-T', 'member', { schoolStage: '小学', professionalTitle: '二级教师' })).toMatchObject({ e07: 'met' })
    expect(states('003-T', 'member', { schoolStage: '初中', professionalTitle: '二级教师' })).toMatchObject({ e06: 'notMet' })
    expect(states('003-T', 'member', { subject: '语文' }, { kind: 'teacher', subject: '语文' })).toMatchObject({ e03: 'met' })
    expect(states('003-T', 'member', { subject: '历史' }, { kind: 'teacher', subject: '语文' })).toMatchObject({ e03: 'unknown' })
  })

  it('of a city: a title that may be relaxed for the outstanding', () => {
    expect(states('004-09', 'host', { schoolStage: '初中', professionalTitle: '一级教师', homeroomYears: 9 })).toMatchObject({ e03: 'exceptional' })
  })

  it('of a school with both kinds of studio: only a person knows the half', () => {
    expect(messages('004-06', 'member', usual, { kind: 'dual' })).toEqual([
      '年龄（名师工作室）（不超过 35 岁）：需要人工核对', '岗位（名班主任工作室）（现任班主任）：需要人工核对', '年龄：规程写明不限',
    ])
    expect(states('004-06', 'member', { post: '班主任' }, { kind: 'homeroom' })).toMatchObject({ e04: 'met' })
  })

  it('count ages on the day of joining, or on the day that the school has chosen', () => {
    const district = preset('000-2')
    expect([eligibilityDay(district, {}, '2026-10-15'), eligibilityDay(district, { ageDay: 'schoolYearStart' }, '2026-10-15'), eligibilityDay(district, { ageDay: 'yearEnd' }, '2026-10-15')])
      .toEqual(['2026-10-15', '2026-09-01', '2026-12-31'])
  })
})

describe('whoever joins whatever studio', () => {
  const codes = ['000-1', '000-2', '000-4', '000-5', '001-2', '002', '003-T', '003-P', '004-03', '004-04', '004-06', '004-09', '004-10', '004-22']
  const candidate: fc.Arbitrary<Candidate> = fc.record({
    bornOn: fc.option(fc.constantFrom('1968', '1981-05', '1986-09-01', '1999-12-31')), teachingSince: fc.option(fc.constantFrom('1995', '2021-09', '2026')),
    homeroomYears: fc.option(fc.constantFrom(0, 2.5, 9)), schoolStage: fc.option(fc.constantFrom('小学', '初中', '学前教育', '其他')),
    professionalTitle: fc.option(fc.constantFrom('正高级教师', '一级教师', '三级教师', '工程师')), education: fc.option(fc.constantFrom('硕士研究生', '大学专科')),
    post: fc.option(fc.constantFrom('班主任', '校长')), subject: fc.option(fc.constantFrom('语文', '数学')), honours: fc.option(fc.constantFrom('县级骨干教师', '省特级教师\n市劳动模范')),
  })
  const joining = fc.record({ code: fc.constantFrom(...codes), role: fc.constantFrom(...memberRoles), candidate, day: fc.constantFrom('2026-09-01', '2027-03-01') })
  const judged = ({ code, role, candidate: who, day }: { code: string; role: MemberRole; candidate: Candidate; day: string }) => checkEligibility(preset(code), role, who, day, { subject: '语文' })

  it('is told of each criterion once, in words, and asked only for what is not filled in', () => {
    fc.assert(fc.property(joining, (given) => {
      const findings = judged(given)
      expect(new Set(findings.map(({ rule }) => rule)).size).toBe(findings.length)
      for (const { message, missing, state: found } of findings) {
        expect(message).not.toBe('')
        expect(message).not.toMatch(/undefined|null|NaN/)
        if (missing !== null) expect([given.candidate[missing], found]).toEqual([null, 'unknown'])
      }
    }))
  })

  it('never fails by what is not filled in', () => {
    fc.assert(fc.property(joining, (given) => {
      for (const { state: found } of judged({ ...given, candidate: nobody })) expect(['met', 'unknown']).toContain(found)
    }))
  })

  it('stands no worse in whatever does not look at a fact when that fact is filled in', () => {
    fc.assert(fc.property(joining, fc.constantFrom(...(Object.keys(nobody) as (keyof Candidate)[]).filter((key) => key !== 'schoolStage')), (given, key) => {
      const before = new Map(judged({ ...given, candidate: { ...given.candidate, [key]: null } }).map((finding) => [finding.rule, finding]))
      for (const finding of judged(given)) {
        const was = before.get(finding.rule)
        if (was && was.missing !== key && was.state !== finding.state) expect(was.state, `${finding.rule} by ${key}`).toBe('unknown')
      }
    }))
  })
})
