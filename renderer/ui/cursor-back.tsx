import { useEffect } from 'react'

/**
 * Stands before a dialog and gives the cursor back to where it was, also when the dialog is taken away without having closed.
 * When what opened it is gone (a row that was removed), the page has the cursor, so that Tab goes on there. Whoever has taken the
 * cursor meanwhile, such as the first field of the next page, keeps it.
 */
export function CursorBack({ open }: { readonly open: boolean }) {
  useEffect(() => {
    if (!open) return
    const opener = document.activeElement
    return () => {
      if (document.activeElement !== document.body) return
      const target = opener instanceof HTMLElement && opener !== document.body && opener.checkVisibility({ visibilityProperty: true }) ? opener : document.getElementById('page')
      target?.focus({ preventScroll: true })
    }
  }, [open])
  return null
}
