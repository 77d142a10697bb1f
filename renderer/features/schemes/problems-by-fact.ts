import type { SchemeProblem } from '../../../shared/domain/schemes/scheme-problems.ts'
import { factKey, factsOf, type SchemeDocument } from '../../../shared/domain/schemes/scheme-document.ts'
import { type SchemePart, schemeParts } from '../../../shared/domain/schemes/scheme-parts.ts'

/** What is wrong, where the page shows it: `part|fact` → field → reason; values of the scheme itself under `|`. */
export type ProblemsByFact = ReadonlyMap<string, ReadonlyMap<string, string>>

export const factAddress = (part: SchemePart, key: string) => `${part.path}|${key}`

export function problemsByFact(problems: readonly SchemeProblem[], scheme: SchemeDocument): ProblemsByFact {
  const found = new Map<string, Map<string, string>>()
  for (const { field, reason } of problems) {
    const part = schemeParts.find(({ path }) => field === path || field.startsWith(`${path}.`))
    const rest = part ? field.slice(part.path.length + 1).split('.') : [field]
    const at = part && !part.single ? Number(rest.shift()) : 0
    const fact = part ? factsOf(scheme, part)[at] : undefined
    const address = part && fact ? factAddress(part, factKey(part, fact)) : '|'
    const own = found.get(address) ?? new Map<string, string>()
    own.set(fieldKeyOf(part, rest), reason)
    found.set(address, own)
  }
  return found
}

/** The field that holds the place: `minimum.numerator` stands in `minimum`, `conditions.levelMin` in itself, `anyOf.1.value` in the second of its group. */
function fieldKeyOf(part: SchemePart | undefined, rest: readonly string[]): string {
  const whole = rest.join('.')
  const fields = part?.fields ?? []
  if (rest.length > 2 && fields.some(({ key, control }) => key === rest[0] && (control.kind === 'group' || control.kind === 'alternatives'))) return rest.slice(0, 3).join('.')
  return fields.find(({ key }) => key === whole)?.key ?? fields.find(({ key }) => whole.startsWith(`${key}.`))?.key ?? whole
}
