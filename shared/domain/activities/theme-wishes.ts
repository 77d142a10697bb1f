import { type Period, periodNames } from '../schemes/scheme-fragments.ts'
import type { Scheme } from '../schemes/scheme-format.ts'

interface Asked {
  readonly per?: Period | undefined
  readonly minimum?: unknown
  readonly unit?: string | undefined
}

/**
 * Where a scheme asks that a studio studies by themes, in its own words: 定一个学期主题，每学期至少 1 个. A theme is asked for by the duty to set
 * one, by study on a theme, and by a meeting whose form or condition is one (主题沙龙). Empty: the scheme does not speak of it.
 */
export function themeWishes(scheme: Scheme | null): readonly string[] {
  const duties = (scheme?.duties ?? []).filter(({ metric, conditions }) => asksForTheme(metric, conditions))
  const named = new Set(duties.map(({ meeting }) => meeting))
  const meetings = (scheme?.meetings ?? []).filter(({ sourceRef, kind, conditions }) => !named.has(sourceRef) && asksForTheme(kind, conditions))
  return [...new Set([
    ...duties.toSorted((a, b) => Number(b.metric === 'termTheme') - Number(a.metric === 'termTheme')).map((duty) => `${duty.title}${oftenText(duty)}`),
    ...meetings.map((meeting) => `${meeting.printedAs}${oftenText(meeting)}`),
  ])]
}

function asksForTheme(metric: string, conditions: object | undefined): boolean {
  if (metric === 'termTheme' || metric === 'themeStudy') return true
  const { theme, form } = (conditions ?? {}) as { readonly theme?: unknown; readonly form?: unknown }
  return theme !== undefined || (typeof form === 'string' && form.startsWith('主题'))
}

function oftenText({ per, minimum, unit }: Asked): string {
  return typeof minimum === 'number' && per !== undefined ? `，${periodNames[per]}至少 ${minimum} ${unit ?? ''}` : ''
}
