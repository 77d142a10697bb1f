import type { OutcomeFilter } from '../../../shared/contract/outcomes.ts'
import { outcomeGroupNames, type OutcomeGroup } from '../../../shared/domain/outcomes/outcome-kind.ts'
import { isOutcomeKind } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { outcomeStates } from '../../../shared/domain/outcomes/outcome-record.ts'
import { useAddress } from '../../ui/use-address.ts'

export const noOutcomeFilter: OutcomeFilter = {
  text: '', kind: null, group: null, studioId: null, personId: null, termKey: null, state: null, levelKey: null, activityId: null, removed: false,
}

/**
 * What is asked for, kept in the address, so that other pages lead here and the way back from a record finds the same list. Without
 * a word about the term it is the one she works in; `term=all` is all of them.
 */
export function useOutcomeFilter(currentTermKey: string | null): readonly [OutcomeFilter, (change: Partial<OutcomeFilter>) => void, narrowed: boolean] {
  const [address, setAddress] = useAddress()
  const change = (next: Partial<OutcomeFilter>) => setAddress((now) => inAddress({ ...asFilter(now, currentTermKey), ...next }, currentTermKey), { replace: true })
  return [asFilter(address, currentTermKey), change, [...address.keys()].some((key) => key !== 'term')]
}

function asFilter(address: URLSearchParams, currentTermKey: string | null): OutcomeFilter {
  const kind = address.get('kind') ?? ''
  const group = address.get('group') ?? ''
  const term = address.get('term')
  return {
    text: address.get('text') ?? '',
    kind: isOutcomeKind(kind) ? kind : null,
    group: Object.hasOwn(outcomeGroupNames, group) ? group as OutcomeGroup : null,
    studioId: address.get('studio'),
    personId: address.get('person'),
    termKey: term === 'all' ? null : (term ?? currentTermKey),
    state: outcomeStates.find((state) => state === address.get('state')) ?? null,
    levelKey: address.get('level'),
    activityId: null,
    removed: address.get('removed') === '1',
  }
}

function inAddress(filter: OutcomeFilter, currentTermKey: string | null): URLSearchParams {
  const { text, kind, group, studioId: studio, personId: person, state, levelKey: level, termKey } = filter
  const kept = new URLSearchParams()
  for (const [name, value] of Object.entries({ text, kind, group, studio, person, state, level })) if (value) kept.set(name, value)
  if (termKey !== currentTermKey) kept.set('term', termKey ?? 'all')
  if (filter.removed) kept.set('removed', '1')
  return kept
}
