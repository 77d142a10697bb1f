import { and, eq, isNull } from 'drizzle-orm'
import { outcomePersonTable, outcomeTable } from '../../../db/schema/outcomes.ts'
import { settingTable } from '../../../db/schema/school.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { ladderAtFirst, ladderSchema, reachedSteps } from '../../../shared/domain/outcomes/growth-ladder.ts'
import { outcomeKindKeys } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import type { ReadContext, WriteContext } from '../../dispatch/context.ts'
import { readablePerson } from '../people/people-service.ts'
import { visibleOutcomes } from './outcome-scope.ts'

const settingKey = 'growthLadder'

/** The steps of the school's ladder, the lowest first. */
export function readLadder(db: ReadDb): readonly string[] {
  const row = db.select().from(settingTable).where(eq(settingTable.key, settingKey)).get()
  return row === undefined ? ladderAtFirst : ladderSchema.parse(JSON.parse(row.value)).steps
}

/** Records keep the step that they name, also when it is no longer on the ladder. */
export function saveLadder(ctx: WriteContext, steps: readonly string[]): void {
  ctx.write(`成长阶梯改为：${steps.join(' → ')}`, (w) => {
    const before = readLadder(w.tx)
    const row = { key: settingKey, value: JSON.stringify({ steps }), updatedAt: ctx.clock.now() }
    w.tx.insert(settingTable).values(row).onConflictDoUpdate({ target: settingTable.key, set: row }).run()
    w.changed('setting', settingKey, { 成长阶梯: before.join(' → ') }, { 成长阶梯: steps.join(' → ') })
  })
}

/** What stands on a person's page. @throws `people.none`, `people.notYours` */
export function outcomesOfPerson(ctx: ReadContext, personId: string): OutputOf<'outcomes.ofPerson'> {
  readablePerson(ctx, personId)
  const rows = ctx.db.select({ kind: outcomeTable.kind, state: outcomeTable.state, onDay: outcomeTable.onDay, details: outcomeTable.details, part: outcomePersonTable.part })
    .from(outcomePersonTable).innerJoin(outcomeTable, eq(outcomePersonTable.outcomeId, outcomeTable.id))
    .where(and(eq(outcomePersonTable.personId, personId), isNull(outcomeTable.removedAt), visibleOutcomes(ctx))).all()
  const steps = rows.filter(({ kind, state }) => kind === 'growthStep' && state !== 'draft' && state !== 'returned').flatMap(({ details, onDay }) => {
    const { step } = JSON.parse(details) as { step?: string }
    return step === undefined ? [] : [{ step, on: onDay }]
  })
  return {
    counts: outcomeKindKeys.flatMap((kind) => {
      const own = rows.filter((row) => row.kind === kind)
      return own.length === 0 ? [] : [{ kind, count: own.length, confirmed: own.filter(({ state }) => state === 'confirmed').length }]
    }),
    ladder: steps.length === 0 ? [] : [...reachedSteps(readLadder(ctx.db), steps)],
  }
}
