import { type SchemePart, schemeParts } from './scheme-parts.ts'

/** A scheme as its file holds it, so that what a form does not know stays untouched. Never changed in place. */
export type SchemeDocument = Readonly<Record<string, unknown>>
export type SchemeFact = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at a dotted path; `undefined` when something on the way is not there. */
export function valueAt(holder: unknown, path: string): unknown {
  let value = holder
  for (const step of path.split('.')) value = isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined
  return value
}

/** The same with another value at the path; `undefined` takes it away, and an inner object that has become empty with it. */
export function withValueAt(holder: SchemeDocument, path: string, value: unknown): SchemeDocument {
  const [step = '', ...rest] = path.split('.')
  const inner = Object.hasOwn(holder, step) ? holder[step] : undefined
  const next = rest.length === 0 ? value : withValueAt(isRecord(inner) ? inner : {}, rest.join('.'), value)
  const isGone = next === undefined || (rest.length > 0 && isRecord(next) && Object.keys(next).length === 0)
  if (!isGone) return { ...holder, [step]: next }
  const { [step]: _gone, ...others } = holder
  return others
}

/** The facts of a part in their order; of a part that stands at most once, the one or none. */
export function factsOf(scheme: SchemeDocument, part: SchemePart): readonly SchemeFact[] {
  const value = valueAt(scheme, part.path)
  if (part.single) return isRecord(value) ? [value] : []
  return Array.isArray(value) ? value.filter(isRecord) : []
}

/** The same scheme with these facts in the part; a part without facts is left out, as silence is. */
export function withFacts(scheme: SchemeDocument, part: SchemePart, facts: readonly SchemeFact[]): SchemeDocument {
  const value = part.single ? facts[0] : facts.length === 0 ? undefined : [...facts]
  return withValueAt(scheme, part.path, value)
}

/** What tells the facts of a part apart: their reference, or their `key`. */
export function factKey(part: SchemePart, fact: SchemeFact): string {
  const value = part.letter === null ? fact['key'] : part.single ? part.path : fact['sourceRef']
  return typeof value === 'string' ? value : ''
}

/** Lists and inner objects that hold nothing say nothing: without them two schemes can be compared. */
export function withoutEmpty(scheme: SchemeDocument): SchemeDocument {
  let slim = scheme
  for (const part of schemeParts) slim = withFacts(slim, part, factsOf(slim, part))
  for (const holder of ['funding', 'assessment']) {
    const value = slim[holder]
    if (isRecord(value) && Object.keys(value).length === 0) slim = withValueAt(slim, holder, undefined)
  }
  return slim
}

/** Whether two values of a document say the same; the order of keys does not matter. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => sameContent(item, b[at]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameContent(a[key], b[key]))
}
