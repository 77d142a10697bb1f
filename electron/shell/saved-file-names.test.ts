import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameFor } from '../../shared/domain/files/file-name.ts'
import { mayBeOpened, typeFilters } from './saved-file-names.ts'

describe('the name offered for a saved file', () => {
  it.each([
    ['经费使用明细表（2026—2027学年第一学期）.docx', '经费使用明细表（2026—2027学年第一学期）.docx'],
    ['七年级/语文:名单*?.xlsx', '七年级_语文_名单__.xlsx'],
    ['..\\..\\Windows\\x.docx', '_.._Windows_x.docx'],
    ['CON.docx', '_CON.docx'],
    ['aux', '_aux'],
    ['名单. . ', '名单'],
    ['.docx', 'docx'],
    ['名单\u202Excod.exe', '名单xcod.exe'],
    ['', '未命名'],
    ['???.docx', '___.docx'],
    ['名单\0\n.docx', '名单.docx'],
  ])('%j becomes %j', (name, expected) => { expect(fileNameFor(name)).toBe(expected) })

  it('is shortened by whole characters, with its extension kept', () => {
    const name = fileNameFor(`${'𠮷'.repeat(300)}.docx`)
    expect(name).toBe(`${'𠮷'.repeat(100)}.docx`)
  })

  it('is one that Windows takes, whatever comes in', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (any) => {
      const name = fileNameFor(any)
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u)
      expect(name).not.toMatch(/[. ]$/)
      expect(name).not.toBe('')
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
    }))
  })
})

describe('kinds of files', () => {
  it('are named in the save dialog, with all files last', () => {
    expect(typeFilters('名单.docx')).toEqual([{ name: 'Word 文档', extensions: ['docx'] }, { name: '所有文件', extensions: ['*'] }])
    expect(typeFilters('x.__proto__')).toEqual([{ name: '所有文件', extensions: ['*'] }])
  })

  it('are opened only when they are documents, never when they could be run', () => {
    expect(['.docx', '.XLSX', '.pdf'].every(mayBeOpened)).toBe(true)
    expect(['.exe', '.bat', '.lnk', '.js', '.docm', '.url', '', '.constructor', 'docx.exe'].some(mayBeOpened)).toBe(false)
  })
})
