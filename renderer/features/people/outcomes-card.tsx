import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { useCall } from '../../api/client.ts'
import { useMay } from '../../app/standing.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'

/** What the person has done, counted by kind, each figure one click from its records; and how far she has come on the ladder. */
export function OutcomesCard({ personId }: { readonly personId: string }) {
  const go = useNavigate()
  const mayWrite = useMay('outcomes.write')
  const about = useCall('outcomes.ofPerson', { personId })
  const address = (kind?: string) => `/outcomes?person=${personId}&term=all${kind === undefined ? '' : `&kind=${kind}`}`
  return (
    <section className="card" aria-labelledby="person-outcomes">
      <h2 id="person-outcomes">成果与记录</h2>
      <LoadingOr of={about}>
        {({ counts, ladder }) => (
          <>
            {counts.length === 0 && <p style={{ color: 'var(--secondary)' }}>还没有登记过。</p>}
            <ul className="outcome-counts">
              {counts.map(({ kind, count, confirmed }) => (
                <li key={kind}><Link to={address(kind)}>{specOf(kind).name}</Link><b>{count}</b><small>{confirmed < count ? `${count - confirmed} 条未确认` : ''}</small></li>
              ))}
            </ul>
            {ladder.length > 0 && (
              <ol className="ladder-reached" aria-label="成长阶梯">
                {ladder.map(({ step, on }) => <li key={step} className={on === null ? 'coming' : 'reached'}>{on === null ? step : <Link to={address('growthStep')}>{step}</Link>}<small>{on ?? '未到'}</small></li>)}
              </ol>
            )}
            <div style={{ display: 'flex', gap: 8 }}>
              {counts.length > 0 && <Button size="small" onClick={() => void go(address())}>看全部</Button>}
              {mayWrite && <Button size="small" onClick={() => void go(`/outcomes/new?person=${personId}`)}>登记成果</Button>}
            </div>
          </>
        )}
      </LoadingOr>
    </section>
  )
}
