import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { nameSearchText } from '../../../../shared/domain/people/name-search.ts'
import { readRoster } from './read-roster.ts'
import { createRosterReader } from './roster-reader.ts'

const demo = readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'resources', 'demo', '教师花名册.xlsx'))
const workerUrl = pathToFileURL(join(import.meta.dirname, 'roster-worker.ts'))
const namesUrl = pathToFileURL(join(import.meta.dirname, 'names-worker.ts'))
const today = '2026-11-22'

async function withScript(script: string, work: (url: URL) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-worker-'))
  try {
    writeFileSync(join(folder, 'worker.mjs'), script)
    await work(pathToFileURL(join(folder, 'worker.mjs')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('reading a roster beside the window', () => {
  it('gives the same as reading it at once, while this thread stays free', async () => {
    let turns = 0
    const ticking = setInterval(() => turns++, 1)
    const choices = { today, remembered: new Map([['备注', 'ignore']]), fields: new Map([['T', 'note']]) }
    const { reading, fileSha256, nameSearches } = await createRosterReader({ workerUrl, namesUrl }).read(demo, '教师花名册.xlsx', choices)
    clearInterval(ticking)
    expect(reading).toEqual(readRoster(demo, '教师花名册.xlsx', choices))
    expect(reading.columns.at(-1)).toMatchObject({ target: 'ignore', confidence: 'remembered' })
    expect(turns).toBeGreaterThan(0)
    expect(fileSha256).toBe(createHash('sha256').update(demo).digest('hex'))
    expect(await nameSearches).toEqual(reading.rows.map(({ values }) => nameSearchText(values.name)))
  })

  it('a workbook of Excel 95 is read in the code page of its time', async () => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([['AAAA', 'BBBB'], ['CCCC', 'DD']]), 'a')
    const file = Buffer.from(write(book, { type: 'buffer', bookType: 'biff5' }) as Buffer)
    // The writer knows no code page: the record that names it and the four texts are put in by hand (姓名 性别 张三 男 in GBK).
    const changes = [['42000200e404', '42000200a803'], ['41414141', 'd0d5c3fb'], ['42424242', 'd0d4b1f0'], ['43434343', 'd5c5c8fd'], ['4444', 'c4d0']] as const
    for (const [from, to] of changes) Buffer.from(to, 'hex').copy(file, file.indexOf(Buffer.from(from, 'hex')))
    expect((await createRosterReader({ workerUrl, namesUrl }).read(file, 'a.xls', { today })).reading.rows.map((row) => row.values.name)).toEqual(['张三'])
  })

  it('a file that is no roster is refused with the same sentence', async () => {
    await expect(createRosterReader({ workerUrl, namesUrl }).read(new TextEncoder().encode('%PDF-1.4'), 'a.xlsx', { today })).rejects.toMatchObject({ name: 'AppError', code: 'roster.pdfFile', kind: 'invalid' })
  })

  it('a file that never ends is given up', async () => {
    await withScript('for (;;) {}', async (url) => {
      await expect(createRosterReader({ workerUrl: url, namesUrl, timeoutMs: 300 }).read(demo, 'a.xlsx', { today })).rejects.toMatchObject({ code: 'roster.tooSlow' })
    })
  })

  it('a file that eats all memory takes only its worker with it', async () => {
    await withScript("import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { const all = []; for (;;) all.push({ a: [1, 2, 3] }) })", async (url) => {
      await expect(createRosterReader({ workerUrl: url, namesUrl, memoryMb: 32 }).read(demo, 'a.xlsx', { today })).rejects.toMatchObject({ code: 'roster.outOfMemory' })
    })
  })

  it('a worker that dies over the names has read the roster all the same, and an import hears of it', async () => {
    await withScript("import { parentPort } from 'node:worker_threads'; parentPort.once('message', () => process.exit(3))", async (url) => {
      const { reading, nameSearches } = await createRosterReader({ workerUrl, namesUrl: url }).read(demo, 'a.xlsx', { today })
      expect(reading.rows.length).toBeGreaterThan(0)
      await expect(nameSearches).rejects.toMatchObject({ code: 'roster.unreadable' })
    })
  })

  it('names that take for ever are given up, and no thread is left behind', async () => {
    await withScript("import { parentPort } from 'node:worker_threads'; parentPort.once('message', () => { for (;;); })", async (url) => {
      const { nameSearches } = await createRosterReader({ workerUrl, namesUrl: url, timeoutMs: 3_000 }).read(demo, 'a.xlsx', { today })
      await expect(nameSearches).rejects.toMatchObject({ code: 'roster.tooSlow' })
    })
  })

  it('a worker that stops without an answer is reported', async () => {
    await withScript('process.exit(3)', async (url) => {
      await expect(createRosterReader({ workerUrl: url, namesUrl }).read(demo, 'a.xlsx', { today })).rejects.toMatchObject({ code: 'roster.unreadable' })
    })
  })
})
