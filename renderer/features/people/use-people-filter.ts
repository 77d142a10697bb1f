import type { PeopleFilter } from '../../../shared/contract/people.ts'
import { useAddress } from '../../ui/use-address.ts'

const texts = ['query', 'schoolName', 'subject', 'schoolStage', 'professionalTitle'] as const

/** Everybody, but for what is searched for. */
export const noConditions = { schoolName: null, subject: null, schoolStage: null, professionalTitle: null, sex: null, inStudio: null } satisfies Partial<PeopleFilter>

/** Who is asked for, kept in the address, so that the way back from a record finds the same list. */
export function usePeopleFilter(): readonly [PeopleFilter, (change: Partial<PeopleFilter>) => void, narrowed: boolean] {
  const [address, setAddress] = useAddress()
  const change = (next: Partial<PeopleFilter>) => setAddress((now) => inAddress({ ...asFilter(now), ...next }), { replace: true })
  return [asFilter(address), change, [...address.keys()].length > 0]
}

function asFilter(address: URLSearchParams): PeopleFilter {
  const sex = address.get('sex')
  const inStudio = address.get('inStudio')
  return {
    query: address.get('query') ?? '',
    schoolName: address.get('schoolName'),
    subject: address.get('subject'),
    schoolStage: address.get('schoolStage'),
    professionalTitle: address.get('professionalTitle'),
    sex: sex === 'male' || sex === 'female' ? sex : null,
    inStudio: inStudio === null ? null : inStudio === 'yes',
  }
}

function inAddress(filter: PeopleFilter): URLSearchParams {
  const kept = new URLSearchParams()
  for (const key of texts) if (filter[key]) kept.set(key, filter[key])
  if (filter.sex !== null) kept.set('sex', filter.sex)
  if (filter.inStudio !== null) kept.set('inStudio', filter.inStudio ? 'yes' : 'no')
  return kept
}
