import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { personDraftProblems } from '../../../../shared/domain/people/person-checks.ts'
import { personDraftSchema } from '../../../../shared/domain/people/person-draft.ts'
import { rosterReadingSchema } from '../../../../shared/domain/people/roster-reading.ts'
import { readRoster } from './read-roster.ts'

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'resources', 'demo')
const notes = JSON.parse(readFileSync(join(folder, 'roster-notes.json'), 'utf8')) as {
  headerRows: [number, number]
  firstDataRow: number
  lastDataRow: number
  rows: number
  people: number
  fromOtherSchools: number
  noteRows: number[]
  schools: { own: string }
  problems: { row: number; column: string | null; field: string; level: string; says: string }[]
}
const today = '2026-11-22'
const reading = readRoster(readFileSync(join(folder, '教师花名册.xlsx')), '教师花名册.xlsx', { today })

describe('the roster of the made-up school', () => {
  it('is found under its two title rows and its header of two rows, and ends before the notes', () => {
    expect(reading.headerRows).toEqual(notes.headerRows)
    expect(reading.rows.map((row) => row.rowNumber)).toEqual(Array.from({ length: notes.rows }, (_, i) => notes.firstDataRow + i))
    expect(reading.leftOut.map((row) => row.rowNumber)).toEqual(notes.noteRows)
    expect(new Set(reading.rows.map((row) => row.values.name)).size).toBe(notes.people)
    expect([notes.people, notes.rows]).toEqual([86, 87])
  })

  it('has every column recognised for certain', () => {
    expect(reading.columns).toHaveLength(21)
    expect(reading.columns.map((column) => column.confidence)).toEqual(reading.columns.map(() => 'certain'))
    expect(reading.columns.filter((column) => column.target === 'ignore').map((column) => column.letter)).toEqual(['A'])
  })

  it('has exactly the mistakes that were put into it', () => {
    const errors = reading.rows.flatMap((row) => row.problems.filter((p) => p.level === 'error').map((p) => `${row.rowNumber} ${p.column ?? ''}`))
    expect(errors).toEqual(notes.problems.filter((p) => p.level === 'error').map((p) => `${p.row} ${p.column ?? ''}`))
    for (const note of notes.problems) {
      const row = reading.rows.find((one) => one.rowNumber === note.row)
      expect(row?.problems).toContainEqual(expect.objectContaining({ column: note.column, level: note.level, message: expect.stringContaining(note.says) }))
    }
    expect(notes.problems.length).toBeGreaterThanOrEqual(7)
  })

  it('reads every date form and both phone forms', () => {
    const readable = reading.rows.filter((row) => !row.problems.some((p) => p.level === 'error'))
    expect(readable).toHaveLength(notes.rows - 5)
    for (const { values } of readable) {
      expect(values.bornOn).toMatch(/^(19|20)\d\d-\d\d(-\d\d)?$/)
      expect(values.idNumber?.slice(6).replace(/^(....)(..)(..).*/, '$1-$2-$3')).toContain(values.bornOn)
      expect(values.phone).toMatch(/^1540000\d{4}$/)
      expect(values.teachingSince).toMatch(/^(19|20)\d\d-\d\d/)
    }
    expect(new Set(reading.rows.map((row) => row.values.bornOn?.length))).toEqual(new Set([7, 10, undefined]))
  })

  it('holds people of neighbouring schools, so that the limit on the own school shows', () => {
    expect(reading.rows.filter((row) => row.values.schoolName !== notes.schools.own)).toHaveLength(notes.fromOtherSchools)
    expect(notes.fromOtherSchools).toBe(12)
  })

  it('gives people that can be saved as they are', () => {
    for (const row of reading.rows) {
      const { idNumber, phone, ...rest } = row.values
      expect(personDraftSchema.parse(row.values)).toEqual({ ...rest, idNumber, phone })
      expect(personDraftProblems(row.values, today).filter((p) => p.level === 'error')).toEqual([])
    }
    expect(rosterReadingSchema.parse(reading)).toEqual(reading)
  })
})
