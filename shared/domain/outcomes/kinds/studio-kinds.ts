import type { OutcomeField, OutcomeKindSpec } from '../outcome-kind.ts'
import { characters, choice, day, dayOf, forPeriod, level, line, people, quantity, required, text, title, until } from '../outcome-kind.ts'

/** A paper of the studio for a stretch of time. */
const studioPaper = (...more: readonly OutcomeField[]): readonly OutcomeField[] => [title('名称'), forPeriod(), day('完成日期'), ...more, people('执笔人'), characters()]

export const studioKinds = {
  studioPlan: {
    name: '工作室规划、计划', letters: 'gzsghjh', group: 'planning', unit: '份', parts: ['author'], byStudio: true, evidence: '规划或计划文稿', titleAtFirst: '工作室计划',
    fields: studioPaper(), feeds: ['studioPlan'],
  },
  trainingPlan: {
    name: '培养计划、方案', letters: 'pyjhfa', group: 'planning', unit: '份', parts: ['author'], byStudio: true, evidence: '计划文稿', titleAtFirst: '成员培养计划',
    fields: studioPaper(), feeds: ['trainingPlan'],
  },
  studioBudget: {
    name: '经费预算', letters: 'jfys', group: 'planning', unit: '份', parts: ['author'], byStudio: true, evidence: '预算表', titleAtFirst: '工作经费预算',
    fields: studioPaper(), feeds: ['budget'],
  },
  studioSummary: {
    name: '工作室总结', letters: 'gzszj', group: 'planning', unit: '份', parts: ['author'], byStudio: true, evidence: '总结文稿', titleAtFirst: '工作室总结',
    fields: studioPaper(), feeds: ['workSummary'],
  },
  studioReport: {
    name: '汇报、报告', letters: 'hbbg', group: 'planning', unit: '份', parts: ['author'], byStudio: true, evidence: '报告文稿',
    fields: studioPaper(
      required(choice('form', '内容', {
        progress: '工作汇报', setup: '建设情况书面汇报', finance: '经费使用报告', feedback: '向学员所在单位反馈', area: '县（市）区建设方案', inspection: '检查书面总结',
      })), line('reportedTo', '报给谁'),
    ),
    feeds: [
      { metric: 'progressReport', field: 'form', is: ['progress'] }, { metric: 'setupReport', field: 'form', is: ['setup'] }, { metric: 'financeReport', field: 'form', is: ['finance'] },
      { metric: 'feedbackToSchool', field: 'form', is: ['feedback'] }, { metric: 'areaPlan', field: 'form', is: ['area'] }, { metric: 'inspectionReport', field: 'form', is: ['inspection'] },
    ],
  },
  agreement: {
    name: '协议、责任书', letters: 'xyzrs', group: 'planning', unit: '份', parts: ['self'], byStudio: true, evidence: '签字盖章后的扫描件',
    fields: [title('名称'), day('签订日期'), until('有效至'), required(choice('form', '种类', { agreement: '协议', letter: '责任书' })), people('签订人'), line('partner', '另一方', 100)],
    feeds: [{ metric: 'agreementSigned', field: 'form', is: ['agreement'] }, { metric: 'responsibilityLetter', field: 'form', is: ['letter'] }],
  },
  growthArchive: {
    name: '成长档案', letters: 'czda', group: 'planning', unit: '份', parts: ['self'], byStudio: true, evidence: '档案目录或封面照片', titleAtFirst: '成长档案',
    fields: [title('名称'), day('建档日期'), people('谁的'), text('contents', '内有')],
    feeds: ['archiveKept', 'growthRecord'],
  },
  onlinePost: {
    name: '网文、推送', letters: 'wwts', group: 'online', unit: '次', parts: ['author', 'takePart'], byStudio: true,
    fields: [
      title('标题'), day('发布日期'), required(choice('place', '发在', { account: '公众号', site: '网站、网页', blog: '博客', group: '交流群、答疑' })), people('作者'), quantity('次数', '次'), line('address', '网址', 200), characters(),
    ],
    feeds: [
      { metric: 'onlinePost', field: 'place', is: ['account'] }, { metric: 'websiteUpdate', field: 'place', is: ['site', 'blog', 'account'] }, { metric: 'onlineAnswers', field: 'place', is: ['group'] },
    ],
  },
  onlinePlace: {
    name: '网上阵地', letters: 'wszd', group: 'online', unit: '个', parts: ['lead', 'self'], byStudio: true, evidence: '页面截图',
    fields: [
      title('名称'), day('开通日期'), required(choice('form', '种类', {
        column: '网页、专栏', studio: '网上工作室', account: '公众号', group: '交流群', ownBlog: '个人博客', studioBlog: '工作室博客', library: '资源库',
      })), line('address', '网址或账号', 200), people('管理人'),
    ],
    feeds: [
      { metric: 'webColumn', field: 'form', is: ['column'] }, { metric: 'onlineStudio', field: 'form', is: ['studio'] }, { metric: 'publicAccount', field: 'form', is: ['account'] },
      { metric: 'chatGroup', field: 'form', is: ['group'] }, { metric: 'personalBlog', field: 'form', is: ['ownBlog'] }, { metric: 'studioBlog', field: 'form', is: ['studioBlog'] },
      { metric: 'resourceLibrary', field: 'form', is: ['library'] },
    ],
  },
  bulletin: {
    name: '简报', letters: 'jb', group: 'online', unit: '期', parts: ['author'], byStudio: true, evidence: '简报文件',
    fields: [title('标题'), day('编发日期'), line('issue', '期号', 30), people('编写人'), quantity('期数', '期')],
    feeds: ['bulletin'],
  },
  award: {
    name: '获奖', letters: 'hj', group: 'growth', unit: '项', parts: ['self', 'guide'], evidence: '获奖证书的扫描件',
    fields: [
      title('获奖名称'), people('获奖人'), day('获奖日期'), required(level('级别')), choice('grade', '等次', { special: '特等奖', first: '一等奖', second: '二等奖', third: '三等奖', other: '其他' }),
      line('awardedBy', '颁奖单位'), line('work', '获奖作品', 100), line('certificateNo', '证书编号', 40),
    ],
    feeds: ['contest'],
  },
  honour: {
    name: '荣誉称号', letters: 'rych', group: 'growth', unit: '项', parts: ['self'], evidence: '荣誉证书或表彰文件的扫描件',
    fields: [title('称号'), people('获得人'), day('授予日期'), required(level('级别')), line('awardedBy', '授予单位'), line('documentNo', '文号', 60), until('有效至')],
    feeds: [],
  },
  promotion: {
    name: '晋级', letters: 'jj', group: 'growth', unit: '名', parts: ['self', 'guide'], evidence: '文件或证书的扫描件',
    fields: [
      title('晋级到'), people('晋级人'), day('批准日期'), level(), required(choice('form', '种类', { tier: '骨干教师、名师等称号', title: '职称', post: '岗位等级' })), line('before', '原来是', 60), line('approvedBy', '批准单位'),
    ],
    feeds: ['memberPromoted', { metric: 'backboneTrained', field: 'form', is: ['tier'], apart: true }],
  },
  growthStep: {
    name: '成长阶梯', letters: 'czjt', group: 'growth', unit: '级', parts: ['self'], evidence: '认定文件或证书', titleAtFirst: '成长阶梯认定',
    fields: [people('谁'), { type: 'step', key: 'step', label: '到了哪一级', required: true }, title('名称'), day('认定日期'), until('有效至'), line('approvedBy', '认定单位')],
    feeds: ['growthRecord'],
  },
  studioIncubated: {
    name: '孵化工作室', letters: 'fhgzs', group: 'growth', unit: '个', parts: ['lead', 'takePart'], byStudio: true, evidence: '成立文件',
    fields: [title('工作室名称'), day('成立日期'), people('新工作室主持人'), dayOf('approvedOn', '批准日期')],
    feeds: ['studioIncubated'],
  },
} as const satisfies Readonly<Record<string, OutcomeKindSpec>>
