import { BellOutlined } from '@ant-design/icons'
import { Badge } from 'antd'
import { Matter } from '../features/workbench/matters-card.tsx'
import '../features/workbench/workbench.css'
import { PopoverButton } from '../ui/popover-button.tsx'
import { useOpenMatters } from '../ui/use-open-matters.ts'

/** What waits, with its number, on every page. */
export function MattersBell() {
  const matters = useOpenMatters() ?? []
  const list = (close: () => void) => (matters.length === 0
    ? <p style={{ margin: 8 }}>本学期没有要补的事。</p>
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a click on a link inside also closes the list; the links themselves take the keys
    : <ul className="matters" style={{ maxHeight: 420, overflow: 'auto', width: 420 }} onClick={close}>{matters.map((matter) => <Matter key={matter.key} matter={matter} />)}</ul>)
  return (
    <Badge count={matters.length} size="small" offset={[-6, 6]}>
      <PopoverButton label="待办" title="待办" content={list} type="text" icon={<BellOutlined aria-hidden />} aria-label={`待办 ${matters.length} 件`} />
    </Badge>
  )
}
