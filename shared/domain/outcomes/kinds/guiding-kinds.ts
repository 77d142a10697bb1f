import type { OutcomeKindSpec } from '../outcome-kind.ts'
import { choice, day, dayOf, level, line, number, people, quantity, required, text, title, until } from '../outcome-kind.ts'

export const guidingKinds = {
  mentoringPair: {
    name: '师徒结对', letters: 'stjd', group: 'guiding', unit: '名', parts: ['guide', 'mentee'], evidence: '签字盖章的结对协议', titleAtFirst: '师徒结对',
    fields: [
      title('名称'), people('师傅与徒弟'), line('apprentices', '徒弟（不在人员名单里的）', 100), quantity('徒弟人数', '名'), day('结对日期'), until('期满日期'),
      dayOf('signedOn', '协议签订日期'), text('goals', '培养目标与措施'), { type: 'log', key: 'termRecords', label: '带教记录' }, text('result', '带教成效'),
    ],
    feeds: ['mentoringPair', { metric: 'agreementSigned', field: 'signedOn', on: 'signedOn', apart: true }],
  },
  assistPair: {
    name: '结对帮扶', letters: 'jdbf', group: 'guiding', unit: '名', parts: ['guide', 'mentee'], evidence: '帮扶协议或帮扶记录', titleAtFirst: '结对帮扶',
    fields: [
      title('名称'), people('帮扶人与被帮扶人'), line('helped', '帮扶对象（不在人员名单里的）', 100), line('school', '对象所在学校'), quantity('人数', '名'), day('开始日期'), until('结束日期'),
      { type: 'log', key: 'termRecords', label: '帮扶记录' }, text('result', '帮扶成效'),
    ],
    feeds: ['assistPair'],
  },
  weakSchoolLink: {
    name: '挂钩薄弱学校', letters: 'ggbrxx', group: 'guiding', unit: '个', parts: ['lead', 'takePart'], byStudio: true, evidence: '挂钩协议或活动记录',
    fields: [title('学校或教研组'), day('开始日期'), until('结束日期'), people('参加人'), quantity('个数', '个'), text('summary', '做了什么')],
    feeds: ['weakSchoolLink'],
  },
  outreach: {
    name: '送教下乡、支教', letters: 'sjxxzj', group: 'guiding', unit: '次', parts: ['takePart', 'lead'], byStudio: true, evidence: '受教学校盖章的证明、签到表或照片',
    fields: [
      title('活动名称'), day(), until('结束日期'), people('送教教师'), line('school', '受教学校'), required(choice('form', '形式', { lessons: '送教下乡', training: '送培', posting: '支教' })), level(),
      number('lessons', '示范课', '节', 100), number('lectures', '讲座', '场', 100), number('teachers', '受益教师', '人', 50_000), number('pupils', '受益学生', '人', 50_000), text('summary', '过程与反馈'),
    ],
    feeds: ['outreachTeaching', { word: '支教', field: 'form', is: ['posting'] }],
  },
  exchange: {
    name: '交流', letters: 'jl', group: 'guiding', unit: '次', parts: ['takePart', 'lead'], byStudio: true, evidence: '通知、照片或报道',
    fields: [
      title('内容'), day(), people('参加人'), required(choice('partner', '与谁交流', { outside: '外地名师（省外、县外）', studio: '其他工作室、区域', alliance: '工作室联盟' })), line('partnerName', '对方名称', 100),
      level(), line('place', '地点'), text('summary', '交流情况'),
    ],
    feeds: [
      { metric: 'outsideExchange', field: 'partner', is: ['outside'] }, { metric: 'crossStudioExchange', field: 'partner', is: ['studio'] }, { metric: 'allianceActivity', field: 'partner', is: ['alliance'] },
    ],
  },
  studyTrip: {
    name: '外出学习、考察', letters: 'wcxxkc', group: 'guiding', unit: '次', parts: ['takePart', 'lead'], byStudio: true, evidence: '通知、学习笔记或照片',
    fields: [title('学习内容'), day('开始日期'), until('结束日期'), people('参加人'), line('place', '地点'), line('organizer', '主办单位'), level(), text('summary', '收获')],
    feeds: ['studyTrip'],
  },
  training: {
    name: '参加培训', letters: 'cjpx', group: 'guiding', unit: '次', parts: ['self'], evidence: '结业证书或培训通知',
    fields: [
      title('培训名称'), day('开始日期'), until('结束日期'), people('参加人'), required(choice('form', '形式', { class: '集中培训', shadow: '跟岗、见习', elective: '选修课程', tier: '骨干培训' })), level(),
      line('organizer', '主办单位'), number('hours', '学时', '学时', 1000), text('summary', '收获'),
    ],
    feeds: [
      { metric: 'trainingClass', field: 'form', is: ['class', 'tier'] }, { metric: 'shadowTraining', field: 'form', is: ['shadow'] }, { metric: 'selfStudyCourse', field: 'form', is: ['elective'] },
      { metric: 'tierTraining', field: 'form', is: ['tier'] },
    ],
  },
  relayTraining: {
    name: '二次培训', letters: 'ecpx', group: 'guiding', unit: '次', parts: ['self'], evidence: '讲稿、签到表或照片',
    fields: [title('汇报内容'), day(), people('汇报人'), line('from', '源于哪次学习', 100), line('place', '地点'), number('audience', '参加人数', '人', 5000), text('summary', '内容提要')],
    feeds: ['relayTraining'],
  },
  expertInvited: {
    name: '聘请专家讲学', letters: 'pqzjjx', group: 'guiding', unit: '次', parts: ['takePart', 'lead'], byStudio: true, evidence: '通知、讲稿或照片',
    fields: [title('讲学内容'), day(), { ...line('expert', '专家（姓名、单位）', 100), required: true }, line('place', '地点'), people('组织人'), text('summary', '内容提要')],
    feeds: ['expertInvited'],
  },
  contactVisit: {
    name: '联系培养对象', letters: 'lxpydx', group: 'guiding', unit: '次', parts: ['guide', 'mentee'],
    fields: [title('联系内容'), day(), people('联系人与培养对象'), text('summary', '情况')],
    feeds: ['contactVisit'],
  },
} as const satisfies Readonly<Record<string, OutcomeKindSpec>>
