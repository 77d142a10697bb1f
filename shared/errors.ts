/**
 * The one error of the program. The first six kinds are the user's business: `message` is a plain Chinese sentence that
 * says what was wrong, where, and what to do next. `unavailable` and `internal` are ours: they are logged with an id.
 */
export const errorKinds = [
  'invalid', 'notFound', 'conflict', 'precondition', 'forbidden', 'cancelled', 'unavailable', 'internal',
] as const
export type ErrorKind = (typeof errorKinds)[number]

/** Where the trouble is, so that a form can put the cursor there; `row` is counted from 1 as the user sees it. */
export interface ErrorPlace {
  readonly field?: string
  readonly row?: number
  readonly column?: string
}

export interface Problem {
  /** `area.reason`, stable, for tests and logs. */
  readonly code: string
  readonly kind: ErrorKind
  /** Chinese, ready to be shown. */
  readonly message: string
  /** Every place found wrong, the first one first. */
  readonly places?: readonly (ErrorPlace & { readonly message: string })[]
  /** Found in the log under this id (kinds `unavailable` and `internal`). */
  readonly logId?: string
}

export class AppError extends Error {
  readonly code: string
  readonly kind: ErrorKind
  readonly places: readonly (ErrorPlace & { readonly message: string })[]

  constructor(
    code: string,
    kind: ErrorKind,
    message: string,
    more: { places?: readonly (ErrorPlace & { message: string })[]; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'AppError'
    this.code = code
    this.kind = kind
    this.places = more.places ?? []
  }
}

/** What a call answers; it never rejects, because a rejection crosses a process border as a bare string. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Problem }
