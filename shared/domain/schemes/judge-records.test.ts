import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { preset, schemeOf } from '../../../tests/fixtures/duties.ts'
import { outcomeKindKeys } from '../outcomes/outcome-kinds.ts'
import { memberRoles, type MemberRole } from '../studios/studio-words.ts'
import type { CandidateRecord } from './candidate-records.ts'
import { checkEligibility } from './eligibility.ts'
import { readHonour } from './judge-honour.ts'
import type { Candidate } from './judgement.ts'
import type { Eligibility } from './scheme-people.ts'

const nobody: Candidate = {
  bornOn: null, teachingSince: null, homeroomYears: null, schoolStage: null, professionalTitle: null, education: null, post: null, subject: null, honours: null,
}
let made = 0
const record = (kind: CandidateRecord['kind'], more: Partial<CandidateRecord> = {}): CandidateRecord => ({
  id: `o${++made}`, kind, title: '乡土资源进课堂', onDay: '2025-03-01', untilDay: null, levelKey: null, quantity: 1, part: 'self', details: {}, confirmed: true, ...more,
})
const on = '2026-09-01'

type Asked = Omit<Eligibility, 'sourceRef' | 'role'>

/** How the one criterion stands for somebody with these records. */
function judged(asked: Asked, records: readonly CandidateRecord[], { honours = null, confirmedOnly = false }: { honours?: string | null; confirmedOnly?: boolean } = {}) {
  const scheme = schemeOf([], { eligibility: [{ sourceRef: 'x/e1', role: 'member', ...asked }] })
  const [finding] = checkEligibility(scheme, 'member', { ...nobody, honours }, on, {}, { records, confirmedOnly })
  if (!finding) throw new Error('the criterion is for members')
  return finding
}
const paper = (more: Partial<CandidateRecord> = {}) => record('paper', { part: 'author', details: { result: 'published', journalClass: 'regular' }, ...more })

describe('what somebody has done', () => {
  it('answers how many papers are asked for, and what is missing may be recorded', () => {
    const two: Asked = { criterion: 'paper', op: 'atLeast', value: 2, unit: '篇', publishedIn: ['公开刊物'] }
    expect(judged(two, [])).toMatchObject({ state: 'unknown', message: '发表在公开刊物的论文已登记 0 篇，规定 2 篇', records: [], add: { kind: 'paper' } })
    const one = judged(two, [paper(), paper({ details: { result: 'published', journalClass: 'internal' } })])
    expect(one).toMatchObject({ state: 'unknown', message: '发表在公开刊物的论文已登记 1 篇，规定 2 篇，另有 1 条不计入', add: { kind: 'paper' } })
    expect(one.records.map(({ why }) => why)).toEqual([null, '不是公开刊物'])
    expect(judged(two, [paper(), paper({ details: { result: 'both', journalClass: 'core' } })])).toMatchObject({ state: 'met', add: null })
  })

  it('counts only papers that were published, or also those that won a prize where the scheme says so', () => {
    const why = (asked: object, details: CandidateRecord['details']) => judged({ criterion: 'paper', op: 'atLeast', value: 1, ...asked }, [paper({ details })]).records[0]?.why
    expect([why({}, { result: 'written' }), why({}, { result: 'awarded' }), why({ orAwarded: true }, { result: 'awarded' }), why({ orAwarded: true }, { result: 'written' })])
      .toEqual(['没有发表', '没有发表', null, '没有发表或获奖'])
    expect([why({ publishedIn: ['核心刊物'] }, { result: 'published' }), why({ publishedIn: ['校报'] }, { result: 'published', journalClass: 'core' })]).toEqual(['没有填刊物类别', '刊物请人工核对'])
    expect(judged({ criterion: 'paper', op: 'atLeast', value: 1, publishedIn: ['自治区期刊'] }, [paper({ levelKey: 'province' }), paper({ levelKey: 'city' }), paper()]).records.map((each) => each.why).toSorted())
      .toEqual(['不是自治区期刊', '没有填级别', null].toSorted())
  })

  it('counts projects by level and by whether she led them', () => {
    const led: Asked = { criterion: 'project', op: 'atLeast', value: 1, levelMin: 'city', part: '主持' }
    const project = (levelKey: string | null, part: CandidateRecord['part'] = 'lead') => record('project', { levelKey, part })
    expect(judged(led, [project('province')])).toMatchObject({ state: 'met', message: '市级及以上课题（主持）已登记 1 项，规定 1 项' })
    expect([project('county'), project('city', 'takePart'), project(null)].map((each) => judged(led, [each]).records[0]?.why)).toEqual(['级别不够', '不是主持', '没有填级别'])
    expect(judged({ ...led, part: '参与' }, [project('city', 'takePart')]).state).toBe('met')
    // Exactly this level: whether a higher one will do is for a person to say.
    expect(judged({ criterion: 'project', op: 'atLeast', value: 1, level: 'city' }, [project('province')])).toMatchObject({ state: 'unknown', records: [{ why: '级别更高，请人工核对' }] })
  })

  it('is measured by the scheme’s own levels: the 旗 is a county, and 太仓市级 stands below 市级', () => {
    const city: Asked = { criterion: 'project', op: 'atLeast', value: 1, levelMin: 'city' }
    const own = schemeOf([], { levels: [...schemeOf([]).levels, { key: 'countyCity', name: '太仓市级', rank: 35 }], eligibility: [{ sourceRef: 'x/e1', role: 'member', ...city }] })
    const [finding] = checkEligibility(own, 'member', nobody, on, {}, { records: [record('project', { levelKey: 'countyCity', part: 'lead' })], confirmedOnly: false })
    expect(finding).toMatchObject({ state: 'unknown', records: [{ level: '太仓市级', why: '级别不够' }] })
    // Recorded under a scheme with other levels: the usual order holds.
    expect(judged({ ...city, levelMin: 'county' }, [record('project', { levelKey: 'district', part: 'lead' })]).state).toBe('met')
  })

  it('counts within the last years to the day on which everything is counted, both days included', () => {
    const lessons: Asked = { criterion: 'publicTeaching', op: 'atLeast', value: 1, levelMin: 'county', windowYears: 5 }
    const lesson = (onDay: string) => judged(lessons, [record('openLesson', { onDay, levelKey: 'county' })])
    expect(lesson('2021-09-01')).toMatchObject({ state: 'met', message: '近 5 年县级及以上公开教学已登记 1 次，规定 1 次' })
    expect([lesson('2021-08-31'), lesson('2026-09-02')].map(({ records }) => records[0]?.why)).toEqual(['不在近 5 年内', '在 2026-09-01 以后'])
    expect(judged(lessons, [record('lecture', { levelKey: 'city' })]).state).toBe('met')
    expect(judged({ criterion: 'publicTeaching', op: 'is', value: '讲座' }, [record('openLesson')])).toMatchObject({ state: 'unknown', message: '讲座已登记 0 次，规定 1 次，另有 1 条不计入' })
  })

  it('waits to be confirmed where the school counts only what is confirmed', () => {
    const training: Asked = { criterion: 'trainingAttended', op: 'atLeast', value: 1 }
    const waiting = [record('training', { confirmed: false })]
    expect(judged(training, waiting).state).toBe('met')
    expect(judged(training, waiting, { confirmedOnly: true })).toMatchObject({ state: 'unknown', records: [{ why: '还没有确认' }] })
  })

  it('leaves to a person what the scheme says in words, with the records beside it', () => {
    const about = judged({ criterion: 'project', op: 'is', levelMin: 'city', topic: '德育' }, [record('project', { levelKey: 'city', part: 'lead' })])
    expect(about).toMatchObject({ state: 'unknown', message: '市级及以上课题（德育）已登记 1 项，规定 1 项；是不是德育方面的，需要人工核对', records: [{ why: null }] })
    expect(judged({ criterion: 'project', op: 'atLeast', value: 1, conditions: ['成果公开发表'] }, [record('project', { part: 'lead' })])).toMatchObject({ state: 'unknown', message: expect.stringContaining('还要求成果公开发表') as string })
    expect(judged({ criterion: 'contestResult', op: 'described', value: '比较突出' }, [record('award')])).toMatchObject({ state: 'unknown', message: '教学竞赛已登记 1 项，是否符合需要人工核对' })
    expect(judged({ criterion: 'contestResult', op: 'described', value: '比较突出' }, [])).toMatchObject({ state: 'unknown', message: '教学竞赛（比较突出）：需要人工核对' })
  })

  it('answers one of several ways, or says of all how far they are', () => {
    const either: Asked = {
      criterion: 'paper', op: 'atLeast', value: 1, anyOf: [{ criterion: 'paper', op: 'atLeast', value: 1, publishedIn: ['自治区期刊'] }, { criterion: 'paper', op: 'atLeast', value: 2, publishedIn: ['公开刊物'] }],
    }
    expect(judged(either, [paper()])).toMatchObject({
      state: 'unknown', message: '发表在自治区期刊的论文已登记 0 篇，规定 1 篇，另有 1 条不计入；或发表在公开刊物的论文已登记 1 篇，规定 2 篇', records: [{ why: null }],
    })
    expect(judged(either, [paper(), paper()]).state).toBe('met')
    const both: Asked = { criterion: 'paper', op: 'atLeast', value: 1, levelMin: 'province', and: [{ criterion: 'paper', op: 'atLeast', value: 2, levelMin: 'city' }] }
    const papers = (...levels: string[]) => judged(both, levels.map((levelKey) => paper({ levelKey })))
    expect([papers('province').state, papers('province', 'city').state, papers('city', 'city').state]).toEqual(['unknown', 'met', 'unknown'])
  })
})

describe('an honour on record', () => {
  const honour = (title: string, levelKey: string | null, more: Partial<CandidateRecord> = {}) => record('honour', { title, levelKey, ...more })

  it('is found by what its title ends with, and held against the level', () => {
    const backbone: Asked = { criterion: 'honour', op: 'oneOf', value: ['骨干教师', '教学能手'], levelMin: 'county' }
    const state = (...records: CandidateRecord[]) => judged(backbone, records)
    expect(state(honour('首批骨干教师称号', 'city'))).toMatchObject({ state: 'met', message: '荣誉「首批骨干教师称号」（市级，2025-03-01）' })
    expect(state(honour('骨干教师', 'school'))).toMatchObject({ state: 'unknown', add: { kind: 'honour' }, records: [{ why: '级别不够' }] })
    expect(state(honour('骨干教师培训优秀学员', 'city')).records[0]?.why).toBe('名称对不上，请人工核对')
    expect(state(honour('骨干教师', 'city', { untilDay: '2026-08-31' })).records[0]?.why).toBe('2026-08-31 已到期')
    expect(state(record('promotion', { title: '骨干教师', levelKey: 'county', details: { form: 'tier' } })).state).toBe('met')
  })

  it('is asked for as text in the person’s record only while nothing at all is known', () => {
    const asked: Asked = { criterion: 'honour', op: 'oneOf', value: ['骨干教师'] }
    const missing = (records: readonly CandidateRecord[], honours: string | null = null) => judged(asked, records, { honours }).missing
    expect([missing([]), missing([honour('优秀教师', 'county')]), missing([], '县优秀教师')]).toEqual(['honours', null, null])
  })

  it('may be any at all, of a level and of the last years, also where it stands as text with its year', () => {
    const any: Asked = { criterion: 'honour', op: 'oneOf', value: ['教育教学荣誉称号或奖项'], levelMin: 'county', windowYears: 5 }
    const state = (records: readonly CandidateRecord[], honours: string | null = null) => judged(any, records, { honours }).state
    expect([state([record('award', { levelKey: 'city' })]), state([honour('优秀教师', 'city', { onDay: '2019-09-10' })])]).toEqual(['met', 'unknown'])
    expect(judged(any, [honour('先进班集体', 'city')]).records[0]?.why).toBe('名称对不上，请人工核对')
    expect(['县级优秀教师（2024 年）', '县级优秀教师（2021 年）', '县级优秀教师'].map((text) => state([], text))).toEqual(['met', 'unknown', 'unknown'])
  })

  it('of a class, and a prize in its grade', () => {
    expect(judged({ criterion: 'classHonour', op: 'oneOf', value: ['所带班级获先进班集体'], levelMin: 'county' }, [honour('先进班集体', 'county')]).state).toBe('met')
    expect(judged({ criterion: 'classHonour', op: 'oneOf', value: ['所带班级获先进班集体'] }, [])).toMatchObject({ state: 'unknown', missing: null, message: '没有登记班级荣誉，规定有所带班级获先进班集体', add: { kind: 'honour' } })
    const prize: Asked = { criterion: 'award', op: 'oneOf', value: ['市级成果一等奖'] }
    const grade = (levelKey: string, key: string) => judged(prize, [record('award', { title: '教学成果评选', levelKey, details: { grade: key } })])
    expect([grade('city', 'special').state, grade('city', 'first').state]).toEqual(['met', 'met'])
    expect([grade('city', 'second').records[0]?.why, grade('county', 'first').records[0]?.why]).toEqual(['等次不够', '级别不是规定的'])
  })

  it('is read out of the scheme’s own words', () => {
    const scheme = preset('000-2')
    expect(readHonour('自治区、市级优质课一等奖', scheme)).toEqual({ ranks: [50, 40], orHigher: false, name: '优质课', grade: 1 })
    expect(readHonour('区级教学能手', scheme)).toEqual({ ranks: [30], orHigher: false, name: '教学能手', grade: null })
    expect(readHonour('市级以上荣誉', scheme)).toEqual({ ranks: [40], orHigher: true, name: '荣誉', grade: null })
  })
})

describe('whatever somebody has done', () => {
  const codes = ['000-1', '000-2', '000-4', '002', '003-T', '004-03', '004-04', '004-06', '004-09', '004-10', '004-22']
  const aRecord: fc.Arbitrary<CandidateRecord> = fc.record({
    id: fc.uuid(), kind: fc.constantFrom(...outcomeKindKeys, 'paper' as const, 'project' as const, 'honour' as const, 'award' as const), title: fc.constantFrom('骨干教师', '教学能手', '成果', '优质课', '德育新探'),
    onDay: fc.constantFrom('2018-05-01', '2024-05-01', '2026-08-31', '2026-12-01'), untilDay: fc.option(fc.constantFrom('2026-01-01', '2028-01-01')), levelKey: fc.option(fc.constantFrom('school', 'county', 'district', 'city', 'province', 'national', 'galaxy')),
    quantity: fc.constantFrom(1, 2), part: fc.constantFrom('self', 'lead', 'takePart', 'author'), confirmed: fc.boolean(),
    details: fc.record({ result: fc.constantFrom('published', 'awarded', 'written'), journalClass: fc.constantFrom('core', 'regular', 'internal'), grade: fc.constantFrom('first', 'third') }),
  })
  const joining = fc.record({ code: fc.constantFrom(...codes), role: fc.constantFrom(...memberRoles), bornOn: fc.option(fc.constantFrom('1968', '1990-05')), honours: fc.option(fc.constantFrom('县级骨干教师', '省特级教师')), confirmedOnly: fc.boolean() })
  const judge = ({ code, role, bornOn, honours, confirmedOnly }: { code: string; role: MemberRole; bornOn: string | null; honours: string | null; confirmedOnly: boolean }, records: readonly CandidateRecord[]) =>
    checkEligibility(preset(code), role, { ...nobody, bornOn, honours }, on, { subject: '语文' }, { records, confirmedOnly })

  it('one record more never turns what is met into something to be looked at, and nobody fails by it', () => {
    fc.assert(fc.property(joining, fc.array(aRecord, { maxLength: 6 }), aRecord, (who, records, more) => {
      const after = judge(who, [...records, more])
      judge(who, records).forEach((before, at) => {
        const { state } = after[at] ?? { state: null }
        expect([before.state, ...(before.state === 'unknown' ? ['met'] : [])], before.rule).toContain(state)
      })
    }))
  })

  it('is shown once each, with the words for what does not count, and only what is still open asks for more', () => {
    fc.assert(fc.property(joining, fc.array(aRecord, { maxLength: 6 }), (who, records) => {
      for (const { records: shown, add, state, message } of judge(who, records)) {
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
        expect(message).not.toMatch(/undefined|null|NaN/)
        if (add !== null) expect(state).toBe('unknown')
      }
    }))
  })
})
