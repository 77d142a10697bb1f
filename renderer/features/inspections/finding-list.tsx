import { type ReactNode, useState } from 'react'
import type { FindingRow } from '../../../shared/contract/inspections.ts'
import { findingStateNames } from '../../../shared/domain/inspections/follow-up.ts'
import { severityNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { FindingDrawer } from './finding-drawer.tsx'
import { aboutWords } from './finding-words.ts'

const columns: readonly ListColumn<FindingRow>[] = [
  { id: 'state', title: '状态', value: ({ state, overdue }) => overdue ? '逾期' : findingStateNames[state], cell: ({ state, overdue }) => <span className={`log-tag ${overdue ? 'overdue' : state}`}>{overdue ? '逾期' : findingStateNames[state]}</span>, width: 84 },
  { id: 'about', title: '对象', value: aboutWords, width: 170 },
  { id: 'item', title: '检查项目', value: ({ item }) => item, width: 150 },
  { id: 'severity', title: '程度', value: ({ severity }) => severityNames[severity], width: 84 },
  { id: 'text', title: '情况', value: ({ text }) => text, width: 280 },
  { id: 'responsible', title: '负责整改', value: ({ responsibleName }) => responsibleName, width: 96 },
  { id: 'dueOn', title: '期限', value: ({ dueOn }) => dueOn, kind: 'date', width: 104 },
  { id: 'foundOn', title: '发现', value: ({ foundOn }) => foundOn, kind: 'date', width: 104, hiddenAtFirst: true },
  { id: 'inspection', title: '来自', value: ({ inspectionTitle, feedbackId }) => inspectionTitle ?? (feedbackId === null ? null : '反馈表'), width: 150 },
]

const ownColumns = columns.filter(({ id }) => id !== 'inspection')

/** Findings; each opens beside the list, where its next step is one press. */
export function FindingList({ name, label, rows, error, onRetry, empty, height, tools, ofOneInspection = false }: {
  readonly name: string
  readonly label: string
  readonly rows: readonly FindingRow[] | undefined
  readonly error?: Error | null
  readonly onRetry?: () => void
  readonly empty: ReactNode
  readonly height?: string
  readonly tools?: ReactNode
  /** All of them come from the inspection whose page this is. */
  readonly ofOneInspection?: boolean
}) {
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <>
      <DataList
        name={name} label={label} columns={ofOneInspection ? ownColumns : columns} rows={rows} rowKey={({ id }) => id} onOpen={({ id }) => setOpened(id)} empty={empty}
        {...(tools === undefined ? {} : { tools })} {...(error === undefined ? {} : { error })} {...(onRetry === undefined ? {} : { onRetry })} {...(height === undefined ? {} : { height })}
      />
      {opened !== null && <FindingDrawer id={opened} onClose={() => setOpened(null)} />}
    </>
  )
}
