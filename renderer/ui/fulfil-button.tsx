import { DownOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { useNavigate } from 'react-router'
import { MenuButton } from './menu-button.tsx'
import { type OfferedWay, type ToFulfil, useWays } from './use-ways.ts'

/**
 * One press from being done: opens the form of what would fulfil the duty, filled in as far as it is known; the other ways stand
 * in a menu beside it. Where nothing is entered for it, a sentence says so.
 */
export function FulfilButton({ toFulfil, primary = false, autoFocus = false }: {
  readonly toFulfil: ToFulfil
  readonly primary?: boolean
  readonly autoFocus?: boolean
}) {
  const go = useNavigate()
  const ways = useWays()(toFulfil)
  const [first, ...others] = ways ?? []
  if (first === undefined) return ways === null && <span className="fulfil-none">由其他记录得出，不用登记</span>
  const open = ({ path }: OfferedWay) => void go(path)
  const type = primary ? 'primary' : 'default'
  return (
    // What is pressed in a row is not the row.
    <Space.Compact size="small" onClick={(event) => event.stopPropagation()}>
      <Button size="small" type={type} autoFocus={autoFocus} onClick={() => open(first)}>{first.label}</Button>
      {others.length > 0 && (
        <MenuButton
          size="small" type={type} icon={<DownOutlined aria-hidden />} aria-label={`${first.label}，或其他做法`}
          items={others.map((way) => ({ key: way.key, label: labelOf(way), onClick: () => open(way) }))}
        />
      )}
    </Space.Compact>
  )
}

/** An activity is told apart from an outcome of the same name. */
function labelOf({ label, isActivity }: OfferedWay): string {
  return isActivity ? `${label}（作为活动，带出勤）` : label
}
