import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../shared/errors.ts'
import { fileLogger } from './file-logger.ts'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'xingtan-log-')) })
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

const lines = (): Record<string, unknown>[] => readFileSync(join(folder, 'logs', 'xingtan.log'), 'utf8').trim().split('\n')
  .map((line): Record<string, unknown> => JSON.parse(line))

describe('the log', () => {
  it('keeps what happened and when, a line each', () => {
    const logger = fileLogger(join(folder, 'logs'), () => '2026-09-01T00:30:00.000Z')
    logger.info('shell.started', { port: 8123 })
    logger.error('shell.failed', new Error('outer', { cause: new TypeError('inner') }))
    expect(lines()).toMatchObject([
      { at: '2026-09-01T00:30:00.000Z', event: 'shell.started', port: 8123 },
      { event: 'shell.failed', error: { name: 'Error', message: 'outer', cause: { name: 'TypeError', message: 'inner' } } },
    ])
  })

  it('keeps no sentence meant for the user, which may name a person', () => {
    fileLogger(join(folder, 'logs'), () => '').error('people.failed', new AppError('people.duplicate', 'conflict', '张三已经在名册里'))
    expect(lines()).toMatchObject([{ error: { code: 'people.duplicate', kind: 'conflict' } }])
    expect(readFileSync(join(folder, 'logs', 'xingtan.log'), 'utf8')).not.toContain('张三')
  })

  it('is turned over when it has grown, so that it never fills the disk', () => {
    const logger = fileLogger(folder, () => '')
    writeFileSync(join(folder, 'xingtan.log'), 'x'.repeat(2 * 1024 * 1024 + 1))
    logger.info('next')
    expect(readdirSync(folder).toSorted()).toEqual(['xingtan.1.log', 'xingtan.log'])
    expect(readFileSync(join(folder, 'xingtan.log'), 'utf8')).toContain('next')
  })

  it('does not stop the program when it cannot be written', () => {
    writeFileSync(join(folder, 'a-file'), '')
    const logger = fileLogger(join(folder, 'a-file', 'logs'), () => '')
    expect(() => { logger.info('lost') }).not.toThrow()
  })
})
