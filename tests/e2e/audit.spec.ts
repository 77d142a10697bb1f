import { expectAccessible } from './support/axe.ts'
import { expect, goTo, picture, test } from './support/school.ts'

test('the log shows what was done, opens what was changed, is searched, and says that it is whole', async ({ page, school }) => {
  const { admin } = school.test
  for (let i = 0; i < 130; i++) await admin.call('school.saveSettings', { idleMinutes: 10 + (i % 20) })
  await admin.call('school.saveHoliday', { id: null, name: '国庆节', kind: 'off', startsOn: '2026-10-01', endsOn: '2026-10-07' })
  await school.signIn(page)
  await page.getByRole('link', { name: '操作日志' }).click()
  const list = page.getByRole('grid', { name: '操作日志' })
  await expect(list.getByText('登录').first()).toBeVisible()
  await picture(page, 'audit')
  await expectAccessible(page)

  await page.getByRole('button', { name: '检查日志是否完整' }).click()
  await expect(page.getByText(/条记录首尾相连，没有被改动/)).toBeVisible()
  await page.getByRole('button', { name: '更早的记录' }).click()
  await expect(page.getByText(/共 13\d 行/)).toBeVisible()

  await page.getByLabel('搜索操作日志').fill('国庆')
  await page.keyboard.press('Enter')
  await expect(list.getByRole('row')).toHaveCount(2)
  await list.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('新增放假与调休')).toBeVisible()
  await expect(drawer.getByRole('row', { name: '类别 放假' })).toBeVisible()
  await picture(page, 'audit-open')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  await page.getByLabel('搜索操作日志').fill('没有这样的事')
  await page.keyboard.press('Enter')
  await expect(page.getByText('没有找到「没有这样的事」')).toBeVisible()
  await picture(page, 'audit-nothing-found')
})

test('somebody without the right finds neither the link nor the page\'s content', async ({ page, school }) => {
  await school.test.admin.call('accounts.add', { signInName: 'lijiaowu', displayName: '李教务', role: 'clerk', personId: null, password: 'Kaishi-2026' })
  await school.signIn(page, 'lijiaowu', 'Kaishi-2026')
  await expect(page.getByRole('link', { name: '操作日志' })).toHaveCount(0)
  await goTo(page, '/audit')
  await expect(page.getByRole('alert')).toContainText('没有这项权限')
  await picture(page, 'audit-refused')
})
