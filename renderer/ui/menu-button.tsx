import { Button, type ButtonProps, Dropdown, type MenuProps } from 'antd'
import { useRef } from 'react'

/** A button with a menu. The arrows go in it at once; when it closes, the cursor is back on the button before a line does its work. */
export function MenuButton({ items, ...button }: ButtonProps & { readonly items: NonNullable<MenuProps['items']> }) {
  const opener = useRef<HTMLButtonElement>(null)
  const back = () => opener.current?.focus()
  return (
    <Dropdown autoFocus trigger={['click']} menu={{ items, onClick: back }} onOpenChange={(open) => { if (!open) back() }}>
      <Button ref={opener} {...button} />
    </Dropdown>
  )
}
