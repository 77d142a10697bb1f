import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint } from './fingerprint.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'xingtan-print-'))
  mkdirSync(join(root, 'electron', 'shell'), { recursive: true })
  writeFileSync(join(root, 'electron', 'shell', 'window.ts'), 'one')
  writeFileSync(join(root, 'package.json'), '{}')
})
afterEach(() => { rmSync(root, { recursive: true, force: true }) })

describe('whether a build is still good', () => {
  it('it is while no source has changed, whatever the times of the files', () => {
    const before = fingerprint(root)
    utimesSync(join(root, 'package.json'), new Date(0), new Date(0))
    writeFileSync(join(root, 'electron', 'shell', 'window.test.ts'), 'a test')
    writeFileSync(join(root, 'notes.md'), 'a note')
    expect(fingerprint(root)).toBe(before)
  })

  it.each([
    ['is changed', () => { writeFileSync(join(root, 'electron', 'shell', 'window.ts'), 'two') }],
    ['is added', () => { writeFileSync(join(root, 'electron', 'new.ts'), '') }],
    ['is removed', () => { rmSync(join(root, 'electron', 'shell', 'window.ts')) }],
    ['is renamed', () => { rmSync(join(root, 'package.json')); writeFileSync(join(root, 'package-lock.json'), '{}') }],
  ])('it is not when a source %s', (_what, change) => {
    const before = fingerprint(root)
    change()
    expect(fingerprint(root)).not.toBe(before)
  })
})
