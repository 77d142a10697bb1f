import { join } from 'node:path'
import { demoAccess } from '../../electron/demo/demo-school.ts'
import { demoRosterPath, seedDemo } from '../../electron/demo/seed-demo.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, picture, test } from './support/school.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')

test.describe('the workbench of a school in its term', () => {
  test.use({ setUp: false })

  test('shows what waits, the next meetings, the money and the attendance, and each leads to its records', async ({ page, school }) => {
    school.test.clock.goTo('2026-11-22')
    await seedDemo(school.test.program, { path: demoRosterPath(resources), today: '2026-11-22' })
    await school.signIn(page, demoAccess.signInName, demoAccess.password)
    await expect(page.getByRole('heading', { name: '近期活动' })).toBeVisible()
    await expect(page.getByRole('link', { name: '期中考试作文评改研讨' }).first()).toBeVisible()
    await expect(page.getByRole('row', { name: /语文名师工作室/ })).toContainText('579.50')
    await picture(page, 'workbench-usual')
    await expectAccessible(page)

    await page.keyboard.press('Control+k')
    await page.getByLabel('搜索什么').fill('fmq')
    await expect(page.getByRole('option', { name: /^人员 凤鸣岐/ })).toBeVisible()
    await picture(page, 'search')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('row', { name: /语文名师工作室/ }).getByRole('link').click()
    await expect(page).toHaveURL(/\/ledger\//)
  })

  test('shows a member her own studio and no money', async ({ page, school }) => {
    school.test.clock.goTo('2026-11-22')
    await seedDemo(school.test.program, { path: demoRosterPath(resources), today: '2026-11-22' })
    await school.signIn(page, 'chengyuan', demoAccess.password)
    await expect(page.getByRole('heading', { name: '近期活动' })).toBeVisible()
    await expect(page.getByRole('heading', { name: '经费' })).toHaveCount(0)
    await expect(page.getByText('徐来数学名师工作室')).toHaveCount(0)
    await picture(page, 'workbench-member')
  })
})

test('a new school is told what comes first', async ({ page, school }) => {
  await school.signIn(page)
  await expect(page.getByText('从这里开始')).toBeVisible()
  await expect(page.getByRole('link', { name: '导入花名册' })).toBeVisible()
  await picture(page, 'workbench-empty')
  await expectAccessible(page)
})
