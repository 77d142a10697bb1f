import { Modal as AntModal, type ModalProps } from 'antd'
import { CursorBack } from './cursor-back.tsx'

/**
 * The one dialog over a page. What stands in it is made anew each time, so its first field has the cursor every time; afterwards
 * the cursor is back where it was.
 */
export function Modal(props: ModalProps) {
  return (
    <>
      <CursorBack open={props.open ?? false} />
      <AntModal destroyOnHidden {...props} />
    </>
  )
}
