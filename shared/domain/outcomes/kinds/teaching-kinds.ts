import type { OutcomeField, OutcomeKindSpec } from '../outcome-kind.ts'
import { choice, day, level, line, number, people, quantity, required, text, title } from '../outcome-kind.ts'

/** A lesson that was given, in the order of the usual 公开课登记表. */
const lesson = (who = '执教教师'): readonly OutcomeField[] => [
  title('课题'), day('上课日期'), people(who), level(), line('subject', '学科', 20), line('schoolClass', '班级', 40), line('place', '地点'),
  line('lessonType', '课型', 20), number('audience', '听课人数', '人', 5000), text('review', '评课意见'),
]
const lessonEvidence = '教案、课件、评课记录或上课照片'
const given = ['self', 'guide'] as const

export const teachingKinds = {
  openLesson: {
    name: '公开课', letters: 'gkk', group: 'teaching', unit: '节', fields: lesson(), parts: given, evidence: lessonEvidence,
    feeds: ['openLesson', 'publicTeaching'],
  },
  demonstrationLesson: {
    name: '示范课', letters: 'sfk', group: 'teaching', unit: '节', fields: lesson(), parts: given, evidence: lessonEvidence,
    feeds: ['demonstrationLesson', 'publicTeaching', { word: '示范展示' }],
  },
  observedLesson: {
    name: '观摩课', letters: 'gmk', group: 'teaching', unit: '节', fields: lesson(), parts: given, evidence: lessonEvidence,
    feeds: ['openLesson', 'publicTeaching'],
  },
  researchLesson: {
    name: '研究课', letters: 'yjk', group: 'teaching', unit: '节', fields: lesson(), parts: given, evidence: lessonEvidence,
    feeds: ['openLesson', 'publicTeaching', { word: '教学研究课' }],
  },
  showcaseLesson: {
    name: '精品课、展示课', letters: 'jpkzsk', group: 'teaching', unit: '堂', fields: lesson(), parts: given, evidence: lessonEvidence,
    feeds: ['showcaseLesson', 'publicTeaching'],
  },
  classMeetingLesson: {
    name: '主题班会课', letters: 'ztbhk', group: 'teaching', unit: '节', fields: lesson('班主任'), parts: given, evidence: '班会设计、课件或照片',
    feeds: ['classMeetingLesson', 'publicTeaching', { word: '主题班会公开课' }, { word: '班会课观摩' }],
  },
  guidedLesson: {
    name: '指导研讨课', letters: 'zdytk', group: 'teaching', unit: '节', parts: ['guide', 'mentee'], evidence: '听课评课记录',
    fields: [title('课题'), day('上课日期'), people('指导教师与执教教师'), line('teacher', '执教教师（不在人员名单里的）', 40), level(), line('subject', '学科', 20), line('schoolClass', '班级', 40), text('review', '指导意见')],
    feeds: ['guidedLesson'],
  },
  lessonCampaign: {
    name: '一师一优课', letters: 'ysyyk', group: 'teaching', unit: '节', parts: given, evidence: '晒课页面截图或证书',
    fields: [title('课题'), day('晒课日期'), people('执教教师'), level('优课级别'), line('subject', '学科', 20), line('address', '网址', 200)],
    feeds: ['nationalLessonCampaign'],
  },
  lecture: {
    name: '讲座', letters: 'jz', group: 'teaching', unit: '次', parts: ['self'], evidence: '讲稿、课件、签到表或照片',
    fields: [
      title('题目'), day(), people('主讲人'), level(), line('place', '地点'), line('organizer', '主办单位'), number('minutes', '时长', '分钟', 1000),
      number('audience', '听众人数', '人', 50_000), choice('scope', '面向', { school: '本校', studio: '工作室', area: '区域（县、区、市）' }), text('summary', '内容提要'),
    ],
    feeds: ['lecture', 'publicTeaching', { metric: 'publicReport', field: 'scope', is: ['area'] }],
  },
  forumTalk: {
    name: '论坛、会议发言', letters: 'lthyfy', group: 'teaching', unit: '次', parts: ['self'], evidence: '发言稿、会议通知或照片',
    fields: [
      title('发言题目'), day(), people('发言人'), level(),
      required(choice('form', '形式', { forum: '论坛、讲坛、沙龙', report: '报告会', experience: '经验交流会' })), line('meeting', '会议名称', 100), line('organizer', '主办单位'), text('summary', '内容提要'),
    ],
    feeds: [
      'publicTeaching', 'outcomeExchange', { metric: 'forum', field: 'form', is: ['forum'] }, { word: '报告会', field: 'form', is: ['report'] },
      { metric: 'experienceExchange', field: 'form', is: ['experience'] }, { word: '经验交流会', field: 'form', is: ['experience'] }, { word: '经验交流', field: 'form', is: ['experience'] },
    ],
  },
  keynote: {
    name: '担任主讲', letters: 'drzj', group: 'teaching', unit: '次', parts: ['self'], evidence: '主讲材料',
    fields: [title('主讲题目'), day(), people('主讲人'), line('place', '地点'), text('summary', '内容提要')],
    feeds: ['keynoteTurn', 'keynoteSpeaker'],
  },
  trainingTaught: {
    name: '培训授课', letters: 'pxsk', group: 'teaching', unit: '次', parts: ['self'], evidence: '讲义、培训通知或签到表',
    fields: [
      title('课程名称'), day(), people('授课人'), level(), required(choice('scope', '培训', { own: '校本培训', other: '其他培训' })), quantity('次数', '次'),
      number('hours', '学时', '学时', 1000), number('audience', '学员人数', '人', 50_000), line('organizer', '主办单位'),
    ],
    feeds: ['trainingGiven', { metric: 'trainingCourseTaught', field: 'scope', is: ['own'] }],
  },
  course: {
    name: '课程、资源包', letters: 'kczyb', group: 'teaching', unit: '门', parts: ['lead', 'takePart'], evidence: '课程纲要或资源清单',
    fields: [title('名称'), day('完成日期'), people('开发人'), level(), line('subject', '学科', 20), number('hours', '课时', '课时', 1000), line('address', '存放位置或网址', 200), text('summary', '简介')],
    feeds: ['courseDeveloped'],
  },
  examPaper: {
    name: '命制试卷', letters: 'mzsj', group: 'teaching', unit: '份', parts: ['self', 'takePart', 'lead'], evidence: '试卷和答案',
    fields: [
      title('试卷名称'), day('命制日期'), people('命题人'), level(), line('subject', '学科', 20), line('grade', '年级', 20),
      choice('exam', '考试', { monthly: '月考', midterm: '期中考', final: '期末考', mock: '毕业班模拟考', other: '其他' }), quantity('份数', '份'),
    ],
    feeds: [
      'examPaper', { word: '月考', field: 'exam', is: ['monthly'] }, { word: '期中考', field: 'exam', is: ['midterm'] }, { word: '期末考', field: 'exam', is: ['final'] },
      { word: '毕业班模拟考', field: 'exam', is: ['mock'] },
    ],
  },
  lessonPreparation: {
    name: '集体备课主备', letters: 'jtbkzb', group: 'teaching', unit: '次', parts: ['self', 'takePart'], evidence: '备课稿或备课记录',
    fields: [title('备课内容'), day(), people('主备人'), line('subject', '学科', 20), line('grade', '年级', 20), text('summary', '备课要点')],
    feeds: ['groupLessonPreparation'],
  },
  studioShowcase: {
    name: '展示、开放活动', letters: 'zskfhd', group: 'teaching', unit: '次', parts: ['takePart', 'lead'], byStudio: true, evidence: '方案、照片或报道',
    fields: [
      title('活动名称'), day(), level(), required(choice('form', '形式', { theme: '主题展示', outcome: '成果汇报展示', open: '工作室开放' })), line('place', '地点'),
      people('承担人'), number('audience', '参加人数', '人', 50_000), text('summary', '内容提要'),
    ],
    feeds: [
      { metric: 'showcaseEvent', field: 'form', is: ['theme'] }, { metric: 'outcomeShowcase', field: 'form', is: ['outcome'] }, { metric: 'openDay', field: 'form', is: ['open'] },
    ],
  },
} as const satisfies Readonly<Record<string, OutcomeKindSpec>>
