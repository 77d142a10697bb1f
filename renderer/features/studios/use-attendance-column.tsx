import { type ReactNode, useState } from 'react'
import type { AttendanceTotalRow } from '../../../shared/contract/activities.ts'
import type { MembershipLine } from '../../../shared/contract/studios.ts'
import { useCall } from '../../api/client.ts'
import { useMay } from '../../app/standing.tsx'
import { useTerm } from '../../app/term.tsx'
import { BehindTotal } from '../../ui/attendance/behind-total.tsx'
import { Missed } from '../../ui/attendance/missed.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'

/**
 * How much of the working term each member has missed, and how near the scheme's line that is.
 * @returns `column` null for whoever may not read attendance, and where there is no term; `behind` the activities of the figure that
 *   was pressed, null while none is
 */
export function useAttendanceColumn(studioId: string): { readonly column: ListColumn<MembershipLine> | null; readonly behind: ReactNode } {
  const { term } = useTerm()
  const mayRead = useMay('activities.read') && term !== null
  const termKey = term?.key ?? '2000-1'
  const totals = useCall('activities.totals', { termKey, studioId }, { enabled: mayRead })
  const [shown, setShown] = useState<AttendanceTotalRow | null>(null)
  if (!mayRead) return { column: null, behind: null }
  const rowOf = new Map(totals.data?.rows.map((row) => [row.personId, row]))
  return {
    column: {
      id: 'missed', title: '缺勤', width: 96,
      // Sorted by how much was missed; written out, since Excel would take 3 / 12 for a day.
      value: ({ personId }) => inFigures(rowOf.get(personId)?.standing),
      cell: ({ personId }) => {
        if (totals.error) return <span className="quiet" title={totals.error.message}>读不出来</span>
        const row = rowOf.get(personId)
        return row && <Missed name={row.name} standing={row.standing} onShow={() => setShown(row)} />
      },
    },
    behind: shown && <BehindTotal termKey={termKey} row={shown} filter="absent" onClose={() => setShown(null)} />,
  }
}

function inFigures(standing: AttendanceTotalRow['standing'] | undefined): string | null {
  return standing === undefined || standing.base === 0 ? null : `缺 ${standing.missed} 次，共 ${standing.base} 次`
}
