import { FilterOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import { PopoverButton } from '../popover-button.tsx'
import './filter-tools.css'

/** A condition that narrows a list, in words, and the way to be rid of it. */
export interface FilterChip {
  /** 学科：语文 */
  readonly text: string
  readonly remove: () => void
}

/** The less frequent conditions of a list, folded into one button that tells how many of them are set. */
export function FilterButton({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  return (
    <PopoverButton
      label="筛选" title="筛选" placement="bottomLeft" icon={<FilterOutlined aria-hidden />} content={() => <div className="filter-boxes">{children}</div>}
      {...(count > 0 ? { 'aria-label': `筛选，已有 ${count} 个条件` } : {})}
    >
      筛选{count > 0 && <b className="filter-count">{count}</b>}
    </PopoverButton>
  )
}

/** One condition in the box of `FilterButton`, under its name. */
export function FilterBox({ id, label, children }: { readonly id: string; readonly label: string; readonly children: ReactNode }) {
  return <div><label htmlFor={id}>{label}</label>{children}</div>
}

/** What a list is narrowed by, each with a cross to take it off; several are taken off with one press. */
export function FilterChips({ chips, onClear }: { readonly chips: readonly FilterChip[]; readonly onClear: () => void }) {
  return (
    <>
      {chips.map(({ text, remove }) => (
        <Tag key={text} className="filter-chip">{text}<button type="button" aria-label={`去掉条件 ${text}`} onClick={remove}>×</button></Tag>
      ))}
      {chips.length > 1 && <Button type="link" size="small" className="filter-clear" onClick={onClear}>去掉全部条件</Button>}
    </>
  )
}
