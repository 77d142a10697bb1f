import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ErrorNotice } from './error-notice.tsx'

interface Asked<T> {
  readonly data: T | undefined
  readonly error: Error | null
  refetch(): unknown
}

/** What was asked for once it is here; before that a quiet placeholder, or why it did not come. */
export function LoadingOr<T>({ of, children }: { readonly of: Asked<T>; readonly children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return children(of.data)
  if (of.error) return <ErrorNotice error={of.error} onRetry={() => void of.refetch()} />
  return <Skeleton active paragraph={{ rows: 6 }} />
}
