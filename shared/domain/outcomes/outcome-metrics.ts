import type { Feed } from './outcome-kind.ts'
import { specOf } from './outcome-kinds.ts'
import type { OutcomeDetails, OutcomeFacts } from './outcome-record.ts'

/** One act for which a record counts: under these metrics, from this day. */
export interface OutcomeAct {
  /** `main`, or what sets it apart: the metric of its own. */
  readonly key: string
  readonly metrics: readonly string[]
  readonly on: string
}

type Countable = Pick<OutcomeFacts, 'kind' | 'onDay' | 'metricKey' | 'details'>

/**
 * The acts of a record: usually one with all its metrics; a lesson that was listened to and reviewed is two, a project one for each
 * stage that it has reached, each on the stage's own day.
 */
export function outcomeActs(record: Countable): readonly OutcomeAct[] {
  const feeds = specOf(record.kind).feeds.flatMap((feed) => read(feed, record) ?? [])
  const main = [...feeds.filter(({ apart }) => !apart).map(({ name }) => name), ...(record.metricKey === null ? [] : [record.metricKey])]
  return [
    ...(main.length === 0 ? [] : [{ key: 'main', metrics: [...new Set(main)], on: record.onDay }]),
    ...feeds.filter(({ apart }) => apart).map(({ name, on }) => ({ key: name, metrics: [name], on })),
  ]
}

/** All keys of metrics (and plain words of schemes) for which the record counts as it stands. */
export function outcomeMetrics(record: Countable): readonly string[] {
  return [...new Set(outcomeActs(record).flatMap(({ metrics }) => metrics))]
}

/** What the feed gives for this record; null while its condition is not met. */
function read(feed: Feed, { onDay, details }: Countable): { name: string; on: string; apart: boolean } | null {
  if (typeof feed === 'string') return { name: feed, on: onDay, apart: false }
  const { metric, word, field, is, on, apart = false } = feed
  const name = metric ?? word
  if (name === undefined || (field !== undefined && !holds(details, field, is))) return null
  const day = on === undefined ? onDay : details[on]
  return typeof day === 'string' && day !== '' ? { name, on: day, apart } : null
}

function holds(details: OutcomeDetails, field: string, is: readonly string[] | undefined): boolean {
  const value = Object.hasOwn(details, field) ? details[field] : undefined
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return false
  return is === undefined || is.includes(String(value))
}

/** Every metric and word that a kind may ever count for. */
export function everyFeedOf(kind: Countable['kind']): readonly string[] {
  return specOf(kind).feeds.map((feed) => (typeof feed === 'string' ? feed : (feed.metric ?? feed.word ?? '')))
}
