import type { SchemeDocument } from '../../../shared/domain/schemes/scheme-document.ts'

/** The draft as it stands on the page, with the way back. */
export interface DraftState {
  readonly document: SchemeDocument
  readonly past: readonly { readonly document: SchemeDocument; readonly what: string }[]
  /** What was changed last; typing on in the same field is one step. */
  readonly last: string | null
}

const mostSteps = 200

export function openedDraft(document: SchemeDocument): DraftState {
  return { document, past: [], last: null }
}

/** `mark` names the field that is typed in, or is null for a step of its own; `what` says it for the button that takes it back. */
export function changed(state: DraftState, document: SchemeDocument, what: string, mark: string | null): DraftState {
  if (document === state.document) return state
  const isGoingOn = mark !== null && mark === state.last
  return { document, past: isGoingOn ? state.past : [...state.past, { document: state.document, what }].slice(-mostSteps), last: mark }
}

/** One step back. */
export function undone(state: DraftState): DraftState {
  const before = state.past.at(-1)
  return before ? { document: before.document, past: state.past.slice(0, -1), last: null } : state
}
