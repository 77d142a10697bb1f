import { type ReactNode, useEffect } from 'react'

/** Title, one line that says what stands here with its figures, the one main action at the right. */
export function PageHead({ title, facts, actions }: { readonly title: string; readonly facts?: ReactNode; readonly actions?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · 杏坛`
  }, [title])
  return (
    <div className="page-head">
      <div className="page-head-text">
        <h1>{title}</h1>
        {facts !== undefined && <p>{facts}</p>}
      </div>
      {actions && <div className="page-head-actions">{actions}</div>}
    </div>
  )
}
