import type { Page } from '@playwright/test'
import { expect, goTo, type School, test } from './support/school.ts'
import { password } from '../fixtures/program.ts'

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '周管理（管理员）' }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await expect(page.getByLabel('登录名')).toBeVisible()
}

async function signInHere(page: Page, school: School): Promise<void> {
  const clerk = { signInName: 'lijiaowu', displayName: '李教务', role: 'clerk', personId: null } as const
  await school.test.admin.call('accounts.add', { ...clerk, password: 'Kaishi-2026' })
  const own = school.test.visitor()
  await own.call('accounts.signIn', { signInName: 'lijiaowu', password: 'Kaishi-2026' })
  await own.call('accounts.changePassword', { oldPassword: 'Kaishi-2026', newPassword: password })
  await page.getByLabel('登录名').fill('lijiaowu')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

test('whoever signs in after somebody else begins on the workbench, not on the page that the other one left', async ({ page, school }) => {
  await school.signIn(page)
  await goTo(page, '/audit')
  await expect(page.getByRole('heading', { name: '操作日志' })).toBeVisible()
  await signOut(page)
  await expect(page).toHaveURL(/\/$/)
  await signInHere(page, school)
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
})

test('whoever locks and unlocks finds her page again', async ({ page, school }) => {
  await school.signIn(page)
  await goTo(page, '/settings')
  await expect(page.getByRole('heading', { name: '设置', exact: true })).toBeVisible()
  await page.keyboard.press('Control+l')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '解锁' }).click()
  await expect(page.getByRole('heading', { name: '设置', exact: true })).toBeVisible()
  await expect(page).toHaveURL(/\/settings$/)
})

test('taking over a locked window begins on the workbench too', async ({ page, school }) => {
  await school.signIn(page)
  await goTo(page, '/audit')
  await expect(page.getByRole('heading', { name: '操作日志' })).toBeVisible()
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: '换一个人登录' }).click()
  await signInHere(page, school)
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
})
