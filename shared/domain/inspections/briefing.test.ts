import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audienceInWords, briefingContent, briefingDraft, type BriefingFinding, withoutNames } from './briefing.ts'
import { findingFigures } from './inspection-statistics.ts'

const finding = (more: Partial<BriefingFinding>): BriefingFinding => ({
  item: '备课与教案', severity: 'minor', text: '缺课后反思', className: null, department: null, personName: null, subject: null, responsibleName: null, dueOn: null, state: 'open', ...more,
})

describe('what an inspection tells everybody', () => {
  it('names a class, a group or a subject, never the teacher who has something to mend', () => {
    const { problems } = briefingContent([
      finding({ personName: '顾云舒', subject: '语文' }), finding({ className: '七（1）班', personName: '顾云舒', subject: '语文' }), finding({ department: '数学组' }), finding({ personName: '陆景行' }),
    ], [])
    expect(problems.map(({ about }) => about)).toEqual(['语文教师', '七（1）班', '数学组', '有关教师'])
  })

  it('leaves her name out of what was written down too', () => {
    const { problems } = briefingContent([finding({ personName: '顾云舒', responsibleName: '陆景行', text: '顾云舒老师第三单元没有反思，已请陆景行督促' })], [])
    expect(problems[0]?.text).toBe('有关教师第三单元没有反思，已请有关教师督促')
  })

  it('praises by name', () => {
    expect(briefingContent([finding({ severity: 'good', personName: '江映雪', subject: '英语', text: '分层作业' })], [])).toEqual({ good: [{ who: '江映雪', text: '分层作业' }], problems: [] })
  })

  it('begins with what is serious, then goes by the items of the inspection', () => {
    const { problems } = briefingContent([finding({ item: '作业' }), finding({ item: '备课' }), finding({ item: '作业', severity: 'serious' })], ['备课', '作业'])
    expect(problems.map(({ item, severity }) => `${item} ${severity}`)).toEqual(['作业 较重', '备课 一般', '作业 一般'])
  })

  it('never holds the name of somebody with a problem, wherever it was written', () => {
    const name = fc.constantFrom('顾云舒', '陆景行', '顾云', '江映雪')
    fc.assert(fc.property(fc.array(fc.record({ personName: name, responsibleName: fc.option(name), text: fc.array(fc.oneof(name, fc.constantFrom('老师', '教案', '，'))).map((parts) => parts.join('')) })), (facts) => {
      const { problems } = briefingContent(facts.map(finding), [])
      const told = JSON.stringify(problems)
      for (const { personName, responsibleName } of facts) for (const each of [personName, responsibleName]) if (each !== null) expect(told).not.toContain(each)
    }))
  })

  it('keeps words without names as they are', () => {
    expect(withoutNames('第三单元缺反思', ['顾云舒'])).toBe('第三单元缺反思')
  })

  it('begins with a sentence of figures', () => {
    const fact = { classId: null, personId: null, department: null, item: '备课', foundOn: '2026-11-10', dueOn: null, steps: [] }
    const of = (...facts: readonly { severity: 'minor' | 'serious' | 'good'; state: 'open' | 'closed' | 'noted' }[]) =>
      briefingDraft({ title: '期中教学检查', endsOn: '2026-11-13' }, findingFigures(facts.map((each) => ({ ...fact, ...each })), '2026-11-20'))
    expect(of({ severity: 'serious', state: 'open' }, { severity: 'minor', state: 'closed' }, { severity: 'good', state: 'noted' }))
      .toBe('期中教学检查到2026年11月13日结束，发现问题 2 条，其中较重 1 条；好的做法 1 条，值得学习。已整改销号 1 条，还有 1 条请按期限整改并答复，教务处逐条复查。')
    expect(of()).toBe('期中教学检查到2026年11月13日结束，没有发现问题。')
  })

  it('says whom it is told to', () => {
    expect([audienceInWords({ audience: 'everybody', departments: null }), audienceInWords({ audience: 'departments', departments: '语文组、数学组' }), audienceInWords({ audience: 'concerned', departments: null })])
      .toEqual(['全体教师', '语文组、数学组', '有关教师本人'])
  })
})
