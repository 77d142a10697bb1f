import { Select } from 'antd'
import type { NamedOutcomePerson } from '../../../shared/contract/outcomes.ts'
import { type OutcomePart, outcomePartNames } from '../../../shared/domain/outcomes/outcome-kind.ts'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { PeoplePicker } from '../../ui/person-picker.tsx'
import { type OutcomeFormState, withParts } from './outcome-form-state.ts'

const mostPlaces = 12

/** Who did it: names by pinyin, and below them what each of them was, where the kind leaves a choice. */
export function OutcomePeopleField({ id, label, form, set }: {
  readonly id: string; readonly label: string; readonly form: OutcomeFormState; readonly set: (change: Partial<OutcomeFormState>) => void
}) {
  const { parts } = specOf(form.kind)
  const asksPart = form.people.length > 0 && (parts.length > 1 || (parts[0] === 'author' && form.people.length > 1))
  const change = (personId: string, next: Partial<NamedOutcomePerson>) => set({ people: form.people.map((person) => person.personId === personId ? { ...person, ...next } : person) })
  return (
    <>
      <PeoplePicker
        id={id} aria-label={label} value={form.people.map(({ personId, name, schoolName }) => ({ id: personId, name, schoolName, subject: null, schoolStage: null, professionalTitle: null }))}
        onChange={(chosen) => {
          const known = new Map(form.people.map((person) => [person.personId, person]))
          // Somebody added behind the first mentor is usually the one who is mentored.
          const later: OutcomePart = parts.includes('mentee') ? 'mentee' : (parts[0] ?? 'self')
          set({ people: withParts(chosen.map((person, at) => known.get(person.id) ?? { personId: person.id, name: person.name, schoolName: person.schoolName, part: at === 0 ? (parts[0] ?? 'self') : later, place: at + 1 }), form.kind) })
        }}
      />
      {asksPart && (
        <ul className="outcome-people" aria-label={`${label}的身份`}>
          {form.people.map((person) => (
            <li key={person.personId}>
              <span>{person.name}</span>
              <Select
                aria-label={`${person.name}的身份`} value={person.part === 'author' ? `author ${person.place ?? 1}` : person.part} options={partOptions(parts, form.people.length)}
                onChange={(chosen: string) => {
                  const [part = '', place] = chosen.split(' ')
                  change(person.personId, { part: part as OutcomePart, place: place === undefined ? null : Number(place) })
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function partOptions(parts: readonly OutcomePart[], people: number): { value: string; label: string }[] {
  return parts.flatMap((part) => part === 'author'
    ? Array.from({ length: Math.min(mostPlaces, Math.max(people, 3)) }, (_, at) => ({ value: `author ${at + 1}`, label: `第 ${at + 1} 作者` }))
    : [{ value: part as string, label: outcomePartNames[part] }])
}
