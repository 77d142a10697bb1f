import type { FormRule } from 'antd'
import type { z } from 'zod'
import { ProblemError } from '../api/client.ts'

/** A field's rule taken from the contract, so that the page says the same sentence as the program would. */
export function zodRule(schema: z.ZodType): FormRule {
  return {
    validator: (_rule, value: unknown) => {
      const parsed = schema.safeParse(value ?? '')
      return parsed.success ? Promise.resolve() : Promise.reject(new Error(parsed.error.issues[0]?.message ?? '请核对这一项'))
    },
  }
}

/** What the program refused, by field, in the form that antd's `setFields` takes; the part of a path before the last dot is left off. */
export function fieldErrors(error: Error): { name: string; errors: string[] }[] {
  const places = error instanceof ProblemError ? (error.problem.places ?? []) : []
  return places.flatMap(({ field, message }) => (field ? [{ name: field.split('.').at(-1) ?? field, errors: [message] }] : []))
}
