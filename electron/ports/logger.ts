/** The program's log. Never names, numbers or amounts of people: codes, ids and stacks only. */
export interface Logger {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void
  error(event: string, cause: unknown, facts?: Readonly<Record<string, string | number | boolean>>): void
}
