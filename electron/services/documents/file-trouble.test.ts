import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { fileTrouble } from './file-trouble.ts'

const says = (code: string) => {
  const trouble = fileTrouble(Object.assign(new Error(code), { code }), '名单.docx')
  if (!(trouble instanceof AppError)) throw new Error('no words for it')
  return `${trouble.kind} ${trouble.message}`
}

describe('a document whose file cannot be written', () => {
  it.each([
    ['EBUSY', 'Word 或 WPS'], ['EPERM', 'Word 或 WPS'], ['ENOENT', '被移走、改名'], ['ENOTDIR', '同名的文件'], ['EEXIST', '同名的文件'],
    ['ENAMETOOLONG', '路径太长'], ['ENOSPC', '磁盘已满'], ['EDQUOT', '磁盘已满'], ['EROFS', '写保护'], ['EACCES', '权限'], ['EIO', '硬盘或U盘'],
  ])('is explained for %s, with what to do, and it is said that nothing was saved', (code, words) => {
    expect(says(code)).toMatch(/^unavailable /)
    expect(says(code)).toContain(words)
    expect(says(code)).toMatch(/没有保存.*请/)
  })

  it('keeps words that it has already, and leaves alone what is not the system’s doing', () => {
    const worded = new AppError('documents.none', 'notFound', '没有找到')
    expect(fileTrouble(worded, '名单.docx')).toBe(worded)
    const ours = new TypeError('a slip of ours')
    expect(fileTrouble(ours, '名单.docx')).toBe(ours)
  })
})
