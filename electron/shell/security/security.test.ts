import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerHeaders, newNonce } from './csp.ts'
import { mayNavigate } from './navigation.ts'
import { mayLoad } from './network.ts'
import { isOurPage } from './our-page.ts'
import { isPermitted } from './permissions.ts'
import { maySpeak } from './sender.ts'

const ours = ['app://xingtan/', 'app://xingtan/people/3?term=2026-1#top', 'APP://xingtan/', 'app://xingtan']

const foreign = [
  '', 'xingtan', 'about:blank', 'app:xingtan', 'app:', 'app://', 'app:///xingtan/', 'app://xingtan.evil.cn/', 'app://evil/', 'app://evil/xingtan/',
  'app://xingtan:8080/', 'app://xingtan@evil/', 'app://evil@xingtan/', 'app://evil:pw@xingtan/', 'app://xingtan\\@evil/', 'app://xing%74an/', 'app://%78ingtan/',
  'app2://xingtan/', 'apps://xingtan/', 'file:///etc/passwd', 'file://xingtan/', 'http://xingtan/', 'https://xingtan/', 'http://127.0.0.1/',
  'javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'blob:app://xingtan/1', 'view-source:app://xingtan/', 'devtools://xingtan/',
  'chrome-extension://xingtan/', 'app://xingtаn/', 'app://xingtan。evil/', 'null',
]

describe('a page of ours', () => {
  it.each(ours)('%j is one', (address) => { expect(isOurPage(address)).toBe(true) })
  it.each(foreign)('%j is none', (address) => { expect(isOurPage(address)).toBe(false) })

  it('is never told by the origin, which is the same text for every address of an app', () => {
    expect(new URL('app://evil/').origin).toBe(new URL('app://xingtan/').origin)
    expect(isOurPage('app://evil/')).toBe(false)
  })

  it('is nobody else, whatever the host is called', () => {
    fc.assert(fc.property(fc.webUrl(), fc.domain(), (url, domain) => {
      expect(isOurPage(url)).toBe(false)
      expect(isOurPage(`app://${domain}/`)).toBe(false)
    }))
  })
})

describe('who may speak to the main process', () => {
  it('the page itself may', () => { expect(maySpeak({ url: 'app://xingtan/', parent: null })).toBe(true) })
  it('a frame inside the page may not, even with our own address', () => {
    expect(maySpeak({ url: 'app://xingtan/', parent: {} })).toBe(false)
  })
  it('a frame that is gone may not', () => { expect(maySpeak(null)).toBe(false) })
  it.each(foreign)('%j may not', (url) => { expect(maySpeak({ url, parent: null })).toBe(false) })
})

describe('where the window may go', () => {
  it.each(ours)('the page may be loaded again at %j', (address) => { expect(mayNavigate(address, true)).toBe(true) })
  it.each(foreign)('not to %j', (address) => { expect(mayNavigate(address, true)).toBe(false) })
  it('a frame goes nowhere at all', () => {
    for (const address of [...ours, ...foreign]) expect(mayNavigate(address, false), address).toBe(false)
  })
})

describe('what the window may load', () => {
  it('its own files and what it made itself', () => {
    for (const address of [...ours, 'data:image/png;base64,AA==', 'blob:app://xingtan/0b1c']) expect(mayLoad(address), address).toBe(true)
  })
  it('nothing from any network or disk', () => {
    const outside = ['https://www.moe.gov.cn/', 'http://127.0.0.1:9222/json', 'ws://127.0.0.1/', 'file:///C:/Windows/win.ini', 'ftp://a/', 'blob:https://evil/1',
      'blob:null/1', 'blob:app://evil/1', 'blob:blob:app://xingtan/', 'app://evil/', '', 'chrome://gpu/', 'filesystem:app://xingtan/x']
    for (const address of outside) expect(mayLoad(address), address).toBe(false)
  })
})

describe('permissions and headers', () => {
  it('gives no permission', () => { expect(isPermitted()).toBe(false) })

  it('makes a nonce that is new every time and fits the policy', () => {
    const nonces = Array.from({ length: 200 }, newNonce)
    expect(new Set(nonces).size).toBe(200)
    for (const nonce of nonces) {
      const headers = answerHeaders('text/html', nonce)
      expect(headers['Content-Security-Policy']).toContain(`'nonce-${nonce}'`)
      expect(headers).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store', 'X-Frame-Options': 'DENY' })
    }
  })
})
