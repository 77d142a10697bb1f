import type { OutcomeKindSpec } from '../outcome-kind.ts'
import { characters, choice, day, dayOf, level, line, people, publication, required, text, title, until } from '../outcome-kind.ts'

const awardGrades = { special: '特等奖', first: '一等奖', second: '二等奖', third: '三等奖', other: '其他' }

export const researchKinds = {
  paper: {
    name: '论文', letters: 'lw', group: 'research', unit: '篇', parts: ['author', 'guide'], evidence: '刊物封面、目录和正文的扫描件，或获奖证书的扫描件',
    fields: [
      title('论文题目'), people('作者'), day('完成（发表、获奖）日期'), required(choice('result', '情况', { written: '已写成', published: '发表', awarded: '获奖', both: '发表并获奖' })), characters(),
      line('journal', '刊物', 60), choice('journalClass', '刊物类别', { core: '核心刊物', regular: '正规刊物（有 CN 刊号）', internal: '内部刊物', collection: '论文集' }),
      publication('issn', 'ISSN', 'issn'), publication('cn', 'CN 刊号', 'cn'), line('issue', '年、期', 30), line('pages', '页码', 20), level('级别'),
      choice('awardGrade', '获奖等次', awardGrades), line('awardedBy', '颁奖单位'),
    ],
    feeds: [
      'paperWritten', { metric: 'paperPublished', field: 'result', is: ['published', 'both'] },
      { metric: 'paperPublishedOrAwarded', field: 'result', is: ['published', 'awarded', 'both'] },
    ],
  },
  essay: {
    name: '随笔、教育故事', letters: 'sbjygs', group: 'research', unit: '篇', parts: ['author'], evidence: '文稿',
    fields: [
      title('题目'), people('作者'), day('完成日期'), required(choice('form', '体裁', { essay: '教育随笔', story: '教育故事', note: '札记', guiding: '指导文章', classStory: '班级成长故事' })), characters(),
      line('journal', '发表在', 60), level(),
    ],
    feeds: [
      'paperWritten', { word: '教育随笔', field: 'form', is: ['essay'] }, { word: '教育故事', field: 'form', is: ['story'] }, { word: '札记', field: 'form', is: ['note'] },
      { word: '指导文章', field: 'form', is: ['guiding'] }, { word: '班级成长故事', field: 'form', is: ['classStory'] },
    ],
  },
  monograph: {
    name: '著作、教材', letters: 'zzjc', group: 'research', unit: '本', parts: ['author', 'lead', 'takePart'], evidence: '封面、版权页的扫描件',
    fields: [title('书名'), people('作者、编者'), day('出版日期'), line('publisher', '出版社'), publication('isbn', 'ISBN', 'isbn'), characters()],
    feeds: [{ word: 'book' }],
  },
  project: {
    name: '课题', letters: 'kt', group: 'research', unit: '项', parts: ['lead', 'takePart', 'guide'], evidence: '立项通知、结题证书的扫描件',
    fields: [
      title('课题名称'), people('主持与参与'), line('projectNo', '课题编号', 40), required(level('级别')), line('source', '立项单位'), line('category', '类别', 40), day('开始日期'), until('计划完成日期'),
      dayOf('approvedOn', '立项日期'), dayOf('openedOn', '开题日期', 'approvedOn'), dayOf('midtermOn', '中期检查日期', 'openedOn'), dayOf('completedOn', '结题日期', 'approvedOn'),
      choice('verdict', '结题结果', { excellent: '优秀', good: '良好', passed: '合格' }), text('summary', '研究内容与成果'),
    ],
    // One record lives through the stages: each counts from its own day.
    feeds: [
      'projectUnderWay', 'projectTakenPart', { metric: 'projectApproved', field: 'approvedOn', on: 'approvedOn', apart: true },
      { metric: 'projectCompleted', field: 'completedOn', on: 'completedOn', apart: true },
    ],
  },
  projectStageSummary: {
    name: '课题阶段总结', letters: 'ktjdzj', group: 'research', unit: '份', parts: ['author', 'lead'], evidence: '总结文稿',
    fields: [title('题目'), people('执笔人'), day('完成日期'), line('project', '所属课题', 100), characters()],
    feeds: ['projectStageSummary'],
  },
  researchReport: {
    name: '研究报告、调研报告', letters: 'yjbgdybg', group: 'research', unit: '份', parts: ['author', 'takePart'], evidence: '报告文稿',
    fields: [title('题目'), people('执笔人'), day('完成日期'), level(), characters(), line('usedBy', '报送或采用单位'), text('summary', '摘要')],
    feeds: ['researchReport', { word: '调查研究报告' }],
  },
  outcomeCollection: {
    name: '成果汇编', letters: 'cghb', group: 'research', unit: '本', parts: ['lead', 'takePart'], byStudio: true, evidence: '封面和目录，或电子稿',
    fields: [title('名称'), day('编成日期'), people('主编与参编'), line('publisher', '编印单位'), characters()],
    feeds: ['outcomeCollection'],
  },
  contestHeld: {
    name: '组织评比', letters: 'zzpb', group: 'research', unit: '次', parts: ['lead', 'takePart'], byStudio: true, evidence: '通知和获奖名单',
    fields: [
      title('评比名称'), day(), level(), required(choice('form', '内容', { essay: '论文、随笔、故事', lesson: '优质课', star: '每周之星', other: '其他' })), people('组织人'), text('summary', '结果'),
    ],
    feeds: [
      'contest', { metric: 'essayContest', field: 'form', is: ['essay'] }, { metric: 'qualityLessonContest', field: 'form', is: ['lesson'] }, { metric: 'starVote', field: 'form', is: ['star'] },
    ],
  },
} as const satisfies Readonly<Record<string, OutcomeKindSpec>>
