import { PrinterOutlined } from '@ant-design/icons'
import { Button, Select, Tooltip } from 'antd'
import type { TermComparison } from '../../../shared/contract/duties.ts'
import { everybody } from '../../../shared/domain/duties/duty-matrix.ts'
import { shareText } from '../../../shared/domain/duties/duty-share.ts'
import { dutyStateNames } from '../../../shared/domain/duties/duty-words.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { call, useCall } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { ShareBar } from '../../ui/duty-bar.tsx'
import { stateMarks } from '../../ui/duty-marks.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { useSaveFile } from '../../ui/use-save-file.ts'
import type { AskedCell } from './duty-drawer.tsx'
import { LongerTable } from './longer-table.tsx'
import { MatrixTable } from './matrix-table.tsx'
import './terms-view.css'

/** 学期对比: the terms of the cycle side by side, of everybody together, of the studio itself or of one person. */
export function TermsView({ studioId, termKey, column, onChoose, onOpen }: {
  readonly studioId: string
  readonly termKey: string
  readonly column: string | null
  readonly onChoose: (column: string | null) => void
  readonly onOpen: (asked: AskedCell) => void
}) {
  const comparison = useCall('duties.terms', { studioId, termKey, column }, { placeholderData: (before) => before })
  useShortcut('ctrl+p', () => window.print(), comparison.data !== undefined)
  return (
    <LoadingOr of={comparison}>
      {(data) => (
        <section className="card duty-card duty-terms" aria-label="学期对比">
          <h2 className="duty-terms-title">{data.studioName}　{nameOf(data)}　各学期职责完成情况</h2>
          <div className="list-tools no-print">
            <Select aria-label="谁" style={{ width: 180 }} value={data.column} options={choicesOf(data)} onChange={(key) => onChoose(key === everybody ? null : key)} showSearch={{ optionFilterProp: 'label' }} />
            <span className="grow" />
            <Tooltip title="Ctrl+P"><Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>打印</Button></Tooltip>
            <ExportButton comparison={data} />
          </div>
          {data.rows.length === 0 && data.longer.length === 0
            ? <EmptyState title="还没有可以对比的" hint="规程没有写明数量的事，或者这个周期的学期还没有开始。" />
            : (
              <>
                {data.rows.length > 0 && <Shares comparison={data} />}
                {data.rows.length > 0 && <MatrixTable label="各学期职责完成情况" columns={data.terms} rows={data.rows} withBars onOpen={(ref, term) => onOpen({ studioId, termKey: term, ref, column: data.column })} />}
                {data.longer.length > 0 && <LongerTable terms={data.terms} rows={data.longer} onOpen={(ref, term) => onOpen({ studioId, termKey: term, ref, column: data.column })} />}
              </>
            )}
        </section>
      )}
    </LoadingOr>
  )
}

/** A bar a term: how much of what was asked is done. */
function Shares({ comparison: { terms } }: { readonly comparison: TermComparison }) {
  return (
    <ul className="duty-terms-shares" aria-label="各学期做完的项数">
      {terms.map(({ key, share }) => (
        <li key={key}>
          <span>{termName(key)}</span>
          {share.asked > 0 ? <ShareBar share={share} /> : <span />}
          <span className="duty-figure">{shareText(share)}{share.overdue > 0 && <b> {stateMarks.overdue} 逾期 {share.overdue}</b>}</span>
        </li>
      ))}
    </ul>
  )
}

function choicesOf({ people, ownOnly }: TermComparison): { value: string; label: string }[] {
  const each = people.map(({ key, name }) => ({ value: key, label: key === 'studio' ? '工作室自己的' : name }))
  return ownOnly ? each : [{ value: everybody, label: '整个工作室' }, ...each]
}

const nameOf = (comparison: TermComparison): string => choicesOf(comparison).find(({ value }) => value === comparison.column)?.label ?? ''

/** A row for each duty, for each term what was asked, done and how it stands. */
function ExportButton({ comparison }: { readonly comparison: TermComparison }) {
  const { saving, save } = useSaveFile()
  const { studioName, terms, rows, longer } = comparison
  const columns = [
    ...['事项', '谁', '多久', '单位'].map((title) => ({ title, kind: 'text' as const })),
    ...terms.flatMap(({ key }) => [{ title: `${termName(key)} 要求`, kind: 'number' as const }, { title: `${termName(key)} 完成`, kind: 'number' as const }, { title: `${termName(key)} 状态`, kind: 'text' as const }]),
    ...(longer.length === 0 ? [] : [{ title: '整个期间 要求', kind: 'number' as const }, { title: '整个期间 完成', kind: 'number' as const }, { title: '整个期间 状态', kind: 'text' as const }]),
  ]
  const ofWhole = (cells: readonly (number | string | null)[]) => (longer.length === 0 ? [] : cells)
  const make = () => call('exports.list', {
    title: `${studioName}${nameOf(comparison)}各学期职责完成情况`.slice(0, 80), columns,
    rows: [...rows.map((row) => [row.title, row.who, row.per, row.unit, ...terms.flatMap(({ key }) => {
      const cell = row.cells.find((each) => each.column === key)
      return cell === undefined ? [null, null, null] : [cell.needed, cell.done, dutyStateNames[cell.state]]
    }), ...ofWhole([null, null, null])]), ...longer.map((row) => [
      row.title, row.who, row.period || row.per, row.unit, ...terms.flatMap(({ key }) => [null, row.shares.find(({ termKey }) => termKey === key)?.done ?? null, null]),
      ...ofWhole([row.whole.needed, row.whole.done, dutyStateNames[row.whole.state]]),
    ])],
  })
  return <Button loading={saving} onClick={() => void save(make, `已导出 ${rows.length + longer.length} 项`)}>导出 Excel</Button>
}
