import type { DueItem } from '../../../shared/contract/duties.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { dueWhenNames } from '../../../shared/domain/duties/duty-words.ts'

/** One sheet for each studio, or one for each of whom something is asked. */
export type SheetsFor = 'studio' | 'person'

/** The to-do sheet on paper: all rows, a box to tick. On the screen the list stands in its place. */
export function DueSheet({ items, today, sheetsFor }: { readonly items: readonly DueItem[]; readonly today: string; readonly sheetsFor: SheetsFor }) {
  const sheets = Map.groupBy(items, ({ studioId, column }) => (sheetsFor === 'studio' ? studioId : `${studioId} ${column}`))
  return <div className="due-sheet" aria-hidden>{[...sheets].map(([key, own]) => <Sheet key={key} items={own} today={today} />)}</div>
}

/** A sheet of one person has her name for a heading, and no column that repeats it. */
function Sheet({ items, today }: { readonly items: readonly DueItem[]; readonly today: string }) {
  const [first] = items
  if (first === undefined) return null
  const isOnes = items.every(({ column }) => column === first.column) && first.column !== 'studio'
  return (
    <section>
      <h2>{isOnes ? `${first.subject}的待办事项` : `${first.studioName}待办事项`}</h2>
      <p>{isOnes && `${first.studioName}，`}{dayInText(today)}，共 {items.length} 项</p>
      <table>
        <thead><tr><th>□</th><th>期限</th><th>到期</th>{!isOnes && <th>谁</th>}<th>事项</th><th>还差</th></tr></thead>
        <tbody>
          {items.map(({ key, when, soft, dueOn, subject, title, periods, missing, unit }) => (
            <tr key={key}>
              <td>□</td>
              <td>{soft && when === 'overdue' ? '提醒' : dueWhenNames[when]}</td>
              <td>{dueOn !== null ? dayInText(dueOn) : when === 'unset' ? '第二学期未设置' : ''}</td>
              {!isOnes && <td>{subject}</td>}
              <td>{title}{periods === null ? '' : `（${periods}）`}</td>
              <td>{missing} {unit}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
