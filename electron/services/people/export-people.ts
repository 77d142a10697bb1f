import type { PeopleFilter, PeopleSort } from '../../../shared/contract/people.ts'
import { sexNames } from '../../../shared/domain/people/id-number.ts'
import { type PersonField, personFieldNames } from '../../../shared/domain/people/person-fields.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { type OutgoingFile, outgoingSheet } from '../exports/exports-service.ts'
import { peopleInOrder, sortedIds } from './list-people.ts'
import { maskedNumbers } from './person-columns.ts'

const fields: readonly Exclude<PersonField, 'honours' | 'note'>[] = [
  'name', 'sex', 'bornOn', 'idNumber', 'phone', 'ethnicity', 'politicalStatus', 'education', 'degree', 'graduatedFrom', 'schoolName', 'post', 'subject',
  'schoolStage', 'professionalTitle', 'titleGrantedOn', 'teachingSince', 'homeroomYears', 'email', 'staffNo',
]

/** The people of the filter (or of `ids`, as far as the caller may see them) as a sheet; both numbers under the one mask. */
export function exportPeople(
  ctx: ReadContext, { ids, sort, ...filter }: PeopleFilter & { readonly sort: PeopleSort | null; readonly ids: readonly string[] | null },
): Promise<OutgoingFile> {
  const visible = sortedIds(ctx, filter, sort)
  const wanted = ids === null ? null : new Set(ids)
  const people = peopleInOrder(ctx.db, wanted === null ? visible : visible.filter((id) => wanted.has(id)))
  return outgoingSheet(ctx, '人员名单', {
    title: '人员名单',
    columns: fields.map((field) => ({ title: personFieldNames[field], kind: field === 'homeroomYears' ? 'number' : 'text' })),
    rows: people.map((person) => {
      const { idNumberMasked, phoneMasked } = maskedNumbers(ctx.personalData, person)
      const shown = { ...person, sex: person.sex && sexNames[person.sex], idNumber: idNumberMasked, phone: phoneMasked }
      return fields.map((field) => shown[field])
    }),
    orientation: 'landscape',
  })
}
