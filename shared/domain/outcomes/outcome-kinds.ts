import type { OutcomeDetailField, OutcomeField, OutcomeKindSpec, OutcomePart } from './outcome-kind.ts'
import { characters, day, level, metric, people, quantity, text, title } from './outcome-kind.ts'
import { guidingKinds } from './kinds/guiding-kinds.ts'
import { listeningKinds } from './kinds/listening-kinds.ts'
import { researchKinds } from './kinds/research-kinds.ts'
import { studioKinds } from './kinds/studio-kinds.ts'
import { teachingKinds } from './kinds/teaching-kinds.ts'
import { writingKinds } from './kinds/writing-kinds.ts'

/**
 * Every kind of outcome: what it is called, what its paper asks for, and which metrics of the duties it counts for. The last one
 * takes any metric that a scheme names, so that nothing a scheme asks for is without a place.
 */
export const outcomeKinds = {
  ...teachingKinds,
  ...listeningKinds,
  ...guidingKinds,
  ...researchKinds,
  ...writingKinds,
  ...studioKinds,
  other: {
    name: '其他', letters: 'qt', group: 'other', unit: '次', parts: ['self', 'lead', 'takePart', 'guide', 'author'], byStudio: true,
    fields: [title('名称'), metric('规程里的哪一项'), day(), people('谁'), level(), quantity('数量', ''), characters(), text('summary', '说明')],
    feeds: [],
  },
} as const satisfies Readonly<Record<string, OutcomeKindSpec>>
export type OutcomeKind = keyof typeof outcomeKinds

/** In the order in which they are offered: group by group. */
export const outcomeKindKeys = Object.keys(outcomeKinds) as [OutcomeKind, ...OutcomeKind[]]

export function specOf(kind: OutcomeKind): OutcomeKindSpec {
  return outcomeKinds[kind]
}

export function isOutcomeKind(text: string): text is OutcomeKind {
  return Object.hasOwn(outcomeKinds, text)
}

/** The kind's own fields, without the columns that every record has. */
export function detailFields(kind: OutcomeKind): readonly OutcomeDetailField[] {
  return specOf(kind).fields.filter((field): field is OutcomeDetailField => field.type !== 'column')
}

/** The column as this kind's paper has it; undefined where the paper does not ask for it. */
export function columnOf(kind: OutcomeKind, key: string): Extract<OutcomeField, { type: 'column' }> | undefined {
  return specOf(kind).fields.find((field): field is Extract<OutcomeField, { type: 'column' }> => field.type === 'column' && field.key === key)
}

/** Whether the part is the person's own doing: whoever is mentored is named, and the record counts for the mentor. */
export function isOwnDoing(part: OutcomePart): boolean {
  return part !== 'mentee'
}

/** Whether what was typed (汉字 or initials) names the kind. */
export function kindMatches(typed: string, kind: OutcomeKind): boolean {
  const { name, letters } = specOf(kind)
  const wanted = typed.trim().toLowerCase()
  return wanted === '' || name.includes(wanted) || letters.startsWith(wanted) || (wanted.length > 1 && letters.includes(wanted))
}
