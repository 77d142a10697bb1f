import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cannotSave, writeWhole } from './write-whole.ts'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'xingtan-save-')) })
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

const text = new TextEncoder()

describe('saving a document where the user said', () => {
  it('writes it whole and leaves nothing beside it', async () => {
    const path = join(folder, '名单.docx')
    writeFileSync(path, 'the former one')
    expect(await writeWhole(path, text.encode('新的'))).toEqual({ ok: true, value: null })
    expect(readFileSync(path, 'utf8')).toBe('新的')
    expect(readdirSync(folder)).toEqual(['名单.docx'])
  })

  it('says so when the folder is gone, and when a folder stands in the way, and leaves nothing behind', async () => {
    mkdirSync(join(folder, '名单.docx'))
    writeFileSync(join(folder, '名单.docx', 'inside'), '')
    expect(await writeWhole(join(folder, 'gone', 'x.docx'), text.encode('x'))).toMatchObject({ ok: false, error: { kind: 'precondition', message: expect.stringContaining('文件夹已不存在') } })
    expect(await writeWhole(join(folder, '名单.docx'), text.encode('x'))).toMatchObject({ ok: false, error: { code: 'shell.cannotSave' } })
    expect(readdirSync(folder)).toEqual(['名单.docx'])
  })

  it('tells what to do for each thing that goes wrong in an office', () => {
    expect(cannotSave('EBUSY', '名单.docx')).toContain('WPS')
    expect(cannotSave('EPERM', '名单.docx')).toContain('关闭')
    expect(cannotSave('EACCES', '名单.docx')).toContain('没有权限')
    expect(cannotSave('ENOSPC', '名单.docx')).toContain('磁盘空间不足')
    expect(cannotSave('ENAMETOOLONG', '名单.docx')).toContain('太长')
    expect(cannotSave('EIO', '名单.docx')).toContain('EIO')
  })
})
