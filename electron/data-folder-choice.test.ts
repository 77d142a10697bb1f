import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshFolder } from '../tests/fixtures/database.ts'
import { choiceFile, dataMounts, folderToOpen, lookAt, parseChoice, placesOn, refuseMissingChoice } from './data-folder-choice.ts'

describe('the places that are offered for the data', () => {
  it('are the usual folder and one of ours on each other drive of a Windows machine', () => {
    const places = placesOn(['C:\\', 'D:\\', 'E:\\'], 'C:\\Users\\li\\AppData\\Local\\Xingtan\\data', 'win32')
    expect(places.map(({ label, path }) => [label, path])).toEqual([
      ['本机常用位置', 'C:\\Users\\li\\AppData\\Local\\Xingtan\\data'], ['D 盘', 'D:\\杏坛数据'], ['E 盘', 'E:\\杏坛数据'],
    ])
    expect(new Set(places.map(({ id }) => id)).size).toBe(3)
  })

  it('keep their ids from one look to the next, though a drive has come in between', () => {
    const [, d] = placesOn(['D:\\'], 'C:\\x', 'win32')
    expect(placesOn(['E:\\', 'D:\\'], 'C:\\x', 'win32')).toContainEqual(d)
  })

  it('are real disks of a Linux machine, not sticks, not the system\'s own parts', () => {
    const mounts = [
      '/dev/sda1 / ext4 rw 0 0', '/dev/sda2 /boot/efi vfat rw 0 0', '/dev/sda5 /data ext4 rw 0 0', '/dev/sdb1 /media/li/U\\040PAN vfat rw 0 0',
      '/dev/loop3 /snap/core squashfs ro 0 0', 'tmpfs /run tmpfs rw 0 0', 'nas:/share /mnt/nas nfs4 rw 0 0', '/dev/sdc1 /mnt/资料\\040盘 ext4 rw 0 0',
    ].join('\n')
    expect(dataMounts(mounts)).toEqual(['/data', '/mnt/资料 盘'])
  })
})

describe('the file that keeps the choice', () => {
  it('is believed when it names a full path, and otherwise as if it were not there', () => {
    expect(parseChoice('{"folder":"D:\\\\杏坛数据"}', 'win32')).toBe('D:\\杏坛数据')
    expect(parseChoice('{"folder":"/data/杏坛数据"}', 'linux')).toBe('/data/杏坛数据')
    for (const text of ['', '{', 'null', '[]', '{"folder":7}', '{"folder":"杏坛数据"}', '{"folder":""}']) expect(parseChoice(text, 'linux'), text).toBeNull()
  })
})

describe('on this machine', () => {
  let fresh: ReturnType<typeof freshFolder>
  beforeEach(() => { fresh = freshFolder() })
  afterEach(() => fresh.remove())
  const machine = () => ({ platform: process.platform, home: fresh.folder, env: { XDG_DATA_HOME: fresh.folder, LOCALAPPDATA: fresh.folder } })

  it('the folder chosen before is opened, unless another one is given for this time', () => {
    const first = folderToOpen(null, machine())
    expect(first.places?.remembered).toBeNull()
    const elsewhere = join(fresh.folder, 'D', '杏坛数据')
    first.places?.remember(elsewhere)
    expect(existsSync(choiceFile(first.folder))).toBe(true)
    expect(readFileSync(choiceFile(first.folder), 'utf8')).toBe(JSON.stringify({ folder: elsewhere }))
    expect(folderToOpen(null, machine()).folder).toBe(elsewhere)
    expect(folderToOpen('/given', machine())).toEqual({ folder: '/given', places: null })
  })

  it('a chosen folder whose disk is away is not made anew', () => {
    const elsewhere = join(fresh.folder, 'D', '杏坛数据')
    const { places } = folderToOpen(null, machine())
    places?.remember(elsewhere)
    const again = folderToOpen(null, machine())
    expect(() => refuseMissingChoice(again.folder, again.places)).toThrow(expect.objectContaining({ code: 'boot.chosenFolderMissing' }))
    mkdirSync(elsewhere, { recursive: true })
    writeFileSync(join(elsewhere, 'xingtan.db'), '')
    expect(() => refuseMissingChoice(again.folder, again.places)).not.toThrow()
    rmSync(elsewhere, { recursive: true })
  })

  it('a place is looked at without being made: its room, whether it can be written, whether a database is there', () => {
    const path = join(fresh.folder, 'new', 'deeper')
    const seen = lookAt({ id: 'x', label: 'x', path }, process.platform)
    expect(seen).toMatchObject({ writable: true, hasDatabase: false, note: null })
    expect(seen.freeBytes).toBeGreaterThan(0)
    expect(existsSync(join(fresh.folder, 'new'))).toBe(false)
    expect(lookAt({ id: 'x', label: 'x', path: '/proc/nothing' }, 'linux').writable).toBe(process.getuid?.() === 0)
  })

  it('a synchronised folder is offered with its warning, a network one not at all', () => {
    expect(lookAt({ id: 'x', label: 'x', path: join(fresh.folder, '坚果云') }, process.platform).note).toContain('坚果云')
    expect(lookAt({ id: 'x', label: 'x', path: '\\\\server\\share\\杏坛' }, 'win32')).toMatchObject({ writable: false })
  })
})
