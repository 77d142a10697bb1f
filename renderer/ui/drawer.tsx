import { Drawer as AntDrawer, type DrawerProps } from 'antd'
import { CursorBack } from './cursor-back.tsx'

/** The one sheet that comes in from the right, for looking something up or for one form after another. */
export function Drawer(props: DrawerProps) {
  return (
    <>
      <CursorBack open={props.open ?? false} />
      <AntDrawer destroyOnHidden {...props} />
    </>
  )
}
