import { useState } from 'react'

/**
 * A dialog that is made when it is wanted: it closes first and is taken away afterwards, so that the cursor finds its way
 * back to the button that opened it.
 */
export function useDialog(onGone: () => void): { readonly open: boolean; readonly onCancel: () => void; readonly afterClose: () => void } {
  const [open, setOpen] = useState(true)
  return { open, onCancel: () => setOpen(false), afterClose: onGone }
}
