import type { z } from 'zod'
import type { Permission } from '../domain/accounts/permissions.ts'

/** Who may call a route: anybody who can reach the program, anybody signed in, or whoever holds the permission. */
export type May = 'anyone' | 'signedIn' | Permission

/** One way into the program. `writes` decides whether its handler gets a write transaction and must leave an audit row. */
export interface Route<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I
  readonly output: O
  readonly writes: boolean
  readonly may: May
  /** Also open to somebody who has yet to replace the password that she was given. Doors (`may: 'anyone'`) always are. */
  readonly beforeOwnPassword?: true
}

/** Declares the routes of one area; the keys are `area.verb`. */
export function defineRoutes<const T extends Record<string, Route>>(routes: T): T {
  return routes
}
