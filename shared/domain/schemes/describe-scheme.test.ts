import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { must } from '../../must.ts'
import { describeScheme } from './describe-scheme.ts'
import { loadScheme } from './load-scheme.ts'

const folder = join(import.meta.dirname, '../../../resources/schemes')
const presets = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => [name.replace('.json', ''), loadScheme(readFileSync(join(folder, name), 'utf8'), name)] as const)
const preset = (code: string) => must(presets.find(([own]) => own === code), `${code} is a preset`)[1]
const lines = (code: string, key: string, chosen = {}) => describeScheme(preset(code), chosen).find((section) => section.key === key)?.lines ?? []
const texts = (code: string, key: string) => lines(code, key).map(({ text }) => text)

/** Every `sourceRef` of the scheme but those of its settings, which stand on the page with their choices. */
function refsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'sourceRef' in value && typeof value.sourceRef === 'string' ? [value.sourceRef] : []
  return [...own, ...Object.entries(value).flatMap(([key, part]) => (key === 'settings' ? [] : refsOf(part)))]
}

describe('the page of a scheme', () => {
  it.each(presets)('of %s shows every fact of it once, in words', (_code, scheme) => {
    const shown = describeScheme(scheme).flatMap((section) => section.lines)
    expect(shown.map(({ ref }) => ref).toSorted()).toEqual(refsOf(scheme).toSorted())
    expect(shown.filter(({ text }) => text.trim() === '' || /[a-z][A-Z]|undefined|null|（）|：$|、、|；）/.test(text)).map(({ text }) => text)).toEqual([])
  })

  it('says who, what, how much and by when, in the words of the scheme for its people', () => {
    expect(texts('004-09', 'duties')).toContain('每位成员：在所属学校作现场汇报、二次培训（每学期要有，学期末；地点：所属学校；形式：现场汇报）')
    expect(texts('004-09', 'duties')).toContain('成员所在学校：成员平均每周有半天处理工作室事务（每周不少于半天）')
    expect(texts('000-3', 'duties')).toContain('工作室：成员晋级（每周期 2—3 名）')
    expect(texts('004-14', 'duties')).toContain('学校：第二学年小组学习覆盖率（每学年至少 80%）')
    expect(texts('002', 'duties')).toContain('每位成员：个人考核：写与研修有关的论文（每学期至少 1 篇；2000 字左右；主题：与研修内容有关）')
    expect(texts('000-4', 'duties')).toContain('名师：听课或指导活动（每学年至少 15 课时；任选：听课、活动指导）')
  })

  it('says what a candidate must fulfil: either, both, since when, at what stage, and how far it may be overstepped', () => {
    expect(texts('000-2', 'eligibility')).toContain('主持人　论文：自治区期刊 至少 1 篇；公开刊物 至少 2 篇，有其中一项')
    expect(texts('000-2', 'eligibility')).toContain('成员　年龄：不超过 40 周岁（特别优秀者可到 45 周岁）')
    expect(texts('001-2', 'eligibility')).toContain('知名教师　论文：国家级及以上 至少 1 篇（发表或获奖），并且省级及以上 至少 5 篇（发表或获奖）')
    expect(texts('001-2', 'eligibility')).toContain('知名教师　年龄：不限')
    expect(texts('003-T', 'eligibility')).toContain('主要成员（小学、幼儿园）　职称：二级教师及以上')
    expect(texts('004-06', 'eligibility')).toContain('成员（名师工作室）　年龄：不超过 35 岁')
    expect(texts('004-09', 'eligibility')).toContain('成员　荣誉：区县级及以上教育教学荣誉称号或奖项（近 5 年）')
    expect(texts('004-13', 'eligibility')).toContain('优秀班主任　班主任年限：满 5 年（连续）')
    expect(texts('004-13', 'eligibility')).toContain('晋升小教一级的教师（现为小教二级）　班主任年限：满 1 年')
  })

  it('says how it is set up, with days, papers and the school’s own reading of them', () => {
    expect(texts('004-09', 'setup')).toContain('4. 评审结果公示一周（市教育局；7 天，按自然日算）')
    expect(lines('004-09', 'setup', { publicNoticeDays: 'working' })[3]?.text).toContain('7 天，按工作日算')
    expect(texts('001-11', 'titles')).toEqual(expect.arrayContaining(['市级骨干教师（市级，50—80 名）', '省特级教师（省级，5 名左右）', '晋升：区教坛能手可升区级骨干教师']))
  })

  it('says what money comes, also where no figure is printed, and what follows from a grade', () => {
    expect(texts('000-3', 'funding')).toContain('市财政拨给名师工作室所在单位，每个工作室每年 10,000.00 元（启动之后的各年）')
    expect(texts('004-07', 'funding')).toContain('学校拨给，每个工作室每年，没有写金额')
    expect(texts('003-T', 'assessment')).toContain('工作室年度考核不合格：限期整改，减少或停拨经费')
    expect(texts('004-01', 'assessment')).toContain('班主任（班主任量化考核）的等次：没有写名称')
  })
})
