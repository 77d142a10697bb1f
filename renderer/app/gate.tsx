import { useQueryClient } from '@tanstack/react-query'
import { App, Spin } from 'antd'
import { useEffect } from 'react'
import type { Standing } from '../../shared/contract/accounts.ts'
import { assertNever } from '../../shared/must.ts'
import { bridge } from '../api/bridge.ts'
import { useCall } from '../api/client.ts'
import { ForcedPasswordPage } from '../features/accounts/forced-password-page.tsx'
import { LockedPage } from '../features/accounts/locked-page.tsx'
import { SignInPage } from '../features/accounts/sign-in-page.tsx'
import { FirstStartPage } from '../features/school/first-start-page.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { IdleWatch } from './idle-watch.tsx'
import { leaveForFirstPage, Pages } from './pages.tsx'
import { StandingContext } from './standing.tsx'

/** Which door is open: first start, sign-in, lock, or the pages. */
export function Gate() {
  const { data, error, refetch } = useCall('accounts.standing', {})
  const { notification } = App.useApp()
  const notices = data?.notices.join('\n') ?? ''
  useEffect(() => {
    for (const notice of notices.split('\n')) if (notice !== '') notification.info({ title: '启动时的情况', description: notice, duration: 0 })
  }, [notices, notification])

  useForgetting(data?.phase)
  useEffect(() => bridge.on?.('locked', () => void refetch()), [refetch])

  if (error) return <div style={{ padding: 48 }}><ErrorNotice error={error} onRetry={() => void refetch()} /></div>
  if (!data) return <div style={{ padding: 48, textAlign: 'center' }}><Spin /></div>
  switch (data.phase) {
    case 'firstStart': return <FirstStartPage />
    case 'signedOut': return <SignInPage schoolName={data.schoolName} welcome={data.welcome} />
    case 'locked': return <LockedPage name={data.me?.displayName ?? ''} />
    case 'signedIn': return data.me?.mustChangePassword ? <ForcedPasswordPage name={data.me.displayName} /> : (
      <StandingContext value={data}>
        <IdleWatch minutes={data.idleMinutes} />
        <Pages />
      </StandingContext>
    )
    default: return assertNever(data.phase)
  }
}

/**
 * Whoever comes after a lock or a sign-out must find nothing of what was read before, not even in the page's memory or in a
 * message that is still to be read. A lock keeps the page for the same person; after a sign-out not even its address stays.
 */
function useForgetting(phase: Standing['phase'] | undefined): void {
  const queries = useQueryClient()
  const { message } = App.useApp()
  useEffect(() => {
    if (phase === undefined || phase === 'signedIn') return
    if (phase === 'signedOut') leaveForFirstPage()
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'accounts.standing' })
    message.destroy()
  }, [message, phase, queries])
}
