import { z } from 'zod'
import { isPartialDay } from '../dates/partial-day.ts'
import { readIdNumber } from './id-number.ts'
import { longestText } from './person-fields.ts'
import { readPhone } from './phone.ts'
import { tidied, tidyName } from './typed-text.ts'

const characters = (text: string) => [...text].length

function line(label: string, most: number = longestText.line) {
  return z.string().transform((text) => tidied(text) || null)
    .refine((text) => text === null || characters(text) <= most, `${label}最多 ${most} 个字，请缩短`)
    .nullable().default(null)
}

function paragraph(label: string) {
  return z.string().transform((text) => text.replace(/\r\n?/g, '\n').split('\n').map((part) => part.trimEnd()).join('\n').trim() || null)
    .refine((text) => text === null || characters(text) <= longestText.note, `${label}最多 ${longestText.note} 个字，请缩短`)
    .nullable().default(null)
}

function partialDay(label: string) {
  return z.string().transform((text) => text.trim() || null)
    .refine((text) => text === null || isPartialDay(text), `${label}请写成 1988、1988-06 或 1988-06-15，并且是日历上有的日子`)
    .nullable().default(null)
}

/**
 * What may be typed about a person; texts come out tidied, empty ones as null. `idNumber` and `phone` left out mean: as
 * they are (the form shows them masked); null removes them. Rules between fields: `personDraftProblems` in `person-checks.ts`.
 */
export const personDraftSchema = z.object({
  name: z.string().transform(tidyName)
    .refine((name) => name !== '', '请填写姓名')
    .refine((name) => characters(name) <= longestText.name, `姓名最多 ${longestText.name} 个字，请核对`)
    .refine((name) => name === '' || /\p{L}/u.test(name), '姓名里没有一个字，请核对'),
  sex: z.enum(['male', 'female'], '性别请选“男”或“女”').nullable().default(null),
  bornOn: partialDay('出生日期'),
  idNumber: z.string().transform((typed, context) => {
    if (typed.trim() === '') return null
    const reading = readIdNumber(typed)
    if (reading.ok) return reading.value.value
    context.issues.push({ code: 'custom', message: reading.message, input: typed })
    return z.NEVER
  }).nullable().optional(),
  phone: z.string().transform((typed, context) => {
    if (typed.trim() === '') return null
    const reading = readPhone(typed)
    if (reading.ok) return reading.value
    context.issues.push({ code: 'custom', message: reading.message, input: typed })
    return z.NEVER
  }).nullable().optional(),
  ethnicity: line('民族'),
  politicalStatus: line('政治面貌'),
  education: line('学历'),
  degree: line('学位'),
  graduatedFrom: line('毕业院校'),
  schoolName: line('工作单位'),
  post: line('职务'),
  subject: line('任教学科'),
  schoolStage: line('任教学段'),
  professionalTitle: line('职称'),
  titleGrantedOn: partialDay('职称取得时间'),
  teachingSince: partialDay('任教时间'),
  homeroomYears: z.number('班主任年限请填数字').min(0, '班主任年限不能是负数').max(60, '班主任年限超过 60 年，请核对').nullable().default(null),
  honours: paragraph('荣誉'),
  email: line('电子邮箱').refine((text) => text === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), '电子邮箱应像 name@example.cn，请核对'),
  staffNo: line('工号', 40),
  note: paragraph('备注'),
})

/** Facts that criteria of schemes look at: each can be filled in by itself where it is found to be missing. */
export const fillableFields = ['bornOn', 'teachingSince', 'homeroomYears', 'schoolStage', 'professionalTitle', 'education', 'post', 'subject', 'honours'] as const
export type FillableField = (typeof fillableFields)[number]

/** A person as it is saved. */
export type PersonDraft = z.output<typeof personDraftSchema>
/** A person as a form sends it. */
export type PersonDraftInput = z.input<typeof personDraftSchema>
