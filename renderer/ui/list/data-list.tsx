import {
  columnVisibilityFeature, createSortedRowModel, rowSelectionFeature, rowSortingFeature, type RowSelectionState, tableFeatures, useTable,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Button, Checkbox, Skeleton } from 'antd'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../../api/client.ts'
import { copyText } from '../copy-text.ts'
import { ErrorNotice } from '../error-notice.tsx'
import { useDone } from '../use-done.ts'
import { useSaveFile } from '../use-save-file.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { asClipboardText, asSheet, compareValues, sortedBy, type ListColumn, type ListSort } from './list-column.ts'
import { SavedViews } from './saved-views.tsx'
import { useRemembered } from './use-remembered.ts'
import { useRowKeys } from './use-row-keys.ts'

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature, rowSortingFeature, sortedRowModel: createSortedRowModel() })
const rowHeight = 36

export interface DataListProps<Row extends object> {
  /** Under this name the person's columns are remembered. */
  readonly name: string
  /** For the screen reader, e.g. 「人员名单」. */
  readonly label: string
  readonly columns: readonly ListColumn<Row>[]
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  /** How many there are in all, when `rows` is only the first part of them. */
  readonly total?: number
  /** Fetches every row of the shown filter, for a copy or an export; wanted when `rows` is only a part. */
  readonly allRows?: () => Promise<readonly Row[]>
  /** Asked for when the end of the loaded rows comes near. */
  readonly onNearEnd?: () => void
  /** Sorting by the program instead of in the page; wanted when `rows` is only a part. */
  readonly sort?: ListSort | null
  readonly onSort?: (sort: ListSort | null) => void
  readonly onOpen?: (row: Row) => void
  /** Search field, filters: they stand at the left of the tools. */
  readonly tools?: ReactNode
  /** Offers 常用视图; for lists whose conditions stand in the address. */
  readonly savesViews?: boolean
  /** Buttons for what has been selected; without it nothing can be selected. */
  readonly batch?: (rows: readonly Row[], clear: () => void) => ReactNode
  /** Shown instead of the rows when there are none. */
  readonly empty: ReactNode
  readonly error?: Error | null
  readonly onRetry?: () => void
  /** CSS height of the scrolling part. */
  readonly height?: string
  readonly rowClass?: (row: Row) => string | undefined
}

/**
 * The list of the program: sort, columns to choose and remember, selection with batch actions, copy to Excel, virtual rows,
 * arrows and Enter. Every list of records is one of these.
 */
export function DataList<Row extends object>(props: DataListProps<Row>) {
  const { columns, rows, rowKey, onOpen, batch } = props
  const [shown, setShown] = useRemembered<string[]>(
    `list.${props.name}`, columns.filter(({ hiddenAtFirst }) => !hiddenAtFirst).map(({ id }) => id),
  )
  const [ownSort, setOwnSort] = useState<ListSort | null>(null)
  const sort = props.onSort ? (props.sort ?? null) : ownSort
  const [selected, setSelected] = useState<RowSelectionState>({})
  const scroll = useRef<HTMLDivElement>(null)
  const { done, failed } = useDone()
  const { saving, save } = useSaveFile()

  const defs = useMemo(() => columns.map((column) => ({
    id: column.id,
    accessorFn: column.value,
    enableSorting: column.sortable ?? true,
    sortFn: (a: { original: Row }, b: { original: Row }) => compareValues(column.value(a.original), column.value(b.original)),
  })), [columns])
  const data = useMemo(() => [...(rows ?? [])], [rows])
  const table = useTable({
    features,
    columns: defs as never,
    data,
    getRowId: rowKey,
    manualSorting: props.onSort !== undefined,
    state: {
      sorting: sort ? [{ id: sort.id, desc: sort.descending }] : [],
      rowSelection: selected,
      columnVisibility: Object.fromEntries(columns.map(({ id }) => [id, shown.includes(id)])),
    },
    onRowSelectionChange: setSelected,
  })
  const visible = columns.filter(({ id }) => shown.includes(id))
  const lines = table.getRowModel().rows
  const virtual = useVirtualizer({ count: lines.length, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: 12 })
  const items = virtual.getVirtualItems()
  const { active, onKeyDown, setActive } = useRowKeys(lines.length, {
    show: (at) => virtual.scrollToIndex(at),
    open: (at) => lines[at] && onOpen?.(lines[at].original as Row),
    toggle: batch && ((at) => lines[at]?.toggleSelected()),
  })

  const last = items.at(-1)?.index ?? 0
  const { onNearEnd } = props
  useEffect(() => {
    if (rows && rows.length < (props.total ?? 0) && last >= lines.length - 30) onNearEnd?.()
  }, [last, lines.length, onNearEnd, props.total, rows])

  const chosen = lines.filter((line) => line.getIsSelected()).map((line) => line.original as Row)
  const setSort = props.onSort ?? setOwnSort
  const turnSort = (id: string) => setSort(sort?.id !== id ? { id, descending: false } : sort.descending ? null : { id, descending: true })
  const sheetColumns = visible.filter(({ onScreenOnly }) => onScreenOnly !== true)
  /** The selected rows, else every row of the shown filter, in the order of the screen, loaded already or not. */
  const toHandOut = async (): Promise<readonly Row[]> => {
    if (chosen.length > 0) return chosen
    if (props.allRows === undefined) return lines.map((line) => line.original as Row)
    return props.onSort === undefined ? sortedBy(columns, ownSort, await props.allRows()) : props.allRows()
  }
  const copy = async () => {
    try {
      const all = await toHandOut()
      // A browser takes a copy only soon after the click.
      if (!copyText(asClipboardText(sheetColumns, all))) throw new Error('行数较多，没有复制成，请用「导出 Excel」')
      done(`已复制 ${all.length} 行，可直接粘贴到 Excel`)
    } catch (error) {
      failed(error instanceof Error ? error : new Error(String(error)))
    }
  }
  const exportSheet = () => {
    let count = 0
    void save(async () => {
      const all = await toHandOut()
      count = all.length
      return call('exports.list', asSheet(props.label, sheetColumns, all))
    }, () => `已导出 ${count} 行`)
  }

  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <section className="list" aria-label={props.label}>
      <div className="list-tools">
        {props.tools}
        <span className="grow" />
        {lines.length > 0 && <Button onClick={() => void copy()}>复制到 Excel</Button>}
        {lines.length > 0 && <Button loading={saving} onClick={exportSheet}>导出 Excel</Button>}
        {props.savesViews && (
          <SavedViews list={props.name} shown={{ columns: shown, sort }} onShow={(view) => { setShown([...view.columns]); setSort(view.sort) }} />
        )}
        <ColumnChooser columns={columns} shown={shown} onChange={setShown} />
      </div>
      {batch && chosen.length > 0 && (
        <div className="list-batch" role="status">已选 {chosen.length} 行{batch(chosen, () => setSelected({}))}
          <Button type="link" size="small" onClick={() => setSelected({})}>取消选择</Button>
        </div>
      )}
      {props.error && <ErrorNotice error={props.error} {...(props.onRetry ? { onRetry: props.onRetry } : {})} />}
      {!rows && !props.error && <Skeleton active style={{ padding: 16 }} />}
      {rows?.length === 0 && props.empty}
      {rows && rows.length > 0 && (
        <div ref={scroll} className="list-scroll" style={{ maxHeight: props.height ?? 'calc(100vh - 250px)' }}>
          <table
            role="grid" aria-label={props.label} aria-rowcount={props.total ?? lines.length} tabIndex={0} onKeyDown={onKeyDown}
            style={{ minWidth: visible.reduce((sum, { width }) => sum + (width ?? 120), batch ? 44 : 0) }}
          >
            <colgroup>
              {batch && <col style={{ width: 44 }} />}
              {visible.map(({ id, width }, at) => <col key={id} style={at === visible.length - 1 ? {} : { width: width ?? 120 }} />)}
            </colgroup>
            <thead>
              <tr>
                {batch && (
                  <th scope="col">
                    <Checkbox
                      aria-label="全选" checked={table.getIsAllRowsSelected()} indeterminate={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
                      onChange={(event) => table.toggleAllRowsSelected(event.target.checked)}
                    />
                  </th>
                )}
                {visible.map((column) => (
                  <th
                    key={column.id} scope="col" className={column.align === 'right' ? 'right' : undefined}
                    aria-sort={sort?.id === column.id ? (sort.descending ? 'descending' : 'ascending') : 'none'}
                  >
                    {column.sortable === false
                      ? column.title
                      : <button type="button" onClick={() => turnSort(column.id)}>{column.title}<SortMark sort={sort} id={column.id} /></button>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {above > 0 && <tr aria-hidden style={{ height: above }} />}
              {items.map(({ index }) => {
                const line = lines[index]
                if (!line) return null
                const row = line.original as Row
                const classes = [onOpen && 'can-open', index === active && 'active', props.rowClass?.(row)].filter(Boolean).join(' ')
                return (
                  <tr
                    key={line.id} aria-rowindex={index + 2} aria-selected={line.getIsSelected()} className={classes}
                    onClick={() => { setActive(index); onOpen?.(row) }}
                  >
                    {batch && (
                      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Space on the row does the same
                      <td onClick={(event) => event.stopPropagation()}>
                        <Checkbox aria-label={`选择第 ${index + 1} 行`} checked={line.getIsSelected()} onChange={() => line.toggleSelected()} />
                      </td>
                    )}
                    {visible.map((column) => (
                      <td key={column.id} className={column.align === 'right' ? 'right' : undefined} title={titleOf(column, row)}>
                        {column.cell ? column.cell(row) : column.value(row)}
                      </td>
                    ))}
                  </tr>
                )
              })}
              {below > 0 && <tr aria-hidden style={{ height: below }} />}
            </tbody>
          </table>
        </div>
      )}
      {rows && rows.length > 0 && <div className="list-foot">共 {props.total ?? lines.length} 行</div>}
    </section>
  )
}

function SortMark({ sort, id }: { readonly sort: ListSort | null; readonly id: string }) {
  if (sort?.id !== id) return null
  return <span aria-hidden>{sort.descending ? '↓' : '↑'}</span>
}

/** What may be cut off is told in full by the tooltip: what is long, and what at 13 px a character does not fit between the cell's edges. */
function titleOf<Row>(column: ListColumn<Row>, row: Row): string | undefined {
  const value = column.value(row)
  if (typeof value !== 'string') return undefined
  return value.length > 8 || value.length * 13 + 24 > (column.width ?? Infinity) ? value : undefined
}
