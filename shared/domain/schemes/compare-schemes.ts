import { factKey, factsOf, sameContent, type SchemeDocument, type SchemeFact, valueAt, withFacts, withoutEmpty, withValueAt } from './scheme-document.ts'
import { identityKeys, type SchemePart, partAt, schemeParts } from './scheme-parts.ts'

/** One fact that the two schemes do not share alike: `before` null was added, `after` null was taken away. */
export interface FactDifference {
  readonly key: string
  readonly before: SchemeFact | null
  readonly after: SchemeFact | null
}

export interface PartDifference {
  readonly path: string
  readonly facts: readonly FactDifference[]
  /** The keys of all its facts, in order, on either side. */
  readonly orderBefore: readonly string[]
  readonly orderAfter: readonly string[]
}

/** Something of the scheme that is no fact of a list: its title, a rule about overspending. */
export interface ValueDifference {
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

export interface SchemeDifference {
  readonly parts: readonly PartDifference[]
  readonly values: readonly ValueDifference[]
}

const valuePaths = [...identityKeys, 'title', 'kind', 'region', 'level', 'funding.overspend', 'funding.otherCategories'] as const

/** What the second scheme says differently from the first; facts are the same fact when their reference is the same. */
export function compareSchemes(before: SchemeDocument, after: SchemeDocument): SchemeDifference {
  const [a, b] = [withoutEmpty(before), withoutEmpty(after)]
  return {
    parts: schemeParts.flatMap((part) => comparePart(part, factsOf(a, part), factsOf(b, part)) ?? []),
    values: valuePaths.flatMap((path) => {
      const [was, is] = [valueAt(a, path), valueAt(b, path)]
      return sameContent(was, is) ? [] : [{ path, before: was, after: is }]
    }),
  }
}

function comparePart(part: SchemePart, before: readonly SchemeFact[], after: readonly SchemeFact[]): PartDifference | null {
  const key = (fact: SchemeFact) => factKey(part, fact)
  const was = new Map(before.map((fact) => [key(fact), fact]))
  const is = new Map(after.map((fact) => [key(fact), fact]))
  const facts = [...new Set([...is.keys(), ...was.keys()])].flatMap((each): FactDifference[] => {
    const [one, other] = [was.get(each) ?? null, is.get(each) ?? null]
    return one && other && sameContent(one, other) ? [] : [{ key: each, before: one, after: other }]
  })
  const orderBefore = before.map(key)
  const orderAfter = after.map(key)
  return facts.length === 0 && sameContent(orderBefore, orderAfter) ? null : { path: part.path, facts, orderBefore, orderAfter }
}

/** The scheme on the other side of a difference. With `back`, from the second to the first. */
export function applyDifference(scheme: SchemeDocument, difference: SchemeDifference, back = false): SchemeDocument {
  let made = withoutEmpty(scheme)
  for (const { path, facts, orderBefore, orderAfter } of difference.parts) {
    const part = partAt(path)
    const known = new Map(factsOf(made, part).map((fact) => [factKey(part, fact), fact]))
    for (const { key, before, after } of facts) {
      const wanted = back ? before : after
      if (wanted) known.set(key, wanted)
      else known.delete(key)
    }
    made = withFacts(made, part, (back ? orderBefore : orderAfter).flatMap((key): SchemeFact[] => {
      const fact = known.get(key)
      return fact ? [fact] : []
    }))
  }
  for (const { path, before, after } of difference.values) made = withValueAt(made, path, back ? before : after)
  return withoutEmpty(made)
}

/** Whether facts that both sides have stand in another order. */
export function isReordered({ orderBefore, orderAfter }: PartDifference): boolean {
  const shared = new Set(orderBefore.filter((key) => orderAfter.includes(key)))
  return !sameContent(orderBefore.filter((key) => shared.has(key)), orderAfter.filter((key) => shared.has(key)))
}
