import { eq } from 'drizzle-orm'
import { weeklyLogTable, weeklySummaryTable } from '../../../db/schema/inspections.ts'
import type { LogFacts } from '../../../shared/contract/inspections.ts'
import { logItemNames, logItemStateNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { Write, WriteContext } from '../../dispatch/context.ts'
import { assertAsOpened, isOffice, ledClassIds, refusedAt, type SchoolClass } from './inspection-scope.ts'
import { askingWeek, type AskingWeek, logOf, type WeeklyLog } from './log-weeks.ts'
import { classesIn } from './school-classes.ts'

type Line = LogFacts & { readonly classId: string; readonly revision: number | null }

/**
 * Keeps the logs of a week, all lines or none. A line with nothing in it takes its log back into the recycle bin.
 * @throws `inspections.noWeek`, `inspections.noClass`, `inspections.notYours`, `inspections.refused` (days), `inspections.changed`
 */
export function saveWeek(ctx: WriteContext, weekStartsOn: string, lines: readonly Line[]): { saved: number; removed: number } {
  const found = askingWeek(ctx.db, weekStartsOn)
  if (found === null) throw new AppError('inspections.noWeek', 'notFound', '这一周不是上课的周，请重新选一周')
  const { week, termKey } = found
  if (week.startsOn > ctx.clock.today()) throw new AppError('inspections.noWeek', 'precondition', '这一周还没有开始，不能登记教学日记')
  const classes = new Map(classesIn(ctx.db, termKey).map((each) => [each.id, each]))
  const own = isOffice(ctx) ? null : ledClassIds(ctx)
  const changes = lines.flatMap((line, at): Change[] => {
    const schoolClass = classes.get(line.classId)
    if (schoolClass === undefined) throw new AppError('inspections.noClass', 'notFound', `第 ${at + 1} 行的班级这个学期不在班级表里，请刷新后再看`)
    if (own !== null && !own.includes(line.classId)) throw new AppError('inspections.notYours', 'forbidden', '您的账号只能交自己班的教学日记')
    const before = logOf(ctx.db, line.classId, weekStartsOn) ?? null
    const after = factsToKeep(ctx, line, before, week, at, own === null)
    const unchanged = before === null ? after === null : after !== null && same(before, after)
    return unchanged ? [] : [{ schoolClass, before, after, revision: line.revision }]
  })
  if (changes.length === 0) {
    ctx.nothingToWrite()
    return { saved: 0, removed: 0 }
  }
  const names = changes.length > 3 ? `${changes.length} 个班` : changes.map(({ schoolClass }) => schoolClass.name).join('、')
  return ctx.write(`登记第 ${week.number ?? '—'} 周教学日记：${names}`, (w) => {
    for (const change of changes) keepTx(ctx, w, week, change)
    const removed = changes.filter(({ after }) => after === null).length
    return { saved: changes.length - removed, removed }
  })
}

interface Change {
  readonly schoolClass: SchoolClass
  readonly before: WeeklyLog | null
  readonly after: Kept | null
  readonly revision: number | null
}
type Kept = LogFacts & { readonly handedInOn: string }

function keepTx(ctx: WriteContext, w: Write, week: AskingWeek, { schoolClass, before, after, revision }: Change): void {
  const at = ctx.clock.now()
  const name = `${schoolClass.name}第 ${week.number ?? '—'} 周的教学日记`
  if (before === null) {
    if (revision !== null) throw new AppError('inspections.changed', 'conflict', `${name}在您打开以后已被别人去掉，请刷新后再看`)
    const id = ctx.ids.next()
    const kept = must(after, 'an empty line without a log is no change')
    w.tx.insert(weeklyLogTable).values({ id, ...kept, classId: schoolClass.id, weekStartsOn: week.startsOn, enteredByAccountId: ctx.actor.accountId, createdAt: at, updatedAt: at }).run()
    w.changed('weeklyLog', id, null, shapeOf(schoolClass, week, kept))
    return
  }
  assertAsOpened(before, revision, name)
  const set = after ?? { removedAt: at, removedReason: '在表格里清空' }
  w.tx.update(weeklyLogTable).set({ ...set, revision: before.revision + 1, updatedAt: at }).where(eq(weeklyLogTable.id, before.id)).run()
  w.changed('weeklyLog', before.id, shapeOf(schoolClass, week, before), after === null ? { ...shapeOf(schoolClass, week, before), 移入回收站: at } : shapeOf(schoolClass, week, after))
}

const filled = ({ handedInOn, progress, practice, homework, lessonsPlanned, lessonsHeld, homeworkAssigned, homeworkCorrected, remark }: LogFacts) =>
  [handedInOn, progress, practice, homework, lessonsPlanned, lessonsHeld, homeworkAssigned, homeworkCorrected, remark].some((value) => value !== null && value !== '')

/** What is kept of a line: without a day it came in today; whoever is not the office cannot say another day. Null: nothing stands in it. */
function factsToKeep(ctx: WriteContext, line: Line, before: WeeklyLog | null, week: AskingWeek, at: number, mayDate: boolean): Kept | null {
  if (!filled(line)) return null
  const { classId: _1, revision: _2, ...facts } = line
  const today = ctx.clock.today()
  const handedInOn = mayDate ? (line.handedInOn ?? before?.handedInOn ?? today) : (before?.handedInOn ?? today)
  if (handedInOn > today) throw refusedAt(`lines.${at}.handedInOn`, `第 ${at + 1} 行：送交日期 ${handedInOn} 还没有到`)
  if (handedInOn < week.startsOn) throw refusedAt(`lines.${at}.handedInOn`, `第 ${at + 1} 行：送交日期 ${handedInOn} 早于这一周`)
  return { ...facts, remark: facts.remark === '' ? null : facts.remark, handedInOn }
}

function same(before: WeeklyLog, after: Kept): boolean {
  return (Object.keys(after) as (keyof Kept)[]).every((key) => before[key] === after[key])
}

function shapeOf(schoolClass: SchoolClass, week: AskingWeek, log: Kept): Record<string, string | number | null> {
  const state = (value: Kept['progress']) => value === null ? null : logItemStateNames[value]
  return {
    班级: schoolClass.name, 周次: week.number, 送交日期: log.handedInOn,
    [logItemNames.progress]: state(log.progress), [logItemNames.practice]: state(log.practice), [logItemNames.homework]: state(log.homework),
    计划课时: log.lessonsPlanned, 实上课时: log.lessonsHeld, 布置作业: log.homeworkAssigned, 批改作业: log.homeworkCorrected, 说明: log.remark,
  }
}

/** Keeps the office's word on a week; published, it stays so. @throws `inspections.noWeek`, `inspections.changed` */
export function saveSummary(
  ctx: WriteContext, { weekStartsOn, revision, text, publish }: { weekStartsOn: string; revision: number | null; text: string; publish: boolean },
): { revision: number; publishedOn: string | null } {
  const found = askingWeek(ctx.db, weekStartsOn)
  if (found === null) throw new AppError('inspections.noWeek', 'notFound', '这一周不是上课的周，请重新选一周')
  const before = ctx.db.select().from(weeklySummaryTable).where(eq(weeklySummaryTable.weekStartsOn, weekStartsOn)).get() ?? null
  const name = `第 ${found.week.number ?? '—'} 周小结`
  if ((before?.revision ?? null) !== revision) assertAsOpened({ revision: before?.revision ?? 0 }, revision, name)
  const publishedOn = before?.publishedOn ?? (publish ? ctx.clock.today() : null)
  return ctx.write(`${publish && !before?.publishedOn ? '公布' : '保存'}${name}`, (w) => {
    const at = ctx.clock.now()
    const row = { weekStartsOn, text, publishedOn, revision: (before?.revision ?? 0) + 1, updatedAt: at }
    w.tx.insert(weeklySummaryTable).values({ ...row, createdAt: at }).onConflictDoUpdate({ target: weeklySummaryTable.weekStartsOn, set: row }).run()
    w.changed('weeklySummary', weekStartsOn, before && { 小结: before.text, 公布日期: before.publishedOn }, { 小结: text, 公布日期: publishedOn })
    return { revision: row.revision, publishedOn }
  })
}
