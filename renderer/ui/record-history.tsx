import { useId } from 'react'
import { isScopedToOwnStudios } from '../../shared/domain/accounts/permissions.ts'
import { useCall } from '../api/client.ts'
import { useStanding } from '../app/standing.tsx'
import { ChangeTable } from './change-table.tsx'
import { LoadingOr } from './loading-or.tsx'
import { momentInTable } from './moment-text.ts'

/**
 * 修改经过: who changed a record, what and when, the newest first; each line opens. For the record's own page. Nothing is there
 * for somebody who sees only her own studios: whose changes they are is the office's business.
 */
export function RecordHistory({ kind, id, as = 'card' }: { readonly kind: string; readonly id: string; readonly as?: 'card' | 'section' }) {
  const title = useId()
  const { me } = useStanding()
  if (isScopedToOwnStudios(me.role)) return null
  return (
    <section className={as === 'card' ? 'card' : 'history-section'} aria-labelledby={title}>
      {as === 'card' ? <h2 id={title}>修改经过</h2> : <h3 id={title}>修改经过</h3>}
      <Lines kind={kind} id={id} />
    </section>
  )
}

function Lines({ kind, id }: { readonly kind: string; readonly id: string }) {
  const history = useCall('audit.ofRecord', { kind, id })
  return (
    <LoadingOr of={history}>
      {({ rows }) => rows.length === 0
        ? <p className="change-none">还没有修改经过。</p>
        : (
          <ul className="history">
            {rows.map((row) => (
              <li key={row.seq}>
                <details>
                  <summary><span>{row.summary}</span><b>{row.actorName}</b><time dateTime={row.at}>{momentInTable(row.at)}</time></summary>
                  <div><ChangeTable changes={row.changes.filter((change) => change.id === id)} /></div>
                </details>
              </li>
            ))}
          </ul>
        )}
    </LoadingOr>
  )
}
