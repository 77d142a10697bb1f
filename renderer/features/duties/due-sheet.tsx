import type { DueItem } from '../../../shared/contract/duties.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { dueWhenNames } from '../../../shared/domain/duties/duty-words.ts'

/** The to-do sheet on paper: all rows, a box to tick, one table for each studio. On the screen the list stands in its place. */
export function DueSheet({ items, today }: { readonly items: readonly DueItem[]; readonly today: string }) {
  return (
    <div className="due-sheet" aria-hidden>
      {[...Map.groupBy(items, ({ studioId }) => studioId)].map(([studioId, own]) => (
        <section key={studioId}>
          <h2>{own[0]?.studioName}待办事项</h2>
          <p>{dayInText(today)}，共 {own.length} 项</p>
          <table>
            <thead><tr><th>□</th><th>期限</th><th>到期</th><th>谁</th><th>事项</th><th>还差</th></tr></thead>
            <tbody>
              {own.map(({ key, when, soft, dueOn, subject, title, periods, missing, unit }) => (
                <tr key={key}>
                  <td>□</td>
                  <td>{soft && when === 'overdue' ? '提醒' : dueWhenNames[when]}</td>
                  <td>{dueOn === null ? '' : dayInText(dueOn)}</td>
                  <td>{subject}</td>
                  <td>{title}{periods === null ? '' : `（${periods}）`}</td>
                  <td>{missing} {unit}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  )
}
