import { Checkbox } from 'antd'
import { nextTitle } from '../../../shared/domain/activities/activity-draft.ts'
import type { SeriesDay } from '../../../shared/domain/activities/series-days.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { type DayChoices, dayOfTurn, isChosen } from './series-state.ts'

/** The name that each gets: the first as typed, the others counted on. */
function namesOf(chosen: readonly SeriesDay[], firstTitle: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { day } of chosen) names.set(day, names.size === 0 ? firstTitle : nextTitle([...names.values()].at(-1) ?? firstTitle))
  return names
}

/** Every turn with its day and the name that it gets; a turn on a holiday says so and offers the next day of lessons. */
export function SeriesPreview({ proposed, choices, taken, firstTitle, onChoose }: {
  readonly proposed: readonly SeriesDay[]
  readonly choices: DayChoices
  readonly taken: ReadonlyMap<string, string>
  readonly firstTitle: string
  readonly onChoose: (day: string, chosen: boolean) => void
}) {
  if (proposed.length === 0) return <p className="quiet">这段时间里没有可以排的日子：看看起止日期，或选定哪几周。</p>
  const names = namesOf(proposed.filter((turn) => isChosen(turn, choices, taken)), firstTitle)
  return (
    <ul className="plan-days">
      {proposed.map((turn) => {
        const on = dayOfTurn(turn)
        const chosen = isChosen(turn, choices, taken)
        const already = on === null ? undefined : taken.get(on)
        return (
          <li key={turn.day} className={turn.skipped === null ? '' : 'plan-skipped'}>
            <Checkbox checked={chosen} disabled={on === null} onChange={({ target }) => onChoose(turn.day, target.checked)}>
              <span className="plan-week">{turn.weekNumber === null ? '' : `第${turn.weekNumber}周`}</span>
              {turn.skipped === null
                ? <span className="plan-day">{dayInTable(turn.day)}</span>
                : <><s className="plan-day">{dayInTable(turn.day)}</s> <em>{turn.skipped.why}</em> {on === null ? '顺到下一次' : `改到 ${dayInTable(on)}`}</>}
              <span className="plan-title">{names.get(turn.day)}</span>
              {already !== undefined && <em>这天已有「{already}」</em>}
            </Checkbox>
          </li>
        )
      })}
    </ul>
  )
}
