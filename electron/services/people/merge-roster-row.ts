import type { PersonDraft } from '../../../shared/domain/people/person-draft.ts'
import { personFields } from '../../../shared/domain/people/person-fields.ts'
import type { RosterRow } from '../../../shared/domain/people/roster-reading.ts'
import type { Person } from './people-service.ts'

/**
 * What becomes of a person whom a row updates: what the roster says goes before what stood there, what it leaves empty
 * stays. Honours and notes are added to, line by line. What only follows from the ID number fills gaps and replaces nothing.
 */
export function mergeRosterRow(person: Person, { values, derived }: Pick<RosterRow, 'values' | 'derived'>): PersonDraft {
  const merged: Record<string, unknown> = {}
  for (const field of personFields) {
    const told = values[field]
    if (field === 'idNumber' || field === 'phone') {
      // Left out: as it is.
      if (told !== null) merged[field] = told
    } else if (field === 'honours' || field === 'note') merged[field] = withLinesOf(person[field], values[field])
    else merged[field] = told === null || (derived.includes(field) && person[field] !== null) ? person[field] : told
  }
  return merged as PersonDraft
}

function withLinesOf(standing: string | null, told: string | null): string | null {
  if (standing === null || told === null) return standing ?? told
  const lines = standing.split('\n')
  return [...lines, ...told.split('\n').filter((line) => !lines.includes(line))].join('\n')
}
