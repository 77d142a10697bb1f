import type { Cell } from 'write-excel-file/node'
import type { DemoPerson } from './demo-people.ts'

/** How the made-up school lays its roster out: two title rows, a header of two rows, notes at the end. */

export const demoCounty = '云岫县'
export const demoSchools = {
  own: '云岫县初级中学',
  neighbours: ['云岫县石渡镇初级中学', '云岫县枫岭乡中心学校', '云岫县实验学校'],
} as const

export const titleOfRoster = {
  title: '云岫县初级中学教师花名册',
  subtitle: '（2026—2027学年第一学期）　　填报单位（盖章）：云岫县初级中学　　　　填表日期：2026年9月1日',
} as const

export const noteRows = [
  '注：1.“工作单位”为人事关系所在学校，交流、支教教师按原单位填写；2. 身份证号列请设为文本格式；3. 出生年月以档案为准。',
  '制表人：　　　　　　　　审核人：　　　　　　　　校长（签字）：　　　　　　　　共 4 页',
] as const

export interface RosterColumnPlan {
  readonly heading: string
  /** Stands merged over all columns of the group. */
  readonly group?: string
  readonly width: number
  /** The field of a person, for the notes. */
  readonly field: string
  cell(person: DemoPerson, serial: number): Cell
}

const text = (value: string | undefined): Cell => (value === undefined || value === '' ? null : { value, type: String, format: '@' })

export const rosterColumns: readonly RosterColumnPlan[] = [
  { heading: '序号', width: 5, field: 'serial', cell: (_, serial) => ({ value: serial, type: Number }) },
  { heading: '姓　名', width: 11, field: 'name', cell: (person) => text(person.nameAsWritten) },
  { heading: '性别', width: 5, field: 'sex', cell: (person) => text(person.sex) },
  { heading: '民族', width: 7, field: 'ethnicity', cell: (person) => text(person.ethnicity) },
  { heading: '出生\n年月', width: 12, field: 'bornOn', cell: (person) => person.bornCell },
  { heading: '身份证号码', width: 21, field: 'idNumber', cell: (person) => person.idCell },
  { heading: '政治面貌', width: 10, field: 'politicalStatus', cell: (person) => text(person.politicalStatus) },
  { heading: '学历', group: '学历情况', width: 9, field: 'education', cell: (person) => text(person.education) },
  { heading: '学位', group: '学历情况', width: 10, field: 'degree', cell: (person) => text(person.degree) },
  { heading: '毕业院校', group: '学历情况', width: 16, field: 'graduatedFrom', cell: (person) => text(person.graduatedFrom) },
  { heading: '名称', group: '职称', width: 14, field: 'professionalTitle', cell: (person) => text(person.title) },
  { heading: '取得时间', group: '职称', width: 11, field: 'titleGrantedOn', cell: (person) => person.titleCell },
  { heading: '任教学科', width: 10, field: 'subject', cell: (person) => text(person.subject) },
  { heading: '学段', width: 6, field: 'schoolStage', cell: (person) => text(person.stage) },
  { heading: '职务', width: 12, field: 'post', cell: (person) => text(person.post) },
  { heading: '从教时间', width: 12, field: 'teachingSince', cell: (person) => person.teachingCell },
  { heading: '班主任年限（年）', width: 9, field: 'homeroomYears', cell: (person) => (person.homeroomYears === 0 ? null : { value: person.homeroomYears, type: Number }) },
  { heading: '联系电话', width: 14, field: 'phone', cell: (person) => person.phoneCell },
  { heading: '工作单位', width: 22, field: 'schoolName', cell: (person) => text(person.school) },
  { heading: '荣誉称号', width: 20, field: 'honours', cell: (person) => text(person.honours) },
  { heading: '备注', width: 14, field: 'note', cell: (person) => text(person.note) },
]
