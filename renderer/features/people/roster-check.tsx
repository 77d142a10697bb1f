import { useVirtualizer } from '@tanstack/react-virtual'
import { Button, Segmented } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { RosterPreview } from '../../../shared/contract/people.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { RosterBusy } from './roster-choose.tsx'
import { countDecisions, decideAll, hasError, isDuplicate, type RosterDecision, type RosterDecisions } from './roster-decisions.ts'
import { RosterRowView } from './roster-row.tsx'
import type { Roster } from './use-roster.ts'

type Shown = 'all' | 'problems' | 'duplicates'

/** The third step: every row with what is wrong with it and who may be the same, and what is to become of it. */
export function RosterCheck({ roster, preview, decisions, onDecide, onImport, onBack }: {
  readonly roster: Roster
  readonly preview: RosterPreview
  readonly decisions: RosterDecisions
  readonly onDecide: (decisions: RosterDecisions) => void
  readonly onImport: () => void
  readonly onBack: () => void
}) {
  const problems = useMemo(() => preview.rows.filter((row) => row.problems.length > 0), [preview])
  const duplicates = useMemo(() => preview.rows.filter(isDuplicate), [preview])
  const errors = useMemo(() => preview.rows.filter((row) => hasError(row) && row.canImport && !isDuplicate(row)), [preview])
  const [shown, setShown] = useState<Shown>(problems.length > 0 ? 'problems' : 'all')
  const rows = shown === 'all' ? preview.rows : shown === 'problems' ? problems : duplicates
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length, getScrollElement: () => scroll.current, overscan: 8, getItemKey: (at) => rows[at]?.rowNumber ?? at,
    estimateSize: (at) => 36 + (rows[at]?.problems.length ?? 0) * 22 + ((rows[at]?.duplicates.length ?? 0) > 0 ? 130 : 0),
  })
  useEffect(() => virtual.scrollToOffset(0), [shown, virtual])
  const decide = (rowNumber: number, decision: RosterDecision) => onDecide(new Map(decisions).set(rowNumber, decision))
  const bulk = (step: Parameters<typeof decideAll>[2]) => onDecide(decideAll(preview.rows, decisions, step))
  const { added, updated, skipped } = countDecisions(preview.rows, decisions)
  if (roster.busy) return <RosterBusy roster={roster} saying={`正在导入 ${added + updated} 人`} />
  const steps = [
    ...(errors.length > 0 ? [{ key: 'withErrors', label: `有问题的 ${errors.length} 行也导入（读不出的留空）`, onClick: () => bulk('withErrors') }] : []),
    ...(duplicates.length > 0
      ? [
          { key: 'update', label: `重复的都更新已有的人`, onClick: () => bulk('update') },
          { key: 'skipDuplicates', label: `重复的都跳过`, onClick: () => bulk('skipDuplicates') },
        ]
      : []),
    { key: 'none', label: '全部不选', onClick: () => bulk('none') },
  ]
  return (
    <>
      <div className="roster-bar">
        <Segmented<Shown>
          value={shown} onChange={setShown} aria-label="显示哪些行"
          options={[
            { value: 'all', label: `全部 ${preview.rows.length}` }, { value: 'problems', label: `只看有问题的 ${problems.length}` }, { value: 'duplicates', label: `重复 ${duplicates.length}` },
          ]}
        />
        <span className="grow" />
        <MenuButton items={steps}>批量决定</MenuButton>
      </div>
      {roster.error && <div style={{ marginBottom: 12 }}><ErrorNotice error={roster.error} /></div>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reachable from the keyboard */}
      <div className="roster-scroll" ref={scroll} role="region" aria-label="花名册的行" tabIndex={0}>
        <div className="roster-head roster-cells" aria-hidden>
          <span /><span>行号</span><span>姓名</span><span>性别</span><span>出生日期</span><span>身份证号</span><span>电话</span><span>工作单位</span><span>任教学科</span><span>职称</span>
        </div>
        {rows.length === 0 && <p className="empty">{shown === 'problems' ? '没有发现问题。' : '没有重复的人。'}</p>}
        <div className="roster-rows" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]
            return row && (
              <div key={item.key} ref={virtual.measureElement} data-index={item.index} style={{ position: 'absolute', left: 0, right: 0, transform: `translateY(${item.start}px)` }}>
                <RosterRowView row={row} people={preview.people} decision={decisions.get(row.rowNumber) ?? { action: 'skip' }} onDecide={(decision) => decide(row.rowNumber, decision)} />
              </div>
            )
          })}
        </div>
      </div>
      {preview.leftOut.length > 0 && (
        <details style={{ marginTop: 8 }}>
          <summary>另有 {preview.leftOut.length} 行不是人员，没有读入</summary>
          <ul>{preview.leftOut.map(({ rowNumber, text, reason }) => <li key={rowNumber}>第 {rowNumber} 行：{text}（{reason}）</li>)}</ul>
        </details>
      )}
      <div className="roster-foot">
        <span className="grow" role="status">将新增 {added} 人，更新 {updated} 人，跳过 {skipped} 行</span>
        <Button onClick={onBack}>上一步</Button>
        <Button type="primary" disabled={added + updated === 0} onClick={onImport}>导入 {added + updated} 人</Button>
      </div>
    </>
  )
}
