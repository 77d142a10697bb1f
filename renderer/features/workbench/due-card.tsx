import { Link } from 'react-router'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { useCall } from '../../api/client.ts'
import { FulfilButton } from '../../ui/fulfil-button.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'

const shownAtMost = 6

/** What is due this week and what is late, each one press from its form; a member sees only her own. */
export function DueCard() {
  const due = useCall('duties.due', { studioId: null })
  return (
    <section className="card" aria-labelledby="due">
      <h2 id="due">本周要做的职责</h2>
      <LoadingOr of={due}>
        {({ items, ownOnly }) => {
          // What comes this week can still be done in time, so it stands before what is late already.
          const pressing = items.filter(({ when, soft }) => when === 'thisWeek' || (when === 'overdue' && !soft)).toSorted((a, b) => Number(b.when === 'thisWeek') - Number(a.when === 'thisWeek'))
          const studios = new Set(items.map(({ studioId }) => studioId)).size
          if (pressing.length === 0) return <p className="quiet">本周没有到期的，也没有逾期的。<Link to="/duties">看全部待办</Link></p>
          return (
            <>
              <ul className="due-rows">
                {pressing.slice(0, shownAtMost).map((item) => (
                  <li key={item.key}>
                    <span className={`due-sign ${item.when}`}>{item.when === 'overdue' ? '✗ 逾期' : '▲ 本周'}</span>
                    <span>
                      {ownOnly ? item.title : `${item.subject}：${item.title}`}
                      <small>还差 {item.missing} {item.unit}，{item.dueOn === null ? '' : `${dayInTable(item.dueOn)} 到期`}{studios > 1 && ` · ${item.studioName}`}</small>
                    </span>
                    <FulfilButton toFulfil={item} />
                  </li>
                ))}
              </ul>
              <p className="quiet"><Link to="/duties">{pressing.length > shownAtMost ? `看全部 ${pressing.length} 项` : '看全部待办'}</Link></p>
            </>
          )
        }}
      </LoadingOr>
    </section>
  )
}
