import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder, readLockHolder, thisHolder } from '../../electron/boot/folder-lock.ts'
import { freshFolder } from '../fixtures/database.ts'
import { boot, refusal, settingKeys, usedFolder } from './boot-for-test.ts'
import { killed, runProgram, startProgram } from './run-program.ts'

let place: ReturnType<typeof freshFolder>
let folder: string
beforeEach(() => {
  place = freshFolder()
  folder = join(place.folder, 'data')
})
afterEach(() => place.remove())

describe('a second start on the same data folder', () => {
  it('is refused while the first one runs, and says where to look', async () => {
    const { child } = await startProgram('hold-folder.ts', [folder], 1)
    expect(refusal(() => boot(folder))).toMatchObject({ code: 'boot.alreadyRunning', kind: 'precondition' })
    expect(refusal(() => boot(folder))).toHaveProperty('message', expect.stringContaining('请切换到已打开的窗口'))
    expect(readLockHolder(join(folder, 'lock'))).toMatchObject({ pid: child.pid })
    await new Promise((resolve) => {
      child.removeAllListeners('exit')
      child.once('exit', resolve)
      child.stdin?.end()
    })
    expect(readLockHolder(join(folder, 'lock'))).toBeNull()
    const booted = boot(folder)
    expect(booted.notices).toEqual([])
    booted.close()
  })

  it('is refused within one process as well', () => {
    const booted = boot(folder)
    expect(refusal(() => boot(folder))).toMatchObject({ code: 'boot.alreadyRunning' })
    booted.close()
    booted.close()
    boot(folder).close()
  })

  it('is let in after the first one was killed, though its lock file still names it', async () => {
    const { child } = await startProgram('hold-folder.ts', [folder], 1)
    await killed(child)
    expect(readLockHolder(join(folder, 'lock'))).toMatchObject({ pid: child.pid })
    const booted = boot(folder)
    expect(booted.notices[0]).toContain('没有正常退出')
    booted.close()
  })

  it('is let in although a living program has the number of the one that was killed', () => {
    usedFolder(folder, ['a'])
    const left = lockFolder(join(folder, 'lock'), { ...thisHolder('2026-08-31T00:00:00.000Z'), pid: process.ppid })
    const bytes = readFileSync(join(folder, 'lock'))
    left.release()
    writeFileSync(join(folder, 'lock'), bytes)
    const booted = boot(folder)
    expect(settingKeys(booted.db.db)).toEqual(['a'])
    booted.close()
  })

  it('is refused when another computer has not let go of the folder, until the user says that it is not in use', () => {
    usedFolder(folder, ['a'])
    const left = lockFolder(join(folder, 'lock'), { pid: 7, host: 'JIAOWU-02', userName: 'wang', startedAt: '2026-08-31T00:00:00.000Z' })
    const bytes = readFileSync(join(folder, 'lock'))
    left.release()
    writeFileSync(join(folder, 'lock'), bytes)
    const error = refusal(() => boot(folder))
    expect(error).toMatchObject({ code: 'boot.openElsewhere' })
    expect(error).toHaveProperty('message', expect.stringContaining('JIAOWU-02'))
    const booted = boot(folder, { takeOver: true })
    expect(settingKeys(booted.db.db)).toEqual(['a'])
    booted.close()
  })

  it('is let in when the lock file is rubbish, which is kept under another name', () => {
    usedFolder(folder, ['a'])
    writeFileSync(join(folder, 'lock'), 'rubbish '.repeat(1000))
    const booted = boot(folder)
    expect(booted.notices[0]).toContain('lock.damaged-2026-09-01T00-30-00-000Z')
    expect(readdirSync(folder)).toContain('lock.damaged-2026-09-01T00-30-00-000Z')
    booted.close()
  })

  it('lets go of the folder when the start itself is refused', () => {
    usedFolder(folder, ['a'])
    const database = join(folder, 'xingtan.db')
    const good = readFileSync(database)
    writeFileSync(database, 'rubbish '.repeat(1000))
    expect(refusal(() => boot(folder))).toMatchObject({ code: 'database.notADatabase' })
    writeFileSync(database, good)
    const booted = boot(folder)
    expect(booted.notices).toEqual([])
    booted.close()
  })
})

/** Root may write anywhere, so there another account has to try, if it may read this checkout at all. */
const otherAccount = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const canTry = process.platform !== 'win32'
  && spawnSync(process.execPath, ['-e', `require('node:fs').readFileSync(${JSON.stringify(import.meta.filename)})`], otherAccount).status === 0

describe('a folder that cannot be written', () => {
  it.skipIf(!canTry)('is refused with what to do, and its database is not changed (skipped on Windows, and where another account cannot read the checkout)', () => {
    usedFolder(folder, ['a'])
    const before = readFileSync(join(folder, 'xingtan.db'))
    chmodSync(place.folder, 0o755)
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), name.includes('.') || name === 'lock' ? 0o444 : 0o555)
    chmodSync(folder, 0o555)
    const done = runProgram('boot-once.ts', [folder], otherAccount)
    chmodSync(folder, 0o755)
    expect(JSON.parse(done.stdout)).toMatchObject({ ok: false, code: 'boot.folderNotWritable', kind: 'precondition' })
    expect(done.stdout).toContain('没有写入的权限')
    expect(readFileSync(join(folder, 'xingtan.db')).equals(before)).toBe(true)
  })

  it('is refused when a file has its name', () => {
    writeFileSync(folder, 'a file')
    expect(refusal(() => boot(folder))).toMatchObject({ code: 'boot.folderNotWritable' })
    expect(readFileSync(folder, 'utf8')).toBe('a file')
  })
})
