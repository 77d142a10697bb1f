import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, cspNoncePlaceholder, withNonce } from './csp.ts'

const nonce = 'aB3-_678901234567890Zz'

function directives(policy: string): Map<string, string[]> {
  return new Map(policy.split('; ').map((part) => {
    const [name = '', ...sources] = part.split(' ')
    return [name, sources]
  }))
}

describe('what a page may load', () => {
  const policy = directives(contentSecurityPolicy(nonce))

  it('starts from nothing and names every way out of the page', () => {
    expect(policy.get('default-src')).toEqual(["'none'"])
    for (const shut of ['object-src', 'frame-src', 'worker-src', 'form-action', 'frame-ancestors', 'base-uri', 'script-src-attr']) {
      expect(policy.get(shut), shut).toEqual(["'none'"])
    }
  })

  it('runs only scripts that are files of our own build, never inline ones or eval', () => {
    expect(policy.get('script-src')).toEqual(["'self'"])
  })

  it('takes written styles only with the nonce of this load', () => {
    expect(policy.get('style-src')).toEqual(["'self'", `'nonce-${nonce}'`])
  })

  it('sends nothing anywhere but home unless a source is named', () => {
    expect(policy.get('connect-src')).toEqual(["'self'"])
    const more = directives(contentSecurityPolicy(nonce, { connect: ['ws://127.0.0.1:5173'] }))
    expect(more.get('connect-src')).toEqual(["'self'", 'ws://127.0.0.1:5173'])
  })

  it('refuses a nonce or a source that would write further directives', () => {
    for (const bad of ['', 'short', `${nonce}' 'unsafe-inline`, `${nonce};script-src *`, `${nonce}\r\nX: y`, '杏'.repeat(30)]) {
      expect(() => contentSecurityPolicy(bad), bad).toThrow('nonce')
    }
    for (const bad of ['*', 'https:', "'unsafe-inline'", 'https://a; script-src *', 'https://a b', 'https://*.b.cn', 'data:', '']) {
      expect(() => contentSecurityPolicy(nonce, { connect: [bad] }), bad).toThrow('source')
    }
  })

  it('names each directive once, for the second one would be ignored', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{22,40}$/), (any) => {
      const names = contentSecurityPolicy(any).split('; ').map((part) => part.split(' ')[0])
      expect(new Set(names).size).toBe(names.length)
    }))
  })
})

describe('the page with its nonce', () => {
  it('carries the nonce wherever the page asks for it', () => {
    const page = `<meta name="csp-nonce" content="${cspNoncePlaceholder}"><style nonce="${cspNoncePlaceholder}"></style>`
    expect(withNonce(page, nonce)).toBe(`<meta name="csp-nonce" content="${nonce}"><style nonce="${nonce}"></style>`)
  })

  it('is refused without a place for the nonce, and with a nonce that could close the attribute', () => {
    expect(() => withNonce('<html></html>', nonce)).toThrow(cspNoncePlaceholder)
    expect(() => withNonce(cspNoncePlaceholder, '"><script>alert(1)</script>')).toThrow('nonce')
  })
})
