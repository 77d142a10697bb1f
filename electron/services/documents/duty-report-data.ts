import type { DutyReportData } from '../../../shared/domain/documents/form-data.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { AppError } from '../../../shared/errors.ts'
import { dutyReportOf } from '../duties/duties-service.ts'
import { listTerms } from '../school/calendar-service.ts'
import { type Gatherer, missingIn, studioForForms } from './gathered-data.ts'

/** 职责完成情况表: what the scheme asked of the studio and its people in the term, and how much of it is done by which records. */
export const gatherDutyReport: Gatherer = (ctx, { studioId, termKey }) => {
  const term = listTerms(ctx.db).find(({ key }) => key === termKey)
  if (term === undefined) throw new AppError('terms.none', 'notFound', '没有这个学期，请在上方另选一个学期')
  const today = ctx.clock.today()
  const { studio, words, hostName } = studioForForms(ctx, studioId, today < term.endsOn ? today : term.endsOn)
  const { scheme, cycle, people, rows, asked, done, open, overdue } = dutyReportOf(ctx, studio.id, termKey)
  const data: DutyReportData = {
    ...words, studioName: studio.name, hostName, termName: termName(termKey), schemeTitle: scheme.title, cycleStartsOn: cycle.startsOn, cycleEndsOn: cycle.endsOn, people,
    rows, asked, done, open, overdue, preparedOn: today,
  }
  return {
    data, studioId: studio.id, studioName: studio.name, subjectKind: 'studio', subjectId: studio.id, subjectName: '',
    missing: [
      ...missingIn(studio.name, `/studios/${studio.id}`, { [words.hostTitle]: hostName }),
      ...(rows.length === 0 ? [{ labels: ['本学期要求的职责'], where: '职责', path: `/duties?view=matrix&studio=${studio.id}` }] : []),
    ],
  }
}
