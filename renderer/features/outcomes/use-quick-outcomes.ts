import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { type CellSheet, newCells, settleCells } from '../../../shared/domain/sheets/cell-sheet.ts'
import { quickFaults } from '../../../shared/domain/outcomes/quick-cells.ts'
import { factsOfRow, isBlankRow, quickColumns, type QuickRow } from '../../../shared/domain/outcomes/quick-rows.ts'
import type { OutcomeKind } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { ProblemError, useWrite } from '../../api/client.ts'
import { type KeptDraft, useFormDraft } from '../../ui/form-draft.tsx'
import { useDone } from '../../ui/use-done.ts'
import type { Choices } from './outcome-form-state.ts'
import { type Found, useQuickPeople } from './use-quick-people.ts'

const rowsAtFirst = 10
/** The answer of a save, for taking it back. */
export type SavedRows = OutputOf<'outcomes.saveMany'>['saved']

/** The rows as they were typed; they outlive a lock. */
export type QuickDraft = KeptDraft<readonly (readonly string[])[]>
export const quickDraftKey = (kind: OutcomeKind): string => `outcome/quick-${kind}`

/** The grid of a quick entry: what stands in it, what is wrong with it, how all of it is saved or none. */
export function useQuickOutcomes(kind: OutcomeKind, studioId: string | null, choices: Choices, draft: QuickDraft | null) {
  const columns = quickColumns(kind)
  const fits = draft !== null && draft.form.every((cells) => cells.length === columns.length)
  const [sheet, setSheet] = useState(() => fits ? newCells(draft.form) : blank(columns.length))
  const [restored, setRestored] = useState(fits)
  const [all, setAll] = useState(false)
  const [duplicate, setDuplicate] = useState(false)
  const { failed } = useDone()
  const save = useWrite('outcomes.saveMany')
  const { inCell, lookUp } = useQuickPeople(studioId, choices.me)
  const levels = choices.studios.find(({ id }) => id === studioId)?.levels ?? choices.levels
  const peopleAt = columns.findIndex(({ key }) => key === 'people')

  const rowsOf = (of: CellSheet, known?: Found): QuickRow[] => of.rows.map((cells) => {
    const name = (cells[peopleAt] ?? '').trim()
    const isEmpty = cells.every((text) => text.trim() === '')
    const match = name === '' ? null : inCell(name, known)
    return {
      cells: Object.fromEntries(columns.map(({ key }, at) => [key, cells[at] ?? ''])),
      // Whoever records her own need not write her name.
      personId: match && 'person' in match ? match.person.id : name === '' && !isEmpty ? (choices.me?.personId ?? null) : null,
    }
  })
  const wrongIn = (known?: Found) => (text: string) => {
    const match = inCell(text, known)
    return match && 'wrong' in match ? match.wrong : null
  }
  const namesIn = (of: CellSheet) => of.rows.map((cells) => (cells[peopleAt] ?? '').trim())
  const rows = rowsOf(sheet)
  const faults = quickFaults(kind, rows, columns, { studioId, levels, wrongPerson: wrongIn() }, all)
  const filled = rows.filter((row) => !isBlankRow(row)).length

  const typed = settleCells(sheet, columns.map(({ label }) => ({ title: label }))).sheet.rows
  const { forget } = useFormDraft(quickDraftKey(kind), typed.every((cells) => cells.every((text) => text.trim() === '')) ? null : { revision: null, form: typed })
  /** Gives up what was typed. */
  const discard = () => {
    forget()
    setRestored(false)
    setSheet(blank(columns.length))
  }

  const change = (next: CellSheet) => {
    setDuplicate(false)
    save.reset()
    const last = next.rows.at(-1)
    // There is always an empty row to go on in; it is no step of its own.
    setSheet(last === undefined || last.some((text) => text !== '') ? { ...next, rows: [...next.rows, columns.map(() => '')] } : next)
    lookUp(namesIn(next)).catch(failed)
  }
  /** @returns what was saved; null where something is wrong and told at its cell */
  const saveAll = async (confirms: boolean): Promise<SavedRows | null> => {
    setAll(true)
    // Rows are told by their number, so that no empty one may stand between them; the cell that is being typed in counts too.
    const settled = settleCells(sheet, columns.map(({ label }) => ({ title: label }))).sheet
    const compact = { ...settled, rows: [...settled.rows.filter((cells) => cells.some((text) => text.trim() !== '')), ...blank(columns.length).rows.slice(0, 1)] }
    setSheet(compact)
    const known = await lookUp(namesIn(compact))
    const ready = rowsOf(compact, known).filter((row) => !isBlankRow(row))
    if (ready.length === 0 || quickFaults(kind, ready, columns, { studioId, levels, wrongPerson: wrongIn(known) }, true).length > 0) return null
    try {
      const { saved } = await save.mutateAsync({ rows: ready.map((row) => asInput(factsOfRow(kind, row, studioId, levels))), as: confirms ? 'confirmed' : 'submitted', duplicateSeen: duplicate })
      setAll(false)
      setRestored(false)
      forget()
      setSheet(blank(columns.length))
      return saved
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setDuplicate(error.problem.code === 'outcomes.duplicate')
      return null
    }
  }
  return { columns, sheet, change, rows, faults, filled, saveAll, restored, discard, forget, saving: save.isPending, problem: save.error, isDuplicate: duplicate && save.error !== null }
}

function blank(columns: number): CellSheet {
  return newCells(Array.from({ length: rowsAtFirst }, () => Array.from({ length: columns }, () => '')))
}

/** The same facts as the route takes them: its lists may be changed. */
function asInput(facts: ReturnType<typeof factsOfRow>) {
  return { ...facts, people: [...facts.people], details: Object.fromEntries(Object.entries(facts.details).map(([key, value]) => [key, typeof value === 'object' ? [...value] : value])) }
}
