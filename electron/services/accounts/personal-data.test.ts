import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TestClock } from '../../../tests/fixtures/program.ts'
import { guardDataKey, newDataKey, newRecoveryCode, normaliseRecoveryCode, open, openDataKey, seal } from './data-key.ts'
import { personalDataOf, type PersonalPlace } from './personal-data.ts'
import { Session } from './session.ts'
import { delaySeconds, waitInWords } from './sign-in-delay.ts'

const actor = { accountId: 'a', displayName: '周管理', role: 'admin' as const, personId: null }

function signedIn(dataKey = newDataKey()): { session: Session; dataKey: Buffer } {
  const session = new Session(new TestClock())
  session.signIn(actor, dataKey)
  return { session, dataKey }
}

const place = fc.record({ personId: fc.uuid(), field: fc.constantFrom<PersonalPlace['field']>('idNumber', 'phone') })
const plain = fc.string({ unit: 'grapheme', maxLength: 40 })

describe('ID numbers and phones at rest', () => {
  it('come back as they were, and no two texts of the same number look alike', () => {
    const data = personalDataOf(signedIn().session)
    fc.assert(fc.property(place, plain, (at, text) => {
      const [one, other] = [data.encrypt(at, text), data.encrypt(at, text)]
      expect(one).not.toBe(other)
      expect([data.decrypt(at, one), data.decrypt(at, other)]).toEqual([text, text])
      if (text.length > 5) expect(one).not.toContain(text)
    }), { numRuns: 60 })
  })

  it('do not open in another person\'s row or in another column', () => {
    const data = personalDataOf(signedIn().session)
    fc.assert(fc.property(place, fc.uuid(), plain, (at, another, text) => {
      fc.pre(another !== at.personId)
      const cipher = data.encrypt(at, text)
      expect(() => data.decrypt({ ...at, personId: another }, cipher)).toThrow()
      expect(() => data.decrypt({ ...at, field: at.field === 'phone' ? 'idNumber' : 'phone' }, cipher)).toThrow()
    }), { numRuns: 40 })
  })

  it('do not open when a single bit of them was changed', () => {
    const data = personalDataOf(signedIn().session)
    const at: PersonalPlace = { personId: 'p1', field: 'phone' }
    const parts = data.encrypt(at, '13800001111').split('.')
    let tried = 0
    for (const part of [1, 2, 3]) {
      const bytes = Buffer.from(parts[part] ?? '', 'base64url')
      for (let byte = 0; byte < bytes.length; byte++) {
        const changed = Buffer.from(bytes)
        changed[byte] = (changed[byte] ?? 0) ^ 1
        expect(() => data.decrypt(at, parts.with(part, changed.toString('base64url')).join('.'))).toThrow()
        tried++
      }
    }
    expect(tried).toBeGreaterThan(30)
    expect(() => data.decrypt(at, 'v2.a.b.c')).toThrow()
    expect(() => data.decrypt(at, '')).toThrow()
  })

  it('do not open with another school\'s key', () => {
    const at: PersonalPlace = { personId: 'p1', field: 'idNumber' }
    const cipher = personalDataOf(signedIn().session).encrypt(at, '11010519491231002X')
    expect(() => personalDataOf(signedIn().session).decrypt(at, cipher)).toThrow()
  })

  it('are found again by a fingerprint: the same for the same text and key, another for another field or key', () => {
    const { session, dataKey } = signedIn()
    const [one, again, other] = [personalDataOf(session), personalDataOf(signedIn(dataKey).session), personalDataOf(signedIn().session)]
    const print = one.fingerprint('phone', '13800001111')
    expect(again.fingerprint('phone', '13800001111')).toBe(print)
    expect(one.fingerprint('idNumber', '13800001111')).not.toBe(print)
    expect(one.fingerprint('phone', '13800001112')).not.toBe(print)
    expect(other.fingerprint('phone', '13800001111')).not.toBe(print)
    expect(print).not.toContain('1380000')
  })

  it('are out of reach from the moment the window is locked, also for whoever kept the tool in hand', () => {
    const { session } = signedIn()
    const data = personalDataOf(session)
    const at: PersonalPlace = { personId: 'p1', field: 'phone' }
    const cipher = data.encrypt(at, '13800001111')
    const key = session.dataKey
    session.lock()
    for (const use of [() => data.decrypt(at, cipher), () => data.encrypt(at, 'x'), () => data.fingerprint('phone', 'x')]) {
      expect(use).toThrow(expect.objectContaining({ code: 'accounts.locked' }))
    }
    expect(key?.every((byte) => byte === 0)).toBe(true)
    expect([session.dataKey, session.actor, session.owner]).toEqual([null, null, actor])
  })
})

describe('the data key', () => {
  it('opens with the password that guards it and with no other, and knows full-width letters for what they are', async () => {
    const dataKey = newDataKey()
    const guarded = await guardDataKey(dataKey, 'Xingtan-2026')
    expect(await openDataKey(guarded, 'Xingtan-2026')).toEqual(dataKey)
    expect(await openDataKey(guarded, 'Ｘingtan-２026')).toEqual(dataKey)
    expect(await openDataKey(guarded, 'xingtan-2026')).toBeNull()
    expect(await openDataKey(guarded, '')).toBeNull()
    expect(JSON.stringify(guarded)).not.toContain(dataKey.toString('base64'))
  })

  it('does not open when proof and wrapping come from two accounts', async () => {
    const [one, other] = [await guardDataKey(newDataKey(), 'Xingtan-2026'), await guardDataKey(newDataKey(), 'Xingtan-2026')]
    await expect(openDataKey({ passwordHash: one.passwordHash, wrappedDataKey: other.wrappedDataKey }, 'Xingtan-2026')).rejects.toThrow()
  })

  it('is sealed under any key and place and opened only under the same', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), fc.string(), (bytes, bound, elsewhere) => {
      const key = newDataKey()
      const sealed = seal(key, bytes, bound)
      expect(open(key, sealed, bound)).toEqual(Buffer.from(bytes))
      if (elsewhere !== bound) expect(() => open(key, sealed, elsewhere)).toThrow()
    }), { numRuns: 50 })
  })
})

describe('the recovery code', () => {
  it('is read however it was typed: small letters, spaces, O for 0, I and L for 1, full width', () => {
    for (let i = 0; i < 20; i++) {
      const code = newRecoveryCode()
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/)
      expect(normaliseRecoveryCode(code.toLowerCase().replaceAll('-', '  '))).toBe(code)
      expect(normaliseRecoveryCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code)
      expect(normaliseRecoveryCode([...code].map((c) => (/\w/.test(c) ? String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0) : c)).join(''))).toBe(code)
    }
  })
})

describe('the wait after wrong passwords', () => {
  it('is none for the first two, then grows with each one and ends at a quarter of an hour', () => {
    const waits = Array.from({ length: 30 }, (_, failed) => delaySeconds(failed))
    expect(waits.slice(0, 6)).toEqual([0, 0, 0, 5, 10, 20])
    for (let at = 1; at < waits.length; at++) expect(waits[at]).toBeGreaterThanOrEqual(waits[at - 1] ?? 0)
    expect(waits.at(-1)).toBe(900)
  })

  it('is told in words that can be waited for', () => {
    expect([waitInWords(4.2), waitInWords(59), waitInWords(61), waitInWords(900)]).toEqual(['5 秒', '59 秒', '2 分钟', '15 分钟'])
  })
})
