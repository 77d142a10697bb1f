import { activityKindNames, activityKinds, type ActivityKind } from '../activities/activity-words.ts'
import { metricsFromElsewhere, metricsOfActivityKind, metricsOfPage, type RecordPage, recordPages } from './metric-sources.ts'
import type { Feed } from './outcome-kind.ts'
import { type OutcomeKind, outcomeKindKeys, specOf } from './outcome-kinds.ts'
import { metricInWords } from './outcome-words.ts'

/** A record that counts for a duty once it is entered: an outcome or an activity of a kind, or what a page of its own keeps. `metric`: the one of the duty's metrics that it feeds. */
export type WayToFulfil =
  | { readonly via: 'outcome'; readonly kind: OutcomeKind; readonly metric: string }
  | { readonly via: 'activity'; readonly kind: ActivityKind; readonly metric: string }
  | { readonly via: 'page'; readonly kind: RecordPage; readonly metric: string }

/** Of whom it is asked: an activity counts for a person only through its 中心发言人, so her own record comes first. */
export type AskedOf = 'studio' | 'person'

const mostWays = 6
const computed: ReadonlySet<string> = new Set(metricsFromElsewhere['computed'])

/**
 * What can be entered so that a duty with these metrics (and plain words of its scheme) is fulfilled, the most fitting first. A
 * metric that no kind feeds is entered as 其他; empty: nothing is entered, it is worked out of other records.
 */
export function waysToFulfil(metrics: readonly string[], askedOf: AskedOf): readonly WayToFulfil[] {
  const ranked = metrics.flatMap((metric, at) => waysOf(metric, askedOf).map(({ way, rank }) => ({ way, rank: rank + at })))
  const best = new Map<string, WayToFulfil>()
  for (const { way } of ranked.toSorted((a, b) => a.rank - b.rank)) {
    const key = `${way.via} ${way.kind}`
    if (!best.has(key)) best.set(key, way)
  }
  if (best.size > 0) return [...best.values()].slice(0, mostWays)
  const [named] = metrics.filter((metric) => !computed.has(metric))
  return named === undefined ? [] : [{ via: 'outcome', kind: 'other', metric: named }]
}

const pageVerbs: Readonly<Record<RecordPage, string>> = { themes: '定主题', patrols: '写值勤记录', weeklyLogs: '登记教学日记', inspections: '到教学检查', feedback: '登记反馈表' }

/** 登记公开课；登记「听课月」 where it has no kind of its own. */
export function wayInWords({ via, kind, metric }: WayToFulfil): string {
  if (via === 'page') return pageVerbs[kind]
  if (via === 'activity') return kind === 'other' ? '登记活动' : `登记${activityKindNames[kind]}`
  return kind === 'other' ? `登记「${metricInWords(metric)}」` : `登记${specOf(kind).name}`
}

/** What must stand in the fields of the kind so that the record feeds the metric: `{ result: 'published' }`. */
export function detailsFeeding(kind: OutcomeKind, metric: string): Readonly<Record<string, string>> {
  const feed = specOf(kind).feeds.find((each) => nameOf(each) === metric)
  if (feed === undefined || typeof feed === 'string' || feed.field === undefined || feed.is?.[0] === undefined) return {}
  return { [feed.field]: feed.is[0] }
}

interface Ranked {
  readonly way: WayToFulfil
  readonly rank: number
}

/** Steps between ranks are wider than the number of metrics that a duty names. */
const step = 100

/** The kind that is called like the metric, then what always feeds it, then what feeds it under a condition or among much else. */
function waysOf(metric: string, askedOf: AskedOf): Ranked[] {
  const byOutcome = outcomeKindKeys.flatMap((kind): Ranked[] => {
    const { feeds, byStudio = false } = specOf(kind)
    const feed = feeds.find((each) => nameOf(each) === metric)
    if (feed === undefined) return []
    const isPlain = typeof feed === 'string' || feed.field === undefined
    const fits = byStudio === (askedOf === 'studio') ? 0 : 3 * step
    return [{ way: { via: 'outcome', kind, metric }, rank: (kind === metric ? 0 : isPlain ? 2 * step : 3 * step) + fits }]
  })
  const byActivity = activityKinds.flatMap((kind): Ranked[] => {
    const at = metricsOfActivityKind[kind].findIndex((each) => each === metric)
    const first = askedOf === 'studio' ? -step : 5 * step
    return at === -1 ? [] : [{ way: { via: 'activity', kind, metric }, rank: (isNamed(kind, metric) ? 0 : 2 * step) + at * step + first }]
  })
  const byPage = recordPages.filter((page) => metricsOfPage[page].some((each) => each === metric)).map((kind): Ranked => ({ way: { via: 'page', kind, metric }, rank: 0 }))
  return [...byPage, ...byOutcome, ...byActivity]
}

/** 工作室活动 is any activity: it begins without a kind. */
function isNamed(kind: ActivityKind, metric: string): boolean {
  return kind === metric || (kind === 'other' && metric === 'studioActivity')
}

function nameOf(feed: Feed): string {
  return typeof feed === 'string' ? feed : (feed.metric ?? feed.word ?? '')
}
