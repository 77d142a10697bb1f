import { useSearchParams } from 'react-router'
import type { OutcomeFilter } from '../../../shared/contract/outcomes.ts'
import { outcomeGroupNames, type OutcomeGroup } from '../../../shared/domain/outcomes/outcome-kind.ts'
import { isOutcomeKind } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { outcomeStates } from '../../../shared/domain/outcomes/outcome-record.ts'

export const noOutcomeFilter: OutcomeFilter = {
  text: '', kind: null, group: null, studioId: null, personId: null, termKey: null, state: null, levelKey: null, activityId: null, removed: false,
}

/**
 * What is asked for, kept in the address, so that other pages lead here and the way back from a record finds the same list. Without
 * a word about the term it is the one she works in; `term=all` is all of them.
 */
export function useOutcomeFilter(currentTermKey: string | null): readonly [OutcomeFilter, (change: Partial<OutcomeFilter>) => void, narrowed: boolean] {
  const [address, setAddress] = useSearchParams()
  const kind = address.get('kind') ?? ''
  const group = address.get('group') ?? ''
  const term = address.get('term')
  const filter: OutcomeFilter = {
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
  const change = (next: Partial<OutcomeFilter>) => {
    const all = { ...filter, ...next }
    const kept = new URLSearchParams()
    for (const [name, value] of Object.entries({ text: all.text, kind: all.kind, group: all.group, studio: all.studioId, person: all.personId, state: all.state, level: all.levelKey })) {
      if (value) kept.set(name, value)
    }
    if (all.termKey !== currentTermKey) kept.set('term', all.termKey ?? 'all')
    if (all.removed) kept.set('removed', '1')
    setAddress(kept, { replace: true })
  }
  return [filter, change, [...address.keys()].some((key) => key !== 'term')]
}
