import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useParams, useSearchParams } from 'react-router'
import { isOutcomeKind } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { call, useCall } from '../../api/client.ts'
import { useTerm } from '../../app/term.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { emptyOutcome, ofDraft, ofRecord, type OutcomeFormState } from './outcome-form-state.ts'
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
    queryFn: async () => ({ record: await call('outcomes.get', { id }), choices: await call('outcomes.choices', {}) }),
  })
  return (
    <LoadingOr of={opened}>
      {({ record, choices }) => record.mayWrite && record.removedAt === null
        ? <OutcomeForm record={record} atFirst={ofRecord(record)} activity={record.activity} choices={choices} onReload={onReload} />
        : <OutcomeReading record={record} onReload={onReload} />}
    </LoadingOr>
  )
}

/** `/outcomes/new?kind=&studio=&activity=` */
export function NewOutcomePage() {
  const { state, key } = useLocation()
  const next = (state as { next?: OutcomeFormState } | null)?.next ?? null
  return <NewOutcome key={key} next={next} />
}

/** @param next what stays the same after 保存并再记一条 */
function NewOutcome({ next }: { readonly next: OutcomeFormState | null }) {
  const [params] = useSearchParams()
  const { today } = useTerm()
  const activityId = params.get('activity')
  const wanted = params.get('kind') ?? ''
  const [kind, setKind] = useState(isOutcomeKind(wanted) ? wanted : null)
  const choices = useQuery({ queryKey: ['outcomes.choicesOfForm', useOpening()], queryFn: () => call('outcomes.choices', {}), gcTime: 0, staleTime: Infinity, meta: { once: true } })
  const draft = useCall('outcomes.fromActivity', { activityId: activityId ?? '' }, { enabled: activityId !== null })
  if (activityId !== null && draft.data === undefined) return <LoadingOr of={draft}>{() => null}</LoadingOr>
  if (today === null) return <LoadingOr of={{ data: undefined, error: null, refetch: () => undefined }}>{() => null}</LoadingOr>
  return (
    <LoadingOr of={choices}>
      {(given) => {
        const atFirst = next ?? (draft.data ? ofDraft(draft.data) : kind === null ? null : emptyOutcome(kind, today, given, params.get('studio')))
        return atFirst === null
          ? <OutcomeStart onChoose={setKind} />
          : <OutcomeForm record={null} atFirst={atFirst} activity={draft.data?.activity ?? null} choices={given} onReload={() => undefined} />
      }}
    </LoadingOr>
  )
}
