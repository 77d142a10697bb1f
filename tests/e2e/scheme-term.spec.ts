import type { Page } from '@playwright/test'
import { addPeople } from '../fixtures/people.ts'
import { ownSchool } from '../fixtures/studios.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, goTo, openArea, picture, test } from './support/school.ts'

/** Enters one record of the host's by keyboard: kind, title, person. */
const enter = async (page: Page, kind: { typed: string; heading: string }, title: string) => {
  await goTo(page, '/outcomes/new')
  await expect(page.getByRole('combobox', { name: '类别' })).toBeFocused()
  await page.keyboard.type(kind.typed)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: kind.heading })).toBeVisible()
  await page.keyboard.type(title)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('xyf')
  await expect(page.locator('.ant-select-item-option-active').filter({ hasText: '许一帆' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
}

test('the county’s own rules from a preset to a sheet on the wall: what is recorded moves the matrix and the list', async ({ page, school }) => {
  test.setTimeout(120_000)
  school.test.clock.goTo('2026-11-05')
  addPeople(school.test, ['许一帆', '江一帆', '何雨禾'].map((name) => ({ name, schoolName: ownSchool, subject: '语文', professionalTitle: '高级教师' })))
  await school.signIn(page)

  // The preset asks the host for two open lessons a school year; this county asks for three.
  await openArea(page, '规程')
  await page.getByLabel('按编号、名称查找').fill('000-4')
  await page.getByRole('grid', { name: '规程列表' }).getByText('000-4', { exact: true }).click()
  await page.getByRole('button', { name: '复制成本校规程' }).click()
  await page.getByRole('dialog').getByLabel('名称', { exact: true }).fill('云溪县名师工作室规程')
  await page.getByRole('button', { name: '复制并修改' }).click()
  await page.getByRole('button', { name: /在县内上公开课/ }).first().click()
  await page.getByLabel('最少数量').fill('3')
  await expect(page.getByRole('complementary', { name: /与范本的不同/ }).getByText(/2 → 3|2 次 → .*3 次/).first()).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存草稿')).toBeVisible()
  await page.getByRole('button', { name: '起用…' }).click()
  await page.getByRole('button', { name: '起用', exact: true }).click()
  await expect(page.getByText(/2026-08-31 起用/).first()).toBeVisible()

  await goTo(page, '/studios/new')
  await page.getByRole('combobox', { name: '遵循的规程' }).click()
  await page.keyboard.type('云溪县')
  await page.locator('.ant-select-dropdown:visible').getByText('云溪县名师工作室规程').first().click()
  await page.getByRole('combobox', { name: /主持人|名师/ }).click()
  await page.keyboard.type('xyf')
  await page.locator('.ant-select-item-option-active').filter({ hasText: '许一帆' }).click()
  await page.getByLabel('工作室名称').fill('许一帆语文工作室')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: '许一帆语文工作室', level: 1 })).toBeVisible()

  const duties = async (view: '待办' | '完成情况') => {
    await goTo(page, '/duties')
    await page.getByRole('radiogroup', { name: '看法' }).getByText(view, { exact: true }).click()
  }
  const row = (name: RegExp) => page.getByRole('grid', { name: '待办' }).getByRole('row', { name })
  const cell = (name: RegExp) => page.getByRole('grid', { name: '职责完成情况' }).getByRole('row', { name }).getByRole('gridcell').nth(1)
  await duties('待办')
  await expect(row(/在县内上公开课.*许一帆|许一帆.*在县内上公开课/)).toContainText('3')
  await duties('完成情况')
  await expect(cell(/^在县内上公开课/)).toContainText('0/3')
  await expect(cell(/^在县内开讲座/)).toContainText('0/1')

  for (const title of ['《春》', '《背影》', '《济南的冬天》']) await enter(page, { typed: 'gkk', heading: '登记公开课' }, title)
  await duties('完成情况')
  await expect(cell(/^在县内上公开课/)).toContainText('3/3')
  await enter(page, { typed: 'jz', heading: '登记讲座' }, '课堂提问的层次')
  await duties('完成情况')
  await expect(cell(/^在县内开讲座/)).toContainText('1/1')
  await picture(page, 'scheme-term-matrix')
  await expectAccessible(page)

  await duties('待办')
  await expect(row(/在县内发表|在县级以上刊物发表论文/).first()).toBeVisible()
  await expect(row(/在县内上公开课/)).toHaveCount(0)
  await expect(row(/在县内开讲座/)).toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.due-sheet h2')).toHaveText('许一帆语文工作室待办事项')
  await expect(page.locator('.due-sheet tbody tr').filter({ hasText: '在县级以上刊物发表论文' }).first()).toBeVisible()
  await picture(page, 'scheme-term-paper')
})
