import type { ReactNode } from 'react'

/** What this place is for, and the button that fills it. */
export function EmptyState({ title, hint, children }: { readonly title: string; readonly hint: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{hint}</p>
      {children && <div className="empty-actions">{children}</div>}
    </div>
  )
}
