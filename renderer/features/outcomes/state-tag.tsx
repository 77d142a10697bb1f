import { type OutcomeState, outcomeStateNames } from '../../../shared/domain/outcomes/outcome-record.ts'

const marks: Readonly<Record<OutcomeState, string>> = { draft: '○', submitted: '…', confirmed: '✓', returned: '↩' }

/** The state by colour, sign and word. */
export function StateTag({ state }: { readonly state: OutcomeState }) {
  return <span className={`outcome-state ${state}`}><span aria-hidden>{marks[state]} </span>{outcomeStateNames[state]}</span>
}
