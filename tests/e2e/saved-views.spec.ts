import { addPeople } from '../fixtures/people.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, picture, test } from './support/school.ts'

test('what she looks at every week is kept as a view under a name, comes back with one press, and can be put away', async ({ page, school }) => {
  addPeople(school.test, [
    { name: '陈思远', subject: '语文' }, { name: '李文静', subject: '语文' }, { name: '郑晓枫', subject: '数学' },
  ])
  await school.signIn(page)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '人员' }).click()
  const list = page.getByRole('grid', { name: '人员名单' })
  await expect(list.getByText('郑晓枫')).toBeVisible()
  await page.getByRole('button', { name: '筛选' }).click()
  await page.getByLabel('任教学科').click()
  await page.getByTitle('语文', { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('符合条件的 2 人')).toBeVisible()
  await list.getByRole('button', { name: '姓名' }).click()
  await list.getByRole('button', { name: '姓名' }).click()
  await expect(list.getByRole('row').nth(1)).toContainText('李文静')

  await page.getByRole('button', { name: '视图', exact: true }).click()
  await page.getByLabel('视图名称').fill('语文组')
  await picture(page, 'view-new')
  await page.getByLabel('视图名称').press('Enter')
  await expect(page.getByText('已保存视图「语文组」')).toBeVisible()

  await page.getByRole('button', { name: '去掉条件 任教学科：语文' }).click()
  await list.getByRole('button', { name: '姓名' }).click()
  await expect(list.getByText('郑晓枫')).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: '视图', exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: '语文组', exact: true })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'view-chosen')
  await page.getByRole('button', { name: '语文组', exact: true }).press('Enter')
  await expect(list.getByText('郑晓枫')).toBeHidden()
  await expect(list.getByRole('row').nth(1)).toContainText('李文静')

  await page.getByRole('button', { name: '视图', exact: true }).click()
  await page.getByRole('button', { name: '删除视图语文组' }).click()
  await expect(page.getByRole('button', { name: '语文组', exact: true })).toBeHidden()
})
