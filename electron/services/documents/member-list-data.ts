import type { NoticeFacts } from '../../../shared/contract/documents.ts'
import type { MemberListData } from '../../../shared/domain/documents/form-data.ts'
import { publicNoticeEndsOn } from '../../../shared/domain/terms/working-days.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { personById } from '../people/people-service.ts'
import { listHolidays } from '../school/calendar-service.ts'
import { theSchool } from '../school/school-service.ts'
import { type Gatherer, missingIn, missingInSchool, studioForForms } from './gathered-data.ts'
import { keptNotice } from './notice-facts.ts'
import { sexName } from './person-data.ts'

/** 工作室成员名单（公示稿）. Takes no number of anybody: what is not in the view model cannot be printed. */
export const gatherMemberList: Gatherer = (ctx, { studioId, notice }) => {
  const facts: NoticeFacts = notice ?? keptNotice(ctx)
  const { studio, words, people, roleName } = studioForForms(ctx, studioId, facts.startsOn ?? ctx.clock.today())
  const members = people.map(({ personId, personName, schoolName, subject, professionalTitle, role }) => ({
    name: personName, sex: sexName(personById(ctx.db, personId).sex), employer: schoolName, subject, professionalTitle, roleName: roleName(role),
  }))
  const data: MemberListData = {
    ...words, studioName: studio.name, basis: facts.basis === null || facts.basis === '' ? null : bookTitle(facts.basis), members, memberCount: members.length === 0 ? null : members.length,
    noticeFromOn: facts.startsOn, noticeToOn: lastDay(ctx, facts), workingDays: facts.workingDays,
    receivingOffice: facts.office, receivingPhone: facts.phone, receivingAddress: facts.address,
    issuerName: theSchool(ctx.db).name, issuedOn: facts.startsOn,
  }
  const lacking = people.map((person, at) => ({ person, row: members[at] })).flatMap(({ person, row }) => missingIn(`${person.personName}的记录`, `/people/${person.personId}`, {
    性别: row?.sex, 工作单位: row?.employer, 任教学科: row?.subject, 职称: row?.professionalTitle,
  }))
  return {
    data, studioId: studio.id, studioName: studio.name, subjectKind: 'studio', subjectId: studio.id, subjectName: '',
    missing: [
      ...(members.length === 0 ? [{ labels: ['成员'], where: studio.name, path: `/studios/${studio.id}` }] : []),
      ...lacking,
      ...missingIn('公示信息', null, { 公示依据: facts.basis, 受理部门: facts.office, 受理电话: facts.phone, 受理地址: facts.address }),
      ...missingInSchool(words),
    ],
  }
}

/** 公示 counts the day on which it is put up when that is a working day; days off come from the school's calendar. */
function lastDay(ctx: ReadContext, { startsOn, workingDays }: NoticeFacts): string | null {
  if (startsOn === null || workingDays === null) return null
  return publicNoticeEndsOn(startsOn, { days: workingDays, dayKind: 'working', countsFirstDay: true }, listHolidays(ctx.db))
}

const bookTitle = (title: string): string => (title.startsWith('《') ? title : `《${title}》`)
