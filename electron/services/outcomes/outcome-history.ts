import { eq } from 'drizzle-orm'
import { studioTable } from '../../../db/schema/studios.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { columnOf, specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { outcomeStateNames } from '../../../shared/domain/outcomes/outcome-record.ts'
import { detailsInWords, metricInWords, peopleInWords, periodInWords } from '../../../shared/domain/outcomes/outcome-words.ts'
import { factsOf, peopleOf } from './outcome-rows.ts'
import type { Outcome } from './outcome-scope.ts'

/**
 * The record as it stands in the log: under the labels of its own form, in words, because the fields of a kind mean something only
 * together with the kind.
 */
export function auditShape(db: ReadDb, outcome: Outcome): Record<string, string | number | null> {
  const people = peopleOf(db, [outcome.id]).get(outcome.id) ?? []
  const facts = factsOf(outcome, people)
  const label = (key: string, otherwise: string) => columnOf(outcome.kind, key)?.label ?? otherwise
  return {
    类别: specOf(outcome.kind).name,
    [label('title', '名称')]: outcome.title,
    [label('onDay', '日期')]: outcome.onDay,
    [label('untilDay', '结束日期')]: outcome.untilDay,
    [label('people', '人员')]: peopleInWords(people),
    工作室: outcome.studioId === null ? null : (db.select({ name: studioTable.name }).from(studioTable).where(eq(studioTable.id, outcome.studioId)).get()?.name ?? outcome.studioId),
    [label('level', '级别')]: outcome.levelKey,
    [label('forPeriod', '哪一段时间的')]: outcome.forPeriod === null ? null : periodInWords(outcome.forPeriod),
    [label('metric', '规程里的哪一项')]: outcome.metricKey === null ? null : metricInWords(outcome.metricKey),
    [label('quantity', '数量')]: outcome.quantity,
    字数: outcome.characters,
    ...Object.fromEntries(detailsInWords(facts).map(({ label: name, words }) => [name, words])),
    状态: outcomeStateNames[outcome.state],
    退回原因: outcome.returnReason,
    移入回收站: outcome.removedAt,
    移入回收站的原因: outcome.removedReason,
  }
}
