/** One fact of a scheme as a sentence for the page. `soft` carries the printed word (一般、左右) of a rule that only warns. */
export interface SchemeLine {
  readonly ref: string
  readonly text: string
  readonly soft: string | null
  /** How we read an unclear place, and what is worth knowing. */
  readonly reading: string | null
}

interface Fact {
  readonly sourceRef: string
  readonly reading?: string | undefined
  readonly note?: string | undefined
  readonly strength?: 'hard' | 'soft' | undefined
  readonly softWord?: string | undefined
}

export function line(fact: Fact, text: string): SchemeLine {
  const remarks = [fact.reading, fact.note].filter((remark) => remark !== undefined)
  return {
    ref: fact.sourceRef, text, soft: fact.strength === 'soft' ? (fact.softWord ?? '原则上') : null,
    reading: remarks.length === 0 ? null : remarks.join('；'),
  }
}
