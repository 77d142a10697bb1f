import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { InputOf, OutputOf, RouteName } from '../../../shared/contract/routes.ts'
import { call } from '../../api/client.ts'
import { gatherRows } from './gather-rows.ts'

/** Routes that hand out a list in parts: `{ offset, limit, … }` in, `{ rows, total }` out. */
type PagedRoute = { [N in RouteName]: OutputOf<N> extends { rows: readonly object[]; total: number } ? (InputOf<N> extends { offset?: number | undefined; limit?: number | undefined } ? N : never) : never }[RouteName]
type RowOf<N extends PagedRoute> = OutputOf<N>['rows'][number]
type Asked<N extends PagedRoute> = Omit<InputOf<N>, 'offset' | 'limit'>

/** Rows of the first part, and of each further one; the largest that the contract allows where all are wanted. */
const shownPart = 200
const exportedPart = 500

export interface PagedList<Row> {
  /** What a `DataList` takes: `<DataList {...list.shown} …>`. */
  readonly shown: {
    readonly rows: readonly Row[] | undefined
    readonly total?: number
    readonly onNearEnd: () => void
    readonly allRows: () => Promise<readonly Row[]>
    readonly error: Error | null
    readonly onRetry: () => void
  }
  readonly total: number | undefined
}

/** A list that the program hands out in parts: the next one is fetched when its end comes near, all of them for a copy or an export. */
export function usePagedList<N extends PagedRoute>(route: N, asked: Asked<N>, keyOf: (row: RowOf<N>) => string): PagedList<RowOf<N>> {
  const part = (offset: number, limit: number) => call(route, { ...asked, offset, limit } as InputOf<N>)
  const list = useInfiniteQuery({
    queryKey: [route, asked, 'in parts'],
    queryFn: ({ pageParam }) => part(pageParam, shownPart),
    initialPageParam: 0,
    getNextPageParam: (last: OutputOf<N>, all) => {
      const loaded = all.reduce((sum, { rows }) => sum + rows.length, 0)
      return loaded < last.total && last.rows.length > 0 ? loaded : undefined
    },
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => list.data?.pages.flatMap((each) => each.rows as RowOf<N>[]), [list.data])
  const total = list.data?.pages.at(-1)?.total
  const complete = rows !== undefined && rows.length === total && !list.isPlaceholderData
  const allRows = async () => complete ? rows : gatherRows(0, async (offset) => {
    const { rows: found, total: inAll } = await part(offset, exportedPart)
    const next = offset + found.length
    return { rows: found as RowOf<N>[], next: found.length > 0 && next < inAll ? next : null }
  }, keyOf)
  return {
    total,
    shown: {
      rows, ...(total === undefined ? {} : { total }), allRows, error: list.error, onRetry: () => void list.refetch(),
      onNearEnd: () => void (list.hasNextPage && !list.isFetchingNextPage && list.fetchNextPage()),
    },
  }
}
