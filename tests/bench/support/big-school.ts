import { eq, max } from 'drizzle-orm'
import { type OpenDatabase, openDatabase } from '../../../db/open-database.ts'
import { activityTable, attendanceTable } from '../../../db/schema/activities.ts'
import { fundTable, ledgerEntryTable } from '../../../db/schema/ledger.ts'
import { outcomePersonTable, outcomeTable } from '../../../db/schema/outcomes.ts'
import { personTable } from '../../../db/schema/people.ts'
import { membershipTable, studioCycleTable, studioTable } from '../../../db/schema/studios.ts'
import { type WriteTx, writeTx } from '../../../db/write-tx.ts'
import { dataFolderLayout } from '../../../electron/boot/data-folder-layout.ts'
import { personalDataOf } from '../../../electron/services/accounts/personal-data.ts'
import { appendAuditTx } from '../../../electron/services/audit/audit-trail.ts'
import { columnsOf } from '../../../electron/services/people/person-columns.ts'
import { activityKinds } from '../../../shared/domain/activities/activity-words.ts'
import { outcomeSearchText } from '../../../shared/domain/outcomes/outcome-search.ts'
import { personDraftSchema } from '../../../shared/domain/people/person-draft.ts'
import type { TestProgram } from '../../fixtures/program.ts'
import { madeUpIdNumber, madeUpName } from './made-up.ts'

type Test = Pick<TestProgram, 'folder' | 'admin'>

const at = '2026-08-20T01:00:00.000Z'
export const termKey = '2026-1'
const titles = ['正高级教师', '高级教师', '一级教师', '二级教师', '三级教师', null]
const subjects = ['语文', '数学', '英语', '物理', '化学', '生物', '历史', '地理', '道德与法治', '体育']

/** The database of the program's folder, beside the program. */
export async function besideProgram<T>(test: Pick<Test, 'folder'>, use: (opened: OpenDatabase) => Promise<T>): Promise<T> {
  const opened = openDatabase(dataFolderLayout(test.folder).database)
  try {
    return await use(opened)
  } finally {
    opened.close()
  }
}

function seed(test: Pick<Test, 'folder'>, fill: (tx: WriteTx) => void): void {
  const opened = openDatabase(dataFolderLayout(test.folder).database)
  try {
    writeTx(opened.db, fill)
  } finally {
    opened.close()
  }
}

export const personId = (i: number): string => `person-${i}`

/** Made-up people number `from` to `to` (not included) with everything that a roster says of them, both numbers enciphered. */
export function addCrowd(test: Test, from: number, to: number): void {
  const personalData = personalDataOf(test.admin.session)
  seed(test, (tx) => {
    for (let i = from; i < to; i++) {
      const idNumber = madeUpIdNumber(i)
      const draft = personDraftSchema.parse({
        name: madeUpName(i), sex: i % 3 === 0 ? 'male' : 'female', bornOn: `${1966 + (i % 35)}-0${1 + (i % 9)}`, idNumber, phone: String(15_400_000_000 + i),
        ethnicity: '汉族', politicalStatus: '群众', education: '本科', degree: '学士', graduatedFrom: '师范学院', schoolName: `云溪县第${i % 60}学校`,
        subject: subjects[i % subjects.length], schoolStage: i % 2 === 0 ? '小学' : '初中', professionalTitle: titles[i % titles.length], teachingSince: String(1988 + (i % 35)),
      })
      tx.insert(personTable).values({ id: personId(i), ...columnsOf(personalData, personId(i), draft, null), createdAt: at, updatedAt: at }).run()
    }
  })
}

export const studioId = (i: number): string => `studio-${i}`
export const fundId = (i: number): string => `fund-${i}`

/** Studios with a host and members, among the people who are there: studio i has those from `i * size` on. */
export function addStudios(test: Test, count: number, size: number): void {
  seed(test, (tx) => {
    for (let i = 0; i < count; i++) {
      tx.insert(studioTable).values({
        id: studioId(i), kind: 'teacher', name: `${madeUpName(i * size)}名师工作室${i}`, subject: subjects[i % subjects.length], schoolStage: '初中', level: 'county',
        hostSchool: `云溪县第${(i * size) % 60}学校`, schemeCode: '004-04', schemeVersion: '1', createdAt: at, updatedAt: at,
      }).run()
      tx.insert(studioCycleTable).values({ id: `cycle-${i}`, studioId: studioId(i), ordinal: 1, startsOn: '2026-08-31', endsOn: '2029-08-30', createdAt: at, updatedAt: at }).run()
      tx.insert(fundTable).values({ id: fundId(i), studioId: studioId(i), name: '专项经费', createdAt: at }).run()
      for (let m = 0; m < size; m++) {
        tx.insert(membershipTable).values({
          id: `membership-${i}-${m}`, studioId: studioId(i), personId: personId(i * size + m), role: m === 0 ? 'host' : 'member', fromOn: '2026-08-31', createdAt: at,
        }).run()
      }
    }
  })
}

/** So many more entries of a fund: its first allotment covers them all; then expenses with invoices, each twentieth undone. */
export function addEntries(test: Test, fund: number, count: number): void {
  seed(test, (tx) => {
    const first = tx.select({ last: max(ledgerEntryTable.entryNo) }).from(ledgerEntryTable).where(eq(ledgerEntryTable.fundId, fundId(fund))).get()?.last ?? 0
    for (let i = 0; i < count; i++) {
      const no = first + i + 1
      const opens = no === 1
      const undoes = i > 1 && i % 20 === 0
      tx.insert(ledgerEntryTable).values({
        id: `entry-${fund}-${no}`, fundId: fundId(fund), entryNo: no, kind: opens ? 'allotment' : undoes ? 'reversal' : 'expense', happenedOn: '2026-09-03', termKey,
        fiscalYear: 2026, amountFen: opens ? 900_000_000 : undoes ? spent(no - 1) : -spent(no), summary: opens ? '活动经费' : '购教研用书',
        category: opens ? null : '图书资料', payee: '新华书店', invoiceNo: opens || undoes ? null : `${1000 + fund}${String(no).padStart(8, '0')}`,
        handledBy: '江一帆', approvedBy: '陶秋蓝', reversesEntryId: undoes ? `entry-${fund}-${no - 1}` : null, postedAt: at, postedByAccountId: 'nobody',
      }).run()
    }
  })
}

const spent = (i: number) => 10_000 + (i % 977)

/** Rows of the history, sealed like all others; `text` is what each says of a change. */
export function addHistory(test: Test, rows: number, text = '出勤十人，研讨新课标下的作业设计。'): void {
  seed(test, (tx) => {
    for (let i = 0; i < rows; i++) {
      appendAuditTx(tx, {
        at, accountId: null, actorName: '周管理', action: 'activities.save', summary: '修改活动「集体备课」（2026-09-03）',
        changes: [{ kind: 'activity', id: `activity-${i % 3000}`, before: { agenda: `${text}${i}` }, after: { agenda: `${text}${i + 1}` } }],
      })
    }
  })
}

/** Activities spread over the studios and the term, each with the marks of the first members of its studio. */
export function addActivities(test: Test, count: number, marks: number, studios: number, size: number): void {
  seed(test, (tx) => {
    for (let i = 0, left = marks; i < count; i++) {
      const studio = i % studios
      const heldOn = new Date(Date.UTC(2026, 8, 1 + (i % 120))).toISOString().slice(0, 10)
      tx.insert(activityTable).values({
        id: `activity-${i}`, studioId: studioId(studio), termKey, kind: activityKinds[i % activityKinds.length] ?? 'regularMeeting', title: `集体备课${i}`, heldOn, startTime: '14:00', endTime: '16:00',
        place: '会议室', chairPersonId: personId(studio * size), agenda: '研讨新课标下的作业设计。', createdAt: at, updatedAt: at,
      }).run()
      const here = Math.min(size, Math.ceil(left / (count - i)))
      left -= here
      for (let m = 0; m < here; m++) {
        tx.insert(attendanceTable).values({ activityId: `activity-${i}`, personId: personId(studio * size + m), mark: m % 9 === 8 ? 'excused' : 'present' }).run()
      }
    }
  })
}

const outcomeKinds = ['openLesson', 'lecture', 'paper', 'reflection'] as const

/** Outcomes spread over the studios, their people and three school years, half of them confirmed. */
export function addOutcomes(test: Test, count: number, studios: number, size: number): void {
  seed(test, (tx) => {
    for (let i = 0; i < count; i++) {
      const studio = i % studios
      const kind = outcomeKinds[i % outcomeKinds.length] ?? 'paper'
      const title = `作业设计的实践${i}`
      const details = kind === 'paper' ? { result: 'published', journal: '云溪教育研究', cn: `CN 12-${i}/G4`, issue: `${1 + (i % 12)}` } : {}
      tx.insert(outcomeTable).values({
        id: `outcome-${i}`, kind, title, search: outcomeSearchText({ title, details }), onDay: new Date(Date.UTC(2026, 8, 1 + ((i * 37) % 1080))).toISOString().slice(0, 10),
        studioId: studioId(studio), characters: 1500 + (i % 900), quantity: 1, details: JSON.stringify(details), state: i % 2 === 0 ? 'confirmed' : 'submitted', enteredByAccountId: test.admin.session.actor?.accountId ?? '',
        createdAt: at, updatedAt: at,
      }).run()
      tx.insert(outcomePersonTable).values({ outcomeId: `outcome-${i}`, personId: personId(studio * size + (Math.floor(i / studios) % size)), part: 'author', place: 1, ordinal: 1 }).run()
    }
  })
}
