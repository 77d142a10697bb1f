import type { OutcomeKindSpec } from '../outcome-kind.ts'
import { choice, course, day, line, number, people, quantity, text, title } from '../outcome-kind.ts'

const grades = { excellent: '优', good: '良', fair: '中', poor: '差' }

export const listeningKinds = {
  /** 听课记录: the grid with the course of the lesson at the left and remarks at the right. */
  lessonObservation: {
    name: '听课', letters: 'tk', group: 'listening', unit: '节', parts: ['self'], measure: 'lessonHours', evidence: '听课记录本的照片或扫描件',
    fields: [
      day('听课日期'), people('听课人'), title('课题'), line('teacher', '授课教师', 40), line('subject', '学科', 20), line('schoolClass', '班级', 40),
      line('lessonType', '课型', 20), line('lessonNo', '时间（节次）', 20), quantity('节数', '节'), choice('purpose', '方式', { routine: '常规听课', mutual: '双向听课', guiding: '指导听课' }),
      course('process', '教学过程'), text('comments', '评课意见', 20_000), number('score', '评分', '分', 100), choice('grade', '等级', grades),
    ],
    feeds: [
      'lessonObservation', 'guidanceLessons', { word: '听课' }, { metric: 'mutualLessonObservation', field: 'purpose', is: ['mutual'] },
      { metric: 'lessonReview', field: 'comments', apart: true },
    ],
  },
  lessonReview: {
    name: '评课', letters: 'pk', group: 'listening', unit: '节', parts: ['self'], measure: 'lessonHours', evidence: '评课稿或评课记录',
    fields: [
      day('评课日期'), people('评课人'), title('所评的课'), line('teacher', '授课教师', 40), line('subject', '学科', 20), line('schoolClass', '班级', 40), quantity('节数', '节'),
      text('strengths', '优点'), text('advice', '建议'), number('score', '评分', '分', 100), choice('grade', '等级', grades),
    ],
    feeds: ['lessonReview'],
  },
  guidance: {
    name: '指导活动', letters: 'zdhd', group: 'listening', unit: '课时', parts: ['guide', 'mentee'], measure: 'lessonHours', evidence: '指导记录',
    fields: [
      title('指导内容'), day(), people('指导人与被指导人'), { ...choice('about', '指导什么', { activity: '教学、教研活动', project: '课题研究', paper: '论文、案例修改', plan: '制定规划', other: '其他' }), required: true },
      quantity('课时', '课时'), line('place', '地点'), text('summary', '指导要点'),
    ],
    feeds: [
      'guidanceLessons', 'advisorGuidance', { word: '活动指导', field: 'about', is: ['activity'] }, { metric: 'projectGuidance', field: 'about', is: ['project'] },
      { metric: 'planGuidance', field: 'about', is: ['plan'] },
    ],
  },
} as const satisfies Readonly<Record<string, OutcomeKindSpec>>
