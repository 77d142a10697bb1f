import { useRouteError } from 'react-router'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** A page that is not there, or one that broke while it was drawn. */
export function LostPage() {
  const error = useRouteError()
  if (error instanceof Error) return <ErrorNotice error={error} onRetry={() => window.location.reload()} />
  return <EmptyState title="没有这一页" hint="地址可能已经变了。"><a href="/">回到工作台</a></EmptyState>
}
