import { metricOf } from '../duties/metric-catalogue.ts'
import { factKey, factsOf, isRecord, sameContent, type SchemeDocument, type SchemeFact, withFacts, withValueAt } from './scheme-document.ts'
import type { OpenSetting } from './common-settings.ts'
import { partAt, type SchemePart, schemeParts } from './scheme-parts.ts'

/** Which letter a school's own copies of one scheme carry, in order: A, B … Z, A2 … */
function copyMark(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : `${letter}${Math.floor(at / 26) + 1}`
}

/** A number for a school's own scheme that none of `taken` carries: `004-03` → `004-03-A`, then `004-03-B`. */
export function ownCode(origin: string, taken: readonly string[]): string {
  const stem = origin.replace(/-[A-Z]\d*$/, '').slice(0, 34)
  for (let at = 0; ; at += 1) {
    const code = `${stem}-${copyMark(at)}`
    if (!taken.includes(code)) return code
  }
}

/** The version after the highest whole number among `taken`; `2` after `1`. */
export function nextVersion(taken: readonly string[]): string {
  const numbers = taken.map(Number).filter((each) => Number.isInteger(each) && each > 0)
  return String(Math.max(0, ...numbers) + 1)
}

/** A scheme of the school's own that says the same as `origin`; references stay, so that each fact can be compared with where it came from. */
export function copyScheme(origin: SchemeDocument, { code, version, title }: { readonly code: string; readonly version: string; readonly title: string }): SchemeDocument {
  return { ...origin, code, version, title, basedOn: { code: String(origin['code']), version: String(origin['version']) } }
}

/**
 * A reference that no fact of the scheme carries, of facts that the base has had neither: what was taken away and what is new must not be
 * mistaken for one another. `{code}/d12`, or for what is told apart by its key, `own12`.
 */
export function freshKey(scheme: SchemeDocument, part: SchemePart, base: SchemeDocument | null): string {
  const taken = new Set<string>()
  for (const each of [scheme, ...(base ? [base] : [])]) for (const other of schemeParts) for (const fact of factsOf(each, other)) taken.add(keyIn(other, fact))
  const stem = part.letter === null ? 'own' : `${String(scheme['code'])}/${part.letter}`
  for (let at = 1; ; at += 1) {
    const key = part.single ? stem : `${stem}${part.letter === null ? at : String(at).padStart(2, '0')}`
    if (part.single || !taken.has(key)) return key
  }
}

const keyIn = (part: SchemePart, fact: SchemeFact) => (part.single ? String(fact['sourceRef'] ?? '') : factKey(part, fact))

/** The scheme with a new fact at the end of the part, and the fact's key. */
export function addFact(scheme: SchemeDocument, part: SchemePart, base: SchemeDocument | null): { readonly scheme: SchemeDocument; readonly key: string } {
  const key = freshKey(scheme, part, base)
  const facts = factsOf(scheme, part)
  const order = part.path === 'setup' ? { order: Math.max(0, ...facts.map((fact) => Number(fact['order']) || 0)) + 1 } : {}
  const fact = { ...(part.letter === null ? { key } : { sourceRef: key }), ...part.blank, ...order }
  return { scheme: withFacts(scheme, part, [...facts, fact]), key: factKey(part, fact) }
}

/** The scheme with the unclear place written into it; one that it asks already stays as it is. */
export function writeSetting(scheme: SchemeDocument, setting: OpenSetting): SchemeDocument {
  const part = partAt('settings')
  const { topic: _topic, explanation: _explanation, ...written } = setting
  const own = factsOf(scheme, part)
  return own.some((fact) => fact['key'] === setting.key) ? scheme : withFacts(scheme, part, [...own, { ...written }])
}

export function removeFact(scheme: SchemeDocument, part: SchemePart, key: string): SchemeDocument {
  return withFacts(scheme, part, factsOf(scheme, part).filter((fact) => factKey(part, fact) !== key))
}

export function changeFact(scheme: SchemeDocument, part: SchemePart, key: string, change: (fact: SchemeFact) => SchemeFact): SchemeDocument {
  return withFacts(scheme, part, factsOf(scheme, part).map((fact) => (factKey(part, fact) === key ? change(fact) : fact)))
}

/**
 * The fact with another value in one field. What goes with it follows: a duty's words and unit follow what it counts as long as nobody has
 * written others; another reading of an unclear place changes places with the one before.
 */
export function changeField(part: SchemePart, fact: SchemeFact, key: string, value: unknown): SchemeFact {
  const next = withValueAt(fact, key, value)
  if (part.path === 'duties' && key === 'metric') return withMetric(fact, next)
  if (part.path === 'settings' && key === 'reading') return withReading(fact, next)
  return next
}

function withMetric(before: SchemeFact, next: SchemeFact): SchemeFact {
  const [old, metric] = [metricOf(String(before['metric'] ?? '')), metricOf(String(next['metric'] ?? ''))]
  if (!metric) return next
  return {
    ...next,
    ...(before['title'] === old?.name || before['title'] === '' ? { title: metric.name } : {}),
    ...(before['unit'] === old?.unit ? { unit: metric.unit } : {}),
  }
}

function withReading(before: SchemeFact, next: SchemeFact): SchemeFact {
  const others = Array.isArray(before['alternatives']) ? before['alternatives'].filter(isRecord) : []
  const chosen = others.find((each) => sameContent(each['value'], next['reading']))
  if (!chosen) return before
  const old = { value: before['reading'], label: before['readingLabel'] }
  return { ...next, readingLabel: chosen['label'], alternatives: others.map((each) => (each === chosen ? old : each)) }
}

/** One place up (`by` -1) or down (1); steps that are numbered are numbered anew. */
export function moveFact(scheme: SchemeDocument, part: SchemePart, key: string, by: -1 | 1): SchemeDocument {
  const facts = [...factsOf(scheme, part)]
  const at = facts.findIndex((fact) => factKey(part, fact) === key)
  const [moved, other] = [facts[at], facts[at + by]]
  if (!moved || !other) return scheme
  const isNumbered = part.path === 'setup'
  facts[at] = isNumbered ? { ...other, order: moved['order'] } : other
  facts[at + by] = isNumbered ? { ...moved, order: other['order'] } : moved
  return withFacts(scheme, part, facts)
}
