import type { SeriesWish } from '../../contract/activity-series.ts'
import { metricsOfActivityKind } from '../outcomes/metric-sources.ts'
import type { Scheme } from '../schemes/scheme-format.ts'
import type { Meeting } from '../schemes/scheme-work.ts'
import { type ActivityKind, activityKinds } from './activity-words.ts'
import type { SeriesRhythm } from './series-days.ts'

const rhythmNames: Readonly<Record<'week' | 'twoWeeks' | 'month', string>> = { week: '每周', twoWeeks: '每两周', month: '每月' }

/**
 * The meetings that a scheme asks for every week, two weeks or month, as series that would meet them. What is asked once or twice
 * a term is no series; of meetings that the program has no kind for (家长会) nothing is offered.
 */
export function seriesWishes(scheme: Scheme | null): readonly SeriesWish[] {
  return (scheme?.meetings ?? []).flatMap((meeting): SeriesWish[] => {
    const rhythm = rhythmOf(meeting)
    const kind = kindOf(meeting)
    if (rhythm === null || kind === null) return []
    const { per, minimum, unit } = meeting
    const often = per === 'week' || per === 'twoWeeks' || per === 'month' ? rhythmNames[per] : ''
    const name = meeting.printedAs.split('，')[0] ?? meeting.printedAs
    return [{
      sourceRef: meeting.sourceRef, kind, rhythm, title: `第1次${name}`.slice(0, 60),
      words: `${meeting.printedAs}，${often}${typeof minimum === 'number' ? `至少 ${minimum} ${unit}` : ''}`,
    }]
  })
}

/** Twice a month is every two weeks. */
function rhythmOf({ per, minimum }: Meeting): SeriesRhythm | null {
  if (per === 'week' || per === 'twoWeeks') return per
  if (per !== 'month') return null
  return typeof minimum === 'number' && minimum >= 4 ? 'week' : typeof minimum === 'number' && minimum >= 2 ? 'twoWeeks' : 'month'
}

/** The kind of activity that counts for it. */
function kindOf({ kind }: Meeting): ActivityKind | null {
  return activityKinds.find((each) => each === kind) ?? activityKinds.find((each) => metricsOfActivityKind[each].some((metric) => metric === kind)) ?? null
}
