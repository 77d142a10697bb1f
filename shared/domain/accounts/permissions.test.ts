import { describe, expect, it } from 'vitest'
import { accountInWords } from './permissions.ts'

describe('whose account it is', () => {
  it.each([
    ['a person has her post beside her name', { displayName: '周管理', role: 'admin' }, '周管理（管理员）'],
    ['an account that is named after its post says it once', { displayName: '校领导', role: 'leader' }, '校领导'],
    ['the auditor is said to change nothing, once', { displayName: '审计', role: 'auditor' }, '审计（只读）'],
    ['brackets do not stand within brackets', { displayName: '程远志', role: 'auditor' }, '程远志（审计，只读）'],
  ] as const)('%s', (_, account, words) => expect(accountInWords(account)).toBe(words))
})
