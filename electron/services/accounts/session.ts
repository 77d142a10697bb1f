import { randomBytes } from 'node:crypto'
import type { Actor } from '../../dispatch/context.ts'
import { FileExchange } from '../../dispatch/file-exchange.ts'
import type { Clock } from '../../ports/clock.ts'

/**
 * One window's standing with the program: nobody, somebody signed in, or somebody locked out for being away. The data
 * key lives here and nowhere else; locking overwrites it before letting go.
 */
export class Session {
  readonly id = randomBytes(24).toString('base64url')
  readonly exchange: FileExchange
  readonly #clock: Clock
  #actor: Actor | null = null
  #dataKey: Buffer | null = null
  #lastActiveAt: number
  #owesPassword = false

  constructor(clock: Clock) {
    this.#clock = clock
    this.exchange = new FileExchange(clock)
    this.#lastActiveAt = Date.parse(clock.now())
  }

  /** Who has signed in here, even while locked. */
  get owner(): Actor | null {
    return this.#actor
  }

  /** Who may act right now: nobody while locked. */
  get actor(): Actor | null {
    return this.#dataKey ? this.#actor : null
  }

  get locked(): boolean {
    return this.#actor !== null && this.#dataKey === null
  }

  /** She signed in with a password that somebody else knows; until she has chosen her own, the dispatcher lets her do nothing else. */
  get owesPassword(): boolean {
    return this.#owesPassword
  }

  get dataKey(): Buffer | null {
    return this.#dataKey
  }

  /** Takes over a copy of the key; the caller's own copy may be overwritten afterwards. */
  signIn(actor: Actor, dataKey: Buffer): void {
    this.signOut()
    this.#actor = actor
    this.#dataKey = Buffer.from(dataKey)
    this.touch()
  }

  /** Changes what is known of the person signed in (a new name or role, a password to be replaced), keeping the key. */
  follow(actor: Actor, owesPassword: boolean): void {
    this.#actor = actor
    this.#owesPassword = owesPassword
  }

  lock(): void {
    this.#dataKey?.fill(0)
    this.#dataKey = null
    this.exchange.clear()
  }

  signOut(): void {
    this.lock()
    this.#actor = null
    this.#owesPassword = false
  }

  /** The person did something. */
  touch(): void {
    this.#lastActiveAt = Date.parse(this.#clock.now())
  }

  idleMinutes(): number {
    return (Date.parse(this.#clock.now()) - this.#lastActiveAt) / 60_000
  }
}
