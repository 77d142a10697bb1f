import { randomBytes } from 'node:crypto'
import { contentSecurityPolicy, safetyHeaders } from '../../../shared/contract/csp.ts'

/** A nonce for one load of the page: 128 bits, base64url. */
export function newNonce(): string {
  return randomBytes(16).toString('base64url')
}

/** The headers of one answer of app://. Every answer carries a policy, also one that is no page: it may be opened as one. */
export function answerHeaders(mediaType: string, nonce: string): Record<string, string> {
  return {
    ...safetyHeaders,
    'Content-Type': mediaType,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'Cache-Control': 'no-store',
  }
}
