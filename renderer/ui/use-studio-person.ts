import { useCall } from '../api/client.ts'

export interface StudioPerson {
  readonly personId: string
  readonly name: string
  readonly schoolName: string | null
}

/** Somebody of a studio by her id: undefined while she is looked up, null where none is named or she was never in it. */
export function useStudioPerson(studioId: string | null, personId: string | null): { readonly data: StudioPerson | null | undefined; readonly error: Error | null; refetch(): unknown } {
  const isNamed = studioId !== null && personId !== null
  const studio = useCall('studios.get', { id: studioId ?? '' }, { enabled: isNamed })
  if (!isNamed) return { data: null, error: null, refetch: () => undefined }
  const found = studio.data?.memberships.find((membership) => membership.personId === personId)
  return {
    data: studio.data === undefined ? undefined : found === undefined ? null : { personId, name: found.personName, schoolName: found.schoolName },
    error: studio.error, refetch: studio.refetch,
  }
}
