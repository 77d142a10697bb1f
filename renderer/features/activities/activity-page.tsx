import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { ActivityDetail } from '../../../shared/contract/activities.ts'
import { activityKinds } from '../../../shared/domain/activities/activity-words.ts'
import { isDay } from '../../../shared/domain/dates/day.ts'
import { call, useCall } from '../../api/client.ts'
import { useTerm } from '../../app/term.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { readDraft } from '../../ui/form-draft.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { useStudioPerson } from '../../ui/use-studio-person.ts'
import { ActivityForm } from './activity-form.tsx'
import { ActivityReading } from './activity-reading.tsx'
import { draftKeyOf, emptyForm, formOf, type FormState, makeupForm } from './form-state.ts'
import type { ChosenTheme } from './theme-choice.tsx'
import './activities.css'

/** `/activities/:id` */
export function ActivityPage() {
  const { id = '' } = useParams()
  const [reading, setReading] = useState(0)
  return <OneActivity key={`${id} ${reading}`} id={id} onReload={() => setReading((count) => count + 1)} />
}

function OneActivity({ id, onReload }: { readonly id: string; readonly onReload: () => void }) {
  // What the form starts from is read once for each opening: later readings must not run over what is being typed.
  const opened = useQuery({
    queryKey: ['activities.opened', id, useOpening()], gcTime: 0, staleTime: Infinity, refetchOnMount: false,
    queryFn: async () => {
      const activity = await call('activities.get', { id })
      return { activity, draft: isOpen(activity) ? await readDraft<FormState>(draftKeyOf(id, null)) : null }
    },
    meta: { once: true },
  })
  return (
    <LoadingOr of={opened}>
      {({ activity, draft }) => isOpen(activity)
        ? <ActivityForm activity={activity} atFirst={formOf(activity)} draft={draft} studios={[{ id: activity.studioId, name: activity.studioName }]} replaces={activity.replaces} onReload={onReload} />
        : <ActivityReading activity={activity} onChanged={onReload} />}
    </LoadingOr>
  )
}

/** What has been called off or removed is read, until it is taken back. */
const isOpen = ({ mayWrite, removedAt, cancelledAt }: ActivityDetail) => mayWrite && removedAt === null && cancelledAt === null

/**
 * `/activities/new?studio=&day=&kind=&person=&theme=` (`day=ask`: not today; `person`: who speaks or teaches; `theme`: its id, or `likely` for the
 * one of the day), or `?makeup=` with the cancelled activity that the new one makes up for.
 */
export function NewActivityPage() {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const { term, today } = useTerm()
  const studios = useCall('activities.studios', {})
  const makeup = params.get('makeup')
  const draft = useQuery({ queryKey: ['activities.draftOfNew', useOpening()], queryFn: () => readDraft<FormState>(draftKeyOf(null, makeup)), gcTime: 0 })
  const cancelled = useCall('activities.get', { id: makeup ?? '' }, { enabled: makeup !== null })
  const [opening, setOpening] = useState(0)
  const speaker = useStudioPerson(params.get('studio'), params.get('person'))
  const askedDay = params.get('day') ?? ''
  const firstDay = isDay(askedDay) ? askedDay : askedDay === 'ask' ? '' : dayInTerm(term, today)
  const theme = useTheme(params.get('studio'), firstDay, params.get('theme'))
  // The form takes its first day once; so it waits for the calendar, which knows the program's day.
  if (!draft.isFetched || today === null || speaker.data === undefined || theme.data === undefined) return <LoadingOr of={{ data: undefined, error: draft.error ?? speaker.error ?? theme.error, refetch: draft.refetch }}>{() => null}</LoadingOr>
  const atTheme = theme.data
  if (makeup !== null) {
    return (
      <LoadingOr of={cancelled}>
        {(before) => (
          <ActivityForm
            key={opening} activity={null} atFirst={makeupForm(before, '')} draft={draft.data ?? null} studios={[{ id: before.studioId, name: before.studioName }]} replaces={before}
            onReload={() => setOpening(opening + 1)}
          />
        )}
      </LoadingOr>
    )
  }
  return (
    <LoadingOr of={studios}>
      {({ rows }) => {
        const writable = rows.filter(({ mayWrite }) => mayWrite)
        if (writable.length === 0) {
          return <EmptyState title="还没有可以登记活动的工作室" hint="活动记在工作室名下，请先建立工作室。"><Button onClick={() => void navigate('/studios')}>去工作室</Button></EmptyState>
        }
        const wanted = params.get('studio')
        const studioId = writable.find(({ id }) => id === wanted)?.id ?? (writable.length === 1 ? (writable[0]?.id ?? '') : '')
        const kind = activityKinds.find((each) => each === params.get('kind')) ?? null
        const kept = draft.data ?? null
        // Somebody who comes for another studio or day starts there; the draft is offered, not laid over it.
        const fits = kept !== null && (wanted === null || kept.form.studioId === studioId) && (askedDay === '' || kept.form.heldOn === askedDay) && (kind === null || kept.form.kind === kind)
        const empty = emptyForm(studioId, firstDay)
        const atFirst = { ...empty, kind: kind ?? empty.kind, theme: atTheme, centralSpeaker: speaker.data?.name ?? '' }
        return (
          <ActivityForm
            key={opening} activity={null} atFirst={atFirst} themeAsked={params.has('theme')} draft={kept && (fits ? kept : { ...kept, revision: -1 })}
            studios={writable} onReload={() => setOpening(opening + 1)}
          />
        )
      }}
    </LoadingOr>
  )
}

/** The theme that the address asks for, among those of the day; null where it asks for none or there is none. */
function useTheme(studioId: string | null, heldOn: string, asked: string | null): { readonly data: ChosenTheme | null | undefined; readonly error: Error | null } {
  const wanted = studioId !== null && heldOn !== '' && asked !== null
  const found = useCall('activities.themesOn', { studioId: studioId ?? '', heldOn }, { enabled: wanted })
  if (!wanted) return { data: null, error: null }
  return { data: found.data && (found.data.rows.find(({ id }) => id === (asked === 'likely' ? found.data.likelyId : asked)) ?? null), error: found.error }
}

/** Today, where today lies in the chosen term; else nothing, to be filled in. */
function dayInTerm(term: { readonly startsOn: string; readonly endsOn: string } | null, today: string | null): string {
  return term && today !== null && term.startsOn <= today && today <= term.endsOn ? today : ''
}

let openings = 0

/** A number of its own for each time that a page is opened. */
function useOpening(): number {
  const [opening] = useState(() => ++openings)
  return opening
}
