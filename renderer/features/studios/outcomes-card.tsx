import { Button, Space } from 'antd'
import { Link, useNavigate } from 'react-router'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { peopleInWords } from '../../../shared/domain/outcomes/outcome-words.ts'
import { useCall } from '../../api/client.ts'
import { useMay } from '../../app/standing.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import './outcomes-card.css'

const latest = 5

/** What the studio's people have done: the latest, how many of each kind, and what waits to be confirmed; each figure leads to its records. */
export function OutcomesCard({ studioId, mayAdd }: { readonly studioId: string; readonly mayAdd: boolean }) {
  const go = useNavigate()
  const mayWrite = useMay('outcomes.write') && mayAdd
  const counts = useCall('outcomes.counts', { studioId })
  const list = useCall('outcomes.list', { studioId, limit: latest })
  const address = (more = '') => `/outcomes?studio=${studioId}&term=all${more}`
  return (
    <section className="card" id="outcomes" tabIndex={-1} aria-labelledby="outcomes-title">
      <h2 id="outcomes-title">成果与记录</h2>
      <LoadingOr of={counts}>
        {({ counts: kinds }) => {
          const total = kinds.reduce((sum, { count }) => sum + count, 0)
          const waiting = kinds.reduce((sum, each) => sum + each.waiting, 0)
          return (
            <>
              {total === 0
                ? <p className="quiet">还没有登记过。</p>
                : <p>共 <Link to={address()}>{total} 条</Link>{waiting > 0 && <>，其中 <Link to={address('&state=submitted')}>{waiting} 条待确认</Link></>}</p>}
              <ul className="studio-outcome-kinds" aria-label="各类多少">
                {kinds.map(({ kind, count }) => <li key={kind}><Link to={address(`&kind=${kind}`)}>{specOf(kind).name} {count}</Link></li>)}
              </ul>
              {list.data !== undefined && list.data.rows.length > 0 && (
                <ul className="studio-outcome-latest" aria-label="最近的">
                  {list.data.rows.map((row) => (
                    <li key={row.id}><Link to={`/outcomes/${row.id}`}>{row.title}</Link><small>{specOf(row.kind).name}，{[peopleInWords(row.people), dayInTable(row.onDay)].filter((part) => part !== '').join('，')}</small></li>
                  ))}
                </ul>
              )}
            </>
          )
        }}
      </LoadingOr>
      {mayWrite && (
        <Space>
          <Button onClick={() => void go(`/outcomes/new?studio=${studioId}`)}>登记成果</Button>
          <Button onClick={() => void go(`/outcomes/quick?studio=${studioId}`)}>成批登记</Button>
        </Space>
      )}
    </section>
  )
}
