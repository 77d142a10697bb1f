import { addDays, addYears, type Day } from '../dates/day.ts'

export interface NameFacts {
  readonly school: string
  readonly subject: string
  readonly hostName: string
  readonly stage: string
}

/**
 * A name by the scheme's template, e.g. `{school}{subject}工作室`; null while something that it needs is not known yet, or
 * the scheme has no template.
 */
export function suggestStudioName(template: string | null, facts: Partial<NameFacts>): string | null {
  if (template === null) return null
  const known: Readonly<Record<string, string | undefined>> = { ...facts }
  let whole = true
  const name = template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = known[key]?.trim() ?? ''
    if (value === '') whole = false
    return value
  })
  return whole ? name : null
}

/** A cycle of so many years that begins with the term: its last day is the day before the same day of the year. */
export function suggestCycle(startsOn: Day, years: number): { readonly startsOn: Day; readonly endsOn: Day } {
  return { startsOn, endsOn: addDays(addYears(startsOn, years), -1) }
}
