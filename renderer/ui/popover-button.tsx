import { Button, type ButtonProps, Popover, type PopoverProps } from 'antd'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'

const withCursor = 'a[href], button:not(:disabled), input:not(:disabled), [tabindex]:not([tabindex="-1"])'

/**
 * A button that opens a few fields or lines over the page. The cursor goes into them; Esc, or Tab beyond the last, closes them and is back at the
 * button, so that whoever has no mouse goes on where she was.
 * @param label what a screen reader calls it
 */
export function PopoverButton({ label, title, placement = 'bottomRight', content, ...button }: Omit<ButtonProps, 'content' | 'title'> & {
  readonly label: string
  readonly title?: string
  readonly placement?: PopoverProps['placement']
  readonly content: (close: () => void) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const stops = () => [...(box.current?.querySelectorAll<HTMLElement>(withCursor) ?? [])]
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const takeKey = (event: KeyboardEvent) => {
    // A list of one of the fields is still open: the key is its own.
    if (event.nativeEvent.isComposing || box.current?.querySelector('.ant-select-open')) return
    const leaves = event.key === 'Escape' || (event.key === 'Tab' && document.activeElement === (event.shiftKey ? stops()[0] : stops().at(-1)))
    if (!leaves) return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  return (
    <Popover
      trigger="click" placement={placement} open={open} onOpenChange={setOpen} destroyOnHidden
      // Whoever was quicker than the movement is in one of the fields already.
      afterOpenChange={(shown) => { if (shown && box.current?.contains(document.activeElement) !== true) stops()[0]?.focus() }}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys lead out of it; what stands in it takes its own
      content={<div ref={box} role="dialog" aria-label={label} onKeyDown={takeKey}>{title !== undefined && <strong className="popover-title">{title}</strong>}<Inside content={content} close={close} /></div>}
    >
      <Button ref={opener} aria-haspopup="dialog" aria-expanded={open} {...button} />
    </Popover>
  )
}

function Inside({ content, close }: { readonly content: (close: () => void) => ReactNode; readonly close: () => void }) {
  return content(close)
}
