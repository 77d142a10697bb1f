import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select, Tooltip } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { redoCells, undoCells } from '../../../shared/domain/sheets/cell-sheet.ts'
import { isOutcomeKind, type OutcomeKind, specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { hasQuickRows, type QuickColumn } from '../../../shared/domain/outcomes/quick-rows.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { CellGrid, type GridColumn } from '../../ui/cell-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { DraftNotice, readDraft } from '../../ui/form-draft.tsx'
import { useLeaveGuard } from '../../ui/leave-guard.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useDone } from '../../ui/use-done.ts'
import { KindChoice } from './kind-choice.tsx'
import type { Choices } from './outcome-form-state.ts'
import { type QuickDraft, quickDraftKey, type SavedRows, useQuickOutcomes } from './use-quick-outcomes.ts'
import './quick-outcomes.css'

const told = 6

/** `/outcomes/quick`: many records of one kind in a grid, typed or pasted from Excel, kept together or not at all. */
export function QuickOutcomesPage() {
  const choices = useCall('outcomes.choices', {})
  return (
    <div className="wide">
      <PageHead title="成批登记" facts="同一类的许多条写在一张表里，可以从 Excel 复制一块粘贴进来；全部对了才一起保存" />
      <LoadingOr of={choices}>{(data) => <WithChoices choices={data} />}</LoadingOr>
    </div>
  )
}

function WithChoices({ choices }: { readonly choices: Choices }) {
  const [params, setParams] = useSearchParams()
  const asked = params.get('kind')
  const kind = asked !== null && isOutcomeKind(asked) && hasQuickRows(asked) ? asked : null
  const [only, second] = choices.studios
  const named = params.get('studio') ?? (second === undefined ? (only?.id ?? null) : null)
  const studioId = choices.studios.some(({ id }) => id === named) ? named : null
  const set = (change: { readonly kind?: OutcomeKind | null; readonly studio?: string | null }) => {
    const next = { kind, studio: studioId, ...change }
    setParams(new URLSearchParams(Object.entries(next).filter((pair): pair is [string, string] => pair[1] !== null)), { replace: true })
  }
  return (
    <>
      <div className="quick-about">
        <div className="quick-kind">
          <label htmlFor="quick-kind">类别</label>
          <KindChoice id="quick-kind" value={kind} only={hasQuickRows} autoFocus={kind === null} onChange={(chosen) => set({ kind: chosen })} />
        </div>
        <div className="quick-kind">
          <label htmlFor="quick-studio">工作室</label>
          <Select
            id="quick-studio" style={{ width: '100%' }} allowClear placeholder="不属于工作室" value={studioId} showSearch={{ optionFilterProp: 'label' }}
            options={choices.studios.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id: string | undefined) => set({ studio: id ?? null })}
          />
        </div>
      </div>
      {kind === null
        ? <EmptyState title="先选类别" hint="选好公开课、听课、获奖这样的一类，下面就出现它的表。" />
        : <WithDraft key={kind} kind={kind} studioId={studioId} choices={choices} />}
    </>
  )
}

interface GridProps {
  readonly kind: OutcomeKind
  readonly studioId: string | null
  readonly choices: Choices
}

/** The grid begins with what was typed before a lock. */
function WithDraft(props: GridProps) {
  const draft = useQuery({
    queryKey: ['outcomes.quickDraft', props.kind], gcTime: 0, staleTime: Infinity, refetchOnMount: false, meta: { once: true },
    queryFn: () => readDraft<QuickDraft['form']>(quickDraftKey(props.kind)),
  })
  return draft.isPending ? null : <Grid {...props} draft={draft.data ?? null} />
}

function Grid({ kind, studioId, choices, draft }: GridProps & { readonly draft: QuickDraft | null }) {
  const { restored, discard, forget, columns, sheet, change, faults, filled, saveAll, saving, problem, isDuplicate } = useQuickOutcomes(kind, studioId, choices, draft)
  const [confirms, setConfirms] = useState(false)
  const [saved, setSaved] = useState<SavedRows>([])
  const mayConfirm = choices.studios.find(({ id }) => id === studioId)?.mayConfirm ?? false
  const { guard } = useLeaveGuard({ dirty: filled > 0, what: `表里的 ${filled} 条`, save: async () => await saveAll(confirms && mayConfirm) !== null, discard: forget })
  const save = async () => setSaved(await saveAll(confirms && mayConfirm) ?? [])
  useShortcut('ctrl+s', () => void save())
  const at = new Map(columns.map(({ key }, place) => [key, place]))
  const wrong = new Map(faults.map(({ row, column, message }) => [`${row}:${at.get(column) ?? 0}`, message]))
  return (
    <section aria-label={`成批登记${specOf(kind).name}`}>
      <div className="quick-tools">
        <Tooltip title="Ctrl+S"><Button type="primary" disabled={filled === 0} loading={saving} onClick={() => void save()}>{filled === 0 ? '保存' : `保存 ${filled} 条`}</Button></Tooltip>
        {mayConfirm && <Checkbox checked={confirms} onChange={(event) => setConfirms(event.target.checked)}>同时确认</Checkbox>}
        <Tooltip title="Ctrl+Z"><Button disabled={sheet.past.length === 0} onClick={() => change(undoCells(sheet))}>撤销一步</Button></Tooltip>
        <Tooltip title="Ctrl+Y"><Button disabled={sheet.undone.length === 0} onClick={() => change(redoCells(sheet))}>重做</Button></Tooltip>
      </div>
      {restored && <DraftNotice state="restored" onShow={() => undefined} onDiscard={discard} />}
      {saved.length > 0 && <SavedNotice kind={kind} items={saved} studioId={studioId} onClose={() => setSaved([])} />}
      {problem && <ErrorNotice error={problem} />}
      {isDuplicate && <p className="quick-again"><Button onClick={() => void save()}>确实是另外一次，仍然保存</Button></p>}
      <CellGrid
        label={`${specOf(kind).name}的表`} columns={columns.map(gridColumn)} sheet={sheet} onChange={change} grows headTitle="行" rowHeads={[]} wrong={wrong}
      />
      {faults.length > 0 && (
        <ul className="quick-faults" aria-label="要改的地方">
          {faults.slice(0, told).map(({ row, column, message }) => (
            <li key={`${row} ${column}`}>
              <button type="button" onClick={() => focusCell(row, at.get(column) ?? 0)}>第 {row + 1} 行 {columns[at.get(column) ?? 0]?.label}</button>{message}
            </li>
          ))}
          {faults.length > told && <li>另有 {faults.length - told} 处，表里标了红。</li>}
        </ul>
      )}
      <p className="quiet quick-keys">日期可写 2026.9.3、20260903；方向键、Tab、Enter 移动，Ctrl+D 同上一行，Ctrl+Z 撤销。{choices.me !== null && '姓名空着就是您自己。'}同名的写成 姓名（学校）。</p>
      {guard}
    </section>
  )
}

function gridColumn({ key, label, required }: QuickColumn): GridColumn {
  return { title: required ? `${label} *` : label, ...(key === 'title' ? {} : { width: key === 'quantity' || key === 'level' ? 90 : 132 }) }
}

/** The grid's own cells carry their place. */
function focusCell(row: number, column: number): void {
  document.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`)?.focus()
}

/** What was just kept can be taken back as a whole as long as nobody has changed it. */
function SavedNotice({ kind, items, studioId, onClose }: { readonly kind: OutcomeKind; readonly items: SavedRows; readonly studioId: string | null; readonly onClose: () => void }) {
  const takeBack = useWrite('outcomes.takeBackMany')
  const { done, failed } = useDone()
  const go = useNavigate()
  const back = () => takeBack.mutate({ items: items.map(({ id, revision }) => ({ id, revision })) }, {
    onSuccess: ({ removed }) => {
      done(`已撤销 ${removed} 条，可在回收站里恢复`)
      onClose()
    },
    onError: failed,
  })
  return (
    <p className="note good notice" role="status">
      已登记 {items.length} 条{specOf(kind).name}{items[0]?.state === 'confirmed' ? '，已确认' : '，等待确认'}
      <Button size="small" type="link" loading={takeBack.isPending} onClick={back}>撤销</Button>
      <Button size="small" type="link" onClick={() => void go(`/outcomes?kind=${kind}&term=all${studioId === null ? '' : `&studio=${studioId}`}`)}>看这些记录</Button>
      <Button size="small" type="link" onClick={onClose}>知道了</Button>
    </p>
  )
}
