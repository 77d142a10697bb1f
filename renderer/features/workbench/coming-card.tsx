import { Link } from 'react-router'
import { activityKindNames } from '../../../shared/domain/activities/activity-words.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { useCall } from '../../api/client.ts'
import { useTerm } from '../../app/term.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'

const shown = 5

/** The next meetings, and when there is none, the latest. */
export function ComingCard() {
  const { term, today } = useTerm()
  const activities = useCall('activities.list', { termKey: term?.key ?? '' }, { enabled: term !== null })
  return (
    <section className="card" aria-labelledby="coming">
      <h2 id="coming">近期活动</h2>
      <LoadingOr of={activities}>
        {({ rows }) => {
          const coming = rows.filter(({ heldOn }) => heldOn >= (today ?? '')).toReversed().slice(0, shown)
          const latest = rows.filter(({ heldOn }) => heldOn < (today ?? '')).slice(0, shown - coming.length)
          if (rows.length === 0) return <p className="quiet">本学期还没有活动。<Link to="/activities/new">登记活动</Link></p>
          return (
            <ul className="plain-rows">
              {[...coming, ...latest].map(({ id, title, heldOn, kind, studioName, attendance, cancelledAt }) => (
                <li key={id}>
                  <Link to={`/activities/${id}`}>{cancelledAt === null ? title : <s>{title}</s>}</Link>
                  <span className="quiet">
                    {dayInTable(heldOn)} · {activityKindNames[kind]} · {studioName}
                    {cancelledAt !== null ? ' · 已取消' : attendance.expected > 0 && ` · 到 ${attendance.present + attendance.late} / ${attendance.expected} 人`}
                  </span>
                </li>
              ))}
            </ul>
          )
        }}
      </LoadingOr>
    </section>
  )
}
