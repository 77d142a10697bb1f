import { compareSchemes, isReordered, type SchemeDifference } from './compare-schemes.ts'
import { factSentence, factTitle, fieldWords, readingsOf } from './fact-words.ts'
import { sameContent, type SchemeDocument, type SchemeFact, valueAt } from './scheme-document.ts'
import type { SchemeField } from './scheme-fields.ts'
import { identityKeys, type SchemePart, partAt, schemeScalars, type SchemeSectionKey, schemeSections } from './scheme-parts.ts'

/** One thing that is different, for the page. */
export interface DifferenceLine {
  readonly section: SchemeSectionKey
  /** The part's path and the fact's key, where it is a fact. */
  readonly path: string
  readonly key: string | null
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered'
  readonly title: string
  /** What it was and what it is, field by field; empty for what was added, removed or moved. */
  readonly changes: readonly { readonly label: string | null; readonly before: string; readonly after: string }[]
  /** 公开课：每学年至少 2 次 → 每学期至少 2 次. */
  readonly text: string
}

/** What the second scheme says differently, in plain words and in the order of the sections. Number, version and origin are no difference. */
export function differenceLines(before: SchemeDocument, after: SchemeDocument, difference: SchemeDifference = compareSchemes(before, after)): DifferenceLine[] {
  const lines = [
    ...difference.values.flatMap(({ path, before: was, after: is }) => valueLine(before, after, path, was, is) ?? []),
    ...difference.parts.flatMap((each) => {
      const part = partAt(each.path)
      const facts = each.facts.map(({ key, before: was, after: is }) => factLine(before, after, part, key, was, is))
      return isReordered(each) ? [...facts, reordered(part)] : facts
    }),
  ]
  const order = Object.keys(schemeSections)
  return lines.toSorted((a, b) => order.indexOf(a.section) - order.indexOf(b.section))
}

function valueLine(before: SchemeDocument, after: SchemeDocument, path: string, was: unknown, is: unknown): DifferenceLine | null {
  if (identityKeys.some((key) => key === path)) return null
  const scalar = schemeScalars.find((each) => each.path === path || each.path.startsWith(`${path}.`))
  if (!scalar) return null
  const inner = scalar.path === path ? null : scalar.path.slice(path.length + 1)
  const words = (scheme: SchemeDocument, value: unknown) => fieldWords(scheme, scalar.field.control, inner === null ? value : valueAt(value, inner))
  const change = { label: null, before: words(before, was), after: words(after, is) }
  return {
    section: scalar.section, path: scalar.path, key: null, kind: 'changed', title: scalar.field.label, changes: [change],
    text: `${scalar.field.label}：${change.before} → ${change.after}`,
  }
}

function factLine(before: SchemeDocument, after: SchemeDocument, part: SchemePart, key: string, was: SchemeFact | null, is: SchemeFact | null): DifferenceLine {
  const head = { section: part.section, path: part.path, key }
  if (was && is) {
    const title = factTitle(before, part, was)
    const changes = changesOf(before, after, part, was, is)
    const said = changes.map(({ label, before: old, after: now }) => `${label === null ? '' : `${label} `}${old} → ${now}`).join('；')
    return { ...head, kind: 'changed', title, changes, text: `${title}：${said}` }
  }
  const [scheme, fact, kind, word] = is ? [after, is, 'added', '新增'] as const : [before, was ?? {}, 'removed', '去掉'] as const
  return { ...head, kind, title: factTitle(scheme, part, fact), changes: [], text: `${word}${part.name}：${factSentence(scheme, part, fact)}` }
}

function reordered(part: SchemePart): DifferenceLine {
  return { section: part.section, path: part.path, key: null, kind: 'reordered', title: part.name, changes: [], text: `${part.name}：先后顺序有变` }
}

function changesOf(before: SchemeDocument, after: SchemeDocument, part: SchemePart, was: SchemeFact, is: SchemeFact): DifferenceLine['changes'] {
  const differs = (key: string) => !sameContent(valueAt(was, key), valueAt(is, key))
  const together = readingsOf(part).filter(({ keys }) => keys.some(differs)).map(({ keys, label, words }) => ({ keys, label, before: words(before, was), after: words(after, is) }))
  const told = together.filter((each) => each.before !== each.after)
  const done = new Set(told.flatMap(({ keys }) => keys))
  // The fields of an inner object lie beside the field of what else stands in it.
  const single = part.fields.filter(({ key }) => !done.has(key) && differs(key)).map((field) => ({ ...fieldChange(before, after, field, was, is), isInner: field.control.kind === 'conditions' }))
    .filter((each) => !each.isInner || each.before !== each.after)
  const changes = [...told, ...single].map(({ label, before: old, after: now }) => ({ label, before: old, after: now }))
  // What no field shows (a key that only the format knows) is still a difference.
  return changes.length > 0 ? changes : [{ label: '其他内容', before: '原来的', after: '改过的' }]
}

function fieldChange(before: SchemeDocument, after: SchemeDocument, { key, label, control }: SchemeField, was: SchemeFact, is: SchemeFact) {
  return { label, before: fieldWords(before, control, valueAt(was, key)), after: fieldWords(after, control, valueAt(is, key)) }
}
