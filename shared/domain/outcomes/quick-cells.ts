import { checkOutcome, tidyOutcome } from './check-outcome.ts'
import type { OutcomeKind } from './outcome-kinds.ts'
import { factsOfRow, isBlankRow, type QuickColumn, type QuickRow } from './quick-rows.ts'

export interface QuickPerson {
  readonly id: string
  readonly name: string
  readonly schoolName: string | null
}

/** Who is meant by what stands in a cell, or why nobody is. */
export type PersonInCell = { readonly person: QuickPerson } | { readonly wrong: string }

/** Two of one name are told apart by their school: 江一帆（第三初级中学）. */
export function personInCell(text: string, candidates: readonly QuickPerson[]): PersonInCell {
  const [, name = '', school = ''] = /^([^（(]*)(?:[（(](.*)[）)])?$/.exec(text.replace(/\s/g, '')) ?? []
  const named = [...new Map(candidates.filter((each) => each.name.replace(/\s/g, '') === name && (each.schoolName ?? '').includes(school)).map((each) => [each.id, each])).values()]
  const [only, second] = named
  if (only === undefined) return { wrong: `人员名单里没有「${text}」` }
  if (second === undefined) return { person: only }
  return { wrong: `有 ${named.length} 位「${name}」，请写成 ${name}（学校）：${named.map(({ schoolName }) => schoolName ?? '没有填学校').join('、')}` }
}

export interface CellFault {
  readonly row: number
  /** Key of the column. */
  readonly column: string
  readonly message: string
}

/** What is wrong with the rows, cell by cell; a blank row is no row. Of what is still empty nothing is said unless `all` is asked for. */
export function quickFaults(kind: OutcomeKind, rows: readonly QuickRow[], columns: readonly QuickColumn[], about: {
  readonly studioId: string | null
  readonly levels: readonly { readonly key: string; readonly name: string }[]
  readonly wrongPerson: (text: string) => string | null
}, all: boolean): readonly CellFault[] {
  return rows.flatMap((row, at): CellFault[] => {
    if (isBlankRow(row)) return []
    const cell = (key: string) => (row.cells[key] ?? '').trim()
    const wrongPerson = cell('people') === '' ? null : about.wrongPerson(cell('people'))
    const faults = new Map<string, string>()
    if (wrongPerson !== null) faults.set('people', wrongPerson)
    const facts = tidyOutcome(factsOfRow(kind, row, about.studioId, about.levels))
    if (facts.levelKey !== null && !about.levels.some(({ key }) => key === facts.levelKey)) faults.set('level', `没有「${cell('level')}」这个级别，可以写：${about.levels.map(({ name }) => name).join('、')}`)
    for (const { field, message } of checkOutcome(facts)) {
      const column = field === 'levelKey' ? 'level' : field
      // A name that is being looked up is not missing.
      const isMeant = column === 'people' && cell('people') !== ''
      const reason = column === 'onDay' && cell('onDay') !== '' ? `「${cell('onDay')}」不是日期，请写成 2026.9.3 这样` : message
      if (!faults.has(column) && !isMeant) faults.set(column, reason)
    }
    const known = new Set(columns.map(({ key }) => key))
    return [...faults].filter(([column]) => all || cell(column) !== '').map(([column, message]) => ({ row: at, column: known.has(column) ? column : (columns[0]?.key ?? column), message }))
  })
}
