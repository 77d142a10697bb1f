import { useSearchParams } from 'react-router'
import type { PeopleFilter } from '../../../shared/contract/people.ts'

const texts = ['query', 'schoolName', 'subject', 'schoolStage', 'professionalTitle'] as const

/** Who is asked for, kept in the address, so that the way back from a record finds the same list. */
export function usePeopleFilter(): readonly [PeopleFilter, (change: Partial<PeopleFilter>) => void, narrowed: boolean] {
  const [address, setAddress] = useSearchParams()
  const sex = address.get('sex')
  const inStudio = address.get('inStudio')
  const filter: PeopleFilter = {
    query: address.get('query') ?? '',
    schoolName: address.get('schoolName'),
    subject: address.get('subject'),
    schoolStage: address.get('schoolStage'),
    professionalTitle: address.get('professionalTitle'),
    sex: sex === 'male' || sex === 'female' ? sex : null,
    inStudio: inStudio === null ? null : inStudio === 'yes',
  }
  const change = (next: Partial<PeopleFilter>) => {
    const all = { ...filter, ...next }
    const kept = new URLSearchParams()
    for (const key of texts) if (all[key]) kept.set(key, all[key])
    if (all.sex !== null) kept.set('sex', all.sex)
    if (all.inStudio !== null) kept.set('inStudio', all.inStudio ? 'yes' : 'no')
    setAddress(kept, { replace: true })
  }
  return [filter, change, [...address.keys()].length > 0]
}
