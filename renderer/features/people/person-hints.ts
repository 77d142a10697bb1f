import { ageOn, isPartialDay, wholeYearsSince } from '../../../shared/domain/dates/partial-day.ts'
import { type IdNumberFacts, readIdNumber } from '../../../shared/domain/people/id-number.ts'
import { personDraftProblems } from '../../../shared/domain/people/person-checks.ts'
import type { PersonDraft } from '../../../shared/domain/people/person-draft.ts'
import type { PersonValues } from './person-fields.tsx'

export interface PersonHints {
  readonly age: string | undefined
  readonly teaching: string | undefined
  /** By field: what may stay, but should be looked at. */
  readonly warnings: ReadonlyMap<string, string>
  /** What the typed ID number says and the form does not. */
  readonly offer: Pick<IdNumberFacts, 'sex' | 'bornOn'> | null
}

/** What follows from what has been filled in, on the day `today`; nothing of it is forced upon the form. */
export function personHints(values: PersonValues, today: string): PersonHints {
  const day = (text: string | null | undefined) => (text && isPartialDay(text) ? text : null)
  const bornOn = day(values.bornOn)
  const teachingSince = day(values.teachingSince)
  const idNumber = values.idNumber ? readIdNumber(values.idNumber, today) : null
  const draft: Partial<PersonDraft> = {
    bornOn, teachingSince, titleGrantedOn: day(values.titleGrantedOn), homeroomYears: values.homeroomYears ?? null,
    professionalTitle: values.professionalTitle || null, sex: values.sex === 'male' || values.sex === 'female' ? values.sex : null,
    ...(idNumber?.ok ? { idNumber: idNumber.value.value } : {}),
  }
  const lacks = idNumber?.ok && (!values.sex || !values.bornOn)
  return {
    age: bornOn !== null && bornOn <= today ? `${yearsText(ageOn(bornOn, today))} 周岁` : undefined,
    teaching: teachingSince !== null && teachingSince <= today ? `教龄 ${yearsText(wholeYearsSince(teachingSince, today))} 年` : undefined,
    warnings: new Map(personDraftProblems(draft, today).map(({ field, message }) => [field, message])),
    offer: lacks ? { sex: idNumber.value.sex, bornOn: idNumber.value.bornOn } : null,
  }
}

function yearsText({ min, max }: { readonly min: number; readonly max: number }): string {
  return min === max ? String(min) : `${min}～${max}`
}
