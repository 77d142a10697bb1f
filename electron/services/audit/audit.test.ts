import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshProgram, givenPassword, password, type TestProgram } from '../../../tests/fixtures/program.ts'
import { putIntoStudio } from '../../../tests/fixtures/memberships.ts'

let test: TestProgram
beforeEach(async () => {
  test = await freshProgram()
})
afterEach(() => test.close())

describe('the audit log', () => {
  it('is narrowed to who came and went, wrong passwords among them, or to what was changed', async () => {
    const clerk = test.visitor()
    await test.admin.call('accounts.add', { signInName: 'clerk', displayName: '李教务', role: 'clerk', personId: null, password: givenPassword })
    await clerk.call('accounts.signIn', { signInName: 'clerk', password: givenPassword })
    await clerk.call('accounts.changePassword', { oldPassword: givenPassword, newPassword: password })
    await clerk.call('school.calendar', {})
    const visitor = test.visitor()
    await visitor.refused('accounts.signIn', { signInName: 'admin', password: givenPassword })
    await clerk.call('accounts.signOut', {})
    const signIns = (await test.admin.call('audit.list', { about: 'signIns' })).rows
    expect(signIns.map(({ summary }) => summary)).toEqual(['退出登录', '「周管理」的密码输错', '登录'])
    const changes = (await test.admin.call('audit.list', { about: 'changes' })).rows
    expect(changes.map(({ action }) => action)).toEqual(['accounts.changePassword', 'accounts.add', 'school.firstStart'])
    expect((await test.admin.call('audit.list', {})).rows).toHaveLength(signIns.length + changes.length)
  })

  it('tells of a membership in the words of the studio’s scheme', async () => {
    const { id: personId } = await test.admin.call('people.save', { name: '陈思远' })
    const studioId = putIntoStudio(test, '陈思远工作室', [])
    await test.admin.call('studios.addMembers', { studioId, people: [{ personId, role: 'assistant' }], fromOn: '2026-09-01', exceptionReason: '试' })
    const { rows } = await test.admin.call('audit.list', { about: 'changes' })
    const membership = rows.flatMap(({ changes }) => changes).find(({ kind }) => kind === 'membership')
    expect(membership?.after).toMatchObject({ role: '主持人助手', studioId: '陈思远工作室' })
  })
})
