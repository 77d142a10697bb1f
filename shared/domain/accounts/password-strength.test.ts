import { describe, expect, it } from 'vitest'
import { passwordStrength } from './password-strength.ts'

describe('the strength of a password', () => {
  it.each([
    ['', 'none'], ['abc', 'weak'], ['19991231', 'weak'], ['aaaaaaaaaaaa', 'weak'], ['abcdefgh', 'weak'], ['12345678a', 'weak'],
    ['jiaowuchu', 'fair'], ['yunxi2026', 'fair'], ['Xingtan-2026', 'good'], ['chuntianzaiyunxihe', 'good'],
  ])('%s is %s', (password, level) => {
    expect(passwordStrength(password).level).toBe(level)
  })

  it('comes with advice wherever it could be better', () => {
    for (const password of ['abc', '12345678', 'abcdefgh', 'jiaowuchu']) expect(passwordStrength(password).advice).not.toBe('')
    expect(passwordStrength('Xingtan-2026').advice).toBe('')
  })
})
