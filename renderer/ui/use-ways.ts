import type { Fulfilment } from '../../shared/contract/duties.ts'
import { columnOf } from '../../shared/domain/outcomes/outcome-kinds.ts'
import { metricOfTheme, type RecordPage } from '../../shared/domain/outcomes/metric-sources.ts'
import { wayInWords, waysToFulfil, type WayToFulfil } from '../../shared/domain/outcomes/ways-to-fulfil.ts'
import { useMay } from '../app/standing.tsx'

/** What is to be done, of whom and in which studio. */
export interface ToFulfil {
  readonly studioId: string
  /** `studio`, `person:…`. */
  readonly column: string
  readonly fulfilment: Fulfilment
}

export interface OfferedWay {
  readonly key: string
  /** 登记公开课. */
  readonly label: string
  readonly isActivity: boolean
  /** The form, with everything that is known already. */
  readonly path: string
}

/** The forms that would fulfil it and that this account may fill in, the most fitting first; null where nothing is entered for it at all. */
export function useWays(): (toFulfil: ToFulfil) => readonly OfferedWay[] | null {
  const mayOutcomes = useMay('outcomes.write')
  const mayActivities = useMay('activities.write')
  const mayShifts = useMay('shifts.own')
  const mayInspections = useMay('inspections.write')
  return ({ studioId, column, fulfilment }) => {
    const personId = column.startsWith('person:') ? column.slice('person:'.length) : null
    const ways = waysToFulfil(fulfilment.metrics, personId === null ? 'studio' : 'person')
    return ways.length === 0 ? null : ways
      .filter(({ via, kind }) => (via === 'outcome' ? mayOutcomes : via === 'activity' || kind === 'themes' ? mayActivities : kind === 'patrols' ? mayShifts : mayInspections))
      .map((way) => ({ key: `${way.via} ${way.kind}`, label: wayInWords(way), isActivity: way.via === 'activity', path: pathOf(way, studioId, personId, fulfilment) }))
  }
}

const pagePaths: Readonly<Record<Exclude<RecordPage, 'themes'>, string>> = { patrols: '/shifts?view=mine', weeklyLogs: '/inspections', inspections: '/inspections?view=inspections', feedback: '/inspections?view=feedback' }

function pathOf(way: WayToFulfil, studioId: string, personId: string | null, { forPeriod, periodIsOver }: Fulfilment): string {
  if (way.via === 'page') return way.kind === 'themes' ? themePath(studioId, forPeriod) : pagePaths[way.kind]
  const asksPeriod = way.via === 'outcome' && columnOf(way.kind, 'forPeriod') !== undefined
  const known = new URLSearchParams({ kind: way.kind, studio: studioId })
  if (personId !== null) known.set('person', personId)
  if (way.via === 'outcome') known.set('metric', way.metric)
  if (way.via === 'activity' && way.metric === metricOfTheme) known.set('theme', 'likely')
  if (asksPeriod && forPeriod !== null && /^(cycle$|term:|schoolYear:|year:)/.test(forPeriod)) known.set('period', forPeriod)
  // A day in a period that is over is hers to say: today would not count for it.
  if (periodIsOver && !asksPeriod) known.set('day', 'ask')
  return `/${way.via === 'outcome' ? 'outcomes' : 'activities'}/new?${known.toString()}`
}

/** The form of a new theme on the page of the studio, for the term that is asked. */
function themePath(studioId: string, forPeriod: string | null): string {
  const [, termKey] = /^term:(.+)$/.exec(forPeriod ?? '') ?? []
  return `/studios/${studioId}?theme=new${termKey === undefined ? '' : `&term=${termKey}`}`
}
