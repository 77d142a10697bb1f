import { SettingOutlined } from '@ant-design/icons'
import { Checkbox } from 'antd'
import { PopoverButton } from '../popover-button.tsx'
import type { ListColumn } from './list-column.ts'

/** Which columns are shown; the first one, which says what a row is, always stays. */
export function ColumnChooser<Row>({ columns, shown, onChange }: {
  readonly columns: readonly ListColumn<Row>[]
  readonly shown: readonly string[]
  readonly onChange: (shown: string[]) => void
}) {
  const boxes = (
    <Checkbox.Group
      style={{ display: 'grid', gridTemplateColumns: 'repeat(2, max-content)', gap: '4px 24px', maxHeight: 360, overflow: 'auto' }}
      value={[...shown]}
      onChange={(chosen) => onChange(columns.filter(({ id }, at) => at === 0 || chosen.includes(id)).map(({ id }) => id))}
      options={columns.map(({ id, title }, at) => ({ value: id, label: title, disabled: at === 0 }))}
    />
  )
  return <PopoverButton label="显示哪些列" title="显示哪些列" content={() => boxes} icon={<SettingOutlined aria-hidden />}>列</PopoverButton>
}
