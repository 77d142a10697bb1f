import type { RotaDay, RotaShiftRow, ShiftPlan } from '../../../shared/contract/shifts.ts'
import { dayInText, weekdayName } from '../../../shared/domain/dates/format-day.ts'

/** 值班安排表 on paper: a line a day, who, room to sign, and what is asked of whoever is on duty. On the screen the grid stands in its place. */
export function RotaSheet({ plan, period, days, shifts }: {
  readonly plan: ShiftPlan
  /** 「2026年9月」. */
  readonly period: string
  readonly days: readonly RotaDay[]
  readonly shifts: readonly RotaShiftRow[]
}) {
  const columns = plan.rule.slots.flatMap((slot) => plan.rule.places.map((place) => ({ slot, place: place.name })))
  const byDay = Map.groupBy(shifts, ({ onDay }) => onDay)
  return (
    <section className="rota-sheet" aria-hidden>
      <h2>{plan.name}（{period}）</h2>
      <table>
        <thead><tr><th>日期</th><th>星期</th>{columns.map(({ slot, place }) => <th key={`${slot.key} ${place}`}>{slot.name} {place}<br />{slot.from}–{slot.to}</th>)}<th>签字</th></tr></thead>
        <tbody>
          {days.filter(({ day }) => byDay.has(day)).map(({ day }) => (
            <tr key={day}>
              <td>{dayInText(day).slice(5)}</td><td>{weekdayName(day)}</td>
              {columns.map(({ slot, place }) => (
                <td key={`${slot.key} ${place}`}>{(byDay.get(day) ?? []).filter((shift) => shift.slotKey === slot.key && shift.place === place).map(({ name }) => name ?? '').join('、')}</td>
              ))}
              <td className="sign">{'\u00a0'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {plan.rule.requirements !== '' && <p>值班要求：{plan.rule.requirements}</p>}
    </section>
  )
}
