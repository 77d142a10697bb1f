import { isWithin, weekdayOf } from '../dates/day.ts'
import type { Day } from '../dates/day.ts'
import { weekdayName } from '../dates/format-day.ts'
import { postKey, type PoolPerson, postsOfDay, type ShiftPost, type ShiftRule, type Unable } from './shift-plan.ts'

/** Somebody whose turn it would have been, and why it is not. */
export interface PassedOver {
  readonly personId: string
  readonly why: string
}

export interface RotaShift extends ShiftPost {
  /** Null: nobody could. */
  readonly personId: string | null
  /** How often she had been on duty in this plan before. */
  readonly timesBefore: number
  readonly passedOver: readonly PassedOver[]
  /** Settled before (by hand, by a swap): taken over as it is. */
  readonly fixed: boolean
}

export interface RotaTask {
  readonly days: readonly Day[]
  readonly rule: Pick<ShiftRule, 'slots' | 'places'>
  /** In the order of the list. */
  readonly pool: readonly PoolPerson[]
  /** Who has been on duty in this plan already, in order of time. */
  readonly kept?: readonly { readonly personId: string }[]
  /** Posts that are settled: they stay, and count. */
  readonly fixed?: readonly (ShiftPost & { readonly personId: string })[]
  /** Who is on duty elsewhere (in another plan) on which day. */
  readonly busy?: ReadonlyMap<Day, ReadonlySet<string>>
  /** Who was the last of the plan before: the list goes on behind her. */
  readonly startAfter?: string | null
}

/**
 * The rota: whoever has been on duty least is next; among equals whoever has waited longest, then the order of the list. Nobody is on
 * duty on a day when she cannot, nor twice on one day. The same task always gives the same rota; every post of every day is in it.
 */
export function makeRota({ days, rule, pool, kept = [], fixed = [], busy = new Map(), startAfter = null }: RotaTask): readonly RotaShift[] {
  const turns = new Turns(pool, kept, startAfter)
  const settled = new Map(fixed.map((shift) => [postKey(shift), shift.personId]))
  const settledOn = Map.groupBy(fixed, ({ onDay }) => onDay)
  const rota: RotaShift[] = []
  for (const onDay of days) {
    const taken = new Set([...busy.get(onDay) ?? [], ...(settledOn.get(onDay) ?? []).map(({ personId }) => personId)])
    for (const post of postsOfDay(onDay, rule)) {
      const already = settled.get(postKey(post))
      const choice = already === undefined ? choose(turns.inOrder(), onDay, taken) : { personId: already, passedOver: [] }
      rota.push({ ...post, ...choice, timesBefore: choice.personId === null ? 0 : turns.timesOf(choice.personId), fixed: already !== undefined })
      if (choice.personId === null) continue
      taken.add(choice.personId)
      turns.serve(choice.personId)
    }
  }
  return rota
}

/** Why somebody cannot on the day; null when she can. */
export function unableOn({ weekdays, spans }: Unable, day: Day): string | null {
  const span = spans.find(({ fromOn, toOn }) => isWithin(day, fromOn, toOn))
  if (span) return span.why === '' ? '这几天不能' : span.why
  return weekdays.includes(weekdayOf(day)) ? `${weekdayName(day)}不能` : null
}

function choose(inOrder: readonly PoolPerson[], day: Day, taken: ReadonlySet<string>): { personId: string | null; passedOver: PassedOver[] } {
  const passedOver: PassedOver[] = []
  for (const { personId, unable } of inOrder) {
    const why = unableOn(unable, day) ?? (taken.has(personId) ? '当天已有值勤' : null)
    if (why === null) return { personId, passedOver }
    passedOver.push({ personId, why })
  }
  return { personId: null, passedOver }
}

/** Who has been how often, and who is next. */
class Turns {
  readonly #people: readonly PoolPerson[]
  readonly #times = new Map<string, number>()
  readonly #last = new Map<string, number>()
  #turn = 0

  constructor(pool: readonly PoolPerson[], kept: readonly { readonly personId: string }[], startAfter: string | null) {
    const first = pool.findIndex(({ personId }) => personId === startAfter) + 1
    this.#people = [...pool.slice(first), ...pool.slice(0, first)]
    for (const { personId } of kept) this.serve(personId)
    // Whoever joins later does not make up for the time before: she begins level with those who have been least.
    const known = this.#people.flatMap(({ personId }) => this.#times.get(personId) ?? [])
    const level = known.length === 0 ? 0 : Math.min(...known)
    for (const { personId } of pool) if (!this.#times.has(personId)) this.#times.set(personId, level)
  }

  inOrder(): readonly PoolPerson[] {
    return this.#people.toSorted((a, b) => this.timesOf(a.personId) - this.timesOf(b.personId) || this.#lastOf(a.personId) - this.#lastOf(b.personId))
  }

  timesOf(personId: string): number {
    return this.#times.get(personId) ?? 0
  }

  serve(personId: string): void {
    this.#times.set(personId, this.timesOf(personId) + 1)
    this.#last.set(personId, this.#turn++)
  }

  #lastOf(personId: string): number {
    return this.#last.get(personId) ?? -1
  }
}
