import { eq } from 'drizzle-orm'
import { settingTable } from '../../../db/schema/school.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import { logDueRule } from '../../../shared/contract/inspections.ts'
import { type LogDueRule, logDueAtFirst } from '../../../shared/domain/inspections/weekly-logs.ts'
import type { WriteContext } from '../../dispatch/context.ts'

const settingKey = 'weeklyLogDue'
const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** By when weekly logs are handed in. */
export function readDueRule(db: ReadDb): LogDueRule {
  const row = db.select().from(settingTable).where(eq(settingTable.key, settingKey)).get()
  return row === undefined ? logDueAtFirst : logDueRule.parse(JSON.parse(row.value))
}

export function saveDueRule(ctx: WriteContext, rule: LogDueRule): void {
  ctx.write(`教学日记的送交期限改为${inWords(rule)}`, (w) => {
    const before = readDueRule(w.tx)
    const row = { key: settingKey, value: JSON.stringify(rule), updatedAt: ctx.clock.now() }
    w.tx.insert(settingTable).values(row).onConflictDoUpdate({ target: settingTable.key, set: row }).run()
    w.changed('setting', settingKey, { 送交期限: inWords(before) }, { 送交期限: inWords(rule) })
  })
}

function inWords({ weekday, week }: LogDueRule): string {
  return `${week === 'next' ? '下一周' : '本周'}周${weekdays[weekday - 1] ?? ''}`
}
