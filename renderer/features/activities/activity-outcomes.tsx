import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { outcomeStateNames } from '../../../shared/domain/outcomes/outcome-record.ts'
import { peopleInWords } from '../../../shared/domain/outcomes/outcome-words.ts'
import { useCall } from '../../api/client.ts'
import { useMay } from '../../app/standing.tsx'

/** What people did in the activity, as records of their own: a lesson, a lecture … One click makes one with what is known. */
export function ActivityOutcomes({ activityId }: { readonly activityId: string }) {
  const navigate = useNavigate()
  const mayRead = useMay('outcomes.read')
  const mayWrite = useMay('outcomes.write')
  const list = useCall('outcomes.list', { activityId, limit: 100 }, { enabled: mayRead })
  if (!mayRead) return null
  const rows = list.data?.rows ?? []
  return (
    <section className="card" aria-labelledby="activity-outcomes">
      <h2 id="activity-outcomes">成果</h2>
      {rows.length === 0 && <p className="quiet" style={{ marginBottom: 8 }}>谁上了课、作了讲座，可以由此登记，时间、级别、主讲人会带过去。</p>}
      <ul className="activity-outcomes">
        {rows.map(({ id, kind, title, people, state }) => (
          <li key={id}>{specOf(kind).name}　<Link to={`/outcomes/${id}`}>{title}</Link>　{peopleInWords(people)}<small className="quiet">　{outcomeStateNames[state]}</small></li>
        ))}
      </ul>
      {mayWrite && <Button onClick={() => void navigate(`/outcomes/new?activity=${activityId}`)}>登记成果</Button>}
    </section>
  )
}
