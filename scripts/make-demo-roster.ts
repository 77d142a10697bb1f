/**
 * Makes `resources/demo/教师花名册.xlsx`, the staff roster of a made-up county school as schools lay theirs out, and
 * `roster-notes.json`, which lists the mistakes that were put into it on purpose.
 *
 * Nobody in it exists. The county does not exist. ID numbers begin with 3399, a prefecture code that GB/T 2260 gives to
 * nobody (prefectures have 01 to 70 and 90), with a right check character. Mobiles begin with 1540000: the range 154 was
 * not given to any operator when this was written.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import writeExcelFile from 'write-excel-file/node'
import type { Cell, Row } from 'write-excel-file/node'
import { makeDemoPeople } from './demo-people.ts'
import type { DemoPerson } from './demo-people.ts'
import { demoCounty, demoSchools, noteRows, rosterColumns, titleOfRoster } from './demo-layout.ts'
import type { RosterColumnPlan } from './demo-layout.ts'

const folder = join(import.meta.dirname, '..', 'resources', 'demo')
const firstDataRow = 5

const people = makeDemoPeople()
const rows = people.map((person, index) => rosterColumns.map((column) => bordered(column.cell(person, index + 1))))

function bordered(cell: Cell): Cell {
  const plain = typeof cell === 'object' && cell !== null && !(cell instanceof Date) && 'value' in cell ? cell : { value: cell ?? '' }
  return { align: 'center', alignVertical: 'center', borderStyle: 'thin', fontSize: 10, wrap: true, ...plain } as Cell
}

const width = rosterColumns.length
const spread = (text: string, style: object): Row => [{ value: text, columnSpan: width, ...style } as Cell, ...Array.from({ length: width - 1 }, () => null)]

const heading = (text: string, more: object = {}): Cell =>
  ({ value: text, align: 'center', alignVertical: 'center', borderStyle: 'thin', fontWeight: 'bold', fontSize: 10, wrap: true, ...more }) as Cell

function headerRows(columns: readonly RosterColumnPlan[]): readonly [Row, Row] {
  const upper: Row = []
  const lower: Row = []
  for (const [i, column] of columns.entries()) {
    if (column.group === undefined) {
      upper.push(heading(column.heading, { rowSpan: 2 }))
      lower.push(null)
      continue
    }
    const firstOfGroup = columns[i - 1]?.group !== column.group
    const span = columns.filter((other) => other.group === column.group).length
    upper.push(firstOfGroup ? heading(column.group, { columnSpan: span }) : null)
    lower.push(heading(column.heading))
  }
  return [upper, lower]
}

const sheet = [
  spread(titleOfRoster.title, { align: 'center', alignVertical: 'center', fontSize: 18, fontWeight: 'bold', height: 32 }),
  spread(titleOfRoster.subtitle, { align: 'left', alignVertical: 'center', fontSize: 11, height: 22 }),
  ...headerRows(rosterColumns),
  ...rows,
  ...noteRows.map((text) => spread(text, { align: 'left', wrap: true, fontSize: 10 })),
]

/** Where a mistake stands, as the user sees it. */
function problemsOf(person: DemoPerson, row: number) {
  return person.mistakes.map((mistake) => {
    const column = rosterColumns.findIndex((plan) => plan.field === mistake.field)
    return { row, column: column < 0 ? null : String.fromCharCode(65 + column), name: person.name, ...mistake }
  })
}

mkdirSync(folder, { recursive: true })
await writeExcelFile(sheet, {
  sheet: '教师花名册',
  orientation: 'landscape',
  columns: rosterColumns.map((column) => ({ width: column.width })),
}, { fontFamily: '宋体', fontSize: 10 }).toFile(join(folder, '教师花名册.xlsx'))

writeFileSync(join(folder, 'roster-notes.json'), `${JSON.stringify({
  county: demoCounty,
  schools: demoSchools,
  headerRows: [3, 4],
  firstDataRow,
  lastDataRow: firstDataRow + people.length - 1,
  rows: people.length,
  people: new Set(people.map((person) => person.name)).size,
  fromOtherSchools: people.filter((person) => person.school !== demoSchools.own).length,
  noteRows: noteRows.map((_, i) => firstDataRow + people.length + i),
  idNumberPrefix: '3399',
  mobilePrefix: '1540000',
  problems: people.flatMap((person, i) => problemsOf(person, firstDataRow + i)),
}, null, 2)}\n`)
console.log(`${people.length} 行，写入 ${folder}`)
