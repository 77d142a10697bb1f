import { useState } from 'react'
import { personInCell, type PersonInCell, type QuickPerson } from '../../../shared/domain/outcomes/quick-cells.ts'
import { call, useCall } from '../../api/client.ts'
import type { Choices } from './outcome-form-state.ts'

/** Whom the program has found for a text. */
export type Found = Readonly<Record<string, readonly QuickPerson[]>>

/**
 * Who is meant by the names in the grid: the people of the studio first, else everybody in the program by the name. A name is looked up
 * once; until the answer is there nothing is wrong with it.
 */
export function useQuickPeople(studioId: string | null, me: Choices['me']): {
  /** Null while it is looked up. @param known what `lookUp` has just answered */
  readonly inCell: (text: string, known?: Found) => PersonInCell | null
  readonly lookUp: (texts: readonly string[]) => Promise<Found>
} {
  const studio = useCall('studios.get', { id: studioId ?? '' }, { enabled: studioId !== null })
  const [found, setFound] = useState<Found>({})
  const roster: readonly QuickPerson[] = [
    ...(me === null ? [] : [{ id: me.personId, name: me.name, schoolName: me.schoolName }]),
    ...(studio.data?.memberships ?? []).map(({ personId, personName, schoolName }) => ({ id: personId, name: personName, schoolName })),
  ]
  const ofRoster = (text: string) => {
    const match = personInCell(text, roster)
    return 'person' in match ? match : null
  }
  const inCell = (text: string, known: Found = found): PersonInCell | null => {
    const people = Object.hasOwn(known, text) ? known[text] : undefined
    return ofRoster(text) ?? (people === undefined ? null : personInCell(text, people))
  }
  const lookUp = async (texts: readonly string[]) => {
    const unknown = [...new Set(texts)].filter((text) => text !== '' && ofRoster(text) === null && !Object.hasOwn(found, text))
    const answers = await Promise.all(unknown.map(async (text) => {
      const { rows } = await call('people.search', { query: text.replace(/[（(].*$/, '').replace(/\s/g, '').slice(0, 60), limit: 50 })
      return [text, rows] as const
    }))
    if (answers.length > 0) setFound((before) => ({ ...before, ...Object.fromEntries(answers) }))
    return { ...found, ...Object.fromEntries(answers) }
  }
  return { inCell, lookUp }
}
