import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export const cookieName = 'xingtan'

/**
 * Whether a request may come in at all. A web page elsewhere can make a browser send requests to 127.0.0.1, and a rebound
 * host name can make them look like its own: so the Host must be ours to the letter, and whatever changes something must
 * come from our own origin.
 */
export function comesFromOurPage(request: Pick<IncomingMessage, 'method' | 'headers'>, ownHost: string): boolean {
  const { host, origin } = request.headers
  if (host !== ownHost) return false
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (request.method === 'GET' || request.method === 'HEAD') return origin === undefined || origin === `http://${ownHost}`
  return origin === `http://${ownHost}`
}

/** The value of our cookie, or null. */
export function cookieOf(headers: IncomingMessage['headers']): string | null {
  for (const part of (headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=')
    if (name === cookieName && value) return value
  }
  return null
}

/** For this browser and this run only: no Max-Age, so it dies with the browser window. */
export function cookieHeader(value: string): string {
  return `${cookieName}=${value}; HttpOnly; SameSite=Strict; Path=/`
}

/** A token that opens the door exactly once. */
export class OneTimeToken {
  #value: Buffer | null = randomBytes(32)

  /** For the address that is opened or printed. */
  readonly text = this.#value?.toString('base64url') ?? ''

  /** True for the right token the first time; a second use, or a wrong guess, is false. */
  redeem(text: string): boolean {
    const given = Buffer.from(text, 'base64url')
    if (!this.#value || given.length !== this.#value.length || !timingSafeEqual(given, this.#value)) return false
    this.#value = null
    return true
  }
}
