import type { MemberApplicationData } from '../../../shared/domain/documents/form-data.ts'
import { awardRows } from '../../../shared/domain/documents/award-rows.ts'
import { type Gatherer, missingIn, missingInSchool, studioForForms } from './gathered-data.ts'
import { honoursSince, numbersOf, personForForms, photoOf, sexName, teachingYears } from './person-data.ts'

/** 名师工作室学员（成员）申请表 of a member, or of somebody who applies to be one. */
export const gatherMemberApplication: Gatherer = (ctx, { studioId, personId }) => {
  const today = ctx.clock.today()
  const { studio, words, people, hostName, roleName } = studioForForms(ctx, studioId, today)
  const person = personForForms(ctx, personId)
  const role = people.find((membership) => membership.personId === person.id)?.role
  const data: MemberApplicationData = {
    ...words, ...numbersOf(ctx, person),
    // The form is for those who are taken in; a host, an assistant or an advisor who fills it in does so as a member.
    roleName: roleName(role === 'trainee' || role === 'reserveMember' || role === 'coreMember' ? role : 'member'),
    name: person.name, sex: sexName(person.sex), bornOn: person.bornOn, ethnicity: person.ethnicity, politicalStatus: person.politicalStatus,
    education: person.education, professionalTitle: person.professionalTitle, subject: person.subject, teachingYears: teachingYears(person, today),
    employer: person.schoolName, photo: photoOf(ctx, person), studioName: studio.name, hostName,
    career: [], awards: awardRows(person.honours, honoursSince(today)), research: [], outlook: null,
  }
  return {
    data, studioId: studio.id, studioName: studio.name, subjectKind: 'person', subjectId: person.id, subjectName: person.name,
    missing: [
      ...missingIn(`${person.name}的记录`, `/people/${person.id}`, {
        性别: data.sex, 出生年月: data.bornOn, 民族: data.ethnicity, 政治面貌: data.politicalStatus, 学历: data.education, 职称: data.professionalTitle,
        任教学科: data.subject, 参加教育工作时间: data.teachingYears, 身份证号: data.idNumber, 手机: data.phone, 工作单位: data.employer, 照片: data.photo, 荣誉: person.honours,
      }),
      ...missingIn(studio.name, `/studios/${studio.id}`, { [words.hostTitle]: hostName }),
      ...missingInSchool(words),
    ],
  }
}
