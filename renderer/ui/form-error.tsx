import { ErrorNotice } from './error-notice.tsx'
import { fieldErrors } from './zod-rule.ts'

/** Why a form was refused, unless every trouble already stands at its field. */
export function FormError({ error }: { readonly error: Error | null }) {
  if (!error || fieldErrors(error).length > 0) return null
  return <div style={{ marginBottom: 16 }}><ErrorNotice error={error} /></div>
}
