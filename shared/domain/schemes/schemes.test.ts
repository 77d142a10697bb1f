import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../errors.ts'
import { must } from '../../must.ts'
import type { MemberRole } from '../studios/studio-words.ts'
import { checkComposition, inForceOn, round, sameSchool } from './composition-limits.ts'
import type { StudioPerson } from './composition-limits.ts'
import { loadScheme, longestSchemeText } from './load-scheme.ts'
import type { Scheme } from './scheme-format.ts'
import { amountsForLevel, expenseRules, isLevelAtLeast, levelName, perHeadRule, roleNameIn, settingValue } from './scheme-settings.ts'

const presetText = (code: string) => readFileSync(join(import.meta.dirname, '../../../resources/schemes', `${code}.json`), 'utf8')
const preset = (code: string) => loadScheme(presetText(code), `${code}.json`)
const problemOf = (text: string): AppError => {
  try {
    loadScheme(text, '导入的规程')
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('it was read')
}
/** The county preset with something changed, as a file. */
const changed = (change: (scheme: { [key: string]: unknown; duties: Record<string, unknown>[]; roles: Record<string, unknown>[] }) => void): string => {
  const raw = JSON.parse(presetText('004-04'))
  change(raw)
  return JSON.stringify(raw)
}
const county = preset('004-04')
const person = (personId: string, role: MemberRole, schoolName: string | null, subject: string | null = '语文'): StudioPerson => ({ personId, role, schoolName, subject })
const ownSchool = (people: readonly StudioPerson[], scheme: Scheme = county, chosen = {}) =>
  must(checkComposition(scheme, people, { hostSchool: '青禾中学', subject: '语文' }, chosen).find((finding) => finding.rule.endsWith('/l01')), 'the county scheme has a share limit')
const studio = (own: number, others: number, unknown = 0): StudioPerson[] => [
  person('host', 'host', '青禾中学'),
  ...Array.from({ length: own }, (_, index) => person(`own${index}`, index === 0 ? 'assistant' : 'member', '青禾中学')),
  ...Array.from({ length: others }, (_, index) => person(`other${index}`, 'member', '云岭中学')),
  ...Array.from({ length: unknown }, (_, index) => person(`unknown${index}`, 'member', null)),
]

describe('a scheme file', () => {
  it('is read with or without the mark that Windows puts before it', () => {
    expect(loadScheme(`\uFEFF${presetText('002')}`).code).toBe('002')
  })

  it('is refused when it is too long, broken, foreign, or of a newer format', () => {
    expect(problemOf('x'.repeat(longestSchemeText + 1)).message).toContain('超过上限')
    expect(problemOf('{"format":').message).toContain('不是完整的 JSON')
    for (const text of ['[]', '{}', 'null', '3', '{"format":"other"}']) expect(problemOf(text).code).toBe('schemes.notAScheme')
    expect(problemOf(changed((scheme) => { scheme['formatVersion'] = 2 })).message).toContain('请先升级软件')
  })

  it.each<[string, Parameters<typeof changed>[0], string]>([
    ['a duty without a unit', (scheme) => { delete scheme.duties[2]?.['unit'] }, '职责第 3 条（004-04/d03）的单位：缺少'],
    ['a number as text', (scheme) => { Object.assign(scheme.duties[0] ?? {}, { maximum: '二' }) }, '职责第 1 条（004-04/d01）的最多数量：应为数字'],
    ['an unknown period', (scheme) => { Object.assign(scheme.duties[0] ?? {}, { per: 'fortnight' }) }, '只能是'],
    ['a word that the format does not know', (scheme) => { Object.assign(scheme.duties[0] ?? {}, { minimun: 1 }) }, '有不认识的内容 minimun'],
    ['a level that is not listed', (scheme) => { Object.assign(scheme.duties[2] ?? {}, { conditions: { levelMin: 'banner' } }) }, '级别“banner”没有列在「级别」里'],
    ['a meeting that is not there', (scheme) => { Object.assign(scheme.duties[1] ?? {}, { meeting: '004-04/m09' }) }, '会议“004-04/m09”不存在'],
    ['a duty that counts towards itself', (scheme) => { Object.assign(scheme.duties[1] ?? {}, { countsTowards: ['004-04/d02'] }) }, '就是本条'],
    ['a role inside a role inside a role', (scheme) => { Object.assign(scheme.roles[1] ?? {}, { includedIn: 'assistant' }) }, '本身又计入别的角色'],
    ['a role inside itself', (scheme) => { Object.assign(scheme.roles[1] ?? {}, { includedIn: 'member' }) }, '本身又计入别的角色'],
    ['a maximum below the minimum', (scheme) => { Object.assign(scheme.roles[1] ?? {}, { max: 6 }) }, '人数上限小于下限'],
    ['a setting that is not there', (scheme) => { scheme['settings'] = [] }, '设置“ownSchoolBase”没有列在「要定下来的理解」里'],
    ['one reference twice', (scheme) => { Object.assign(scheme.duties[1] ?? {}, { sourceRef: '004-04/d01' }) }, '用了两次'],
    ['two duties that count towards each other', (scheme) => { Object.assign(scheme.duties[0] ?? {}, { countsTowards: ['004-04/d02'] }); Object.assign(scheme.duties[1] ?? {}, { countsTowards: ['004-04/d01'] }) }, '绕成了一圈：004-04/d01 → 004-04/d02 → 004-04/d01'],
    ['titles that lead up to each other', (scheme) => { scheme['promotions'] = [{ sourceRef: '004-04/yp01', steps: [{ from: '新秀', to: '能手' }, { from: '能手', to: '新秀' }] }] }, '绕成了一圈：新秀 → 能手 → 新秀'],
    ['a number that must be above nothing', (scheme) => { Object.assign(scheme.duties[2] ?? {}, { minimum: 0 }) }, '职责第 3 条（004-04/d03）的最少数量：应为大于 0 的数'],
    ['an empty name of a role', (scheme) => { Object.assign(scheme.roles[0] ?? {}, { displayName: ' ' }) }, '角色第 1 条（004-04/r01）的称呼：不能为空'],
    ['itself as its own origin', (scheme) => { scheme['basedOn'] = { code: '004-04', version: '1' } }, '不能以自己为依据'],
    ['two grounds for a minimum', (scheme) => { Object.assign(scheme.duties[0] ?? {}, { mustExist: true }) }, '就不能再选'],
  ])('with %s is refused by place and reason', (_, change, expected) => {
    const problem = problemOf(changed(change))
    expect(problem.kind).toBe('invalid')
    expect(problem.places.map((place) => place.message).join('\n')).toContain(expected)
    expect(problem.message).toContain('导入的规程有错误')
  })

  it('keeps a metric that the program does not know, and a share larger than the whole it refuses', () => {
    expect(loadScheme(changed((scheme) => { Object.assign(scheme.duties[0] ?? {}, { metric: 'dragonBoatRace' }) })).duties?.[0]?.metric).toBe('dragonBoatRace')
    expect(problemOf(changed((scheme) => { Object.assign((scheme['shareLimits'] as object[])[0] ?? {}, { maxShare: { numerator: 3, denominator: 2 } }) })).message).toContain('比例不能大于 1')
  })

  it('never crashes the program, whatever is done to it', () => {
    fc.assert(fc.property(fc.json(), (text) => {
      expect(problemOf(text).kind).toBe('invalid')
    }))
    fc.assert(fc.property(fc.constantFrom('roles', 'duties', 'settings', 'levels', 'funding', 'level', 'shareLimits'), fc.jsonValue(), (part, value) => {
      const text = JSON.stringify({ ...JSON.parse(presetText('004-04')), [part]: value })
      try {
        expect(loadScheme(text).code).toBe('004-04')
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
      }
    }))
  })
})

describe('what a scheme says', () => {
  it('names roles, levels and ranks in its own words', () => {
    expect([roleNameIn(preset('004-03'), 'host'), roleNameIn(county, 'host'), roleNameIn(county, 'advisor')]).toEqual(['首席教师', '主持人', '顾问'])
    expect([levelName(preset('002'), 'county'), levelName(county, 'county')]).toEqual(['旗级', '县级'])
    expect([isLevelAtLeast(county, 'city', 'county'), isLevelAtLeast(county, 'school', 'county'), isLevelAtLeast(county, 'banner', 'county')]).toEqual([true, false, undefined])
  })

  it('gives 300 yuan a head in the school scheme, and leaves open who counts', () => {
    const school = preset('004-03')
    expect(perHeadRule(school)).toEqual({ rateFen: 30000, rolesCounted: ['host', 'member'], countingDay: 'teachingStart' })
    expect(perHeadRule(school, { rolesCounted: ['member'], countingDay: 'chosen' })).toMatchObject({ rolesCounted: ['member'], countingDay: 'chosen' })
    expect(() => perHeadRule(school, { rolesCounted: ['kitchen'] })).toThrow('重新选择')
    expect(perHeadRule(county)).toBeUndefined()
    expect(settingValue(school, 'nowhere')).toBeUndefined()
  })

  it('gives a county studio and a city studio different money', () => {
    expect(amountsForLevel(county, 'county').map((amount) => amount.amountFen)).toEqual([1000000])
    expect(amountsForLevel(county, 'city').map((amount) => amount.amountFen)).toEqual([2000000])
  })

  it('lists what may be paid for; a list for other money is no list for this one', () => {
    expect(expenseRules(county)).toMatchObject({ overspend: 'refuse', otherCategories: 'warn' })
    expect(expenseRules(county).categories).toHaveLength(7)
    expect(expenseRules(preset('004-03')).categories).toEqual([])
  })
})

describe('the composition of a studio', () => {
  it('with host and three others of the own school among eight stands at the limit of one half', () => {
    expect(ownSchool(studio(3, 4))).toEqual({ rule: '004-04/l01', state: 'near', side: null, by: 0, strength: 'hard', message: '本校 4 人 / 共 8 人，上限 4 人' })
    expect(ownSchool(studio(4, 3))).toMatchObject({ state: 'broken', side: 'over', message: '本校 5 人 / 共 8 人，上限 4 人，超出 1 人' })
    expect(ownSchool(studio(1, 6))).toMatchObject({ state: 'met' })
  })

  it('may count the host out, and then half of seven is rounded as the setting says', () => {
    expect(ownSchool(studio(3, 4), county, { ownSchoolBase: 'members' })).toMatchObject({ state: 'near', message: '本校 3 人 / 共 7 人，上限 3 人' })
    expect(ownSchool(studio(3, 4), county, { ownSchoolBase: 'members', ownSchoolRounding: 'up' })).toMatchObject({ state: 'met', message: '本校 3 人 / 共 7 人，上限 4 人' })
    expect(() => ownSchool(studio(3, 4), county, { ownSchoolBase: 'everyone' })).toThrow('重新选择')
  })

  it('is measured against the full studio while it fills, so that the host alone breaks nothing', () => {
    expect(ownSchool(studio(0, 0))).toMatchObject({ state: 'met', message: '本校 1 人 / 共 1 人（满员 8 人），上限 4 人' })
  })

  it('does not guess the school of someone who gave none', () => {
    expect(ownSchool(studio(3, 3, 1))).toMatchObject({ state: 'unknown', message: '本校 4 人 / 共 8 人，上限 4 人；1 人未填工作单位，请补填后再核对' })
    expect(ownSchool(studio(1, 5, 1))).toMatchObject({ state: 'met' })
    expect(ownSchool(studio(4, 2, 1))).toMatchObject({ state: 'broken' })
    expect([sameSchool('青禾 中学', '青禾中学'), sameSchool('', ''), sameSchool('青禾中学（东校区）', '青禾中学(东校区)')]).toEqual([true, false, true])
  })

  it('counts the assistant inside the seven members', () => {
    const findings = checkComposition(county, studio(3, 4), { hostSchool: '青禾中学', subject: '语文' })
    expect(findings.map((finding) => `${finding.state} ${finding.message}`)).toEqual([
      'met 主持人 1 人，规定 1 人', 'met 成员 7 人，规定 7 人', 'met 主持人助手 1 人，规定 1 人', 'near 本校 4 人 / 共 8 人，上限 4 人',
      'met 来自县内同一学科的校级、县级骨干教师：8 人均为语文',
    ])
    expect(checkComposition(county, studio(3, 3), { hostSchool: '青禾中学' })[1]).toMatchObject({ state: 'broken', side: 'under', message: '成员 6 人，规定 7 人，还差 1 人' })
    expect(checkComposition(county, studio(3, 5), { hostSchool: '青禾中学' })[1]).toMatchObject({ state: 'broken', side: 'over' })
  })

  it('takes about six for five to seven, softly', () => {
    const school = preset('004-03')
    const members = (count: number) => must(checkComposition(school, studio(0, count), { hostSchool: '青禾中学' })[1], 'the second role is the member')
    expect([4, 5, 6, 7, 8].map((count) => members(count).state)).toEqual(['broken', 'met', 'met', 'near', 'broken'])
    expect(members(8)).toMatchObject({ strength: 'soft', side: 'over', message: '成员 8 人，规定 6 人左右，多 1 人' })
  })

  it('shows other subjects, leaves missing ones open, and says nothing where the scheme is silent', () => {
    const subjects = (people: readonly StudioPerson[], subject: string | null) => checkComposition(preset('002'), people, { hostSchool: '青禾中学', subject })
    expect(subjects([person('a', 'host', null, '语文'), person('b', 'member', null, '数学')], '语文')).toHaveLength(1)
    expect(subjects([person('a', 'host', null, '语文'), person('b', 'member', null, '数学')], '语文')[0]).toMatchObject({ state: 'broken' })
    expect(subjects([person('a', 'host', null, null)], '语文')[0]).toMatchObject({ state: 'unknown' })
    expect(subjects([person('a', 'host', null, '语文')], null)[0]).toMatchObject({ state: 'unknown' })
  })

  it('that takes its members from one school shows who comes from another', () => {
    const rule = (people: readonly StudioPerson[]) => must(checkComposition(preset('000-1'), people, { hostSchool: '青禾中学' }).at(-1), 'the rule is the last one')
    expect(rule(studio(3, 0, 1))).toMatchObject({ state: 'unknown', message: expect.stringContaining('需要人工核对') })
    expect(rule(studio(3, 2))).toMatchObject({ state: 'broken', side: 'over', by: 2, message: expect.stringContaining('2 人不是本校教师') })
  })

  it('never gets better by one more of the own school, nor worse by one more of another', () => {
    const rank = { met: 0, near: 1, unknown: 2, broken: 3 } as const
    const size = fc.integer({ min: 0, max: 12 })
    fc.assert(fc.property(size, size, size, fc.constantFrom('members', 'membersAndHost'), fc.constantFrom('down', 'nearest', 'up'), (own, others, unknown, base, rounding) => {
      const chosen = { ownSchoolBase: base, ownSchoolRounding: rounding }
      const now = rank[ownSchool(studio(own, others, unknown), county, chosen).state]
      expect(rank[ownSchool(studio(own, others + 1, unknown), county, chosen).state]).toBeLessThanOrEqual(now)
      if (own + others + unknown < 7) expect(rank[ownSchool(studio(own + 1, others, unknown), county, chosen).state]).toBeGreaterThanOrEqual(now)
    }))
    fc.assert(fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (numerator, denominator) => {
      expect([round(numerator, denominator, 'down'), round(numerator, denominator, 'up')]).toEqual([Math.floor(numerator / denominator), Math.ceil(numerator / denominator)])
      expect(round(numerator, denominator, 'nearest')).toBe(Math.round(numerator / denominator))
    }))
  })

  it('looks only at memberships in force', () => {
    const period = (fromOn: string, toOn: string | null, voidedAt: string | null = null) => ({ fromOn, toOn, voidedAt })
    const all = [period('2026-09-01', null), period('2026-09-01', '2026-09-30'), period('2026-11-01', null), period('2026-09-01', null, '2026-09-02T00:00:00Z')]
    expect(inForceOn(all, '2026-10-01')).toEqual([all[0]])
  })
})
