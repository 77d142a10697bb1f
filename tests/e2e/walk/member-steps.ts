import { expect } from '@playwright/test'
import { goToArea, pickPerson, choose, station, walk, type WalkShell } from './steps.ts'

/** The clerk makes an account for one of the members, ties it to her record, and signs out. */
export async function tieAccountToMember(shell: WalkShell): Promise<void> {
  const { page } = shell
  await goToArea(shell, '工作台')
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
  await expect(page.getByText('1,613.50').first()).toBeVisible()
  await station(shell, '23-workbench')
  await goToArea(shell, '设置')
  await page.getByRole('button', { name: '添加账号' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('姓名').fill(walk.member.name)
  await dialog.getByLabel('登录名').fill(walk.member.signInName)
  await choose(page, '身份', '成员')
  await pickPerson(page, '对应的人员', 'syt', walk.member.name)
  await dialog.getByLabel('初始密码').fill(walk.member.given)
  await station(shell, '24-account')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(`已添加「${walk.member.name}」的账号`)).toBeVisible()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: new RegExp(walk.clerk.name) }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible()
  await station(shell, '25-signed-out')
}

/** The member chooses her own password, sees her studio, and no money: no link leads there and the address is refused. */
export async function signInAsMember(shell: WalkShell): Promise<void> {
  const { page } = shell
  await page.getByLabel('登录名').fill(walk.member.signInName)
  await page.getByLabel('密码', { exact: true }).fill(walk.member.given)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: '请换成自己的密码' })).toBeVisible()
  await page.getByLabel('现在的密码').fill(walk.member.given)
  await page.getByLabel('新密码', { exact: true }).fill(walk.member.own)
  await page.getByLabel('再输一遍新密码').fill(walk.member.own)
  await station(shell, '26-own-password')
  await page.getByRole('button', { name: '保存新密码' }).click()
  const navigation = page.getByRole('navigation', { name: '主导航' })
  await expect(navigation).toBeVisible()
  await expect(navigation.getByRole('link', { name: '经费' })).toHaveCount(0)
  await station(shell, '27-member')
  await goToArea(shell, '工作室')
  await expect(page.getByText(walk.studio).first()).toBeVisible()
  await station(shell, '28-member-studios')
  await shell.open('/ledger')
  await expect(page.getByRole('alert')).toContainText('没有这项权限')
  await expect(page.getByText('1,613.50')).toHaveCount(0)
  await station(shell, '29-member-ledger')
}
