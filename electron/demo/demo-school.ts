import type { ActivityKind, AttendanceMark } from '../../shared/domain/activities/activity-words.ts'

/**
 * The made-up school of `--demo`, beside the roster in `resources/demo/`: two studios, one term of activities, their money.
 * Every name, school and figure is invented.
 */
export const demoAccess = { signInName: 'admin', password: 'yunxiu-2026' } as const

export const demoSchool = { name: '云岫县初级中学', shortName: '云岫初中', bureauName: '云岫县教育局', county: '云岫县' }

export const demoTerms = [
  { key: '2026-1', startsOn: '2026-08-31', endsOn: '2027-01-31', teachingStartsOn: '2026-09-01', teachingEndsOn: '2027-01-22' },
  { key: '2026-2', startsOn: '2027-02-21', endsOn: '2027-07-11', teachingStartsOn: '2027-02-22', teachingEndsOn: '2027-07-02' },
] as const

export const demoHolidays = [
  { name: '国庆调休上课', kind: 'makeup', startsOn: '2026-09-20', endsOn: '2026-09-20' },
  { name: '中秋节', kind: 'off', startsOn: '2026-09-25', endsOn: '2026-09-27' },
  { name: '国庆节', kind: 'off', startsOn: '2026-10-01', endsOn: '2026-10-07' },
  { name: '国庆调休上课', kind: 'makeup', startsOn: '2026-10-10', endsOn: '2026-10-10' },
  { name: '元旦', kind: 'off', startsOn: '2027-01-01', endsOn: '2027-01-03' },
] as const

/** Teachers of neighbouring schools who are not in the roster of this one. */
export const demoNeighbours = [
  { name: '于江渡', sex: 'male', bornOn: '1987-03', schoolName: '云岫县石渡镇初级中学', professionalTitle: '一级教师', teachingSince: '2009-08', honours: '县骨干教师' },
  { name: '蓝小桥', sex: 'female', bornOn: '1991-07', schoolName: '云岫县枫岭乡中心学校', professionalTitle: '一级教师', teachingSince: '2013-08', honours: '校骨干教师' },
  { name: '闻人笛', sex: 'male', bornOn: '1985-12', schoolName: '云岫县实验学校', professionalTitle: '高级教师', teachingSince: '2007-08', honours: '县骨干教师\n县优秀教师' },
  { name: '程雪舟', sex: 'female', bornOn: '1993-05', schoolName: '云岫县石渡镇初级中学', professionalTitle: '二级教师', teachingSince: '2016-08', honours: '校骨干教师' },
  // In no studio yet: what she has done is on record.
  { name: '宁一舟', sex: 'female', bornOn: '1989-04', schoolName: '云岫县枫岭乡中心学校', professionalTitle: '一级教师', teachingSince: '2011-08', honours: null },
] as const

export interface DemoActivity {
  readonly kind: ActivityKind
  readonly title: string
  /** Title of the theme of the term that it names. */
  readonly theme?: string
  readonly heldOn: string
  readonly from: string
  readonly to: string
  readonly place: string
  readonly centralSpeaker?: string
  readonly experts?: string
  readonly agenda?: string
  readonly minutes?: string
  readonly resolutions?: string
  /** 备案; without a day it still waits for its approval. */
  readonly filing?: { readonly audience: string; readonly headcount: number; readonly approvedOn?: string; readonly fileNo?: string }
  /** Who was not simply present. */
  readonly marks?: Readonly<Record<string, readonly [AttendanceMark, string]>>
}

export const chineseStudio = {
  kind: 'teacher', name: '云岫县初级中学语文名师工作室', subject: '语文', schoolStage: '初中', level: 'school', schemeCode: '004-03',
  host: '凤鸣岐', recorder: '周远帆', members: ['单雨桐', '周远帆', '吕若谷', '柏舟', '雷鸣', '傅晴川'],
  cycle: { startsOn: '2026-09-01', endsOn: '2029-08-31' },
} as const

export const mathsStudio = {
  kind: 'teacher', name: '徐来数学名师工作室', subject: '数学', schoolStage: '初中', level: 'county', schemeCode: '004-04',
  host: '徐来', recorder: '施云帆', assistant: '施云帆', members: ['仇向阳', '吴晓岚', '于江渡', '蓝小桥', '闻人笛', '程雪舟'],
  cycle: { startsOn: '2026-09-01', endsOn: '2029-08-31' },
} as const

/** What the Chinese studio studies in the term: first tasks for reading, then marking. */
export const chineseThemes = [
  { title: '整本书阅读的任务单', aim: '任务单少而准，一周一张。七至九年级各磨出两本书的任务单，年级之间接得上。', fromOn: '2026-09-01', toOn: '2026-10-15' },
  { title: '作文评改：一次只改一个毛病', aim: '先看一次只改一个毛病行不行，期中用真卷评改一遍，期末比一比前后两篇。', fromOn: '2026-10-16', toOn: null },
] as const

/** 教学常规 (三查): a team of the school, judged by the patrols, weekly logs and inspections of the whole school. */
export const routineTeam = {
  kind: 'team', name: '教学常规检查组', subject: null, schoolStage: '初中', level: 'school', schemeCode: '004-16',
  host: '徐来', recorder: '施云帆', members: ['施云帆', '周远帆', '雷鸣'],
  cycle: { startsOn: '2026-09-01', endsOn: '2029-08-31' },
} as const

export const chineseActivities: readonly DemoActivity[] = [
  {
    kind: 'planningMeeting', title: '语文工作室第一学期部署会', heldOn: '2026-09-04', from: '14:30', to: '16:10', place: '教学楼三楼语文教研室',
    centralSpeaker: '凤鸣岐', agenda: '一、工作室三年规划\n二、本学期活动安排\n三、成员分工',
    minutes: '首席教师说明三年规划的三个方向：整本书阅读、作文评改、课堂提问。\n讨论本学期活动：每两周集体交流一次，每人上一节公开课，学期末开放日一次。\n周远帆负责会议记录，吕若谷负责资料归档，雷鸣负责公众号。',
    resolutions: '9 月 18 日前每人交一份个人三年提升规划\n公开课顺序：单雨桐、柏舟、傅晴川、雷鸣、吕若谷、周远帆',
    marks: { 柏舟: ['late', '监考，晚到 15 分钟'] },
  },
  {
    kind: 'regularMeeting', title: '语文工作室第1次集体交流', theme: '整本书阅读的任务单', heldOn: '2026-09-18', from: '15:00', to: '16:30', place: '教学楼三楼语文教研室',
    centralSpeaker: '单雨桐', minutes: '单雨桐交流《整本书阅读的任务单怎么设计》，展示七年级三份任务单。\n大家认为任务单要少而准，一周一张为宜。',
    marks: { 雷鸣: ['excused', '外出培训'] },
  },
  {
    kind: 'openLesson', title: '单雨桐公开课《春》', heldOn: '2026-09-29', from: '08:50', to: '09:35', place: '七年级（2）班',
    centralSpeaker: '单雨桐', minutes: '执教后集体评课：朗读指导细，问题之间有梯度；小组讨论时间可再长三分钟。',
  },
  {
    kind: 'regularMeeting', title: '语文工作室第2次集体交流', theme: '作文评改：一次只改一个毛病', heldOn: '2026-10-16', from: '15:00', to: '16:30', place: '教学楼三楼语文教研室',
    centralSpeaker: '柏舟', minutes: '柏舟交流作文面批的做法，提出“一次只改一个毛病”。', marks: { 傅晴川: ['absent', ''] },
  },
  {
    kind: 'lecture', title: '讲座：课堂提问的层次', heldOn: '2026-10-23', from: '14:30', to: '16:45', place: '阶梯教室',
    centralSpeaker: '白鹭洲', experts: '白鹭洲　青屏师范学院　教授', minutes: '白鹭洲教授以四段课堂录像说明提问的四个层次，并现场点评两份教案。',
    resolutions: '每人用四个层次重写一课的提问，11 月 6 日前交',
  },
  {
    kind: 'openLesson', title: '柏舟公开课《背影》', heldOn: '2026-11-05', from: '10:00', to: '10:45', place: '八年级（4）班', centralSpeaker: '柏舟',
    minutes: '评课意见：细读“买橘子”一段扎实；板书可以更简。',
  },
  {
    kind: 'readingClub', title: '读书会：共读《语文教学谈片》', heldOn: '2026-11-13', from: '15:00', to: '16:30', place: '图书馆二楼', centralSpeaker: '吕若谷',
    minutes: '每人读一段并说一处用得上的做法。', marks: { 周远帆: ['excused', '病假'], 雷鸣: ['late', ''] },
  },
  { kind: 'seminar', title: '期中考试作文评改研讨', theme: '作文评改：一次只改一个毛病', heldOn: '2026-11-27', from: '15:00', to: '16:30', place: '教学楼三楼语文教研室' },
  { kind: 'openDay', title: '语文工作室开放日', heldOn: '2026-12-18', from: '08:30', to: '11:30', place: '教学楼一、二楼' },
  { kind: 'summaryMeeting', title: '语文工作室第一学期总结会', heldOn: '2027-01-15', from: '14:30', to: '16:30', place: '教学楼三楼语文教研室' },
]

/** Called off, and made up for a week later. */
export const chineseCancelled = {
  cancelled: {
    kind: 'regularMeeting', title: '语文工作室第3次集体交流', heldOn: '2026-10-30', from: '15:00', to: '16:30', place: '教学楼三楼语文教研室', centralSpeaker: '傅晴川',
  },
  reason: '学校承办县运动会',
  makeup: {
    kind: 'regularMeeting', title: '语文工作室第3次集体交流（补开）', heldOn: '2026-11-06', from: '15:00', to: '16:30', place: '教学楼三楼语文教研室', centralSpeaker: '傅晴川',
    minutes: '傅晴川交流文言文诵读的三步做法：读准、读断、读出味。', marks: { 傅晴川: ['late', '下课晚'] },
  },
} satisfies { readonly cancelled: DemoActivity; readonly reason: string; readonly makeup: DemoActivity }

/** The rest of the term's exchanges, planned as a series: its turn of 18 December is the open day's, the one on New Year's Day comes a week later. */
export const chineseSeries = {
  kind: 'regularMeeting', title: '语文工作室第4次集体交流', rhythm: 'twoWeeks', weekday: 5, weeks: [], fromOn: '2026-12-04', toOn: '2027-01-08',
  startTime: '15:00', endTime: '16:30', place: '教学楼三楼语文教研室', sourceRef: '004-03/m02', days: ['2026-12-04', '2027-01-08'], theme: '作文评改：一次只改一个毛病',
} as const

/** The county's studio files its activities before it holds them; the second exchange was forgotten, the last one waits. */
export const mathsActivities: readonly DemoActivity[] = [
  {
    kind: 'planningMeeting', title: '数学工作室启动会', heldOn: '2026-09-11', from: '14:30', to: '16:30', place: '县教师发展中心 301', centralSpeaker: '徐来',
    agenda: '一、宣读工作室成立文件\n二、三年规划\n三、成员签署协议', minutes: '县教师发展中心宣读文件并授牌。\n主持人说明三年规划与每两周一次的集体教研安排。',
    resolutions: '9 月底前建立公众号，每周更新', filing: { audience: '工作室全体、成员所在学校', headcount: 20, approvedOn: '2026-09-08', fileNo: '云教研备〔2026〕12号' },
  },
  {
    kind: 'seminar', title: '第1次集体教研：有理数的引入', heldOn: '2026-09-24', from: '14:30', to: '16:30', place: '云岫县初级中学 录播室', centralSpeaker: '仇向阳',
    minutes: '比较三种引入方式，选定“海拔与温度”情境。', marks: { 蓝小桥: ['late', '路远'] },
    filing: { audience: '工作室全体、县初中数学教师代表', headcount: 24, approvedOn: '2026-09-18' },
  },
  {
    kind: 'outreachTeaching', title: '送教下乡：枫岭乡中心学校', heldOn: '2026-10-15', from: '08:30', to: '15:30', place: '云岫县枫岭乡中心学校', centralSpeaker: '吴晓岚',
    minutes: '吴晓岚、闻人笛各上一节课，徐来作讲座一场；当地教师 14 人参加。',
    filing: { audience: '枫岭乡中心学校数学教师', headcount: 22, approvedOn: '2026-10-09', fileNo: '云教研备〔2026〕15号' },
  },
  {
    kind: 'seminar', title: '第2次集体教研：方程应用题', heldOn: '2026-10-29', from: '14:30', to: '16:30', place: '云岫县初级中学 录播室', centralSpeaker: '闻人笛',
    marks: { 程雪舟: ['excused', '学校开家长会'] },
  },
  { kind: 'seminar', title: '第3次集体教研：几何直观', heldOn: '2026-11-12', from: '14:30', to: '16:30', place: '云岫县实验学校', centralSpeaker: '于江渡', filing: { audience: '工作室全体', headcount: 8, approvedOn: '2026-11-06' } },
  { kind: 'seminar', title: '第4次集体教研：复习课怎么上', heldOn: '2026-12-10', from: '14:30', to: '16:30', place: '云岫县初级中学 录播室', filing: { audience: '全县初中数学教师', headcount: 60 } },
]

export interface DemoExpense {
  readonly happenedOn: string
  readonly amount: string
  readonly summary: string
  readonly category: string
  readonly payee: string
  readonly invoiceNo: string | null
  /** Title of the activity that it was spent on. */
  readonly activity?: string
  /** Why it was undone again, and on which day. */
  readonly reversed?: { readonly on: string; readonly reason: string }
}

export const chineseExpenses: readonly DemoExpense[] = [
  { happenedOn: '2026-09-16', amount: '486.00', summary: '《语文教学谈片》等图书 12 册', category: '图书资料', payee: '云岫县新知书店', invoiceNo: '26339900000000000101' },
  { happenedOn: '2026-09-30', amount: '128.50', summary: '公开课资料打印装订', category: '印刷', payee: '墨香图文社', invoiceNo: '26339900000000000102', activity: '单雨桐公开课《春》' },
  {
    happenedOn: '2026-10-12', amount: '360.00', summary: '读书会用笔记本', category: '办公用品', payee: '云岫县文具批发部', invoiceNo: '26339900000000000103',
    reversed: { on: '2026-10-14', reason: '金额记错，发票为 306.00' },
  },
  { happenedOn: '2026-10-14', amount: '306.00', summary: '读书会用笔记本', category: '办公用品', payee: '云岫县文具批发部', invoiceNo: '26339900000000000103' },
  { happenedOn: '2026-10-26', amount: '600.00', summary: '讲座专家讲课费（税后）', category: '专家讲课费', payee: '白鹭洲', invoiceNo: null, activity: '讲座：课堂提问的层次' },
]

export const mathsExpenses: readonly DemoExpense[] = [
  { happenedOn: '2026-10-16', amount: '1,180.00', summary: '送教下乡租车', category: '送培送教', payee: '云岫县平安客运公司', invoiceNo: '26339900000000000201', activity: '送教下乡：枫岭乡中心学校' },
  { happenedOn: '2026-10-30', amount: '742.60', summary: '课题研究资料', category: '课题研究', payee: '云岫县新知书店', invoiceNo: '26339900000000000202' },
  { happenedOn: '2026-11-06', amount: '1,500.00', summary: '市教研活动会务费', category: '学术交流', payee: '东原市数学教学研究会', invoiceNo: '26339900000000000203' },
]
