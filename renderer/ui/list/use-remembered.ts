import { useQueryClient } from '@tanstack/react-query'
import { call, queryKey, useCall } from '../../api/client.ts'

/** A habit of this person, e.g. the columns of a list; kept with the account, so that it follows her to another window. */
export function useRemembered<T>(key: string, atFirst: T): [T, (value: T) => void] {
  const queries = useQueryClient()
  const { data } = useCall('accounts.remembered', { key })
  const value = (data?.value ?? atFirst) as T
  const set = (next: T) => {
    queries.setQueryData(queryKey('accounts.remembered', { key }), { value: next })
    void call('accounts.remember', { key, value: next as never })
  }
  return [value, set]
}
