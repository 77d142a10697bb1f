import { z } from 'zod'
import { personFields } from './person-fields.ts'

/**
 * What reading a roster gives: the shape that goes from the worker to the service and on to the preview. Letters and row
 * numbers are the ones that the user sees in the file.
 */

const target = z.enum([...personFields, 'ignore'])

export const rosterColumnSchema = z.object({
  /** Counted from 0. */
  index: z.int(),
  letter: z.string(),
  /** As written, without blanks; lines of a header of several rows joined with ` / `. Empty where there is none. */
  heading: z.string(),
  /** Null: not recognised, the user decides. */
  target: target.nullable(),
  /** `chosen` just now, `remembered` from an earlier import, `certain`, `likely`, or a `guess` by the look of the cells. */
  confidence: z.enum(['chosen', 'remembered', 'certain', 'likely', 'guess']).nullable(),
  /** Chinese: why, where it is not plain. */
  reason: z.string().nullable(),
  hidden: z.boolean(),
  /** Up to three cells, ID numbers and phones masked. */
  samples: z.array(z.string()),
})
export type RosterColumn = z.infer<typeof rosterColumnSchema>

const text = z.string().nullable()

/** A person as read from a row, ready to be a `PersonDraft`: tidied, words of fixed lists in their standard form. */
export const rosterValuesSchema = z.object({
  name: z.string(),
  sex: z.enum(['male', 'female']).nullable(),
  bornOn: text,
  idNumber: text,
  phone: text,
  ethnicity: text,
  politicalStatus: text,
  education: text,
  degree: text,
  graduatedFrom: text,
  schoolName: text,
  post: text,
  subject: text,
  schoolStage: text,
  professionalTitle: text,
  titleGrantedOn: text,
  teachingSince: text,
  homeroomYears: z.number().nullable(),
  honours: text,
  email: text,
  staffNo: text,
  note: text,
})
export type RosterValues = z.infer<typeof rosterValuesSchema>

export const rosterProblemSchema = z.object({
  /** Null: of the row as a whole. */
  field: z.enum(personFields).nullable(),
  /** Letter of the column, null where the value has none of its own. */
  column: z.string().nullable(),
  heading: z.string().nullable(),
  /** `error`: the value was left out. `warning`: it was taken, somebody should look at it. */
  level: z.enum(['error', 'warning']),
  /** Chinese, without row and column; `rosterProblemSentence` adds them. */
  message: z.string(),
})
export type RosterProblem = z.infer<typeof rosterProblemSchema>

export const rosterRowSchema = z.object({
  /** As the user sees it in the file. */
  rowNumber: z.int(),
  values: rosterValuesSchema,
  /** Fields that the file leaves empty and the ID number fills. */
  derived: z.array(z.enum(personFields)),
  problems: z.array(rosterProblemSchema),
  /** False: no name, or the same ID number stands further up. It cannot be imported before the file is mended. */
  canImport: z.boolean(),
  /** The row further up that is the same person, by ID number, else by name and birth date. */
  sameAsRow: z.int().nullable(),
  /** The row is hidden or filtered out in the file. */
  hidden: z.boolean(),
})
export type RosterRow = z.infer<typeof rosterRowSchema>

export const rosterReadingSchema = z.object({
  fileName: z.string(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), hasRoster: z.boolean() })),
  sheetName: z.string(),
  /** First and last row of the header, as the user sees them. */
  headerRows: z.tuple([z.int(), z.int()]),
  columns: z.array(rosterColumnSchema),
  rows: z.array(rosterRowSchema),
  /** Rows that are no person: notes, totals, repeated headers. */
  leftOut: z.array(z.object({ rowNumber: z.int(), text: z.string(), reason: z.string() })),
  /** Chinese sentences about the file as a whole. */
  remarks: z.array(z.string()),
})
export type RosterReading = z.infer<typeof rosterReadingSchema>

/** `第 7 行 F 列（身份证号）：身份证号第 18 位应为 X，请核对` */
export function rosterProblemSentence(rowNumber: number, problem: Pick<RosterProblem, 'column' | 'heading' | 'message'>): string {
  const column = problem.column === null ? '' : ` ${problem.column} 列${problem.heading ? `（${problem.heading}）` : ''}`
  return `第 ${rowNumber} 行${column}：${problem.message}`
}
