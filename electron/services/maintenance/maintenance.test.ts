import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dbResources } from '../../../tests/fixtures/database.ts'
import { freshProgram, password, silentLogger, TestClock, type TestProgram } from '../../../tests/fixtures/program.ts'
import { openProgram } from '../../program.ts'
import { inspectFolder } from './inspect-folder.ts'

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram()
})
afterEach(() => test.close())

async function storeALogo(): Promise<void> {
  const { logoFileSha256: _, ...facts } = await test.admin.call('school.facts', {})
  await test.admin.call('school.saveFacts', { facts, logo: await test.admin.upload('校徽.png', png) })
}

describe('backups', () => {
  it('made by hand stand in the list, can be taken out of the house, and that stands in the log', async () => {
    const made = await test.admin.call('maintenance.backUpNow', {})
    expect(made).toMatchObject({ kind: 'manual', name: 'manual-2026-09-03-02-00-00.db' })
    const { rows, folder } = await test.admin.call('maintenance.listBackups', {})
    expect(rows.map(({ name }) => name)).toEqual([made.name])
    expect(existsSync(join(folder, made.name))).toBe(true)
    const out = await test.admin.call('maintenance.saveBackup', { name: made.name })
    expect(out.name).toBe('云溪三中-manual-2026-09-03-02-00-00.db')
    expect(Buffer.from(test.admin.take(out.token).bytes.subarray(0, 15)).toString()).toBe('SQLite format 3')
    expect((await test.admin.call('audit.list', {})).rows.slice(0, 2).map(({ action }) => action)).toEqual(['maintenance.saveBackup', 'maintenance.backUpNow'])
  })

  it('bring the records back as they were, keep what they replace, and send everybody to the door', async () => {
    const clerk = await test.as('clerk')
    const { name } = await test.admin.call('maintenance.backUpNow', {})
    await test.admin.call('school.saveSettings', { idleMinutes: 99 })
    const { notice } = await test.admin.call('maintenance.restore', { name, confirm: '恢复' })
    expect(notice).toContain(name)
    expect([test.admin.session.owner, clerk.session.dataKey]).toEqual([null, null])

    await test.admin.call('accounts.signIn', { signInName: 'admin', password })
    expect((await test.admin.call('school.settings', {})).idleMinutes).toBe(10)
    const { rows } = await test.admin.call('audit.list', { search: '恢复' })
    expect(rows.map(({ summary, actorName }) => [summary, actorName])).toEqual([[`恢复了备份 ${name}`, '周管理']])
    expect(await test.admin.call('audit.verify', {})).toMatchObject({ firstBroken: null })

    // What was replaced can itself be brought back.
    const replaced = (await test.admin.call('maintenance.listBackups', {})).rows.find(({ kind }) => kind === 'replaced')
    await test.admin.call('maintenance.restore', { name: replaced?.name ?? '', confirm: '恢复' })
    await test.admin.call('accounts.signIn', { signInName: 'admin', password })
    expect((await test.admin.call('school.settings', {})).idleMinutes).toBe(99)
  })

  it('that were damaged are refused, and the work goes on with the records as they are', async () => {
    const { name } = await test.admin.call('maintenance.backUpNow', {})
    const { folder } = await test.admin.call('maintenance.listBackups', {})
    writeFileSync(join(folder, name), 'not a database any more')
    expect((await test.admin.refused('maintenance.restore', { name, confirm: '恢复' })).code).toBe('restore.hashDiffers')
    const window = test.visitor()
    await window.call('accounts.signIn', { signInName: 'admin', password })
    await window.call('school.saveSettings', { idleMinutes: 15 })
    expect(readdirSync(test.folder).filter((each) => each.startsWith('restor'))).toEqual([])
  })

  it('are not restored without the typed word, nor under a name that is none of theirs', async () => {
    const { name } = await test.admin.call('maintenance.backUpNow', {})
    expect((await test.admin.refused('maintenance.restore', { name, confirm: '好' as '恢复' })).kind).toBe('invalid')
    for (const bad of ['../xingtan.db', 'manual-../../xingtan.db', 'xingtan.db', 'manual-.db/../x.db']) {
      expect((await test.admin.refused('maintenance.restore', { name: bad, confirm: '恢复' })).kind, bad).toBe('invalid')
    }
    expect((await test.admin.refused('maintenance.saveBackup', { name: 'auto-1999-01-01.db' })).code).toBe('maintenance.noSuchBackup')
  })

  it('are made once a day when the program closes, and none before the first start', async () => {
    const clock = new TestClock()
    const options = {
      dataFolder: test.folder, version: '0.1.0-test', resources: join(import.meta.dirname, '..', '..', '..', 'resources'), logger: silentLogger,
      mode: 'browser' as const, clock, keepDailyBackups: 2,
    }
    await test.program.close()
    for (let day = 0; day < 4; day++) {
      const program = await openProgram(options)
      await program.close()
      const again = await openProgram(options)
      await again.close()
      clock.forward({ days: 1 })
    }
    const names = readdirSync(join(test.folder, 'backups')).filter((name) => name.endsWith('.db')).toSorted()
    expect(names).toEqual(['auto-2026-09-05.db', 'auto-2026-09-06.db'])

    const untouched = await freshProgram({ setUp: false })
    await untouched.program.close()
    const program = await openProgram({ ...options, dataFolder: untouched.folder })
    await program.close()
    expect(readdirSync(join(untouched.folder, 'backups'))).toEqual([])
    await untouched.close()
  })
})

describe('the check', () => {
  it('finds a healthy folder healthy, from inside and from outside', async () => {
    await storeALogo()
    const report = await test.admin.call('maintenance.checkHealth', {})
    expect(report).toMatchObject({
      database: { whole: true, damage: 0, brokenReferences: [] }, audit: { firstBroken: null }, files: { rows: 1, missing: [], changed: [], withoutRow: 0 },
    })
    expect(report.audit.rows).toBeGreaterThan(1)
    expect(inspectFolder(test.folder, dbResources.migrations)).toEqual({ folder: test.folder, state: 'well', health: report })
  })

  it('tells of a kept file that is gone, of one that has changed, and of one that no record speaks of', async () => {
    await storeALogo()
    const sha256 = (await test.admin.call('school.facts', {})).logoFileSha256 ?? ''
    const path = join(test.folder, 'files', sha256.slice(0, 2), sha256)
    writeFileSync(path, 'changed')
    writeFileSync(join(test.folder, 'files', sha256.slice(0, 2), '0'.repeat(64)), 'stray')
    expect((await test.admin.call('maintenance.checkHealth', {})).files).toEqual({ rows: 1, missing: [], changed: [sha256], withoutRow: 1 })
    rmSync(path)
    expect((await test.admin.call('maintenance.checkHealth', {})).files).toEqual({ rows: 1, missing: [sha256], changed: [], withoutRow: 1 })
    expect(inspectFolder(test.folder, dbResources.migrations)).toMatchObject({ state: 'troubled' })
  })

  it('tells of a line of the log that somebody rewrote behind the program\'s back', async () => {
    await test.admin.call('school.saveSettings', { idleMinutes: 12 })
    await test.program.close()
    const sqlite = new Database(join(test.folder, 'xingtan.db'))
    sqlite.exec('DROP TRIGGER audit_log_no_update')
    sqlite.prepare(`UPDATE audit_log SET actor_name = '别人' WHERE seq = 1`).run()
    sqlite.close()
    expect(inspectFolder(test.folder, dbResources.migrations)).toMatchObject({ state: 'troubled', health: { audit: { firstBroken: 1 } } })
  })

  it('says of an empty folder that it is empty, and of a foreign file what the program would say', () => {
    const empty = join(test.folder, 'empty')
    expect(inspectFolder(empty, dbResources.migrations)).toEqual({ folder: empty, state: 'absent' })
    writeFileSync(join(test.folder, 'files', 'xingtan.db'), 'x'.repeat(4096))
    expect(inspectFolder(join(test.folder, 'files'), dbResources.migrations)).toMatchObject({ state: 'refused', code: 'database.notADatabase' })
  })
})
