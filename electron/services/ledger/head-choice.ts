import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { settingTable } from '../../../db/schema/school.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { countingDays } from '../../../shared/contract/ledger.ts'
import type { Term } from '../../../shared/contract/school.ts'
import type { PerHeadRule } from '../../../shared/domain/schemes/scheme-settings.ts'
import { memberRoles } from '../../../shared/domain/studios/studio-words.ts'
import type { Write } from '../../dispatch/context.ts'
import type { SchemeKey } from '../schemes/schemes-service.ts'

const headChoice = z.object({
  rolesCounted: z.array(z.enum(memberRoles)).min(1),
  countingDay: z.enum(countingDays),
  rateFen: z.int().positive(),
  /** What the scheme said with the school's readings when this was chosen; once it says otherwise the choice is out of date. */
  insteadOf: z.json(),
})

/** How heads were counted the last time under a scheme; proposed again the next time. */
export type HeadChoice = z.output<typeof headChoice>

const keyOf = ({ schemeCode, schemeVersion }: SchemeKey) => `ledger.heads.${schemeCode}@${schemeVersion}`

/** What was chosen last under the scheme; null before the first allotment per head, and once the scheme's own rule (`said`) has become another. */
export function readHeadChoice(db: ReadDb, scheme: SchemeKey, said: PerHeadRule | undefined): HeadChoice | null {
  const kept = keptChoice(db, scheme)
  return kept !== null && JSON.stringify(kept.insteadOf) === JSON.stringify(said ?? null) ? kept : null
}

function keptChoice(db: ReadDb, scheme: SchemeKey): HeadChoice | null {
  const row = db.select().from(settingTable).where(eq(settingTable.key, keyOf(scheme))).get()
  return row === undefined ? null : headChoice.parse(JSON.parse(row.value))
}

/** Keeps the choice for the scheme; a change of it stands in the history beside the entry that it was made for. */
export function rememberHeadChoiceTx(w: Write, at: string, scheme: SchemeKey, said: PerHeadRule | undefined, made: Omit<HeadChoice, 'insteadOf'>): void {
  const key = keyOf(scheme)
  const before = keptChoice(w.tx, scheme)
  const choice: HeadChoice = { ...made, insteadOf: said === undefined ? null : { ...said, rolesCounted: [...said.rolesCounted] } }
  if (JSON.stringify(before) === JSON.stringify(choice)) return
  const row = { key, value: JSON.stringify(choice), updatedAt: at }
  w.tx.insert(settingTable).values(row).onConflictDoUpdate({ target: settingTable.key, set: row }).run()
  w.changed('setting', key, before, choice)
}

/** The day that a word of a scheme stands for in a term; `chosen` has none of its own. */
export function dayOfWord(term: Term, word: HeadChoice['countingDay']): string | null {
  switch (word) {
    case 'termStart': return term.startsOn
    case 'teachingStart': return term.teachingStartsOn
    case 'termEnd': return term.endsOn
    case 'chosen': return null
  }
}

/** The word for a day, so that the next term proposes its own first day of lessons and not this one. */
export function wordOfDay(term: Term, day: string): HeadChoice['countingDay'] {
  if (day === term.teachingStartsOn) return 'teachingStart'
  if (day === term.startsOn) return 'termStart'
  return day === term.endsOn ? 'termEnd' : 'chosen'
}
