import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useParams, useSearchParams } from 'react-router'
import { isOutcomeKind, type OutcomeKind } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { call } from '../../api/client.ts'
import { useTerm } from '../../app/term.tsx'
import { readDraft } from '../../ui/form-draft.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { draftKeyOf, emptyOutcome, type KnownOfOutcome, ofDraft, ofRecord, type OutcomeFormState, withKnown } from './outcome-form-state.ts'
import { OutcomeReading } from './outcome-reading.tsx'
import { OutcomeStart } from './outcome-start.tsx'
import './outcomes.css'

/** `/outcomes/:id` */
export function OutcomePage() {
  const { id = '' } = useParams()
  const [reading, setReading] = useState(0)
  return <OneOutcome key={`${id} ${reading}`} id={id} onReload={() => setReading((count) => count + 1)} />
}

let openings = 0

/** A name for this opening of a page: what one form started from is never taken for what another starts from. */
function useOpening(): number {
  const [opening] = useState(() => ++openings)
  return opening
}

function OneOutcome({ id, onReload }: { readonly id: string; readonly onReload: () => void }) {
  // What the form starts from is read once for each opening: later readings must not run over what is being typed.
  const opened = useQuery({
    queryKey: ['outcomes.opened', id, useOpening()], gcTime: 0, staleTime: Infinity, refetchOnMount: false, meta: { once: true },
    queryFn: async () => {
      const [record, choices] = await Promise.all([call('outcomes.get', { id }), call('outcomes.choices', {})])
      const mayChange = record.mayWrite && record.removedAt === null
      return { record, choices, mayChange, draft: mayChange ? await readDraft<OutcomeFormState>(draftKeyOf(id, record.kind, null)) : null }
    },
  })
  return (
    <LoadingOr of={opened}>
      {({ record, choices, mayChange, draft }) => mayChange
        ? <OutcomeForm record={record} atFirst={ofRecord(record)} draft={draft} activity={record.activity} choices={choices} onReload={onReload} />
        : <OutcomeReading record={record} onReload={onReload} />}
    </LoadingOr>
  )
}

/** `/outcomes/new?kind=&studio=&person=&activity=` (`studio=none`: what somebody did before she came into one), and to fulfil a duty `metric=&period=&day=ask`; which kind it is stands in the address, so that the form is found again after a lock. */
export function NewOutcomePage() {
  const { state, key } = useLocation()
  const [params, setParams] = useSearchParams()
  const kind = params.get('kind') ?? ''
  const activityId = params.get('activity')
  const choose = (chosen: OutcomeKind) => setParams((before) => new URLSearchParams([...before, ['kind', chosen]]), { replace: true, state })
  if (activityId === null && !isOutcomeKind(kind)) return <OutcomeStart onChoose={choose} />
  const next = (state as { next?: OutcomeFormState } | null)?.next ?? null
  return <NewOutcome key={key} next={next} from={{ kind: isOutcomeKind(kind) ? kind : null, activityId, studioId: params.get('studio'), personId: params.get('person'), known: { metric: params.get('metric'), forPeriod: params.get('period'), asksDay: params.get('day') === 'ask' } }} />
}

async function personNamed(id: string | null) {
  if (id === null) return null
  const { name, schoolName } = await call('people.get', { id })
  return { personId: id, name, schoolName }
}

interface StartsFrom {
  readonly kind: OutcomeKind | null
  readonly activityId: string | null
  readonly studioId: string | null
  readonly personId: string | null
  readonly known: KnownOfOutcome
}

/** @param next what stays the same after 保存并再记一条 */
function NewOutcome({ next, from }: { readonly next: OutcomeFormState | null; readonly from: StartsFrom }) {
  const { today } = useTerm()
  const opened = useQuery({
    queryKey: ['outcomes.openedNew', useOpening()], enabled: today !== null, gcTime: 0, staleTime: Infinity, refetchOnMount: false, meta: { once: true },
    queryFn: async () => {
      const choices = await call('outcomes.choices', {})
      const given = from.activityId === null ? null : await call('outcomes.fromActivity', { activityId: from.activityId })
      // A member has no list of people to look herself up in.
      const person = from.personId === choices.me?.personId ? null : await personNamed(from.personId)
      const atFirst = next ?? (given ? ofDraft(given) : withKnown(emptyOutcome(from.kind ?? 'other', today ?? '', choices, { studioId: from.studioId, person }), from.known))
      return { choices, atFirst, activity: given?.activity ?? null, draft: await readDraft<OutcomeFormState>(draftKeyOf(null, atFirst.kind, from.activityId)) }
    },
  })
  return (
    <LoadingOr of={opened}>
      {({ choices, atFirst, activity, draft }) => (
        <OutcomeForm record={null} atFirst={atFirst} draft={draft} activity={activity} choices={choices} onReload={() => undefined} />
      )}
    </LoadingOr>
  )
}
