import { useQueryClient } from '@tanstack/react-query'
import { call, queryKey } from '../api/client.ts'

/** Locks the window; the gate then forgets everything that was read (see `useForgetting`). */
export function useLock(): () => void {
  const queries = useQueryClient()
  return () => void call('accounts.lock', {}).then((standing) => queries.setQueryData(queryKey('accounts.standing', {}), standing))
}
