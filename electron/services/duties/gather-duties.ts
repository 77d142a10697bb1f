import { inArray } from 'drizzle-orm'
import { personTable } from '../../../db/schema/people.ts'
import { deriveDuties } from '../../../shared/domain/duties/derive-duties.ts'
import { type DutyCalendar, readDutyCalendar } from '../../../shared/domain/duties/duty-calendar.ts'
import type { DutyEvent, DutyInput, DutyMembership } from '../../../shared/domain/duties/duty-input.ts'
import type { StudioDuties } from '../../../shared/domain/duties/duty-line.ts'
import type { DutyNames } from '../../../shared/domain/duties/duty-words.ts'
import type { Cycle } from '../../../shared/contract/studios.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import type { ChosenSettings } from '../../../shared/domain/schemes/scheme-settings.ts'
import { parseTermKey } from '../../../shared/domain/terms/term-key.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { listHolidays, listTerms } from '../school/calendar-service.ts'
import { changesByStudio, followedIn } from '../studios/studio-schemes-service.ts'
import { cyclesByStudio, type Membership, membershipRows, type Studio } from '../studios/studios-service.ts'
import { gatherActivities } from './gather-activities.ts'
import { gatherInspections } from './gather-inspections.ts'
import { gatherOutcomes } from './gather-outcomes.ts'
import { gatherThemes } from './gather-themes.ts'
import type { GatheredRecord } from './gathered-record.ts'
import { keptOrWorkedOut, type WorkedOut } from './kept-duties.ts'

/** So many days before its day a duty is called due soon. */
const soonDays = 14

/** One studio's duties with all that is needed to show them. */
export interface GatheredDuties {
  readonly studio: Studio
  readonly scheme: Scheme
  readonly cycle: Cycle
  readonly memberships: readonly DutyMembership[]
  /** What `duties` were worked out of. */
  readonly input: DutyInput
  readonly duties: StudioDuties
  /** The schemes that it followed in the cycle with the school's readings, the present one last. */
  readonly followed: readonly { readonly scheme: Scheme; readonly chosen: ChosenSettings }[]
  readonly names: DutyNames
  readonly recordById: ReadonlyMap<string, GatheredRecord>
}

/** Why a studio's duties cannot be worked out, beside those that can. */
export interface Trouble {
  readonly studio: Studio
  readonly message: string
}

/**
 * Works out the duties of the studios in the cycle that the day falls into (else the one before it). What is missing in one
 * studio (no cycle, a scheme that cannot be read) is told and does not hold up the others.
 */
export function gatherDuties(ctx: ReadContext, studios: readonly Studio[], on: string): { gathered: GatheredDuties[]; troubles: Trouble[] } {
  const cycles = cyclesByStudio(ctx.db, studios.map(({ id }) => id))
  const cycleOf = (studioId: string) => cycleOn(cycles.get(studioId) ?? [], on)
  const all = keptOrWorkedOut(ctx, studios, (studioId) => cycleOf(studioId)?.id ?? null, (missing) => (missing.length === 0 ? [] : workOut(ctx, missing, cycleOf)))
  return {
    gathered: all.flatMap((each) => ('gathered' in each ? [each.gathered] : [])),
    troubles: all.flatMap((each) => ('trouble' in each ? [each.trouble] : [])),
  }
}

function workOut(ctx: ReadContext, studios: readonly Studio[], cycleOf: (studioId: string) => Cycle | undefined): WorkedOut[] {
  const ids = studios.map(({ id }) => id)
  const memberships = Map.groupBy(membershipRows(ctx.db, ids), ({ studioId }) => studioId)
  const moves = changesByStudio(ctx.db, ids)
  const inspected = gatherInspections(ctx.db, studios.filter(isTeam).map(({ id }) => id))
  const gathered = gatherRecords(ctx, studios, memberships, (studioId) => cycleOf(studioId)?.startsOn ?? null)
  const records = Map.groupBy([...gathered, ...inspected.records], ({ record }) => record.studioId)
  const calendar = calendarOf(ctx)
  const birthDays = birthDaysOf(ctx, [...memberships.values()].flat())
  return studios.map((studio) => {
    const { id: studioId } = studio
    try {
      const cycle = cycleOf(studioId)
      if (!cycle) throw new AppError('duties.noCycle', 'precondition', `「${studio.name}」还没有登记周期，请在工作室页的「周期」里添加，职责才能计算`)
      return { studioId, gathered: dutiesOf(ctx, studio, { memberships: memberships.get(studioId) ?? [], cycle, records: records.get(studioId) ?? [], moves: moves.get(studioId) ?? [], events: isTeam(studio) ? inspected.events : [], calendar, birthDays }) }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return { studioId, trouble: { studio, message: error.message } }
    }
  })
}

interface Facts {
  readonly memberships: readonly Membership[]
  readonly cycle: Cycle
  readonly records: readonly GatheredRecord[]
  readonly moves: Parameters<typeof followedIn>[1]
  readonly events: readonly DutyEvent[]
  readonly calendar: DutyCalendar
  readonly birthDays: ReadonlyMap<string, string | null>
}

function dutiesOf(ctx: ReadContext, studio: Studio, { memberships, cycle, records, moves, events, calendar, birthDays }: Facts): GatheredDuties {
  const today = ctx.clock.today()
  // A move that is to come changes nothing yet; of a cycle that is over its last day counts.
  const [, lastOn = today] = [cycle.startsOn, today, cycle.endsOn].toSorted()
  const { scheme, chosen, earlier } = followedIn(ctx, moves, studio, { fromOn: cycle.startsOn, toOn: lastOn })
  const nameOf = new Map(memberships.map(({ personId, personName }) => [personId, personName]))
  const input: DutyInput = {
    scheme, chosen, earlier, studio: { id: studio.id, cycleFromOn: cycle.startsOn, cycleToOn: cycle.endsOn },
    memberships, calendar, records: records.map(({ record }) => record), events, birthDays, today, soonDays,
  }
  return {
    studio, scheme, cycle, memberships, input, duties: deriveDuties(input), followed: [...earlier.map((each) => ({ scheme: each.scheme, chosen: each.chosen ?? {} })), { scheme, chosen }], recordById: new Map(records.map((each) => [each.record.id, each])),
    names: { scheme, personName: (personId) => nameOf.get(personId) ?? '不在名单上的人' },
  }
}

function gatherRecords(
  ctx: ReadContext, studios: readonly Studio[], memberships: ReadonlyMap<string, readonly Membership[]>, cycleFromOn: (studioId: string) => string | null,
): GatheredRecord[] {
  const studioIds = studios.map(({ id }) => id)
  const speaker = (studioId: string, name: string) => memberships.get(studioId)?.find(({ personName }) => personName === name)?.personId ?? null
  const studiosOfPerson = new Map([...Map.groupBy([...memberships.values()].flat(), ({ personId }) => personId)]
    .map(([personId, own]) => [personId, [...new Set(own.map(({ studioId }) => studioId))]]))
  const outcomes = gatherOutcomes(ctx.db, studioIds, studiosOfPerson)
  return [
    ...outcomes.records, ...gatherThemes(ctx.db, studioIds, cycleFromOn),
    ...gatherActivities(ctx.db, studioIds, speaker, (activityId) => outcomes.metricsOfActivity.get(activityId) ?? []),
  ]
}

/** What the whole school inspects is asked of its teams. */
const isTeam = ({ kind }: Studio): boolean => kind === 'team'

function calendarOf(ctx: ReadContext): DutyCalendar {
  return readDutyCalendar(listTerms(ctx.db).map((term) => ({ ...term, ...parseTermKey(term.key) })), listHolidays(ctx.db))
}

function birthDaysOf(ctx: ReadContext, memberships: readonly Membership[]): Map<string, string | null> {
  const ids = [...new Set(memberships.map(({ personId }) => personId))]
  const rows = ctx.db.select({ id: personTable.id, bornOn: personTable.bornOn }).from(personTable).where(inArray(personTable.id, ids)).all()
  return new Map(rows.map(({ id, bornOn }) => [id, bornOn]))
}

/** The cycle that the day falls into, else the one before it, else the first. */
function cycleOn(cycles: readonly Cycle[], on: string): Cycle | undefined {
  return cycles.findLast(({ startsOn }) => startsOn <= on) ?? cycles[0]
}
