import { describe, expect, it } from 'vitest'
import { aDutyInput, aMembership, aRecord, derived, dutyOf, lineOf, preset } from '../../../tests/fixtures/duties.ts'
import { deriveDuties } from './derive-duties.ts'
import { basisTexts, lineText, perText, periodText, reasonText, reportText, subjectText, uncountedText, whoText } from './duty-words.ts'
import type { DutyNames } from './duty-words.ts'
import type { StudioDuties } from './duty-line.ts'

const people: Readonly<Record<string, string>> = { a: '江一帆', b: '陶秋蓝', host: '周立新', late: '任晚来', gone: '冯远行' }
const names: DutyNames & { dutyTitle: (ref: string) => string } = { scheme: preset('004-03'), personName: (id) => people[id] ?? '某人', dutyTitle: () => '上公开课' }
const texts = (duties: StudioDuties, ref: string) => dutyOf(duties, ref).lines.map((line) => lineText(dutyOf(duties, ref), line))

describe('the sentences', () => {
  it('say what is asked, done and missing, and until when', () => {
    const duties = deriveDuties(aDutyInput(preset('004-03'), { records: [aRecord('openLesson', '2026-10-12', { personIds: ['a'] })], today: '2027-01-10' }))
    expect(texts(duties, 'd13').slice(0, 2)).toEqual([
      '上公开课（2026—2027学年第一学期）：要求 1 节，已完成 1 节。', '上公开课（2026—2027学年第一学期）：要求 1 节，已完成 0 节，还差 1 节，2027年1月22日前完成。',
    ])
    expect(texts(duties, 'd26')).toEqual(['完成交办的任务：只记录，不计数；还没有记录。'])
    expect(texts(duties, 'd06')).toEqual(['建成网上工作室：要有，还没有，2029年8月31日前完成。'])
    expect(texts(duties, 'd12').at(-1)).toBe('集体交流（2026—2027学年第一学期第19周）：要求 1 课时，已完成 0 课时，还差 1 课时，2027年1月10日前完成。')
  })

  it('say that a soft rule only reminds, that a scheme names no day, and what it says in words', () => {
    const duties = derived([
      { metric: 'workSummary', title: '工作总结', unit: '份', per: 'term', mustExist: true, strength: 'soft', softWord: '力求', dueAt: '学期末' },
      { metric: 'reflection', title: '反思', unit: '篇', minimum: 2 }, { metric: 'observationMonth', title: '听课月', unit: '个', per: 'term', minimum: 1, optional: true },
      { metric: 'mentoringPair', title: '带教', unit: '名', per: 'cycle', minimum: 2, maximum: 3 },
    ], { today: '2027-01-30' })
    expect(['d01', 'd02', 'd03', 'd04'].map((ref) => texts(duties, ref)[0])).toEqual([
      '工作总结（2026—2027学年第一学期）：要有，还没有，2027年1月22日已到期（规程：学期末，写的是“力求”，只提醒）。',
      '反思：要求 2 篇，已完成 0 篇，还差 2 篇，规程没有写期限。', '听课月（2026—2027学年第一学期）：要求 1 个，已完成 0 个，还差 1 个，可做可不做。',
      '带教（整个周期）：要求 2—3 名，已完成 0 名，还差 2 名，2029年8月31日前完成。',
    ])
  })

  it('explain how the number came about', () => {
    const duty = [{ metric: 'lessonObservation', subject: 'eachMember', unit: '节', per: 'term', minimum: 20 }] as const
    const line = lineOf(derived(duty, { memberships: [aMembership('late', 'member', '2026-11-12')], chosen: { midTermJoiner: 'proRata' } }), 'd01', 'late')
    expect(basisTexts(line.basis, '节')).toEqual(['2026年11月12日加入，在任 72 天（共 144 天）：按在任天数折算', '折算为 10 节'])
    const odd = lineOf(derived(duty, { memberships: [aMembership('late', 'member', '2026-12-01')], chosen: { midTermJoiner: 'proRata' } }), 'd01', 'late')
    expect(basisTexts(odd.basis, '节').at(-1)).toBe('折算为 7.36 节，四舍五入')
    const share = lineOf(deriveDuties(aDutyInput(preset('002'))), 'd16')
    expect(basisTexts(share.basis, '比例')).toEqual(['按2027年1月20日的 3 人的 3 分之 1 计算，其中 3 人没有填出生年月，先算在内'])
  })

  it('say why something is not asked', () => {
    const duties = derived([{ metric: 'mentoringPair', title: '带教', subject: 'eachCoreMember', unit: '名', per: 'term', minimum: 2 }], {})
    expect(texts(duties, 'd01')).toEqual(['带教：没有人担任这个角色。'])
    expect([reasonText('joinedLater'), reasonText(null), reasonText('noTerms')]).toEqual(['中途加入，从下一个期间开始要求', '不要求', '周期内还没有录入学期，无法计算，请先添加学期'])
  })

  it('say why a record does not count, with its figures', () => {
    expect([
      uncountedText({ code: 'wrongLevel', wanted: 'county', atLeast: true, has: 'school' }, names), uncountedText({ code: 'levelMissing', wanted: 'county', atLeast: false }, names),
      uncountedText({ code: 'tooShort', wanted: 2000, has: 1500, tolerancePercent: 10 }, names), uncountedText({ code: 'notAllAttended', present: 5, expected: 6 }, names),
      uncountedText({ code: 'outsideMembership', personId: 'gone', spans: [{ fromOn: '2026-09-01', toOn: '2026-10-31' }] }, names),
      uncountedText({ code: 'roleNotMeant', personId: 'host', roles: ['host'] }, names), uncountedText({ code: 'usedElsewhere', dutyRef: 'x' }, names),
      uncountedText({ code: 'measureMissing', measure: 'lessonHours' }, names),
    ]).toEqual([
      '级别是校级，要求县级及以上', '没有填级别，要求县级，请补填', '1500 字，要求约 2000 字（允许少 10%）', '要求全体成员参加，6 人中到了 5 人',
      '当天冯远行不在任（在任：2026年9月1日至2026年10月31日）', '周立新当天是首席教师，这项要求不包括', '已算作“上公开课”，规程没有说可以算两次', '没有填课时数，请补填',
    ])
  })

  it('name subjects by the words of the scheme, and periods as the school does', () => {
    expect(['studio', 'hostAndEachMember', 'eachMember', 'host', 'school', 'eachTrainee', 'somebody'].map((who) => whoText(who, names.scheme)))
      .toEqual(['工作室', '首席教师和每位成员', '每位成员', '首席教师', '学校', '每位学员', '有关人员'])
    expect([subjectText({ kind: 'person', personId: 'a', roles: [], until: null }, names), subjectText({ kind: 'body', body: 'recorder' }, names)]).toEqual(['江一帆', '记录人'])
    const periods = derived((['year', 'quarter', 'month', 'twoWeeks', 'schoolYear'] as const).map((per) => ({ metric: 'seminar', unit: '次', per, minimum: 1 })), { today: '2026-10-20' })
    expect(periods.duties.map(({ lines }) => lines[0]?.period).map((period) => (period === null || period === undefined ? '' : periodText(period))))
      .toEqual(['2026年', '2026年第三季度', '2026年9月', '2026—2027学年第一学期第1—2周', '2026—2027学年'])
    expect(perText({ per: 'unknown', perText: '任期内' })).toBe('任期内')
    expect(reportText({ code: 'overlappingMemberships', personId: 'a', role: 'member', fromOn: '2026-09-01', toOn: null }, names)).toBe('江一帆的任期（2026年9月1日起）与同一角色的另一段任期重叠，只算一次，请核对')
  })
})
