import type { Page } from '@playwright/test'
import { givenPassword } from '../fixtures/program.ts'
import { seedStudio, tenNames } from '../fixtures/studio-with-members.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, openArea, picture, test } from './support/school.ts'
import { expectStill } from './support/still.ts'

const rota = (page: Page) => page.getByRole('grid', { name: '值班表' })
const dayRow = (page: Page, day: string) => rota(page).getByRole('row', { name: new RegExp(`^${day}`) })

test('a rota is made in three steps, looked at, changed by pinyin in its cell, and lies on paper as a month', async ({ page, school }) => {
  test.setTimeout(240_000)
  seedStudio(school.test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, tenNames.map((name) => ({ name })))
  await school.test.admin.call('school.saveHoliday', { id: null, name: '校庆', kind: 'off', startsOn: '2026-09-10', endsOn: '2026-09-10' })
  await school.signIn(page)
  await openArea(page, '值勤')
  await expect(page.getByRole('heading', { name: '本学期还没有值班安排' })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'shifts-empty')

  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('名称', { exact: false }).first()).toBeVisible()
  await page.getByLabel('第 1 个地点', { exact: true }).fill('')
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('请填写地点')).toBeVisible()
  await picture(page, 'shifts-plan-error')
  await page.getByLabel('第 1 个地点', { exact: true }).fill('教学楼')
  await expectAccessible(page)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('加入整个工作室的人').click()
  await page.locator('.ant-select-item-option', { hasText: '沈知远语文名师工作室' }).click()
  await expect(page.getByText('共 10 人', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'shifts-plan-people')
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('每班都有人', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'shifts-plan-preview')
  await page.getByRole('button', { name: '执行这份值班表' }).click()
  await expect(dayRow(page, '9月3日')).toContainText('沈知远')
  await expect(dayRow(page, '9月10日')).toContainText('校庆')

  // The window of the plan gives the cursor back when it has gone; only then does she go into the table.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectStill(page)
  // Another person by pinyin, in the cell itself; then the shift is opened by Enter.
  await dayRow(page, '9月3日').getByRole('gridcell').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('qws')
  await expect(page.locator('.ant-select-item-option-active').filter({ hasText: '秦望舒' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dayRow(page, '9月7日')).toContainText('秦望舒')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('陆景行 → 秦望舒')).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'shifts-drawer')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectAccessible(page)
  await picture(page, 'shifts-rota')
  await page.emulateMedia({ media: 'print' })
  await picture(page, 'shifts-paper')
  await page.emulateMedia({ media: null })

  await test.step('by week: the arrows lead on into the next week, a cell is changed as in the month, the week lies on paper', async () => {
    await page.getByRole('radiogroup', { name: '看多长' }).getByText('按周').click()
    await expect(page).toHaveURL(/week=2026-08-31/)
    const post = rota(page).getByRole('row', { name: /全天 · 教学楼/ })
    await expect(rota(page).getByRole('columnheader', { name: /9月3日 周四 ?今天/ })).toBeVisible()
    await post.getByRole('gridcell').nth(4).focus()
    await page.keyboard.press('ArrowRight')
    await expect(page).toHaveURL(/week=2026-09-07/)
    await expect(post.getByRole('gridcell').first()).toBeFocused()
    await expect(post.getByRole('gridcell').first()).toContainText('秦望舒')
    await page.keyboard.type('ljx')
    await expect(page.locator('.ant-select-item-option-active').filter({ hasText: '陆景行' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(post.getByRole('gridcell').first()).toContainText('陆景行')
    await expectAccessible(page)
    await picture(page, 'shifts-week')
    await page.keyboard.press('PageUp')
    await expect(post.getByRole('gridcell').nth(4)).toBeFocused()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('教学值勤（2026年8月31日至9月6日，第 1 周）')).toBeVisible()
    await picture(page, 'shifts-week-paper')
    await page.emulateMedia({ media: null })
  })
})

test('two teachers swap with consent, the log is written in a minute, and the figures tell it', async ({ page, school }) => {
  test.setTimeout(240_000)
  seedStudio(school.test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, tenNames.map((name) => ({ name })))
  for (const [signInName, displayName, personId] of [['shen', '沈知远', 'wen-p1'], ['gu', '顾云舒', 'wen-p2']] as const) {
    await school.test.admin.call('accounts.add', { signInName, displayName, role: 'member', personId, password: givenPassword })
  }
  const saved = await school.test.admin.call('shifts.savePlan', {
    id: null, revision: null,
    facts: {
      name: '教学值勤', kind: 'teaching', termKey: '2026-1', fromOn: '2026-09-01', toOn: '2026-09-30',
      rule: {
        days: 'lessonDays', weekdays: [1, 2, 3, 4, 5], slots: [{ key: 's1', name: '全天', from: '07:50', to: '21:30' }], places: [{ name: '教学楼', posts: 1 }],
        items: ['教学值勤检查', '学生课堂学习检查', '学生出勤情况检查'], requirements: '', swapsNeedApproval: false,
      },
      pool: [9, 8, 1, 2].map((at) => ({ personId: `wen-p${at}`, unable: { weekdays: [], spans: [] } })),
    },
  })
  await school.test.admin.call('shifts.putInForce', saved)
  await school.signIn(page, 'shen', givenPassword)
  await openArea(page, '值勤')
  await page.getByRole('button', { name: '申请换班' }).first().click()
  await page.getByLabel('和谁换', { exact: false }).click()
  await page.locator('.ant-select-item-option', { hasText: '顾云舒' }).click()
  await page.getByLabel('换回对方的哪一班').click()
  await page.locator('.ant-select-item-option', { hasText: '2026-09-04' }).click()
  await page.getByLabel('原因', { exact: false }).fill('外出听课')
  await picture(page, 'shifts-swap')
  await page.getByRole('button', { name: '发出申请' }).click()
  await expect(page.getByText('等对方同意', { exact: false })).toBeVisible()

  await school.signIn(page, 'gu', givenPassword)
  await expect(page.getByRole('link', { name: /有 1 个换班等您答复/ })).toBeVisible()
  await picture(page, 'shifts-workbench')
  await openArea(page, '值勤')
  await page.getByRole('button', { name: '同意换班' }).click()
  await expect(page.getByText('没有等待处理的换班。')).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'shifts-mine')

  // She is on duty today now; everything is in order but one thing.
  await page.getByRole('button', { name: '写记录' }).click()
  const log = page.getByRole('form', { name: '值勤记录' })
  await log.getByRole('radiogroup', { name: '学生出勤情况检查' }).getByText('有情况').click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('请写下发现了什么')).toBeVisible()
  await log.getByLabel('学生出勤情况检查发现的情况').fill('八（2）班缺 2 人，已联系班主任')
  await log.locator('input[type=file]').setInputFiles({ name: '签字记录.txt', mimeType: 'text/plain', buffer: Buffer.from('值勤签字') })
  await expect(log.getByText('保存后存入 1 份附件：签字记录.txt')).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'shifts-log')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存值勤记录和 1 份附件')).toBeVisible()

  await school.signIn(page)
  await openArea(page, '值勤')
  await expect(dayRow(page, '9月3日')).toContainText('顾云舒')
  await expect(dayRow(page, '9月3日').getByRole('img', { name: '已写记录' })).toBeVisible()
  // What she put in lies with the log, and is saved under its name from there.
  await dayRow(page, '9月3日').getByRole('gridcell').click()
  await page.getByRole('button', { name: '看记录' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('region', { name: '附件' }).getByRole('button', { name: /签字记录\.txt/ }).first().click()
  expect((await download).suggestedFilename()).toBe('签字记录.txt')
  await picture(page, 'shifts-log-files')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByText('统计', { exact: true }).click()
  const figures = page.getByRole('grid', { name: '值勤统计' })
  await expect(figures.getByRole('row', { name: /顾云舒/ })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'shifts-statistics')
})
