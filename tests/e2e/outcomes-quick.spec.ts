import { aStudioOfSix } from '../fixtures/studio-of-six.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, picture, test } from './support/school.ts'

test('ten open lessons of a day are pasted from Excel, what is wrong is told by row, all are kept together and taken back together', async ({ page, school }) => {
  school.test.clock.goTo('2026-11-05')
  await school.test.admin.call('accounts.unlock', { password: 'Xingtan-2026' })
  const { studioId } = aStudioOfSix(school.test)
  await school.signIn(page)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '工作室', exact: true }).click()
  await page.getByRole('grid', { name: '工作室名单' }).getByText('陶秋蓝语文工作室').click()
  await page.getByRole('button', { name: '成批登记' }).click()
  await expect(page.getByRole('heading', { name: '先选类别' })).toBeVisible()
  await page.getByLabel('类别').fill('gkk')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`studio=${studioId}`))
  await picture(page, 'outcomes-quick-empty')

  // As Excel puts it on the clipboard: one name is unknown, one day is none.
  const cell = (row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`)
  const names = ['江一帆', '何雨禾', '孟知遥', '苏映川', '柏青岚', '江一帆', '何雨禾', '孟知遥', '苏映川', '白无尘']
  const block = names.map((name, at) => [name, at === 3 ? '十一月三日' : '2026.11.3', `《第 ${at + 1} 课》`].join('\t')).join('\r\n')
  await cell(0, 0).evaluate((input, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, block)
  const faults = page.getByRole('list', { name: '要改的地方' })
  await expect(faults.getByRole('listitem')).toHaveText([/^第 4 行 .*日期/, /^第 10 行 .*人员名单里没有「白无尘」/])
  await picture(page, 'outcomes-quick-wrong')
  // What was typed outlives a lock.
  const kept = page.waitForResponse((response) => (response.request().postData() ?? '').includes('《第 11 课》'))
  await cell(9, 2).fill('《第 11 课》')
  await cell(9, 2).press('ArrowUp')
  await kept
  await page.keyboard.press('Control+l')
  await page.getByLabel('密码', { exact: true }).fill('Xingtan-2026')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已恢复上次没有保存的内容。')).toBeVisible()
  await expect(cell(9, 2)).toHaveValue('《第 11 课》')
  await picture(page, 'outcomes-quick-restored')
  await cell(9, 0).fill('白无尘')
  await cell(9, 0).press('ArrowUp')
  await expectAccessible(page)
  await page.keyboard.press('Control+s')
  expect((await school.test.admin.call('outcomes.list', {})).total).toBe(0)

  await faults.getByRole('button', { name: /^第 4 行/ }).press('Enter')
  await page.keyboard.type('20261103')
  await page.keyboard.press('Enter')
  await cell(9, 0).fill('柏青岚')
  await cell(9, 0).press('ArrowUp')
  await expect(faults).toBeHidden()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已登记 10 条公开课，等待确认')).toBeVisible()
  await picture(page, 'outcomes-quick-saved')
  expect((await school.test.admin.call('outcomes.list', { kind: 'openLesson' })).total).toBe(10)
  await page.getByRole('status').getByRole('button', { name: /^撤\s?销$/ }).click()
  await expect(page.getByText('已撤销 10 条', { exact: false })).toBeVisible()
  expect((await school.test.admin.call('outcomes.list', {})).total).toBe(0)
})
