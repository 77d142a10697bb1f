import type { schemeKinds } from './scheme-format.ts'
import { subjectNames } from './scheme-names.ts'

/**
 * The words of the program for the keys that schemes use. A key that is not here comes from some school's own scheme: it is kept
 * and shown as it is written.
 */
export type Words = Readonly<Record<string, string>>

export const schemeKindNames: Readonly<Record<(typeof schemeKinds)[number], string>> = {
  teacherStudio: '名师工作室', principalStudio: '名校长工作室', homeroomStudio: '名班主任工作室', dualStudio: '双名工作室', backboneTeachers: '骨干教师',
  homeroomTeam: '班主任队伍', homeroomTraining: '班主任培训', homeroomCommunity: '班主任共同体', learningGroups: '学习小组', classManagement: '班级管理',
  teachingRoutine: '教学常规', contest: '比赛',
}

/** Who owes a duty: those whom the program counts for first. */
export const dutySubjects: Words = {
  eachMember: '每位成员', host: '主持人', studio: '工作室', hostAndEachMember: '主持人和每位成员', assistant: '助理', advisor: '顾问', eachCoreMember: '每位核心成员', eachTrainee: '每位学员',
  ...subjectNames,
}

/** Whom an assessment, its consequence or an archive item is about. */
export const assessedNames: Words = {
  studio: '工作室', host: '主持人', member: '成员', trainee: '学员', teacher: '教师', homeroomTeacher: '班主任', backbone: '骨干教师', group: '小组', student: '学生',
}

/** Roles of a scheme and titles that its conditions speak of. */
export const roleWords: Words = {
  host: '主持人', advisor: '顾问、导师', assistant: '助理', coreMember: '核心成员', member: '成员', reserveMember: '预备成员', trainee: '学员', archivist: '档案员', recorder: '记录人',
  youngTeacher: '青年教师', society: '研究会', group: '小组', groupLeader: '组长', groupViceLeader: '副组长', groupScorer: '积分统计员', traineeHomeroom: '见习班主任',
  classArchivist: '班级档案员', backbonePost: '骨干岗位', backbone: '骨干教师', subjectLeader: '学科带头人', renownedTeacher: '知名教师', excellentHomeroom: '优秀班主任',
  homeroomTeacher: '班主任', promotionToFirst: '晋升一级', promotionToSenior: '晋升高级',
}

export const criterionOps: Words = {
  atMost: '不超过', atLeast: '不少于', oneOf: '属于其中一种', is: '是', described: '如文字所述', anyOf: '满足其中一项', preferred: '优先', sameOrClose: '相同或相近', unlimited: '不限',
}

export const meetingKinds: Words = {
  regularMeeting: '例会', planningMeeting: '计划会、部署会', summaryMeeting: '总结会', progressMeeting: '阶段汇报会', seminar: '研讨', forum: '论坛、沙龙', readingClub: '读书会',
  themeStudy: '主题学习', reflectionSharing: '心得分享', experienceExchange: '经验交流', exchangeLessons: '集体交流', projectSeminar: '课题研讨', kickoffMeeting: '动员会',
  trainingClass: '培训班', societyActivity: '研究会活动', leadingGroupMeeting: '领导小组会议', teachingRoutineMeeting: '教学例会', classMeeting: '主题班会', classMeetingLesson: '班会课观摩',
  classAnalysisSeminar: '班情分析', classCultureVisit: '班级文化观摩', parentMeeting: '家长会',
}

export const setupKinds: Words = {
  publicNotice: '公示', plaque: '授牌', certificate: '颁发证书', appointment: '聘任', agreement: '签协议', filing: '备案', naming: '命名', titleAwarded: '授予称号',
  twoWaySelection: '双向选择', memberSelection: '选成员', moreCandidatesThanSeats: '差额推选', levelUpgrade: '升级',
}

export const selectionRules: Words = {
  twoWaySelection: '双向选择', decidedBySchool: '学校决定', settledWithProvince: '与省里商定', assistantDesignated: '指定助理', moreCandidatesThanSeats: '差额推选', quota: '名额',
  fastTrack: '破格', batches: '分批', fromContests: '比赛产生', directContact: '直接联系', willingAndPromising: '自愿且有潜力', studyTripCandidates: '外出学习人选',
}

export const compositionRules: Words = {
  sameSubject: '同一学科', mainlyOwnCounty: '以本县为主', openToWholeCity: '面向全市', districtBackbone: '区内骨干', membersFromHostSchool: '成员来自本校', hostSchoolPriority12: '本校可先选',
  schoolMembersMain: '以本校为主', minNewTeacher: '至少有新教师', minBackbone: '至少有骨干教师', advisorFromOutside: '顾问来自校外', advisorIsResearcher: '顾问是教研员',
  successorFromMembers: '接任者从成员中产生', mixOfAges: '老少搭配', allTiers: '各层次都有', subjectBalance: '学科均衡', balancedScale: '规模均衡', teamStructureDimensions: '结构合理',
  twoLayers: '分两层', parallelGroups: '平行分组', oneGroupForBoth: '一组两用',
}

export const changeNames: Words = {
  admit: '加入', exit: '退出', remove: '调整出去', replace: '替换', supplement: '补充', eliminate: '淘汰', hostChange: '更换主持人', hostRight: '主持人的权限', adjust: '调整', dynamic: '动态管理',
  transfer: '调动', termOfOffice: '任期', extension: '延期', cycleEnd: '期满', restructure: '重组',
}

export const stageNames: Words = {
  term: '学期考核', annual: '年度考核', mid: '中期考核', final: '终期考核', members: '成员考核', periodic: '定期考核', endOfTermOfOffice: '任期考核', weekly: '周评', monthly: '月评',
  halfYearMaterial: '半年材料', reEvaluation: '复评', startupSpotCheck: '启动抽查', managementChain: '逐级管理', trainingEnd: '培训结业',
}

/** What else must hold so that a record counts: for a person to look at. */
export const conditionNames: Words = {
  scope: '范围', forms: '形式', form: '方式', where: '地点', venue: '场合', audience: '对象', who: '对谁', whose: '谁的', with: '和谁', topic: '主题', topics: '专题', theme: '主题安排', contents: '内容',
  activities: '活动', items: '项目', modules: '模块', columns: '栏目', media: '载体', mode: '方法', type: '类型', part: '承担的部分', result: '结果', status: '进度', output: '成果去向',
  publishedIn: '发表在', orPublishedIn: '或发表在', orAward: '或获奖', awardLevelMin: '获奖级别不低于', authorship: '署名', levelWords: '级别的说法', filing: '备案', match: '对口', crossSchool: '跨校',
  mentorTier: '导师的层次', becomes: '成长为', priority: '优先', recommendedBy: '谁推荐', title: '称号', titles: '职称', eligibility: '资格', exempt: '可以不做的人', ageMaxMale: '男不超过几岁',
  ageMaxFemale: '女不超过几岁', window: '时间段', timing: '时机', trigger: '什么情况下', batches: '批次', copies: '份数', anonymousCopies: '匿名份数',
}

export const effectNames: Words = {
  commend: '表彰奖励', certificate: '颁发证书', titleAwarded: '授予称号', renameContinue: '继续命名', notRenamed: '不再命名', titleLapse: '称号失效', titleCancelled: '取消称号',
  keepTitleAndBenefits: '保留称号和待遇', titleBasis: '评称号的依据', title: '称号', fundsReleased: '拨付经费', fundsStopped: '停拨经费', fundsReducedOrStopped: '减拨或停拨', rectify: '限期整改', dissolve: '撤销工作室',
  cancelQualification: '取消资格', nextCycleAutomatic: '自动进入下一周期', nextCycleApply: '可申请下一周期', nextCycleEligible: '有资格进入下一周期', excludedNextCycle: '不进入下一周期',
  extensionPossible: '可延期', priorityHigherLevel: '优先推荐上一级', recommendNextHost: '优先推荐为下一批主持人', removeMember: '调整出工作室', eliminated: '淘汰',
  removeFromPost: '调离岗位', highTitleLowAppointment: '高职低聘', basisForAppointment: '聘任依据', annualReview: '年度考核依据', pay: '与报酬挂钩', honours: '评优依据',
  hours: '记学时', credit: '记学分', continuingEducationCredit: '继续教育学分', graduationGate: '结业条件',
}

export const controlNames: Words = {
  earmarked: '专款专用', separateAccounting: '单独核算', budget: '编预算', reconciliation: '定期核对', assets: '资产管理', applyThenApprove: '先申请后审批', hostSpendsSchoolSupervises: '主持人使用、学校监督',
  schoolManaged: '学校管理', supervised: '接受监督', audited: '接受审计', transparent: '公开透明', periodicReport: '定期报告', financialDiscipline: '财经纪律', noDiversion: '不得挪用',
  annualRelease: '按年度拨付', paidToHostUnit: '拨到所在单位', reimburseProcedure: '按程序报销', rewardFromFund: '可用于奖励', countyTrainingFund: '纳入县培训经费', travelByMemberUnit: '差旅由成员单位出',
  costSplit: '费用分担',
}

/** The word for a key, or the key itself where there is none. */
export function wordFor(words: Words, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key
}
