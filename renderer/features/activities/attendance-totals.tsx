import { Button } from 'antd'
import { Fragment, useState } from 'react'
import type { AttendanceTotalRow } from '../../../shared/contract/activities.ts'
import { type AttendanceMark, attendanceMarkNames, attendanceMarks } from '../../../shared/domain/activities/activity-words.ts'
import { hoursText } from '../../../shared/domain/activities/attendance-totals.ts'
import { useCall } from '../../api/client.ts'
import { BehindTotal, type BehindFilter } from '../../ui/attendance/behind-total.tsx'
import { Missed } from '../../ui/attendance/missed.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import './attendance-totals.css'

/** People by what became of them in the term; every figure opens the activities behind it. */
export function AttendanceTotals({ termKey, studioId }: { readonly termKey: string; readonly studioId: string | null }) {
  const totals = useCall('activities.totals', { termKey, studioId }, { placeholderData: (before) => before })
  const [shown, setShown] = useState<{ readonly row: AttendanceTotalRow; readonly filter: BehindFilter } | null>(null)
  return (
    <LoadingOr of={totals}>
      {({ rows, activities }) => rows.length === 0
        ? <div className="card"><EmptyState title="还没有可以合计的人" hint="工作室有了成员、活动记了出勤，这里就有每个人的次数和时数。" /></div>
        : (
          <>
            <div className="totals">
              <table aria-label="出勤合计">
                <thead>
                  <tr>
                    <th scope="col">姓名</th><th scope="col">身份</th><th scope="col" className="right">应到</th>
                    {attendanceMarks.map((mark) => <th key={mark} scope="col" className="right">{attendanceMarkNames[mark]}</th>)}
                    <th scope="col" className="right">出勤率</th><th scope="col" className="totals-picture">构成</th><th scope="col" className="totals-missed">缺勤</th><th scope="col" className="right">参加时数</th><th scope="col">说明</th>
                  </tr>
                </thead>
                <tbody>
                  {[...Map.groupBy(rows, (row) => row.studioId)].map(([id, ofStudio]) => (
                    <Fragment key={id}>
                      {studioId === null && <tr className="totals-studio"><th scope="rowgroup" colSpan={12}>{ofStudio[0]?.studioName}</th></tr>}
                      {ofStudio.map((row) => <Person key={row.personId} row={row} onShow={(filter) => setShown({ row, filter })} />)}
                    </Fragment>
                  ))}
                </tbody>
              </table>
            </div>
            <p className="quiet totals-legend">
              {attendanceMarks.map((mark) => <span key={mark}><i className={`bar-part ${mark}`} aria-hidden />{attendanceMarkNames[mark]}</span>)}
              出勤率 =（出席 + 迟到）÷ 应到。缺勤含未到的活动在内算，竖线是规程的界限，请假、迟到怎么算在规程里选。共 {activities} 次活动，点数字看每一次。
            </p>
            {shown && <BehindTotal termKey={termKey} row={shown.row} filter={shown.filter} onClose={() => setShown(null)} />}
          </>
        )}
    </LoadingOr>
  )
}

function Person({ row, onShow }: { readonly row: AttendanceTotalRow; readonly onShow: (filter: BehindFilter) => void }) {
  const figure = (filter: BehindFilter, text: string | number, of: string) => (
    <button type="button" className="figure" tabIndex={-1} aria-label={`${row.name} ${of} ${text}`} onClick={() => onShow(filter)}>{text}</button>
  )
  const remarks = [
    row.notEntered > 0 && `${row.notEntered} 次未记出勤`, row.withoutTimes > 0 && `${row.withoutTimes} 次没有起止时间，未计时数`, row.outside > 0 && `${row.outside} 次不在任期内，未计`,
  ].filter(Boolean).join('；')
  return (
    <tr>
      <th scope="row"><Button type="link" size="small" onClick={() => onShow('counted')} title="看每一次活动">{row.name}</Button></th>
      <td>{row.roleName}</td>
      <td className="right">{figure('counted', row.expected, '应到')}</td>
      {attendanceMarks.map((mark) => <td key={mark} className="right">{row[mark] === 0 ? <span className="quiet">0</span> : figure(mark, row[mark], attendanceMarkNames[mark])}</td>)}
      <td className="right">{row.rate === null ? <span className="quiet">—</span> : figure('counted', `${Math.floor(row.rate * 100)}%`, '出勤率')}</td>
      <td className="totals-picture"><Bar row={row} /></td>
      <td className="totals-missed"><Missed name={row.name} standing={row.standing} withBar tabIndex={-1} onShow={() => onShow('absent')} /></td>
      <td className="right">{figure('attended', hoursText(row.minutes), '参加时数')}</td>
      <td className="totals-remark" title={remarks}>{remarks}</td>
    </tr>
  )
}

/** The marks as parts of one bar; the same figures stand beside it in words. */
function Bar({ row }: { readonly row: AttendanceTotalRow }) {
  if (row.expected === 0) return null
  const part = (mark: AttendanceMark) => row[mark] > 0 && <span key={mark} className={`bar-part ${mark}`} style={{ flexGrow: row[mark] }} />
  return <span className="bar" aria-hidden>{attendanceMarks.map(part)}</span>
}
