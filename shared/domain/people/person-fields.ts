/** The fields of a person that users fill in, in the order of forms and lists. */
export const personFields = [
  'name', 'sex', 'bornOn', 'idNumber', 'phone', 'ethnicity', 'politicalStatus', 'education', 'degree', 'graduatedFrom',
  'schoolName', 'post', 'subject', 'schoolStage', 'professionalTitle', 'titleGrantedOn', 'teachingSince', 'homeroomYears',
  'honours', 'email', 'staffNo', 'note',
] as const
export type PersonField = (typeof personFields)[number]

export const personFieldNames: Readonly<Record<PersonField, string>> = {
  name: '姓名',
  sex: '性别',
  bornOn: '出生日期',
  idNumber: '身份证号',
  phone: '联系电话',
  ethnicity: '民族',
  politicalStatus: '政治面貌',
  education: '学历',
  degree: '学位',
  graduatedFrom: '毕业院校',
  schoolName: '工作单位',
  post: '职务',
  subject: '任教学科',
  schoolStage: '任教学段',
  professionalTitle: '职称',
  titleGrantedOn: '职称取得时间',
  teachingSince: '任教时间',
  homeroomYears: '班主任年限',
  honours: '荣誉',
  email: '电子邮箱',
  staffNo: '工号',
  note: '备注',
}

/** `error`: the value cannot be taken. `warning`: it can, but somebody should look at it. */
export type ProblemLevel = 'error' | 'warning'

export interface FieldProblem {
  readonly field: PersonField
  readonly level: ProblemLevel
  /** Chinese: what is wrong and what to do. */
  readonly message: string
}

/** Longest text of a field, in characters as people count them (a 𠮷 is one). */
export const longestText = { name: 40, line: 100, note: 2000 } as const
