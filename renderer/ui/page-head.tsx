import { type ReactNode, useEffect } from 'react'

/** Title, one line that says what stands here with its figures, the one main action at the right. */
export function PageHead({ title, beside, facts, actions }: {
  readonly title: string
  /** A switch to its sister pages, on the line of the title. */
  readonly beside?: ReactNode
  readonly facts?: ReactNode
  readonly actions?: ReactNode
}) {
  useEffect(() => {
    document.title = `${title} · 杏坛`
  }, [title])
  return (
    <div className="page-head">
      <div className="page-head-text">
        <div className="page-head-title"><h1>{title}</h1>{beside}</div>
        {facts !== undefined && <p>{facts}</p>}
      </div>
      {actions && <div className="page-head-actions">{actions}</div>}
    </div>
  )
}
