import { PlusOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { MembershipLine, StudioRecord } from '../../../shared/contract/studios.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { useMay } from '../../app/standing.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { AddMembersDialog, type Joining } from './add-members-dialog.tsx'
import { EndMembershipsDialog, VoidMembershipDialog } from './end-dialogs.tsx'
import { useAttendanceColumn } from './use-attendance-column.tsx'

const who: readonly ListColumn<MembershipLine>[] = [
  { id: 'name', title: '姓名', value: ({ personName }) => personName, width: 76 },
  { id: 'role', title: '角色', value: ({ roleName }) => roleName, width: 92 },
]
const school = (width: number): ListColumn<MembershipLine> => ({ id: 'school', title: '工作单位', value: ({ schoolName }) => schoolName, width })
const title: ListColumn<MembershipLine> = { id: 'title', title: '职称', value: ({ professionalTitle }) => professionalTitle, width: 76 }
const subject: ListColumn<MembershipLine> = { id: 'subject', title: '学科', value: ({ subject: taught }) => taught, width: 70, hiddenAtFirst: true }
const period: ListColumn<MembershipLine> = {
  id: 'from', title: '任期', width: 116,
  value: ({ fromOn, toOn, state }) => `${fromOn} ${toOn === null ? '起' : `至 ${toOn}`}${state === 'coming' ? '（未开始）' : ''}`,
  // An end that is already fixed matters more than the beginning; the whole of it stands in the tooltip.
  cell: ({ fromOn, toOn }) => (toOn === null ? `${fromOn} 起` : `至 ${toOn}`),
}
const exception: ListColumn<MembershipLine> = { id: 'exception', title: '获准理由', value: ({ exceptionReason }) => exceptionReason, width: 76 }

/**
 * Where somebody was taken in over a limit, why stands beside; elsewhere the column would only be empty. The card takes half of a small
 * screen: what is added makes others narrower or leaves one out until somebody wants it.
 */
function currentColumns(missed: ListColumn<MembershipLine> | null, excepted: boolean): readonly ListColumn<MembershipLine>[] {
  return [
    ...who,
    school(missed || excepted ? 104 : 168),
    { ...title, hiddenAtFirst: missed !== null && excepted },
    subject,
    ...(missed ? [missed] : []),
    period,
    ...(excepted ? [exception] : []),
  ]
}
const formerColumns: readonly ListColumn<MembershipLine>[] = [
  ...who,
  { ...school(144), hiddenAtFirst: true },
  { id: 'period', title: '任期', value: ({ fromOn, toOn }) => (toOn === null ? `${fromOn} 起` : `${fromOn} 至 ${toOn}`), width: 180 },
  {
    id: 'why', title: '原因', width: 190,
    value: ({ state, voidReason, endReason }) => (state === 'voided' ? `作废（录错）：${voidReason ?? ''}` : endReason),
  },
]

/** Who is in it, who was, and what may be done about it. */
export function MembersCard({ studio, mayWrite }: { readonly studio: StudioRecord; readonly mayWrite: boolean }) {
  const go = useNavigate()
  const mayOpen = useMay('people.read')
  const joining = (useLocation().state as { joining?: Joining } | null)?.joining ?? null
  const [adding, setAdding] = useState(joining !== null && mayWrite)
  const stopAdding = () => {
    setAdding(false)
    if (joining !== null) void go('.', { replace: true, state: null })
  }
  const [ending, setEnding] = useState<{ readonly lines: readonly MembershipLine[]; readonly clear: () => void } | null>(null)
  const [voiding, setVoiding] = useState<{ readonly line: MembershipLine; readonly clear: () => void } | null>(null)
  const missed = useAttendanceColumn(studio.id)
  useShortcut('ctrl+n', () => setAdding(true), mayWrite && ending === null && voiding === null && missed.behind === null)
  const current = studio.memberships.filter(({ state }) => state === 'current' || state === 'coming')
  const excepted = current.some(({ exceptionReason }) => exceptionReason !== null)
  const former = studio.memberships.filter(({ state }) => state === 'former' || state === 'voided')
  const open = mayOpen ? { onOpen: ({ personId }: MembershipLine) => void go(`/people/${personId}`) } : {}
  const batch = (lines: readonly MembershipLine[], clear: () => void) => (
    <>
      <Button size="small" onClick={() => setEnding({ lines, clear })}>结束任期</Button>
      {lines.length === 1 && lines[0] && <Button size="small" danger onClick={() => lines[0] && setVoiding({ line: lines[0], clear })}>作废（录错）</Button>}
    </>
  )
  return (
    <section className="card" id="members" tabIndex={-1} aria-labelledby="members-title">
      <h2 id="members-title">成员
        <span className="grow" />
        {mayWrite && <Tooltip title="Ctrl+N"><Button type="primary" size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>加入成员</Button></Tooltip>}
      </h2>
      <DataList
        name={excepted ? 'studio-members-excepted' : 'studio-members'} label="在任成员" columns={currentColumns(missed.column, excepted)} rows={current} rowKey={({ membershipId }) => membershipId} height="420px" {...open}
        {...(mayWrite ? { batch } : {})}
        empty={(
          <EmptyState title="还没有成员" hint="加入成员时会按规程核对人数和构成">
            {mayWrite && <Button type="primary" onClick={() => setAdding(true)}>加入成员</Button>}
          </EmptyState>
        )}
      />
      {former.length > 0 && (
        <details style={{ marginTop: 12 }}>
          <summary style={{ cursor: 'pointer', marginBottom: 8 }}>曾在任和作废的 {former.length} 段任期</summary>
          <DataList
            name="studio-former" label="曾在任和作废的任期" columns={formerColumns} rows={former} rowKey={({ membershipId }) => membershipId} height="280px" {...open}
            empty={null}
          />
        </details>
      )}
      {missed.behind}
      {adding && <AddMembersDialog studio={studio} joining={joining} onClose={stopAdding} />}
      {ending && <EndMembershipsDialog studio={studio} lines={ending.lines} onClose={() => setEnding(null)} onDone={ending.clear} />}
      {voiding && <VoidMembershipDialog studio={studio} line={voiding.line} onClose={() => setVoiding(null)} onDone={voiding.clear} />}
    </section>
  )
}
