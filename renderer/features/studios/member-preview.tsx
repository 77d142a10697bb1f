import { keepPreviousData } from '@tanstack/react-query'
import type { InputOf } from '../../../shared/contract/routes.ts'
import type { MemberPreview } from '../../../shared/contract/studios.ts'
import { useCall } from '../../api/client.ts'
import { EligibilityLines } from './eligibility-lines.tsx'
import { LimitLines } from './limit-badge.tsx'

type Asked = Omit<InputOf<'studios.previewMembers'>, 'fromOn'> & { readonly fromOn: string | null }

/** What would become of the limits with these people; asked anew with every change, before anything is saved. */
export function usePreview({ fromOn, ...asked }: Asked) {
  const ready = fromOn !== null && asked.people.length > 0 && (asked.studioId !== null || asked.draft !== null)
  return useCall('studios.previewMembers', { ...asked, fromOn: fromOn ?? '2000-01-01' }, { enabled: ready, placeholderData: keepPreviousData })
}

/** `quiet` leaves out the rules that nobody oversteps; `onGo` leads to what is behind a judgement, where one can come back. */
export function MemberPreviewView({ preview, quiet, onGo }: { readonly preview: MemberPreview; readonly quiet?: boolean; readonly onGo?: (path: string) => void }) {
  const { limits, eligibility, countedOn, warnings, overstepped } = preview
  // The lines above already say these.
  const below = eligibility.flatMap(({ personName, criteria }) => criteria.map(({ message }) => `${personName} ${message}`))
  const said = overstepped.filter((sentence) => !below.includes(sentence) && (quiet === true || !limits.some(({ message }) => message === sentence)))
  return (
    <div style={{ display: 'grid', gap: 8, marginBottom: 16 }} aria-live="polite">
      {quiet !== true && limits.length > 0 && <LimitLines limits={limits} />}
      <EligibilityLines people={eligibility} countedOn={countedOn} onGo={onGo} />
      {warnings.length > 0 && (
        <ul className="note warn" style={{ margin: 0, paddingLeft: 28 }}>
          {warnings.map((sentence) => <li key={sentence}>{sentence}</li>)}
        </ul>
      )}
      {overstepped.length > 0 && (
        <div className="note bad">
          <p>不符合规程，如已获准，请在下面写明理由</p>
          {said.length > 0 && <ul style={{ margin: 0, paddingLeft: 20 }}>{said.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
        </div>
      )}
    </div>
  )
}
