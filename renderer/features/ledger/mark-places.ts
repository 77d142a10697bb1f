import type { FormInstance } from 'antd'
import { ProblemError } from '../../api/client.ts'

type Mark = 'errors' | 'warnings'

/** Puts every place of a refusal at its field and the cursor into the first one. */
export function markPlaces<T>(form: FormInstance<T>, error: Error, as: Mark = 'errors'): void {
  const places = error instanceof ProblemError ? (error.problem.places ?? []) : []
  for (const [field, messages] of Map.groupBy(places, (place) => place.field ?? '')) {
    form.setFields([{ name: field as never, [as]: messages?.map(({ message }) => message) ?? [] }])
  }
  const first = places[0]?.field
  if (first !== undefined && as === 'errors') form.focusField(first as never)
}
