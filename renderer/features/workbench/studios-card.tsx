import { Link } from 'react-router'
import { useCall } from '../../api/client.ts'
import { LoadingOr } from '../../ui/loading-or.tsx'

/** The studios with who leads them and how full they are. */
export function StudiosCard() {
  const studios = useCall('studios.list', {})
  return (
    <section className="card" aria-labelledby="studios">
      <h2 id="studios">工作室</h2>
      <LoadingOr of={studios}>
        {({ rows }) => (
          <ul className="plain-rows">
            {rows.map(({ id, name, hosts, hostWord, people, limit }) => (
              <li key={id}>
                <Link to={`/studios/${id}`}>{name}</Link>
                <span className="quiet">{hosts.length > 0 ? `${hostWord} ${hosts.join('、')}` : `还没有${hostWord}`} · {people} 人{limit ? ` · ${limit.message}` : ''}</span>
              </li>
            ))}
          </ul>
        )}
      </LoadingOr>
    </section>
  )
}
