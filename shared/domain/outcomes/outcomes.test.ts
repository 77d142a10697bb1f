import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { metricCatalogue, metricOf, type MetricKey } from '../duties/metric-catalogue.ts'
import { readCharacters } from '../people/name-readings.ts'
import { loadScheme } from '../schemes/load-scheme.ts'
import { activityKinds } from '../activities/activity-words.ts'
import { checkOutcome, tidyOutcome } from './check-outcome.ts'
import { reachedSteps } from './growth-ladder.ts'
import { metricsFromElsewhere, metricsOfActivityKind, metricsOfPage } from './metric-sources.ts'
import { outcomeFromActivity } from './outcome-from-activity.ts'
import { detailFields, kindMatches, type OutcomeKind, outcomeKindKeys, specOf } from './outcome-kinds.ts'
import { everyFeedOf, outcomeActs, outcomeMetrics } from './outcome-metrics.ts'
import type { OutcomeDetails, OutcomeFacts } from './outcome-record.ts'
import { amountInWords, detailsInWords, peopleInWords, periodInWords } from './outcome-words.ts'

const anOutcome = (kind: OutcomeKind, more: Partial<OutcomeFacts> = {}): OutcomeFacts => ({
  kind, title: '《春》', onDay: '2026-10-12', untilDay: null, forPeriod: null, studioId: 'wen', levelKey: null, characters: null, quantity: 1, metricKey: null,
  people: [{ personId: 'p1', part: specOf(kind).parts[0] ?? 'self', place: null }], details: {}, ...more,
})
const faultsOf = (outcome: OutcomeFacts, asDraft = false) => checkOutcome(tidyOutcome(outcome), asDraft).map(({ field, message }) => `${field}: ${message}`)

describe('the catalogue of kinds', () => {
  it('has a kind for everything the schemes ask people to do, each with its own name and letters', () => {
    expect(outcomeKindKeys.length).toBeGreaterThan(55)
    expect(new Set(outcomeKindKeys.map((kind) => specOf(kind).name)).size).toBe(outcomeKindKeys.length)
    for (const kind of outcomeKindKeys) {
      const { name, letters, fields, parts } = specOf(kind)
      const characters = readCharacters(name.replace(/[、（）]/g, ''))
      expect(letters, name).toHaveLength(characters.length)
      for (const [at, { readings, text }] of characters.entries()) expect(readings.map((reading) => reading[0]), `${name} ${text}`).toContain(letters[at])
      expect(fields.filter(({ type, key }) => type === 'column' && (key === 'title' || key === 'onDay' || key === 'people')), name).toHaveLength(3)
      expect(new Set(fields.map(({ key }) => key)).size, name).toBe(fields.length)
      expect(parts.length, name).toBeGreaterThan(0)
    }
  })

  it('feeds only metrics that are known, on conditions that its own fields can meet', () => {
    let conditions = 0
    for (const kind of outcomeKindKeys) {
      for (const feed of specOf(kind).feeds) {
        if (typeof feed === 'string') {
          expect(metricOf(feed), feed).toBeDefined()
          continue
        }
        for (const key of [feed.field, feed.on].filter((name) => name !== undefined)) {
          const field = detailFields(kind).find((each) => each.key === key)
          expect(field, `${kind} ${key}`).toBeDefined()
          if (field?.type === 'choice' && key === feed.field) expect(Object.keys(field.options), `${kind} ${key}`).toEqual(expect.arrayContaining([...(feed.is ?? [])]))
          conditions++
        }
      }
    }
    expect(conditions).toBeGreaterThan(50)
  })

  it('leaves no quantified metric without a source', () => {
    const byOutcome = new Set(outcomeKindKeys.flatMap((kind) => everyFeedOf(kind)))
    const byActivity = new Set<string>(activityKinds.flatMap((kind) => metricsOfActivityKind[kind]))
    const byPage = new Set<string>(Object.values(metricsOfPage).flat())
    const elsewhere = new Set<string>(Object.values(metricsFromElsewhere).flat())
    const quantified = (Object.keys(metricCatalogue) as MetricKey[]).filter((key) => metricCatalogue[key].quantified)
    expect(quantified.length).toBeGreaterThan(90)
    expect(quantified.filter((key) => !byOutcome.has(key) && !byActivity.has(key) && !byPage.has(key) && !elsewhere.has(key))).toEqual([])
    // The list of other sources is no cover for a kind that stands.
    expect([...elsewhere].filter((key) => byOutcome.has(key) || byActivity.has(key) || byPage.has(key) || metricOf(key) === undefined)).toEqual([])
  })

  it('takes every metric that a duty of a preset names, if nowhere else then as 其他', () => {
    const folder = join(import.meta.dirname, '../../../resources/schemes')
    const duties = readdirSync(folder).filter((name) => name.endsWith('.json')).flatMap((name) => loadScheme(readFileSync(join(folder, name), 'utf8'), name).duties ?? [])
    const metrics = [...new Set(duties.flatMap(({ metric, anyOf }) => [metric, ...(anyOf ?? [])]))]
    expect(metrics.length).toBeGreaterThan(40)
    for (const metricKey of metrics) {
      const record = anOutcome('other', { metricKey })
      expect(faultsOf(record), metricKey).toEqual([])
      expect(outcomeMetrics(record), metricKey).toEqual([metricKey])
    }
  })

  it('is found by characters or by initials', () => {
    const found = (typed: string) => outcomeKindKeys.filter((kind) => kindMatches(typed, kind)).map((kind) => specOf(kind).name)
    expect(found('gkk')).toEqual(['公开课'])
    expect(found('zsk')).toEqual(['精品课、展示课', '展示、开放活动'])
    expect(found('课题')).toEqual(['课题', '课题阶段总结'])
    expect(found('')).toHaveLength(outcomeKindKeys.length)
  })
})

describe('what a record counts for', () => {
  it('follows from its kind and from what its paper says', () => {
    expect(outcomeMetrics(anOutcome('openLesson'))).toEqual(['openLesson', 'publicTeaching'])
    expect(outcomeMetrics(anOutcome('lecture'))).not.toContain('publicReport')
    expect(outcomeMetrics(anOutcome('lecture', { details: { scope: 'area' } }))).toContain('publicReport')
    expect(outcomeMetrics(anOutcome('paper', { details: { result: 'written' } }))).toEqual(['paperWritten'])
    expect(outcomeMetrics(anOutcome('paper', { details: { result: 'awarded' } }))).toEqual(['paperWritten', 'paperPublishedOrAwarded'])
    expect(outcomeMetrics(anOutcome('paper', { details: { result: 'both' } }))).toEqual(['paperWritten', 'paperPublished', 'paperPublishedOrAwarded'])
    expect(outcomeMetrics(anOutcome('outreach', { details: { form: 'posting' } }))).toEqual(['outreachTeaching', '支教'])
    expect(outcomeMetrics(anOutcome('honour'))).toEqual([])
  })

  it('of a project is each stage on its own day', () => {
    const registered = anOutcome('project', { onDay: '2026-09-01', details: { approvedOn: '2026-11-20' } })
    expect(outcomeActs(registered)).toEqual([
      { key: 'main', metrics: ['projectUnderWay', 'projectTakenPart'], on: '2026-09-01' },
      { key: 'projectApproved', metrics: ['projectApproved'], on: '2026-11-20' },
    ])
    expect(outcomeActs({ ...registered, details: { ...registered.details, completedOn: '2028-06-30' } }).at(-1))
      .toEqual({ key: 'projectCompleted', metrics: ['projectCompleted'], on: '2028-06-30' })
  })

  it('of a lesson that was listened to is a review too once it has comments, as an act of its own', () => {
    expect(outcomeActs(anOutcome('lessonObservation')).map(({ key }) => key)).toEqual(['main'])
    expect(outcomeActs(anOutcome('lessonObservation', { details: { comments: '提问有层次' } })).map(({ key }) => key)).toEqual(['main', 'lessonReview'])
  })

  it('never loses a metric by further details, and is never more than its kind feeds', () => {
    const kinds = fc.constantFrom(...outcomeKindKeys)
    const withDetails = kinds.chain((kind) => fc.record(Object.fromEntries(detailFields(kind).map((field) => [field.key, field.type === 'choice'
      ? fc.constantFrom(...Object.keys(field.options)) : field.type === 'day' ? fc.constant('2026-12-01') : fc.constant<string | number>(field.type === 'number' ? 1 : '有')])), { requiredKeys: [] })
      .map((details) => ({ kind, details: details as OutcomeDetails })))
    fc.assert(fc.property(withDetails, ({ kind, details }) => {
      const bare = outcomeMetrics(anOutcome(kind))
      const full = outcomeMetrics(anOutcome(kind, { details }))
      expect(full).toEqual(expect.arrayContaining([...bare]))
      expect(everyFeedOf(kind)).toEqual(expect.arrayContaining([...full]))
    }))
  })
})

describe('the check of a record', () => {
  it('asks for what the paper must say, in the order of the form', () => {
    expect(faultsOf(anOutcome('openLesson', { title: ' ', people: [] }))).toEqual(['title: 请填写课题', 'people: 请选择执教教师'])
    expect(faultsOf(anOutcome('paper'))).toEqual(['details.result: 请填写情况'])
    expect(faultsOf(anOutcome('project'))).toEqual(['levelKey: 请选择级别'])
    expect(faultsOf(anOutcome('growthPlan'))).toEqual(['forPeriod: 请选择哪一段时间的'])
    expect(faultsOf(anOutcome('readingNote'))).toEqual(['characters: 请填写字数'])
    expect(faultsOf(anOutcome('other'))).toEqual(['metricKey: 请选择规程里的哪一项'])
    expect(faultsOf(anOutcome('studioPlan', { forPeriod: 'cycle', people: [] }))).toEqual([])
  })

  it('lets a draft wait for the rest, but not for nonsense', () => {
    expect(faultsOf(anOutcome('project', { people: [] }), true)).toEqual([])
    expect(faultsOf(anOutcome('project', { title: '', onDay: '2026-13-01' }), true)).toEqual(['title: 请填写课题名称', 'onDay: 请填写开始日期'])
    expect(faultsOf(anOutcome('paper', { characters: 0 }), true)).toEqual(['characters: 应是 1 到 10,000,000 之间的整数'])
  })

  it('tells what cannot be: days in the wrong order, one person twice, only the mentored, values that the form does not offer', () => {
    expect(faultsOf(anOutcome('mentoringPair', { untilDay: '2026-10-01' }))).toEqual(['untilDay: 期满日期 2026-10-01 早于 2026-10-12，请核对'])
    const twice = [{ personId: 'p1', part: 'author', place: 1 }, { personId: 'p1', part: 'author', place: 2 }] as const
    expect(faultsOf(anOutcome('lessonDesign', { people: twice }))).toEqual(['people: 同一个人出现了两次，请去掉一个'])
    expect(faultsOf(anOutcome('mentoringPair', { people: [{ personId: 'p1', part: 'mentee', place: null }] }))).toEqual(['people: 请写明是谁做的，不能只有被指导的人'])
    expect(faultsOf(anOutcome('bookRead', { people: [{ personId: 'p1', part: 'lead', place: null }] }))).toEqual(['people: 「读书」里没有这种身份，请重新选择'])
    expect(faultsOf(anOutcome('lecture', { details: { scope: 'moon' } }))).toEqual(['details.scope: 请从列出的面向里选'])
    expect(faultsOf(anOutcome('lessonObservation', { quantity: 1.25 }))).toEqual(['quantity: 应是 0.5 到 10,000 之间的数，可以有半个'])
    expect(faultsOf(anOutcome('mentoringPair', { details: { termRecords: [{ on: '2026-10-20', text: '听徒弟一节课' }, { on: '', text: '谈话' }] } })))
      .toEqual(['details.termRecords: 第 2 行：请填写日期和内容（最多 500 个字）'])
    expect(checkOutcome(anOutcome('bookRead', { details: { journal: '某刊' } }))).toEqual([{ field: 'details.journal', message: '「读书」没有「journal」这一栏' }])
  })

  it('reads ISSN, CN and ISBN as they are printed, and tells one that was misread', () => {
    const paper = anOutcome('paper', { details: { result: 'published', issn: 'issn 03178471', cn: 'cn12-3456/g4' } })
    expect(tidyOutcome(paper).details).toMatchObject({ issn: '0317-8471', cn: 'CN 12-3456/G4' })
    expect(faultsOf(paper)).toEqual([])
    expect(faultsOf(anOutcome('paper', { details: { result: 'published', issn: '0317-8472' } }), true)).toEqual(['details.issn: ISSN 的校验位不对：照前 7 位算，第 8 位应为 1，请对照版权页'])
    expect(faultsOf(anOutcome('monograph', { details: { isbn: '9780306406158' } }))).toEqual(['details.isbn: ISBN 的校验位不对：照前面的数字算，最后一位应为 7，请对照版权页'])
  })

  it('takes the stages of a project in their order only', () => {
    const project = (details: OutcomeDetails) => faultsOf(anOutcome('project', { levelKey: 'county', details }))
    expect(project({ approvedOn: '2026-03-01', openedOn: '2026-04-10', completedOn: '2027-11-20' })).toEqual([])
    expect(project({ openedOn: '2026-04-10', approvedOn: '2026-05-01' })).toEqual(['details.openedOn: 开题日期 2026-04-10 早于立项日期 2026-05-01，请核对'])
  })

  it('keeps the course of a lesson line by line, without the empty ones', () => {
    const heard = anOutcome('lessonObservation', { details: { process: [{ on: '8:50', text: ' 导入 ', note: '自然' }, { on: '', text: '', note: ' ' }] } })
    expect(tidyOutcome(heard).details).toEqual({ process: [{ on: '8:50', text: '导入', note: '自然' }] })
    expect(faultsOf(heard)).toEqual([])
    expect(detailsInWords(tidyOutcome(heard))).toEqual([{ label: '教学过程', words: '8:50　导入　（自然）' }])
  })

  it('keeps nothing that the kind’s paper does not ask for, and tidying twice is tidying once', () => {
    const typed = anOutcome('bookRead', { title: ' 《给教师的建议》 ', levelKey: 'city', characters: 300, forPeriod: 'cycle', details: { journal: '某刊', author: ' 苏 ', summary: ' ' } })
    expect(tidyOutcome(typed)).toMatchObject({ title: '《给教师的建议》', levelKey: null, characters: null, forPeriod: null, details: { author: '苏' } })
    expect(tidyOutcome(tidyOutcome(typed))).toEqual(tidyOutcome(typed))
  })
})

describe('words', () => {
  it('say who did what, how much and for which time', () => {
    expect(peopleInWords([{ name: '沈知远', part: 'author', place: 1 }])).toBe('沈知远')
    expect(peopleInWords([{ name: '沈知远', part: 'author', place: 1 }, { name: '顾云舒', part: 'author', place: 2 }])).toBe('沈知远（第 1 作者）、顾云舒（第 2 作者）')
    expect(peopleInWords([{ name: '沈知远', part: 'guide', place: null }, { name: '顾云舒', part: 'mentee', place: null }])).toBe('沈知远（指导）、顾云舒（被指导）')
    expect(amountInWords(anOutcome('paper', { characters: 3200 }))).toBe('1 篇，3,200 字')
    expect(['cycle', 'term:2026-1', 'schoolYear:2026', 'year:2027'].map(periodInWords)).toEqual(['整个周期', '2026—2027学年第一学期', '2026—2027学年', '2027年'])
    expect(detailsInWords(anOutcome('lecture', { details: { minutes: 90, scope: 'area' } }))).toEqual([{ label: '时长', words: '90 分钟' }, { label: '面向', words: '区域（县、区、市）' }])
  })
})

describe('a record that comes of an activity', () => {
  const activity = { title: '单雨桐公开课《春》', heldOn: '2026-09-29', startTime: '08:50', endTime: '09:35', place: '七年级（2）班', attended: 7 }
  it('begins with the kind that it was, the lesson’s own title and what is known', () => {
    expect(outcomeFromActivity({ ...activity, kind: 'openLesson' })).toEqual({ kind: 'openLesson', title: '《春》', details: { schoolClass: '七年级（2）班', audience: 7 } })
    expect(outcomeFromActivity({ ...activity, kind: 'lecture', title: '讲座：课堂提问的层次', place: '阶梯教室' }))
      .toEqual({ kind: 'lecture', title: '课堂提问的层次', details: { place: '阶梯教室', audience: 7, minutes: 45 } })
    expect(outcomeFromActivity({ ...activity, kind: 'regularMeeting', title: '第2次例会' }).kind).toBe('keynote')
  })

  it('fits the form of its kind, whatever the activity was', () => {
    for (const kind of activityKinds) {
      const draft = outcomeFromActivity({ ...activity, kind })
      expect(faultsOf(anOutcome(draft.kind, { title: draft.title, details: draft.details }), true), kind).toEqual([])
    }
  })
})

describe('the ladder of growth', () => {
  it('shows each step with its first day, and what was reached on an older ladder behind', () => {
    const records = [{ step: '班主任新秀', on: '2026-10-01' }, { step: '班主任新秀', on: '2025-09-01' }, { step: '德育之星', on: '2024-05-04' }]
    expect(reachedSteps(['班主任新秀', '名班主任'], records)).toEqual([
      { step: '班主任新秀', on: '2025-09-01' }, { step: '名班主任', on: null }, { step: '德育之星', on: '2024-05-04' },
    ])
  })
})
