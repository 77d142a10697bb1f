import { Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AttendanceTotalRow, BehindRow } from '../../../shared/contract/activities.ts'
import { activityKindNames, type AttendanceMark, attendanceMarkNames, attendanceMarks } from '../../../shared/domain/activities/activity-words.ts'
import { hoursText } from '../../../shared/domain/activities/attendance-totals.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { useCall } from '../../api/client.ts'
import { LoadingOr } from '../loading-or.tsx'
import { Modal } from '../modal.tsx'
import { timeText } from '../time-text.ts'
import './attendance.css'

export type BehindFilter = 'counted' | 'attended' | AttendanceMark | 'notCounted'

const why: Readonly<Record<NonNullable<BehindRow['notCounted']>, string>> = {
  notEntered: '未计：这次还没有记出勤', toCome: '未计：还没到日子', notOnSheet: '未计：出勤表上没有这个人', outsideMembership: '未计：当天不在任期内', cancelled: '未计：活动已取消',
}

const filterNames: Readonly<Record<BehindFilter, string>> = { counted: '计入', attended: '参加', ...attendanceMarkNames, notCounted: '未计' }

/** The activities behind one figure: those that count, those that do not, and why. */
export function BehindTotal({ termKey, row, filter, onClose }: {
  readonly termKey: string
  readonly row: AttendanceTotalRow
  readonly filter: BehindFilter
  readonly onClose: () => void
}) {
  const behind = useCall('activities.behindTotal', { termKey, studioId: row.studioId, personId: row.personId })
  const [chosen, setChosen] = useState(filter)
  return (
    <Modal open title={`${row.name}，${row.studioName}，${termName(termKey)}`} footer={null} onCancel={onClose} width={720}>
      <LoadingOr of={behind}>
        {({ rows }) => {
          const filters = (['counted', 'attended', ...attendanceMarks, 'notCounted'] as const).map((each) => ({ value: each, label: `${filterNames[each]} ${rows.filter((one) => belongs(one, each)).length}` }))
          const shown = rows.filter((one) => belongs(one, chosen))
          return (
            <>
              <Segmented<BehindFilter> aria-label="看哪些" options={filters} value={chosen} onChange={setChosen} />
              {shown.length === 0 ? <p className="quiet behind-none">没有这样的活动。</p> : (
                <table className="behind" aria-label="计算依据">
                  <thead><tr><th scope="col">日期</th><th scope="col">活动</th><th scope="col">出勤</th><th scope="col" className="right">时数</th></tr></thead>
                  <tbody>
                    {shown.map((one) => (
                      <tr key={one.id}>
                        <td>{dayInTable(one.heldOn)} {timeText(one)}</td>
                        <td><Link to={`/activities/${one.id}`}>{one.title}</Link> <span className="quiet">{activityKindNames[one.kind]}</span></td>
                        <td>{one.mark ? attendanceMarkNames[one.mark] : ''} {one.note && <span className="quiet">{one.note}</span>} {one.notCounted && <span className="quiet">{why[one.notCounted]}</span>}</td>
                        <td className="right">{one.minutes === null ? (belongs(one, 'attended') ? '没有起止时间' : '—') : hoursText(one.minutes)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </>
          )
        }}
      </LoadingOr>
    </Modal>
  )
}

function belongs({ mark, notCounted }: BehindRow, filter: BehindFilter): boolean {
  if (filter === 'notCounted') return notCounted !== null
  if (notCounted !== null) return false
  if (filter === 'counted') return true
  return filter === 'attended' ? mark === 'present' || mark === 'late' : mark === filter
}
