import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query'
import type { InputOf, OutputOf, RouteName } from '../../shared/contract/routes.ts'
import type { Problem } from '../../shared/errors.ts'
import { bridge, type UploadedFile } from './bridge.ts'

/** A refusal, with everything that the page can show of it. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** Calls a route. @throws ProblemError */
export async function call<N extends RouteName>(route: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = await bridge.call(route, input)
  if (!result.ok) throw new ProblemError(result.error)
  return result.value as OutputOf<N>
}

/** Hands a chosen file over to the program. @throws ProblemError */
export async function upload(file: File): Promise<UploadedFile> {
  const result = await bridge.upload(file.name, new Uint8Array(await file.arrayBuffer()))
  if (!result.ok) throw new ProblemError(result.error)
  return result.value
}

/** The key under which react-query keeps an answer: the route and what was asked. */
export const queryKey = <N extends RouteName>(route: N, input: InputOf<N>) => [route, input] as const

/** Reads a route and keeps the answer until something is written. */
export function useCall<N extends RouteName>(
  route: N,
  input: InputOf<N>,
  options: Pick<UseQueryOptions<OutputOf<N>, ProblemError>, 'enabled' | 'placeholderData' | 'refetchInterval'> = {},
): UseQueryResult<OutputOf<N>, ProblemError> {
  return useQuery<OutputOf<N>, ProblemError>({ queryKey: queryKey(route, input), queryFn: () => call(route, input), ...options })
}

/**
 * Writes through a route. Afterwards everything that is on the screen is read again: the data lie on this machine, so
 * reading costs little, and no page can show what is no longer so.
 */
export function useWrite<N extends RouteName>(route: N): UseMutationResult<OutputOf<N>, ProblemError, InputOf<N>> {
  const queries = useQueryClient()
  return useMutation<OutputOf<N>, ProblemError, InputOf<N>>({
    mutationFn: (input) => call(route, input),
    onSuccess: () => void queries.invalidateQueries(),
  })
}
