import type { OutcomeKindSpec } from '../outcome-kind.ts'
import { characters, choice, day, forPeriod, line, people, quantity, required, text, title } from '../outcome-kind.ts'

export const writingKinds = {
  lessonDesign: {
    name: '教学设计', letters: 'jxsj', group: 'writing', unit: '份', parts: ['author'], evidence: '教学设计文稿',
    fields: [
      title('课题'), people('作者'), day('完成日期'), choice('form', '体裁', { design: '教学设计', record: '课例实录' }), line('subject', '学科', 20), line('grade', '年级', 20), line('textbook', '教材版本', 40), characters(),
    ],
    feeds: ['lessonDesign', { word: '课例实录', field: 'form', is: ['record'] }],
  },
  caseStudy: {
    name: '案例', letters: 'al', group: 'writing', unit: '份', parts: ['author'], evidence: '案例文稿',
    fields: [title('题目'), people('作者'), day('完成日期'), choice('form', '类型', { teaching: '教学案例', class: '班级管理案例', education: '教育案例' }), characters()],
    feeds: ['caseStudy'],
  },
  reflection: {
    name: '反思、心得体会', letters: 'fsxdth', group: 'writing', unit: '篇', parts: ['author'], evidence: '文稿',
    fields: [title('题目'), people('作者'), day('完成日期'), choice('form', '体裁', { reflection: '教学反思', insight: '心得体会', summary: '反思性总结' }), characters(), text('body', '正文', 20_000)],
    feeds: ['reflection', { word: '心得体会', field: 'form', is: ['insight'] }, { word: '反思性总结', field: 'form', is: ['summary'] }],
  },
  classPaper: {
    name: '班级与学情材料', letters: 'bjyxqcl', group: 'writing', unit: '份', parts: ['author'], evidence: '材料文稿',
    fields: [
      title('题目'), people('作者'), day('完成日期'), required(choice('form', '材料', { classPlan: '班级建设方案', studentReport: '学情分析报告', deeds: '典型事迹材料', classFile: '班级档案' })), line('schoolClass', '班级', 40), quantity('份数', '份'), characters(),
    ],
    feeds: [
      { metric: 'classPlan', field: 'form', is: ['classPlan'] }, { metric: 'studentReport', field: 'form', is: ['studentReport'] }, { metric: 'deedsReport', field: 'form', is: ['deeds'] },
      { metric: 'classFileUpdate', field: 'form', is: ['classFile'] },
    ],
  },
  bookRead: {
    name: '读书', letters: 'ds', group: 'reading', unit: '本', parts: ['self'],
    fields: [title('书名'), people('读书人'), day('读完日期'), line('author', '作者', 60), line('publisher', '出版社'), choice('form', '方式', { alone: '自读', together: '共读' }), quantity('本数', '本'), text('summary', '摘记')],
    feeds: ['bookRead'],
  },
  readingNote: {
    name: '读书笔记', letters: 'dsbj', group: 'reading', unit: '篇', parts: ['author'], evidence: '笔记的照片或文稿',
    fields: [title('题目'), people('作者'), day('完成日期'), line('book', '所读的书', 60), quantity('篇数', '篇'), required(characters()), text('body', '正文', 20_000)],
    feeds: ['readingNote', { metric: 'readingNoteChars', apart: true }],
  },
  bookReview: {
    name: '读书心得', letters: 'dsxd', group: 'reading', unit: '篇', parts: ['author'], evidence: '文稿',
    fields: [title('题目'), people('作者'), day('完成日期'), line('book', '所读的书', 60), required(characters()), text('body', '正文', 20_000)],
    feeds: ['bookReview', { metric: 'readingNoteChars', apart: true }],
  },
  educatorStudied: {
    name: '研究教育名人', letters: 'yjjymr', group: 'reading', unit: '名', parts: ['self'], evidence: '研究笔记或文稿',
    fields: [title('研究谁'), people('研究人'), day('完成日期'), characters(), text('summary', '所得')],
    feeds: ['educatorStudied'],
  },
  selfStudy: {
    name: '自主研修、理论学习', letters: 'zzyxllxx', group: 'reading', unit: '次', parts: ['self'],
    fields: [title('学习内容'), people('学习人'), day(), choice('form', '形式', { theory: '理论学习', own: '自主研修' }), text('summary', '所得')],
    feeds: ['selfStudy', { metric: 'theoryStudy', field: 'form', is: ['theory'] }],
  },
  growthPlan: {
    name: '个人规划、计划', letters: 'grghjh', group: 'planning', unit: '份', parts: ['author'], evidence: '规划或计划文稿', titleAtFirst: '个人发展规划',
    fields: [title('名称'), people('谁的'), forPeriod(), day('制定日期'), characters(), text('goals', '目标'), text('measures', '措施')],
    feeds: ['growthPlan'],
  },
  workSummary: {
    name: '个人总结', letters: 'grzj', group: 'planning', unit: '份', parts: ['author'], evidence: '总结文稿', titleAtFirst: '个人工作总结',
    fields: [title('名称'), people('谁的'), forPeriod(), day('完成日期'), characters(), choice('form', '体裁', { work: '工作、研修总结', teaching: '教学总结' })],
    feeds: ['workSummary', { word: '教学总结', field: 'form', is: ['teaching'] }],
  },
} as const satisfies Readonly<Record<string, OutcomeKindSpec>>
