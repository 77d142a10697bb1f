/** Closes a switch on a union: a forgotten case does not compile. */
export function assertNever(value: never): never {
  throw new Error(`a case was forgotten: ${JSON.stringify(value)}`)
}

/** The value, which must be there; `why` says how we know. Instead of `!`. */
export function must<T>(value: T | null | undefined, why: string): T {
  if (value === null || value === undefined) throw new Error(`missing, though ${why}`)
  return value
}
