import { expect, picture, test } from './support/school.ts'

test('somebody who signs in finds the workbench, locks with Ctrl+L and comes back with her password', async ({ page, school }) => {
  await school.openWindow(page)
  await picture(page, 'sign-in')
  await school.signIn(page)
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
  await picture(page, 'workbench-empty')
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible()
  await page.getByLabel('密码', { exact: true }).fill('Xingtan-2026')
  await page.getByRole('button', { name: '解锁' }).click()
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
})

test('a window without the one-time address is shown a closed door, and a used address opens nothing', async ({ page, school, context }) => {
  const seen: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/enter')) seen.push(request.url())
  })
  await school.openWindow(page)
  const [used] = seen
  await context.clearCookies()
  const answer = await page.goto(used ?? '')
  expect(answer?.status()).toBe(403)
  await expect(page.getByRole('heading', { name: '请从杏坛程序打开' })).toBeVisible()
})
