import { inArray } from 'drizzle-orm'
import { shiftPlanTable } from '../../../db/schema/shifts.ts'
import type { ShiftFigures } from '../../../shared/contract/shifts.ts'
import { addDays } from '../../../shared/domain/dates/day.ts'
import { weekdayName } from '../../../shared/domain/dates/format-day.ts'
import { isDayOff } from '../../../shared/domain/shifts/duty-days.ts'
import { slotMinutes } from '../../../shared/domain/shifts/shift-plan.ts'
import { shiftStatistics } from '../../../shared/domain/shifts/shift-statistics.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { type OutgoingFile, outgoingSheet } from '../exports/exports-service.ts'
import { personNames } from '../people/people-service.ts'
import { listHolidays, listTerms } from '../school/calendar-service.ts'
import { planById, ruleOf, slotOf } from './plan-records.ts'
import { findingsByRound, rotaOf, standing } from './rota-reading.ts'
import { roundKey } from './rounds.ts'

interface Asked {
  readonly termKey: string
  readonly month: string | null
  readonly planId: string | null
}

/** Per person: turns, hours, places, logs, findings. A term lasts to the day before the next one, so that holiday duty counts in it. */
export function figuresOf(ctx: ReadContext, { termKey, month, planId }: Asked): { rows: ShiftFigures[]; months: string[] } {
  const { db, clock } = ctx
  const terms = listTerms(db)
  const term = terms.find(({ key }) => key === termKey)
  if (term === undefined) return { rows: [], months: [] }
  const next = terms.find(({ startsOn }) => startsOn > term.endsOn)
  const lastOn = next === undefined ? addDays(term.endsOn, 60) : addDays(next.startsOn, -1)
  const holidays = listHolidays(db)
  const findings = findingsByRound(db, term.startsOn, lastOn)
  const all = standing(db, term.startsOn, lastOn).filter((shift) => planId === null || shift.planId === planId)
  const ids = [...new Set(all.map((shift) => shift.planId))]
  const rules = new Map(db.select().from(shiftPlanTable).where(inArray(shiftPlanTable.id, ids)).all().map((plan) => [plan.id, ruleOf(plan)]))
  const counted = all.filter(({ onDay }) => month === null || onDay.startsWith(month)).flatMap((shift) => {
    const rule = rules.get(shift.planId)
    if (shift.personId === null || rule === undefined) return []
    const { onDay, place, personId } = shift
    return [{ personId, onDay, place, minutes: slotMinutes(slotOf(rule, shift.slotKey)), isDayOff: isDayOff(onDay, holidays), findings: findings.get(roundKey(shift)) ?? null }]
  })
  const figures = shiftStatistics(counted, clock.today())
  const names = personNames(db, figures.map(({ personId }) => personId))
  return {
    rows: figures.map(({ places, ...own }) => ({ ...own, places: [...places], name: names.get(own.personId) ?? own.personId, byMonth: { ...own.byMonth } })),
    months: [...new Set(all.map(({ onDay }) => onDay.slice(0, 7)))],
  }
}

/** The rota of a period as .xlsx: a line a day, a column a slot and place, room to sign. */
export function exportRota(ctx: ReadContext, asked: { readonly fromOn: string; readonly toOn: string; readonly planId: string }): Promise<OutgoingFile> {
  const plan = planById(ctx.db, asked.planId)
  const { slots, places, requirements } = ruleOf(plan)
  const { shifts } = rotaOf(ctx, asked)
  const columns = slots.flatMap((slot) => places.map((place) => ({ slot, place })))
  const byDay = Map.groupBy(shifts, ({ onDay }) => onDay)
  return outgoingSheet(ctx, `${plan.name} ${asked.fromOn}`, {
    title: plan.name, notes: [`${asked.fromOn} 至 ${asked.toOn}`],
    columns: [
      { title: '日期', kind: 'date', width: 13 }, { title: '星期', kind: 'text', width: 8 },
      ...columns.map(({ slot, place }) => ({ title: `${slot.name} ${slot.from}–${slot.to} ${place.name}`, kind: 'text' as const })), { title: '签字', kind: 'text', width: 16 },
    ],
    rows: [...byDay].map(([day, own]) => [
      day, weekdayName(day),
      ...columns.map(({ slot, place }) => own.filter(({ slotKey, place: name }) => slotKey === slot.key && name === place.name).map(({ name }) => name ?? '（空）').join('、')), null,
    ]),
    ...(requirements === '' ? {} : { closing: [`值班要求：${requirements}`] }),
    orientation: 'landscape',
  })
}
