import { and, asc, count, eq, isNull, ne } from 'drizzle-orm'
import { studioCycleTable, studioTable } from '../../../db/schema/studios.ts'
import type { ReadDb } from '../../../db/write-tx.ts'
import type { Cycle, StudioFacts } from '../../../shared/contract/studios.ts'
import { AppError } from '../../../shared/errors.ts'
import { must } from '../../../shared/must.ts'
import type { Write, WriteContext } from '../../dispatch/context.ts'
import { schemeToAdopt } from '../schemes/schemes-service.ts'
import { addMembersTx } from './memberships-service.ts'
import { assertMayWriteStudio } from './studio-scope.ts'
import { studioById } from './studios-service.ts'

/** A new studio with its first cycle and, when known, its host from the first day of it. */
export function createStudio(
  ctx: WriteContext,
  input: { facts: StudioFacts; cycle: { startsOn: string; endsOn: string }; hostPersonId: string | null; exceptionReason: string | null },
): string {
  schemeToAdopt(ctx, input.facts)
  const id = ctx.ids.next()
  ctx.write(`新建工作室「${input.facts.name}」`, (w) => {
    refuseTakenName(w.tx, input.facts.name, id)
    const at = ctx.clock.now()
    w.tx.insert(studioTable).values({ id, ...input.facts, createdAt: at, updatedAt: at }).run()
    w.changed('studio', id, null, input.facts)
    saveCycleTx(w, ctx, { studioId: id, id: null, ...input.cycle })
    if (input.hostPersonId !== null) {
      addMembersTx(w, ctx, { id, ...input.facts }, {
        people: [{ personId: input.hostPersonId, role: 'host' }], fromOn: input.cycle.startsOn, exceptionReason: input.exceptionReason,
      })
    }
  })
  return id
}

/** @throws `studios.changedMeanwhile`, `studios.nameTaken`, `studios.schemeByMove`: the scheme has a history of its own (`move-scheme.ts`) */
export function saveStudio(ctx: WriteContext, { id, revision, facts }: { id: string; revision: number; facts: StudioFacts }): void {
  assertMayWriteStudio(ctx, id)
  const known = studioById(ctx.db, id)
  if (known.schemeCode !== facts.schemeCode || known.schemeVersion !== facts.schemeVersion) {
    throw new AppError('studios.schemeByMove', 'precondition', '换规程请用「换规程」，那里先看变化，再写明从哪天起')
  }
  ctx.write(`修改工作室「${facts.name}」`, (w) => {
    const before = unchanged(w.tx, id, revision)
    refuseTakenName(w.tx, facts.name, id)
    w.tx.update(studioTable).set({ ...facts, revision: revision + 1, updatedAt: ctx.clock.now() }).where(eq(studioTable.id, id)).run()
    w.changed('studio', id, before, { ...before, ...facts })
  })
}

/** Into the recycle bin: nothing of it is lost, and it no longer shows. */
export function removeStudio(ctx: WriteContext, { id, revision, reason }: { id: string; revision: number; reason: string }): void {
  assertMayWriteStudio(ctx, id)
  ctx.write(`工作室「${studioById(ctx.db, id).name}」移入回收站`, (w) => {
    unchanged(w.tx, id, revision)
    const after = { removedAt: ctx.clock.now(), removedReason: reason }
    w.tx.update(studioTable).set({ ...after, revision: revision + 1, updatedAt: ctx.clock.now() }).where(eq(studioTable.id, id)).run()
    w.changed('studio', id, { removedAt: null, removedReason: null }, after)
  })
}

/** @throws `studios.notRemoved`, `studios.nameTaken` when another has taken its name meanwhile */
export function bringBackStudio(ctx: WriteContext, id: string): void {
  const studio = studioById(ctx.db, id)
  if (studio.removedAt === null) throw new AppError('studios.notRemoved', 'precondition', `「${studio.name}」不在回收站里`)
  ctx.write(`恢复工作室「${studio.name}」`, (w) => {
    refuseTakenName(w.tx, studio.name, id)
    const { removedAt, removedReason, revision } = studioById(w.tx, id)
    const after = { removedAt: null, removedReason: null }
    w.tx.update(studioTable).set({ ...after, revision: revision + 1, updatedAt: ctx.clock.now() }).where(eq(studioTable.id, id)).run()
    w.changed('studio', id, { removedAt, removedReason }, after)
  })
}

export interface CycleInput {
  readonly studioId: string
  readonly id: string | null
  readonly startsOn: string
  readonly endsOn: string
}

export function saveCycle(ctx: WriteContext, input: CycleInput): Cycle {
  assertMayWriteStudio(ctx, input.studioId)
  const { name } = studioById(ctx.db, input.studioId)
  return ctx.write(`「${name}」的周期：${input.startsOn} 至 ${input.endsOn}`, (w) => saveCycleTx(w, ctx, input))
}

/** The last one stays: a studio without a period is none. */
export function removeCycle(ctx: WriteContext, { studioId, id }: { studioId: string; id: string }): void {
  assertMayWriteStudio(ctx, studioId)
  const { name } = studioById(ctx.db, studioId)
  ctx.write(`「${name}」删除一个周期`, (w) => {
    const cycles = cyclesOf(w.tx, studioId)
    const before = cycles.find((each) => each.id === id)
    if (!before) throw noCycle()
    if (cycles.length === 1) throw new AppError('studios.lastCycle', 'precondition', '至少要留一个周期；如日期不对，请直接修改')
    w.tx.delete(studioCycleTable).where(eq(studioCycleTable.id, id)).run()
    w.changed('studio', studioId, { cycle: `${before.startsOn} 至 ${before.endsOn}` }, { cycle: null })
    renumberTx(w, studioId)
  })
}

/** @throws `studios.cycleDays`, `studios.cyclesOverlap` */
function saveCycleTx(w: Write, ctx: Pick<WriteContext, 'clock' | 'ids'>, input: CycleInput): Cycle {
  if (input.endsOn < input.startsOn) {
    throw new AppError('studios.cycleDays', 'invalid', '周期的结束日期不能早于开始日期', { places: [{ field: 'endsOn', message: `不早于 ${input.startsOn}` }] })
  }
  const cycles = cyclesOf(w.tx, input.studioId)
  const before = cycles.find(({ id }) => id === input.id)
  if (input.id !== null && !before) throw noCycle()
  const other = cycles.find((each) => each.id !== input.id && each.startsOn <= input.endsOn && input.startsOn <= each.endsOn)
  if (other) {
    throw new AppError('studios.cyclesOverlap', 'conflict', `与另一个周期（${other.startsOn} 至 ${other.endsOn}）重叠，请核对日期`, {
      places: [{ field: 'startsOn', message: '与另一个周期重叠' }],
    })
  }
  const at = ctx.clock.now()
  const id = input.id ?? ctx.ids.next()
  const days = { startsOn: input.startsOn, endsOn: input.endsOn }
  w.tx.insert(studioCycleTable).values({ id, studioId: input.studioId, ordinal: cycles.length + 1, ...days, createdAt: at, updatedAt: at })
    .onConflictDoUpdate({ target: studioCycleTable.id, set: { ...days, updatedAt: at } }).run()
  w.changed('studio', input.studioId, { cycle: before ? `${before.startsOn} 至 ${before.endsOn}` : null }, { cycle: `${days.startsOn} 至 ${days.endsOn}` })
  renumberTx(w, input.studioId)
  const { ordinal } = must(cyclesOf(w.tx, input.studioId).find((each) => each.id === id), 'it was just written')
  return { id, ordinal, ...days }
}

/** 第一周期、第二周期 …: as their days follow one another. */
function renumberTx(w: Write, studioId: string): void {
  cyclesOf(w.tx, studioId).forEach(({ id, ordinal }, at) => {
    if (ordinal !== at + 1) w.tx.update(studioCycleTable).set({ ordinal: at + 1 }).where(eq(studioCycleTable.id, id)).run()
  })
}

function cyclesOf(db: ReadDb, studioId: string) {
  return db.select().from(studioCycleTable).where(eq(studioCycleTable.studioId, studioId)).orderBy(asc(studioCycleTable.startsOn)).all()
}

function noCycle(): AppError {
  return new AppError('studios.noCycle', 'notFound', '没有找到这个周期，请重新打开工作室后再试')
}

function unchanged(db: ReadDb, id: string, revision: number) {
  const studio = studioById(db, id)
  if (studio.revision !== revision) throw new AppError('studios.changedMeanwhile', 'conflict', '这个工作室刚被别人改过，请重新打开后再改')
  return studio
}

function refuseTakenName(db: ReadDb, name: string, exceptId: string): void {
  const taken = db.select({ n: count() }).from(studioTable)
    .where(and(eq(studioTable.name, name), ne(studioTable.id, exceptId), isNull(studioTable.removedAt))).get()
  if ((taken?.n ?? 0) > 0) {
    throw new AppError('studios.nameTaken', 'conflict', `已有名为「${name}」的工作室，请换一个名称`, { places: [{ field: 'name', message: '已有同名的工作室' }] })
  }
}
