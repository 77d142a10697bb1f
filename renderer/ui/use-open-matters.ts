import { useMemo } from 'react'
import type { DueItem } from '../../shared/contract/duties.ts'
import { addDays } from '../../shared/domain/dates/day.ts'
import { openMatters, type OpenMatter } from '../../shared/domain/workbench/open-matters.ts'
import { useCall } from '../api/client.ts'
import { useMay, useStanding } from '../app/standing.tsx'
import { useTerm } from '../app/term.tsx'

/** What waits for this person in the term she works in; undefined while it is being read. */
export function useOpenMatters(): readonly OpenMatter[] | undefined {
  const { term, today } = useTerm()
  const termKey = term?.key ?? ''
  const maySeeActivities = useMay('activities.read')
  const maySeeStudios = useMay('studios.read')
  const maySeeMoney = useMay('ledger.read')
  const activities = useCall('activities.list', { termKey }, { enabled: maySeeActivities && term !== null })
  const totals = useCall('activities.totals', { termKey }, { enabled: maySeeActivities && term !== null })
  const studios = useCall('studios.list', {}, { enabled: maySeeStudios })
  const funds = useCall('ledger.overview', { termKey }, { enabled: maySeeMoney && term !== null })
  const mayConfirm = useMay('outcomes.confirm')
  const outcomes = useCall('outcomes.choices', {}, { enabled: mayConfirm })
  const maySeeDuties = useMay('duties.read')
  const due = useCall('duties.due', { studioId: null }, { enabled: maySeeDuties && term !== null })
  const maySeeShifts = useMay('shifts.read')
  const mayWriteShifts = useMay('shifts.write')
  const { me } = useStanding()
  const onDuty = useCall('shifts.today', {}, { enabled: maySeeShifts })
  const takesPart = useMay('inspections.answer')
  const inspections = useCall('inspections.matters', {}, { enabled: takesPart })
  return useMemo(() => {
    if (today === null) return undefined
    if ((maySeeActivities && term && !activities.data) || (maySeeStudios && !studios.data)) return undefined
    return openMatters({
      today, soonUntil: addDays(today, 7), term,
      activities: activities.data?.rows ?? [],
      studios: studios.data?.rows ?? [],
      ...(funds.data ? { funds: funds.data.funds } : {}),
      ...(totals.data ? { attendance: totals.data.rows } : {}),
      ...(outcomes.data ? { outcomesToConfirm: outcomes.data.toConfirm } : {}),
      ...(due.data ? { duties: openByStudio(due.data.items) } : {}),
      ...(inspections.data ? { inspections: inspections.data } : {}),
      // A teacher is told of her own turn, the office of everybody's.
      ...(onDuty.data ? { shifts: { ...onDuty.data, today: onDuty.data.today.filter((round) => mayWriteShifts || round.onDuty.some(({ personId }) => personId === me.personId)) } } : {}),
    })
  }, [activities.data, due.data, funds.data, inspections.data, maySeeActivities, maySeeStudios, mayWriteShifts, me.personId, onDuty.data, outcomes.data, studios.data, term, today, totals.data])
}

/** Soft rules only remind; they are left to the page of duties. */
function openByStudio(items: readonly DueItem[]) {
  return [...Map.groupBy(items.filter(({ soft }) => !soft), ({ studioId }) => studioId)].map(([studioId, own]) => ({
    studioId, studioName: own[0]?.studioName ?? '', overdue: own.filter(({ when }) => when === 'overdue').length, thisWeek: own.filter(({ when }) => when === 'thisWeek').length,
  }))
}
