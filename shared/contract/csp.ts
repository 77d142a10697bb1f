/**
 * What a page of ours may load, the same text behind both doors (app:// and 127.0.0.1).
 *
 * Scripts only as files of our own build; styles as files, or as style elements with this load's nonce (antd writes its
 * styles at run time); style attributes are let through because virtual tables place their rows with them and they load
 * nothing: `img-src` and `font-src` still hold for an address in a style. Nothing may be framed, posted or sent elsewhere.
 */
export function contentSecurityPolicy(nonce: string, options: { readonly connect?: readonly string[] } = {}): string {
  if (!isNonce(nonce)) throw new Error('a nonce is base64url text of 22 characters or more')
  for (const source of options.connect ?? []) {
    if (!connectSource.test(source)) throw new Error(`not a source that a policy can name: ${JSON.stringify(source)}`)
  }
  return [
    "default-src 'none'",
    "script-src 'self'",
    "script-src-attr 'none'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...(options.connect ?? [])].join(' '),
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

/** Where index.html wants the nonce of this load. */
export const cspNoncePlaceholder = '__CSP_NONCE__'

/** index.html with this load's nonce; throws when the page has no place for it, since antd's styles would then be refused. */
export function withNonce(html: string, nonce: string): string {
  if (!isNonce(nonce)) throw new Error('a nonce is base64url text of 22 characters or more')
  if (!html.includes(cspNoncePlaceholder)) throw new Error(`index.html has no ${cspNoncePlaceholder}`)
  return html.replaceAll(cspNoncePlaceholder, nonce)
}

/** 22 characters of base64url are the 128 bits that the CSP standard asks of a nonce. */
function isNonce(text: string): boolean {
  return /^[A-Za-z0-9_-]{22,86}$/.test(text)
}

const connectSource = /^(?:https?|wss?):\/\/[A-Za-z0-9.-]+(?::\d{1,5})?$/

/** The other headers that go with every answer of ours, whatever it holds. */
export const safetyHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
} as const
