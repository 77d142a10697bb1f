import { Link } from 'react-router'
import type { LimitLine } from '../../../shared/contract/studios.ts'
import { assertNever } from '../../../shared/must.ts'
import { useCall } from '../../api/client.ts'
import { LoadingOr } from '../../ui/loading-or.tsx'

/** How the studio stands against its scheme, for somebody who only looks in passing: figures where there is something to know. */
function limitInWords({ state, message }: LimitLine): string {
  switch (state) {
    case 'met': return '人员符合规程'
    case 'near': return `已到上限（${message}）`
    case 'under': return `人数未满（${message}）`
    case 'over': return `不符合规程（${message}）`
    case 'excepted': return `超出部分已说明理由（${message}）`
    case 'unknown': return `待核对（${message}）`
    default: return assertNever(state)
  }
}

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
                <span className="quiet">{hosts.length > 0 ? `${hostWord} ${hosts.join('、')}` : `还没有${hostWord}`} · {people} 人{limit ? ` · ${limitInWords(limit)}` : ''}</span>
              </li>
            ))}
          </ul>
        )}
      </LoadingOr>
    </section>
  )
}
