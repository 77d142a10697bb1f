import type { NamedOutcomePerson, OutcomeDraft, OutcomeFactsInput, OutcomeRecord } from '../../../shared/contract/outcomes.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { checkOutcome, tidyOutcome } from '../../../shared/domain/outcomes/check-outcome.ts'
import type { OutcomePart } from '../../../shared/domain/outcomes/outcome-kind.ts'
import { columnOf, type OutcomeKind, specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { detailsForNext, type OutcomeFacts } from '../../../shared/domain/outcomes/outcome-record.ts'
import { detailsFeeding } from '../../../shared/domain/outcomes/ways-to-fulfil.ts'

export type Choices = OutputOf<'outcomes.choices'>

/** What stands in the form: the record's facts, its people with their names. */
export type OutcomeFormState = Omit<OutcomeFactsInput, 'people'> & { readonly people: readonly NamedOutcomePerson[] }

/** A new record of the kind: today, of `person` or else the account's own, in the studio that is asked for or the only one there is. */
export function emptyOutcome(
  kind: OutcomeKind, today: string, choices: Choices, { studioId, person }: { readonly studioId: string | null; readonly person: Pick<NamedOutcomePerson, 'personId' | 'name' | 'schoolName'> | null },
): OutcomeFormState {
  const who = person ?? choices.me
  const [only, second] = choices.studios
  return {
    kind, title: specOf(kind).titleAtFirst ?? '', onDay: today, untilDay: null, forPeriod: null, levelKey: null, characters: null, quantity: 1, metricKey: null, details: {},
    studioId: studioId === 'none' ? null : choices.studios.some(({ id }) => id === studioId) ? studioId : second === undefined ? (only?.id ?? null) : null,
    people: who === null ? [] : [{ ...who, part: firstPart(kind), place: firstPart(kind) === 'author' ? 1 : null }],
  }
}

/** What a duty knows of the record that is to fulfil it: for which metric of the scheme it is, of which period. */
export interface KnownOfOutcome {
  readonly metric: string | null
  readonly forPeriod: string | null
  /** The day is not today; it is left to be filled in. */
  readonly asksDay: boolean
}

/** The new record with what is known of it. */
export function withKnown(form: OutcomeFormState, { metric, forPeriod, asksDay }: KnownOfOutcome): OutcomeFormState {
  const { kind } = form
  return {
    ...form,
    onDay: asksDay ? '' : form.onDay,
    forPeriod: columnOf(kind, 'forPeriod') === undefined ? null : forPeriod,
    metricKey: columnOf(kind, 'metric') === undefined ? null : metric,
    details: metric === null ? form.details : { ...detailsFeeding(kind, metric) },
  }
}

export function ofDraft({ kind, title, onDay, studioId, levelKey, quantity, people, details }: OutcomeDraft): OutcomeFormState {
  return { kind, title, onDay, studioId, levelKey, quantity, people, details, untilDay: null, forPeriod: null, characters: null, metricKey: null }
}

export function ofRecord(record: OutcomeRecord): OutcomeFormState {
  const { kind, title, onDay, untilDay, forPeriod, studioId, levelKey, characters, quantity, metricKey, people, details } = record
  return { kind, title, onDay, untilDay, forPeriod, studioId, levelKey, characters, quantity, metricKey, people, details }
}

/** Another kind: what every kind has stays; people are what people are in it. */
export function asKind(form: OutcomeFormState, kind: OutcomeKind): OutcomeFormState {
  return { ...form, kind, title: form.title === '' || form.title === specOf(form.kind).titleAtFirst ? (specOf(kind).titleAtFirst ?? '') : form.title, details: {}, people: withParts(form.people, kind) }
}

/** 保存并再记一条: the same kind, day, people, studio and level; title, size and texts are the next one's own. */
export function forNext(form: OutcomeFormState): OutcomeFormState {
  return {
    ...form, title: specOf(form.kind).titleAtFirst ?? '', characters: null, untilDay: null, quantity: 1, details: detailsForNext(form.details) as OutcomeFormState['details'],
  }
}

/** Everybody is something that people can be in this kind; authors are numbered as they stand. */
export function withParts(people: readonly NamedOutcomePerson[], kind: OutcomeKind): NamedOutcomePerson[] {
  const { parts } = specOf(kind)
  return people.map((person, at) => {
    const part: OutcomePart = parts.includes(person.part) ? person.part : firstPart(kind)
    return { ...person, part, place: part === 'author' ? (person.part === 'author' ? (person.place ?? at + 1) : at + 1) : null }
  })
}

export function firstPart(kind: OutcomeKind): OutcomePart {
  return specOf(kind).parts[0] ?? 'self'
}

/** The record's facts as the program takes them. */
export function factsOf(form: OutcomeFormState): OutcomeFactsInput {
  const { people, ...rest } = form
  return { ...rest, people: people.map(({ personId, part, place }) => ({ personId, part, place })) }
}

/** What is wrong, by field, in the order of the form. */
export function faultsOf(form: OutcomeFormState, asDraft: boolean): ReadonlyMap<string, string> {
  return new Map(checkOutcome(tidyOutcome(factsOf(form) as OutcomeFacts), asDraft).map(({ field, message }) => [field, message]))
}

/** Under which name the program keeps what was typed: the record's own, else that of its kind or of the activity that it comes of. */
export function draftKeyOf(id: string | null, kind: OutcomeKind, activityId: string | null): string {
  return `outcome/${id ?? `new-${activityId ?? kind}`}`
}

/** The id of the control of a field, e.g. `outcome-details-journal`. */
export function controlId(field: string): string {
  return `outcome-${field.replace('.', '-')}`
}
