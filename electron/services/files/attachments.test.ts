import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../db/open-database.ts'
import { attachmentTable, storedFileTable } from '../../../db/schema/activities.ts'
import { dataFolderLayout } from '../../boot/data-folder-layout.ts'
import { freshProgram, type TestProgram } from '../../../tests/fixtures/program.ts'
import { seedStudio } from '../../../tests/fixtures/studio-with-members.ts'
import { FileStore } from './file-store.ts'

let test: TestProgram
let activityId: string
beforeEach(async () => {
  test = await freshProgram()
  seedStudio(test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, [{ name: '沈知远' }, { name: '顾云舒' }])
  seedStudio(test.folder, { id: 'shu', name: '梁叙数学名师工作室' }, [{ name: '梁叙' }])
  activityId = (await test.admin.call('activities.save', {
    id: null, revision: null, sheet: null,
    fields: {
      studioId: 'wen', kind: 'regularMeeting', title: '第1次例会', heldOn: '2026-09-10', startTime: null, endTime: null, place: null, level: null, chairPersonId: null,
      recorderPersonId: null, centralSpeaker: null, experts: null, agenda: null, minutes: [], resolutions: null,
    },
  })).id
})
afterEach(() => test.close())

const bytesOf = (...parts: (number | string)[]) => Uint8Array.from(parts.flatMap((part) => typeof part === 'number' ? [part] : [...Buffer.from(part)]))
const png = bytesOf(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0, 0, 13, 'IHDR')
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const add = async (name: string, bytes: Uint8Array) => test.admin.call('activities.addAttachment', { activityId, file: await test.admin.upload(name, bytes) })
const refuse = async (name: string, bytes: Uint8Array) => test.admin.refused('activities.addAttachment', { activityId, file: await test.admin.upload(name, bytes) })
const zipOf = async (...names: string[]) => {
  const zip = new JSZip()
  for (const name of names) zip.file(name, 'x')
  return zip.generateAsync({ type: 'uint8array' })
}
const rows = () => {
  const { db, close } = openDatabase(dataFolderLayout(test.folder).database)
  const found = { attachments: db.select().from(attachmentTable).all(), files: db.select().from(storedFileTable).all() }
  close()
  return found
}

describe('a file hung on an activity', () => {
  it('is kept by its SHA-256 and given back byte for byte under a safe name', async () => {
    const { id, fileName, mediaType, bytes } = await add('C:\\照片\\签到:第1次?.PNG', png)
    expect({ fileName, mediaType, bytes }).toEqual({ fileName: '签到_第1次_.PNG', mediaType: 'image/png', bytes: png.byteLength })
    expect(existsSync(new FileStore(test.folder).pathOf(sha(png)))).toBe(true)
    const out = await test.admin.call('activities.openAttachment', { id })
    expect(test.admin.take(out.token)).toMatchObject({ name: '签到_第1次_.PNG', mediaType: 'image/png' })
    expect(sha(test.admin.take(out.token).bytes)).toBe(sha(png))
    expect((await test.admin.call('activities.previewAttachment', { id })).dataUrl).toBe(`data:image/png;base64,${Buffer.from(png).toString('base64')}`)
    expect((await test.admin.call('activities.list', { termKey: '2026-1' })).rows[0]?.attachments).toBe(1)
  })

  it('is kept once, however often it is added', async () => {
    await add('一.png', png)
    await add('二.png', png)
    expect(rows().files).toHaveLength(1)
    expect(rows().attachments.map(({ fileName }) => fileName)).toEqual(['一.png', '二.png'])
  })

  it('goes to the recycle bin with a reason and comes back', async () => {
    const { id } = await add('一.png', png)
    await test.admin.call('activities.removeAttachment', { id, reason: '传错了' })
    expect((await test.admin.call('activities.get', { id: activityId })).attachments).toEqual([])
    expect(rows().attachments).toMatchObject([{ removedReason: '传错了' }])
    await test.admin.call('activities.bringBackAttachment', { id })
    expect((await test.admin.call('activities.get', { id: activityId })).attachments).toMatchObject([{ id, fileName: '一.png' }])
  })

  it('is shown to the studio\'s own people only', async () => {
    const { id } = await add('一.png', png)
    const own = await test.as('member', 'wen-p2')
    expect((await own.call('activities.openAttachment', { id })).name).toBe('一.png')
    expect((await own.refused('activities.removeAttachment', { id, reason: '试' })).kind).toBe('forbidden')
    const stranger = await test.as('host', 'shu-p1')
    expect((await stranger.refused('activities.openAttachment', { id })).code).toBe('studios.notYours')
    expect((await stranger.refused('activities.previewAttachment', { id })).code).toBe('studios.notYours')
    expect((await stranger.refused('activities.removeAttachment', { id, reason: '试' })).code).toBe('studios.notYours')
    expect((await stranger.refused('activities.addAttachment', { activityId, file: await stranger.upload('一.png', png) })).code).toBe('studios.notYours')
  })

  it('that was damaged or taken away on the disk is told, never given out', async () => {
    const { id } = await add('一.png', png)
    const path = new FileStore(test.folder).pathOf(sha(png))
    writeFileSync(path, 'other')
    expect((await test.admin.refused('activities.openAttachment', { id })).code).toBe('files.changed')
    rmSync(path)
    expect((await test.admin.refused('activities.openAttachment', { id })).code).toBe('files.missing')
    await add('又.png', png)
    expect(await test.admin.call('activities.openAttachment', { id })).toMatchObject({ bytes: png.byteLength })
  })
})

describe('what may be added', () => {
  it.each([
    ['照片.jpeg', bytesOf(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg', '照片.jpeg'],
    ['没有后缀', bytesOf('%PDF-1.7'), 'application/pdf', '没有后缀.pdf'],
    ['名单.txt', bytesOf('张三，李四\r\n'), 'text/plain', '名单.txt'],
    ['国标.txt', bytesOf(0xd5, 0xc5, 0xc8, 0xfd), 'text/plain', '国标.txt'],
    ['录像.mp4', bytesOf(0, 0, 0, 0x20, 'ftypisom'), 'video/mp4', '录像.mp4'],
    ['录音.mp3', bytesOf('ID3', 4, 0), 'audio/mpeg', '录音.mp3'],
    ['老教案.doc', bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...[...'WordDocument\0'].flatMap((char) => [char, 0])), 'application/msword', '老教案.doc'],
    // The name lies; the bytes do not.
    ['照片.exe', png, 'image/png', '照片.exe.png'],
    ['CON.png', png, 'image/png', '_CON.png'],
  ])('%s is, as what its first bytes say', async (name, bytes, mediaType, fileName) => {
    expect(await add(name, bytes)).toMatchObject({ mediaType, fileName })
  })

  it('includes documents of Office and OFD, told by what is packed in them', async () => {
    expect((await add('教案.docx', await zipOf('[Content_Types].xml', 'word/document.xml'))).mediaType).toContain('wordprocessingml')
    expect((await add('名单.xlsx', await zipOf('[Content_Types].xml', 'xl/workbook.xml'))).mediaType).toContain('spreadsheetml')
    expect((await add('课件.pptx', await zipOf('[Content_Types].xml', 'ppt/presentation.xml'))).mediaType).toContain('presentationml')
    expect((await add('发票.ofd', await zipOf('OFD.xml', 'Doc_0/Document.xml'))).mediaType).toBe('application/ofd')
  })

  it.each([
    ['setup.exe', bytesOf('MZ', 0x90, 0), 'files.typeNotAllowed'],
    ['照片.jpg', bytesOf('MZ', 0x90, 0), 'files.typeNotAllowed'],
    ['读我.txt', bytesOf('MZ abc'), 'files.typeNotAllowed'],
    ['程序', bytesOf(0x7f, 'ELF'), 'files.typeNotAllowed'],
    ['清理.bat', bytesOf('del *.*'), 'files.typeNotAllowed'],
    ['脚本.js', bytesOf('alert(1)'), 'files.typeNotAllowed'],
    ['网页.html', bytesOf('<html>'), 'files.typeNotAllowed'],
    ['图.svg', bytesOf('<svg onload="x()"/>'), 'files.typeNotAllowed'],
    ['安装.msi', bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), 'files.typeNotAllowed'],
    ['半截.docx', bytesOf('PK', 3, 4, 0, 0), 'files.typeNotAllowed'],
    ['空.png', bytesOf(), 'files.empty'],
  ])('%s is refused with its name in the sentence, and leaves no row and no file', async (name, bytes, code) => {
    const refusal = await refuse(name, bytes)
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(`「${name}」`)
    expect(rows()).toEqual({ attachments: [], files: [] })
    expect(readdirSync(dataFolderLayout(test.folder).files)).toEqual([])
  })

  it('leaves archives and documents with macros out', async () => {
    expect((await refuse('全部.zip', await zipOf('a.exe'))).code).toBe('files.typeNotAllowed')
    expect((await refuse('表.xlsx', await zipOf('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'))).code).toBe('files.macros')
  })
})

describe('a disk that does not take the file', () => {
  it('leaves no row behind, and the same file goes in once the disk is well again', async () => {
    const blocked = join(dataFolderLayout(test.folder).files, sha(png).slice(0, 2))
    // A file where the folder should be: nothing can be written below it.
    writeFileSync(blocked, '')
    expect((await refuse('一.png', png)).kind).toBe('internal')
    expect(rows()).toEqual({ attachments: [], files: [] })
    rmSync(blocked)
    mkdirSync(blocked)
    await add('一.png', png)
    expect(rows().attachments).toHaveLength(1)
  })
})
