import { Button } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { ActivityRow } from '../../../shared/contract/activities.ts'
import { filingStateNames, filingTroubleNames } from '../../../shared/domain/activities/activity-filing.ts'
import { activityKindNames } from '../../../shared/domain/activities/activity-words.ts'
import { countsText } from '../../../shared/domain/activities/attendance-sheet.ts'
import { activityState, activityStateNames } from '../../../shared/domain/activities/activity-state.ts'
import { lacksAttendance } from '../../../shared/domain/activities/lacks-attendance.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { studioLevelNames } from '../../../shared/domain/studios/studio-words.ts'
import { useCall } from '../../api/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { timeText } from '../../ui/time-text.ts'
import { ActivityFilters, ActivitySearch } from './activity-filters.tsx'
import { ApprovedNotice, FilingBatch } from './filing-batch.tsx'
import { FilingTag, filingInWords } from './filing-tag.tsx'
import { type ActivityFilter, type ChangeActivityFilter, type FilingFilter, noActivityConditions } from './use-activity-filter.ts'

const columnsOn = (today: string): readonly ListColumn<ActivityRow>[] => [
  { id: 'title', title: '活动名称', value: ({ title }) => title, cell: (row) => <Title row={row} />, width: 196 },
  { id: 'heldOn', title: '日期', value: ({ heldOn, startTime }) => `${heldOn} ${startTime ?? ''}`, cell: ({ heldOn }) => dayInTable(heldOn), width: 136 },
  { id: 'time', title: '时间', value: timeText, width: 104, sortable: false },
  { id: 'kind', title: '类别', value: ({ kind }) => activityKindNames[kind], width: 76 },
  { id: 'studio', title: '工作室', value: ({ studioName }) => studioName, width: 146 },
  { id: 'place', title: '地点', value: ({ place }) => place, width: 120 },
  { id: 'theme', title: '研讨主题', value: ({ themeTitle }) => themeTitle, width: 150, hiddenAtFirst: true },
  { id: 'chair', title: '主持', value: ({ chairName }) => chairName, width: 84, hiddenAtFirst: true },
  { id: 'level', title: '级别', value: ({ level }) => level && studioLevelNames[level], width: 84, hiddenAtFirst: true },
  { id: 'filing', title: '备案', value: ({ filing }) => filingInWords(filing) || null, cell: ({ filing }) => <FilingTag filing={filing} />, width: 130, hiddenAtFirst: true },
  { id: 'files', title: '附件', value: ({ attachments }) => attachments || null, width: 60, align: 'right' },
  { id: 'state', title: '状态', value: (row) => stateInWords(row, today), width: 160, hiddenAtFirst: true },
  { id: 'attendance', title: '出勤', value: (row) => row.cancelledAt === null ? countsText(row.attendance) : stateInWords(row, today), width: 248, cell: (row) => <Attendance row={row} today={today} /> },
]

/** A cancelled one struck and labelled; one whose filing is open or wrong says so. */
function Title({ row: { title, cancelledAt, filing } }: { readonly row: ActivityRow }) {
  if (cancelledAt !== null) return <><span className="state-label">已取消</span><s>{title}</s></>
  const label = filing.trouble !== null ? filingTroubleNames[filing.trouble] : filing.turn === null ? null : filing.state === 'notFiled' ? '待备案' : filingStateNames[filing.state]
  return label === null ? title : <><span className={`state-label${filing.trouble === null ? '' : ' bad'}`}>{label}</span>{title}</>
}

function Attendance({ row, today }: { readonly row: ActivityRow; readonly today: string }) {
  if (row.cancelledAt !== null) return <span className="quiet">{row.madeUpOn === null ? row.cancelledReason : `${dayInTable(row.madeUpOn)} 补开`}</span>
  if (row.attendance.expected > 0) return countsText(row.attendance)
  return lacksAttendance(row, today) ? <span className="not-entered">未记录</span> : <span className="quiet">—</span>
}

/** 已取消：县里开会，2026-10-30 补开 */
function stateInWords(row: ActivityRow, today: string): string {
  const { cancelledReason, madeUpOn, replacesOn } = row
  const state = activityStateNames[activityState(row, today)]
  if (row.cancelledAt !== null) return `${state}：${cancelledReason ?? ''}${madeUpOn === null ? '' : `，${madeUpOn} 补开`}`
  return replacesOn === null ? state : `${state}，补 ${replacesOn} 的活动`
}

/** The activities of the term, narrowed by chips. */
export function ActivityList({ termKey, studioId, today, filter, onFilter, studioChoice, onAdd }: {
  readonly termKey: string
  readonly studioId: string | null
  readonly today: string
  readonly filter: ActivityFilter
  readonly onFilter: ChangeActivityFilter
  readonly studioChoice: ReactNode
  readonly onAdd: (() => void) | undefined
}) {
  const navigate = useNavigate()
  const columns = useMemo(() => columnsOn(today), [today])
  const { data, error, refetch } = useCall('activities.list', { termKey, studioId, kinds: [...filter.kinds], text: filter.text, removed: filter.removed }, { placeholderData: (before) => before })
  const [approved, setApproved] = useState<readonly string[]>([])
  const narrowed = filter.kinds.length > 0 || filter.text !== '' || filter.removed || filter.filing !== null
  const rows = filter.filing === null ? data?.rows : data?.rows.filter((row) => isAmong(row, filter.filing))
  const tools = (
    <>
      <ActivitySearch filter={filter} onFilter={onFilter} />
      {studioChoice}
      <ActivityFilters filter={filter} onFilter={onFilter} />
      <Button type={filter.removed ? 'primary' : 'text'} ghost={filter.removed} aria-pressed={filter.removed} onClick={() => onFilter({ removed: !filter.removed })}>回收站</Button>
    </>
  )
  const empty = filter.removed
    ? <EmptyState title="回收站里没有活动" hint="移到回收站的活动会在这里，可以恢复。" />
    : narrowed
      ? <EmptyState title="没有符合条件的活动" hint="去掉一些条件，或在上方换一个学期。"><Button onClick={() => onFilter(noActivityConditions)}>去掉条件</Button></EmptyState>
      : <EmptyState title="这个学期还没有活动" hint="例会、公开课、送教……每次记下内容、出勤和照片，学期末的次数和时数就自己算好了。">{onAdd && <Button type="primary" onClick={onAdd}>登记活动</Button>}</EmptyState>
  return (
    <>
      {approved.length > 0 && <ApprovedNotice filingIds={approved} onClose={() => setApproved([])} />}
      <DataList
        savesViews {...(filter.filing === 'toDecide' ? { batch: (chosen: readonly ActivityRow[], clear: () => void) => <FilingBatch chosen={chosen} onApproved={(ids) => { setApproved(ids); clear() }} /> } : {})}
        name="activities" label="活动列表" columns={columns} rows={rows} rowKey={({ id }) => id} onOpen={({ id }) => void navigate(`/activities/${id}`)} tools={tools} empty={empty}
        error={error} onRetry={() => void refetch()} height="calc(100vh - 290px)"
      />
    </>
  )
}

function isAmong({ filing: { trouble, turn } }: ActivityRow, wanted: FilingFilter | null): boolean {
  return wanted === 'trouble' ? trouble !== null : turn === wanted
}
