import { Button } from 'antd'
import type { DueItem } from '../../../shared/contract/duties.ts'
import { dayInTable, dayInText } from '../../../shared/domain/dates/format-day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FulfilButton } from '../../ui/fulfil-button.tsx'
import type { DueOnDay } from './due-month.tsx'
import { WhenTag } from './when-tag.tsx'

/** What is due on the chosen day, each one press from its form; what has not begun is only told. */
export function DueDayList({ day, due: { items, coming }, next, manyStudios, onDay, onOpen }: {
  readonly day: string
  readonly due: DueOnDay
  /** The next day on which something is due. */
  readonly next: string | undefined
  readonly manyStudios: boolean
  readonly onDay: (day: string) => void
  readonly onOpen: (item: DueItem) => void
}) {
  const count = items.length + coming.length
  return (
    <section className="card due-day" aria-label={`${dayInText(day)}到期`}>
      <h2>{dayInTable(day)}{count > 0 && `　${count} 项`}</h2>
      {count === 0 && <EmptyState title="这一天没有到期的" hint={next === undefined ? '到这个月底也没有了。' : `下一个到期的日子是${dayInText(next)}。`}>{next !== undefined && <Button onClick={() => onDay(next)}>看这一天</Button>}</EmptyState>}
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <button type="button" className="due-title" title="看背后的记录" onClick={() => onOpen(item)}>{item.title}</button>
            <small>{item.subject}，还差 {item.missing} {item.unit}{item.periods !== null && `，${item.periods}`}{manyStudios && ` · ${item.studioName}`}</small>
            <span className="due-day-do"><WhenTag item={item} /><FulfilButton toFulfil={item} /></span>
          </li>
        ))}
        {coming.map(({ key, title, subject, amount, period, soft, studioName }) => (
          <li key={key} className="due-coming">
            {title}
            <small>{subject}，{amount}，{period}{manyStudios && ` · ${studioName}`}</small>
            <span className="due-day-do"><span className="due-tag">{soft ? '未开始，原则上' : '未开始'}</span></span>
          </li>
        ))}
      </ul>
    </section>
  )
}
