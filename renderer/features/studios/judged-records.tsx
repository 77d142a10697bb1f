import { Button } from 'antd'
import type { JudgedCriterion } from '../../../shared/contract/studios.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { useMay } from '../../app/standing.tsx'

/** The outcomes behind a judgement, folded away, and one press from recording what is missing. `onGo` absent: nothing leads away from here. */
export function JudgedRecords({ personId, name, criterion: { records, add }, onGo }: {
  readonly personId: string
  readonly name: string
  readonly criterion: Pick<JudgedCriterion, 'records' | 'add'>
  readonly onGo: ((path: string) => void) | undefined
}) {
  const mayAdd = useMay('outcomes.write') && onGo !== undefined
  const what = add === null ? '' : add.kind === null ? '成果' : specOf(add.kind).name
  return (
    <>
      {mayAdd && add !== null && (
        <Button type="link" size="small" aria-label={`登记${name}的${what}`} onClick={() => onGo(`/outcomes/new?${add.kind === null ? '' : `kind=${add.kind}&`}studio=none&person=${personId}`)}>登记{what}</Button>
      )}
      {records.length > 0 && (
        <details className="judged-records">
          <summary>看 {records.length} 条记录</summary>
          <ul>
            {records.map(({ id, kind, title, onDay, level, why }) => (
              <li key={id}>
                {onGo === undefined ? `「${title}」` : <Button type="link" size="small" onClick={() => onGo(`/outcomes/${id}`)}>{title}</Button>}
                <small>{[specOf(kind).name, level, dayInTable(onDay)].filter((part) => part !== null).join('，')}</small>
                <span className={why === null ? 'counts' : 'counts-not'}>{why === null ? '计入' : `不计入：${why}`}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
