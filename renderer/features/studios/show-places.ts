import type { FormInstance } from 'antd'
import { ProblemError } from '../../api/client.ts'

/** Puts what was found wrong at its fields and the cursor into the first of them; answers whether any field was named. */
export function showPlaces(form: Pick<FormInstance, 'setFields' | 'focusField'>, error: Error, names: readonly string[]): boolean {
  const places = error instanceof ProblemError ? (error.problem.places ?? []) : []
  const own = places.flatMap(({ field, message }) => {
    const name = field?.split('.').at(-1)
    return name !== undefined && names.includes(name) ? [{ name, errors: [message] }] : []
  })
  form.setFields(own)
  const [first] = own
  if (first) form.focusField(first.name)
  return own.length > 0
}

/** Hands the values on when every field is filled in properly; else shows the first that is not. */
export async function whenValid<T>(form: Pick<FormInstance<T>, 'validateFields' | 'getFieldsValue' | 'scrollToField'>, then: (filled: T) => Promise<boolean>): Promise<boolean> {
  try {
    await form.validateFields()
  } catch (error) {
    const [first] = (error as { errorFields?: readonly { name: never }[] }).errorFields ?? []
    if (!first) throw error
    form.scrollToField(first.name, { focus: true })
    return false
  }
  return then(form.getFieldsValue())
}
