import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../db/open-database.ts'
import { recoveryKeyTable } from '../../../db/schema/accounts.ts'
import { freshProgram, password, type TestProgram } from '../../../tests/fixtures/program.ts'
import { dataFolderLayout } from '../../boot/data-folder-layout.ts'

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram()
})
afterEach(() => test.close())

describe('signing in', () => {
  it('opens for the right password and says who it is', async () => {
    const window = test.visitor()
    const standing = await window.call('accounts.signIn', { signInName: 'admin', password })
    expect(standing).toMatchObject({ phase: 'signedIn', me: { displayName: '周管理', role: 'admin' }, schoolName: '云溪县第三初级中学' })
  })

  it('answers an unknown name and a wrong password with the same sentence', async () => {
    const window = test.visitor()
    const unknown = await window.refused('accounts.signIn', { signInName: 'nobody', password })
    const wrong = await window.refused('accounts.signIn', { signInName: 'admin', password: 'wrong-password' })
    expect(unknown.message).toBe(wrong.message)
    expect(unknown.code).toBe('accounts.wrongPassword')
  })

  it('lets nobody try again at once after three wrong passwords, not even with the right one, and longer each time', async () => {
    const window = test.visitor()
    for (let i = 0; i < 3; i++) await window.refused('accounts.signIn', { signInName: 'admin', password: 'wrong-password' })
    expect((await window.refused('accounts.signIn', { signInName: 'admin', password })).code).toBe('accounts.waitABit')
    test.clock.forward({ seconds: 6 })
    expect((await window.refused('accounts.signIn', { signInName: 'admin', password: 'wrong-password' })).code).toBe('accounts.wrongPassword')
    test.clock.forward({ seconds: 6 })
    expect((await window.refused('accounts.signIn', { signInName: 'admin', password })).code).toBe('accounts.waitABit')
    test.clock.forward({ seconds: 5 })
    await window.call('accounts.signIn', { signInName: 'admin', password })
  })

  it('writes every wrong password into the log', async () => {
    await test.visitor().refused('accounts.signIn', { signInName: 'admin', password: 'wrong-password' })
    const { rows } = await test.admin.call('audit.list', {})
    expect(rows[0]).toMatchObject({ action: 'accounts.signIn', summary: '「周管理」的密码输错', actorName: '未登录' })
  })
})

describe('locking', () => {
  it('takes the key out of memory when the person has been away, and only her own password brings it back', async () => {
    await test.admin.call('school.saveSettings', { idleMinutes: 10 })
    test.clock.forward({ minutes: 11 })
    expect((await test.admin.refused('accounts.list', {})).code).toBe('accounts.locked')
    expect(test.admin.session.dataKey).toBeNull()
    expect((await test.admin.call('accounts.standing', {})).phase).toBe('locked')
    expect((await test.admin.refused('accounts.unlock', { password: 'not-hers-at-all' })).message).toBe('密码不对，请核对后再试')
    await test.admin.call('accounts.unlock', { password })
    expect((await test.admin.call('accounts.list', {})).rows).toHaveLength(1)
  })

  it('stays open for somebody who is still there', async () => {
    for (let i = 0; i < 4; i++) {
      test.clock.forward({ minutes: 9 })
      await test.admin.call('accounts.stillHere', {})
    }
    await test.admin.call('accounts.list', {})
  })

  it('overwrites the key, so that no copy of it stays behind', async () => {
    const key = test.admin.session.dataKey
    expect(key?.some((byte) => byte !== 0)).toBe(true)
    await test.admin.call('accounts.lock', {})
    expect(key?.every((byte) => byte === 0)).toBe(true)
  })
})

describe('forgotten passwords', () => {
  it('are reset by an administrator, and the person must choose her own at the next sign-in', async () => {
    await test.as('clerk')
    const clerk = (await test.admin.call('accounts.list', {})).rows.find(({ role }) => role === 'clerk')
    expect(clerk).toBeDefined()
    await test.admin.call('accounts.resetPassword', { id: clerk?.id ?? '', newPassword: 'New-start-9' })
    const window = test.visitor()
    const standing = await window.call('accounts.signIn', { signInName: clerk?.signInName ?? '', password: 'New-start-9' })
    expect(standing.me?.mustChangePassword).toBe(true)
    expect(window.session.dataKey).toEqual(test.admin.session.dataKey)
  })

  it('of the administrator give way to the printed recovery code, once', async () => {
    const window = test.visitor()
    const typed = test.recoveryCode.toLowerCase().replaceAll('-', ' ')
    const { recoveryCode } = await window.call('accounts.recover', { signInName: 'admin', recoveryCode: typed, newPassword: 'Another-1x' })
    expect(recoveryCode).not.toBe(test.recoveryCode)
    expect((await window.refused('accounts.recover', { signInName: 'admin', recoveryCode: test.recoveryCode, newPassword: 'Another-2x' })).code)
      .toBe('accounts.wrongRecoveryCode')
    await window.call('accounts.signIn', { signInName: 'admin', password: 'Another-1x' })
    expect(window.session.dataKey).toEqual(test.admin.session.dataKey)
  })
})

it('a recovery code that was replaced opens nothing any more, not even in a stolen data folder', async () => {
  await test.admin.call('accounts.newRecoveryCode', {})
  const { recoveryCode } = await test.visitor().call('accounts.recover', {
    signInName: 'admin', recoveryCode: (await test.admin.call('accounts.newRecoveryCode', {})).recoveryCode, newPassword: 'Another-1x',
  })
  const opened = openDatabase(dataFolderLayout(test.folder).database)
  const rows = opened.db.select().from(recoveryKeyTable).all()
  opened.close()
  expect(rows.filter(({ retiredAt }) => retiredAt !== null)).toHaveLength(3)
  for (const { retiredAt, wrappedDataKey } of rows) expect(wrappedDataKey === '').toBe(retiredAt !== null)
  expect(recoveryCode).toMatch(/^\w{5}-/)
})

describe('accounts', () => {
  it('never lose their last administrator', async () => {
    const [admin] = (await test.admin.call('accounts.list', {})).rows
    const refusal = await test.admin.refused('accounts.change', {
      id: admin?.id ?? '', revision: admin?.revision ?? 0, displayName: '周管理', role: 'clerk', personId: null, disabled: false,
    })
    expect(refusal.code).toBe('accounts.lastAdmin')
  })

  it('are out at once when they are disabled, in a window that is open as well', async () => {
    const clerk = await test.as('clerk')
    const row = (await test.admin.call('accounts.list', {})).rows.find(({ role }) => role === 'clerk')
    await test.admin.call('accounts.change', {
      id: row?.id ?? '', revision: row?.revision ?? 0, displayName: '测试clerk', role: 'clerk', personId: null, disabled: true,
    })
    expect((await clerk.refused('school.facts', {})).code).toBe('accounts.signedOut')
    expect(clerk.session.dataKey).toBeNull()
  })

  it('have their new role from the next call on', async () => {
    const clerk = await test.as('clerk')
    const row = (await test.admin.call('accounts.list', {})).rows.find(({ role }) => role === 'clerk')
    await test.admin.call('accounts.change', {
      id: row?.id ?? '', revision: row?.revision ?? 0, displayName: '测试clerk', role: 'member', personId: null, disabled: false,
    })
    expect((await clerk.refused('school.saveTerm', { key: '2026-2', startsOn: '2027-02-22', endsOn: '2027-07-04', teachingStartsOn: '2027-02-22', teachingEndsOn: '2027-07-02' })).code)
      .toBe('accounts.notAllowed')
  })

  it('are not tied to a person who is not there', async () => {
    const refusal = await test.admin.refused('accounts.add', { signInName: 'zhang', displayName: '张老师', role: 'member', personId: 'nobody', password })
    expect(refusal).toMatchObject({ code: 'accounts.noSuchPerson', places: [{ field: 'personId' }] })
  })

  it('do not share a sign-in name', async () => {
    const refusal = await test.admin.refused('accounts.add', { signInName: 'admin', displayName: '另一位', role: 'clerk', personId: null, password })
    expect(refusal).toMatchObject({ code: 'accounts.nameTaken', places: [{ field: 'signInName' }] })
  })
})

it('a stolen data folder shows neither the password nor the recovery code nor the data key', async () => {
  const key = test.admin.session.dataKey ?? Buffer.alloc(0)
  const secrets = [Buffer.from(password), Buffer.from(test.recoveryCode), Buffer.from(key), Buffer.from(key.toString('base64')), Buffer.from(key.toString('hex'))]
  await test.program.close()
  let filesRead = 0
  for (const name of readdirSync(test.folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(test.folder, name)
    if (!statSync(path).isFile()) continue
    const bytes = readFileSync(path)
    filesRead++
    for (const secret of secrets) expect(bytes.includes(secret)).toBe(false)
  }
  expect(filesRead).toBeGreaterThan(0)
})

describe('what was typed but not saved', () => {
  it('is still there after a lock, only for whoever typed it, and gone when it is let go', async () => {
    await test.admin.call('accounts.keepDraft', { key: 'activity/new', text: '{"title":"没写完"}' })
    await test.admin.call('accounts.lock', {})
    expect((await test.admin.refused('accounts.draft', { key: 'activity/new' })).code).toBe('accounts.locked')
    await test.admin.call('accounts.unlock', { password: 'Xingtan-2026' })
    expect((await test.admin.call('accounts.draft', { key: 'activity/new' })).text).toBe('{"title":"没写完"}')
    expect((await (await test.as('clerk')).call('accounts.draft', { key: 'activity/new' })).text).toBeNull()
    await test.admin.call('accounts.keepDraft', { key: 'activity/new', text: null })
    expect((await test.admin.call('accounts.draft', { key: 'activity/new' })).text).toBeNull()
  })
})
