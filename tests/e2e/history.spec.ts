import type { Page } from '@playwright/test'
import { schoolWithPapers } from '../fixtures/documents/school-with-papers.ts'
import { password } from '../fixtures/program.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, goTo, picture, test } from './support/school.ts'

const history = (page: Page) => page.getByRole('region', { name: '修改经过' })

/** Opens the newest line, once it is the one that says `summary`, and answers the table of what it changed. */
async function openNewest(page: Page, summary: string) {
  const newest = history(page).getByRole('listitem').first()
  await expect(newest).toContainText(summary)
  await expect(newest).toContainText('周管理')
  await newest.locator('summary').click()
  return newest.getByRole('table')
}

test('the record of a person, a studio, an activity and an entry tells who changed what in it', async ({ page, school }) => {
  const { studioId, activityId, members } = await schoolWithPapers(school.test)
  await school.signIn(page)

  await goTo(page, `/people/${members[0]}`)
  await page.getByLabel('职务').fill('备课组长')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存「许静姝」的资料')).toBeVisible()
  await expect((await openNewest(page, '修改「许静姝」的资料')).getByRole('row', { name: '职务 教师 备课组长' })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'history-person')

  await goTo(page, `/studios/${studioId}/edit`)
  await page.getByLabel('备注').fill('每月交流一次')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存基本信息')).toBeVisible()
  await goTo(page, `/studios/${studioId}`)
  await expect((await openNewest(page, '修改工作室「陈思远名师工作室」')).getByRole('row', { name: '备注 （空） 每月交流一次' })).toBeVisible()
  await history(page).scrollIntoViewIfNeeded()
  await picture(page, 'history-studio')

  await goTo(page, `/activities/${activityId}`)
  await page.getByLabel('地点').fill('阶梯教室')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/已保存「“整本书阅读”同课异构研讨」/)).toBeVisible()
  const changed = await openNewest(page, '修改活动「“整本书阅读”')
  await expect(changed.getByRole('row', { name: '地点 录播教室 阶梯教室' })).toBeVisible()
  // The attendance was saved with it, but nothing in it was changed.
  await expect(changed).toHaveCount(1)
  await history(page).scrollIntoViewIfNeeded()
  await picture(page, 'history-activity')

  // An entry is never changed; what is written about it is its posting, and its reversal where there is one.
  await goTo(page, `/ledger/${studioId}`)
  await page.getByRole('grid', { name: '经费流水' }).getByRole('button', { name: '冲销第 2 笔' }).click()
  await page.getByLabel('冲销原因').fill('重复登记')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/已冲销第 2 笔（红字第 5 笔）/)).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('grid', { name: '经费流水' }).getByText('重复登记').first().click()
  const entry = page.getByRole('dialog')
  await expect(entry.getByText(/^第 5 笔\s+红字冲销$/)).toBeVisible()
  await expect((await openNewest(page, '冲销')).getByRole('row', { name: /^冲销的是 第 2 笔$/ })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'history-entry')
})

test('a host and a member see her records without who changed what: that is the office’s business', async ({ page, school, context }) => {
  const { studioId, activityId, members, host } = await schoolWithPapers(school.test)
  for (const [role, personId] of [['host', host], ['member', members[0] ?? '']] as const) {
    await school.test.admin.call('accounts.add', { signInName: role, displayName: role === 'host' ? '陈思远' : '许静姝', role, personId, password })
    await context.clearCookies()
    await school.signIn(page, role)
    await goTo(page, `/studios/${studioId}`)
    await expect(page.getByRole('heading', { level: 1, name: '陈思远名师工作室' })).toBeVisible()
    await expect(history(page)).toHaveCount(0)
    await goTo(page, `/activities/${activityId}`)
    await expect(page.getByRole('heading', { level: 1, name: /整本书阅读/ })).toBeVisible()
    await expect(page.getByRole('heading', { name: '附件' })).toBeVisible()
    await expect(history(page)).toHaveCount(0)
  }
})
