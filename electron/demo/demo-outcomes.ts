import type { OutcomePart } from '../../shared/domain/outcomes/outcome-kind.ts'
import type { OutcomeKind } from '../../shared/domain/outcomes/outcome-kinds.ts'
import type { OutcomeDetails } from '../../shared/domain/outcomes/outcome-record.ts'

/** What the people of the made-up school did in its term. Every name, title, journal and figure is invented. */
export interface DemoOutcome {
  readonly kind: OutcomeKind
  readonly title: string
  readonly onDay: string
  /** Names, with what they were where it is not the usual. */
  readonly people: readonly (string | readonly [string, OutcomePart])[]
  readonly details?: OutcomeDetails
  readonly level?: string
  readonly characters?: number
  readonly quantity?: number
  readonly untilDay?: string
  readonly forPeriod?: string
  readonly metric?: string
  /** Title of the activity that it came of. */
  readonly activity?: string
  /** Of no studio: what somebody did before she came into one. */
  readonly ofNoStudio?: true
  /** Confirmed unless said otherwise. */
  readonly state?: 'draft' | 'submitted' | readonly ['returned', string]
}

const heard = (title: string, onDay: string, teacher: string, schoolClass: string, comments?: string): DemoOutcome => ({
  kind: 'lessonObservation', title, onDay, people: ['凤鸣岐'], details: { teacher, subject: '语文', schoolClass, purpose: 'guiding', ...(comments === undefined ? {} : { comments }) },
})
const plan = (who: string): DemoOutcome => ({ kind: 'growthPlan', title: '个人三年提升规划', onDay: '2026-09-16', people: [who], forPeriod: 'cycle', characters: 2100 })

export const chineseOutcomes: readonly DemoOutcome[] = [
  { kind: 'studioPlan', title: '语文工作室三年发展规划', onDay: '2026-09-03', people: ['凤鸣岐'], forPeriod: 'cycle', characters: 5200 },
  { kind: 'studioPlan', title: '语文工作室第一学期工作计划', onDay: '2026-09-03', people: ['凤鸣岐'], forPeriod: 'term:2026-1', characters: 1800 },
  { kind: 'onlinePlace', title: '语文工作室交流群', onDay: '2026-09-04', people: ['雷鸣'], details: { form: 'group' } },
  ...['单雨桐', '周远帆', '吕若谷', '柏舟', '雷鸣'].map(plan),
  { ...plan('傅晴川'), state: ['returned', '只有目标，没有措施，请补上'] },
  {
    kind: 'mentoringPair', title: '凤鸣岐与单雨桐、傅晴川师徒结对', onDay: '2026-09-10', untilDay: '2027-07-10', people: [['凤鸣岐', 'guide'], ['单雨桐', 'mentee'], ['傅晴川', 'mentee']], quantity: 2,
    details: {
      signedOn: '2026-09-10', goals: '一年内各上一节校级以上公开课，写一篇可用的案例。',
      termRecords: [{ on: '2026-09-22', text: '听单雨桐试讲《春》，改了朗读指导的两处' }, { on: '2026-10-20', text: '与傅晴川谈作文评改，定下每周面批五人' }],
    },
  },
  { kind: 'openLesson', title: '《春》', onDay: '2026-09-29', people: ['单雨桐'], level: 'school', details: { subject: '语文', schoolClass: '七年级（2）班', audience: 7 }, activity: '单雨桐公开课《春》' },
  heard('《春》', '2026-09-29', '单雨桐', '七年级（2）班', '朗读指导细，问题有梯度；小组讨论可再长三分钟。'),
  { kind: 'bookRead', title: '《语文教学谈片》', onDay: '2026-10-08', people: ['吕若谷'], details: { form: 'together' } },
  heard('《散步》', '2026-10-13', '雷鸣', '七年级（5）班'),
  { kind: 'keynote', title: '整本书阅读的任务单怎么设计', onDay: '2026-09-18', people: ['单雨桐'], activity: '语文工作室第1次集体交流' },
  { kind: 'keynote', title: '作文面批：一次只改一个毛病', onDay: '2026-10-16', people: ['柏舟'], activity: '语文工作室第2次集体交流' },
  { kind: 'readingNote', title: '读《语文教学谈片》第一辑', onDay: '2026-10-19', people: ['周远帆'], characters: 2600, details: { book: '《语文教学谈片》' } },
  {
    kind: 'project', title: '初中整本书阅读任务单的设计与使用', onDay: '2026-09-20', people: [['凤鸣岐', 'lead'], ['单雨桐', 'takePart'], ['吕若谷', 'takePart']], level: 'county',
    details: { projectNo: '云教研 2026-017', source: '云岫县教研室', approvedOn: '2026-10-28' },
  },
  { kind: 'openLesson', title: '《背影》', onDay: '2026-11-05', people: ['柏舟'], level: 'school', details: { subject: '语文', schoolClass: '八年级（4）班' }, activity: '柏舟公开课《背影》', state: 'submitted' },
  heard('《背影》', '2026-11-05', '柏舟', '八年级（4）班', '细读“买橘子”一段扎实；板书可以更简。'),
  {
    kind: 'paper', title: '一张任务单的三次修改', onDay: '2026-11-10', people: [['单雨桐', 'author'], ['凤鸣岐', 'author']], level: 'county', characters: 3400,
    details: { result: 'awarded', awardGrade: 'second', awardedBy: '云岫县教研室' }, state: 'submitted',
  },
  { kind: 'reflection', title: '改提问，改了什么', onDay: '2026-11-12', people: ['吕若谷'], characters: 1200, details: { form: 'reflection' }, state: 'submitted' },
  { kind: 'onlinePost', title: '公众号第 9 期：作文面批手记', onDay: '2026-11-13', people: ['雷鸣'], details: { place: 'account' }, state: 'submitted' },
  { kind: 'caseStudy', title: '从跑题到切题：一名八年级学生的三篇作文', onDay: '2026-11-18', people: ['柏舟'], characters: 1500, details: { form: 'teaching' }, state: 'draft' },
]

export const mathsOutcomes: readonly DemoOutcome[] = [
  { kind: 'studioPlan', title: '数学工作室三年规划', onDay: '2026-09-10', people: ['徐来'], forPeriod: 'cycle', characters: 4800 },
  { kind: 'studioBudget', title: '2026 年工作经费预算', onDay: '2026-09-14', people: ['徐来'], forPeriod: 'year:2026' },
  { kind: 'onlinePlace', title: '徐来数学名师工作室公众号', onDay: '2026-09-25', people: ['施云帆'], details: { form: 'account' } },
  {
    kind: 'outreach', title: '枫岭乡中心学校送教', onDay: '2026-10-15', people: ['吴晓岚', '闻人笛', '徐来'], activity: '送教下乡：枫岭乡中心学校',
    details: { school: '云岫县枫岭乡中心学校', form: 'lessons', lessons: 2, lectures: 1, teachers: 14 },
  },
  { kind: 'demonstrationLesson', title: '一元一次方程的应用', onDay: '2026-10-15', people: ['吴晓岚'], level: 'county', details: { subject: '数学', place: '云岫县枫岭乡中心学校' } },
  { kind: 'lecture', title: '乡村学校的作业设计', onDay: '2026-10-15', people: ['徐来'], level: 'county', details: { scope: 'area', minutes: 90, audience: 14 } },
  { kind: 'studyTrip', title: '东原市初中数学教研活动', onDay: '2026-11-04', untilDay: '2026-11-05', people: ['徐来', '仇向阳', '施云帆'], level: 'city', details: { place: '东原市', organizer: '东原市数学教学研究会' } },
  { kind: 'paper', title: '方程应用题的情境从哪里来', onDay: '2026-11-08', people: [['闻人笛', 'author']], characters: 4100, details: { result: 'written' }, state: 'submitted' },
  { kind: 'honour', title: '骨干教师', onDay: '2025-09-08', people: ['宁一舟'], level: 'county', details: { awardedBy: '云岫县教育局' }, untilDay: '2028-09-07', ofNoStudio: true },
]
