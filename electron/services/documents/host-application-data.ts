import type { HostApplicationData } from '../../../shared/domain/documents/form-data.ts'
import { awardRows } from '../../../shared/domain/documents/award-rows.ts'
import { type Gatherer, missingIn, missingInSchool, studioForForms } from './gathered-data.ts'
import { honoursSince, numbersOf, personForForms, teachingYears } from './person-data.ts'

/** 名师工作室主持人申请表 of somebody who hosts the studio or applies to. */
export const gatherHostApplication: Gatherer = (ctx, { studioId, personId }) => {
  const today = ctx.clock.today()
  const { studio, words } = studioForForms(ctx, studioId, today)
  const person = personForForms(ctx, personId)
  const homeroom = studio.kind === 'homeroom'
  const sinceYear = honoursSince(today)
  const data: HostApplicationData = {
    ...words, cover: null, filledOn: today, name: person.name, employer: person.schoolName, post: person.post, bornOn: person.bornOn,
    education: person.education, professionalTitle: person.professionalTitle,
    yearsLabel: homeroom ? '班主任龄' : '教　　龄', years: homeroom ? person.homeroomYears : teachingYears(person, today),
    phone: numbersOf(ctx, person).phone, subject: person.subject, sinceYear,
    awards: awardRows(person.honours, sinceYear), research: [], plan: null, approvingBody: '',
  }
  return {
    data, studioId: studio.id, studioName: studio.name, subjectKind: 'person', subjectId: person.id, subjectName: person.name,
    missing: [
      ...missingIn(`${person.name}的记录`, `/people/${person.id}`, {
        工作单位: data.employer, 职务: data.post, 出生年月: data.bornOn, 学历: data.education, 职称: data.professionalTitle,
        [homeroom ? '班主任年限' : '参加教育工作时间']: data.years, 手机: data.phone, 任教学科: data.subject, 荣誉: person.honours,
      }),
      ...missingInSchool(words),
    ],
  }
}
