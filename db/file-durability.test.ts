import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshFolder } from '../tests/fixtures/database.ts'
import { fsyncFolder, hashFile, writeFileDurably } from './file-durability.ts'

let place: ReturnType<typeof freshFolder>
beforeEach(() => { place = freshFolder() })
afterEach(() => place.remove())

describe('writing a file so that a power cut leaves all or nothing of it', () => {
  it('puts the new content in the place of the old and leaves no temp file', () => {
    const path = join(place.folder, '活动记录.docx')
    writeFileDurably(path, 'old')
    writeFileDurably(path, new Uint8Array([110, 101, 119]))
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(place.folder)).toEqual(['活动记录.docx'])
  })

  it('leaves no temp file and no half one when the name is taken by a folder', () => {
    const path = join(place.folder, 'a')
    mkdirSync(path)
    expect(() => writeFileDurably(path, 'new')).toThrow()
    expect(readdirSync(place.folder)).toEqual(['a'])
  })

  it('hashes a file larger than one piece as a whole', () => {
    const path = join(place.folder, 'a')
    writeFileDurably(path, Buffer.alloc(3_000_000, 'abc'))
    expect(hashFile(path)).toBe('f4096a131e7e6ebfa7a512b5c299e13b065df34d15624ee1202ab394cc4d7e90')
  })

  it('does not ask Windows for what it cannot do', () => {
    expect(() => fsyncFolder(join(place.folder, 'not there'), 'win32')).not.toThrow()
    expect(() => fsyncFolder(join(place.folder, 'not there'), 'linux')).toThrow('ENOENT')
  })
})
