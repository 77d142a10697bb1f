import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeFileName } from './file-name.ts'

describe('the name of a saved document', () => {
  it('keeps Chinese words as they are', () => {
    expect(safeFileName('青溪县名师工作室主持人申请表（方知远）', 'docx')).toBe('青溪县名师工作室主持人申请表（方知远）.docx')
  })

  it('takes full-width signs for those that Windows forbids', () => {
    expect(safeFileName('语文/数学: “读写”<1>?', 'docx')).toBe('语文／数学： “读写”＜1＞？.docx')
  })

  it('is never the name of a Windows device, whatever follows the dot', () => {
    expect(safeFileName('CON', 'docx')).toBe('_CON.docx')
    expect(safeFileName('com1.2026', 'docx')).toBe('_com1.2026.docx')
    expect(safeFileName('控制', 'docx')).toBe('控制.docx')
  })

  it('has a name even where nothing is left', () => {
    expect(safeFileName(' .. ', 'docx')).toBe('未命名.docx')
  })

  it('can be used on Windows and Linux whatever the title was', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
      const name = safeFileName(title, 'docx')
      expect(name).toMatch(/[^\s.]\.docx$/u)
      // oxlint-disable-next-line no-control-regex
      expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001F]/)
      expect(name).not.toMatch(/^[\s.]/)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(250)
      expect(name.length).toBeLessThanOrEqual(127)
    }))
  })
})
