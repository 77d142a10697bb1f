import type { Page } from '@playwright/test'
import { addPeople } from '../fixtures/people.ts'
import { aStudio, otherSchool, ownSchool } from '../fixtures/studios.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, goTo, picture, type School, test } from './support/school.ts'

const openLibrary = async (page: Page, school: School) => {
  await school.signIn(page)
  await page.getByRole('link', { name: '规程', exact: true }).click()
  await expect(page.getByText(/自带范本 35 份/)).toBeVisible()
}
const choose = async (page: Page, label: string, typed: string, name: string | RegExp) => {
  await page.getByRole('combobox', { name: label }).click()
  await page.keyboard.type(typed)
  await page.locator('.ant-select-dropdown:visible').getByText(name).first().click()
}

test('a preset is copied, changed in forms, put in force, given to a new studio, moved to, handed on and taken in again', async ({ page, school }) => {
  test.setTimeout(180_000)
  const people = addPeople(school.test, [1, 2, 3].map((n) => ({ name: `成员${n}`, schoolName: n < 3 ? ownSchool : otherSchool, subject: '语文', professionalTitle: '一级教师' })))
  const { id: running } = await aStudio(school.test, { name: '许一帆名师工作室' }, { hostName: '许一帆' })
  await school.test.admin.call('studios.addMembers', { studioId: running, people: people.map((personId) => ({ personId, role: 'member' })), fromOn: '2026-09-01', exceptionReason: null })

  await openLibrary(page, school)
  await picture(page, 'schemes-library')
  await expectAccessible(page)
  await page.getByLabel('按编号、名称查找').fill('004-04')
  await expect(page.getByText('共 1 行')).toBeVisible()
  await page.getByRole('grid', { name: '规程列表' }).getByText('004-04').click()
  await expect(page.getByRole('link', { name: '许一帆名师工作室' })).toBeVisible()
  await picture(page, 'scheme-preset')
  await expectAccessible(page)
  await page.getByRole('button', { name: '复制成本校规程' }).click()
  await page.getByLabel('名称', { exact: true }).fill('云溪县名师工作室规程')
  await page.getByRole('button', { name: '复制并修改' }).click()

  const differences = page.getByRole('complementary', { name: /与范本的不同/ })
  await expect(differences.getByText('云溪县名师工作室规程')).toBeVisible()
  await page.getByRole('button', { name: /本校教师不超过/ }).first().click()
  await page.getByLabel('*本校的人至多占').fill('20%')
  await page.getByLabel('*内容').fill('本校教师不超过两成')
  await expect(differences.getByText(/一半 → 20%/)).toBeVisible()
  await page.getByRole('button', { name: /课题.*至少 1 项/ }).first().click()
  await page.getByLabel('最少数量').fill('0')
  await picture(page, 'scheme-editor')
  await expectAccessible(page)
  // What is wrong is said at its field, and nothing is saved.
  await page.keyboard.press('Control+s')
  await expect(page.getByText('应为大于 0 的数').first()).toBeVisible()
  await picture(page, 'scheme-editor-error')
  await page.getByLabel('最少数量').fill('2')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存草稿')).toBeVisible()

  // A fact is taken away, and the step is taken back.
  const count = await page.locator('.facts-list > li').count()
  await page.getByRole('button', { name: /^删除 / }).nth(3).click()
  await expect(page.locator('.facts-list > li')).toHaveCount(count - 1)
  await page.getByRole('button', { name: /^撤\s?销$/ }).first().click()
  await expect(page.locator('.facts-list > li')).toHaveCount(count)
  await page.getByRole('button', { name: '添加会议' }).click()
  await expect(differences.getByText(/例会/)).toBeVisible()
  await page.getByRole('link', { name: '工作台' }).click()
  await page.getByRole('button', { name: '继续填写' }).click()
  await page.getByRole('button', { name: '起用…' }).click()
  await picture(page, 'scheme-start')
  await page.getByRole('button', { name: '起用', exact: true }).click()
  await expect(page.getByText(/2026-08-31 起用/).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: '与「', exact: false })).toBeVisible()
  await picture(page, 'scheme-own')
  await expectAccessible(page)

  await goTo(page, '/studios/new')
  await choose(page, '遵循的规程', '云溪县', '云溪县名师工作室规程')
  await page.getByLabel('工作室名称').fill('新办名师工作室')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: '新办名师工作室' })).toBeVisible()
  await expect(page.getByText('编号 004-04-A，第 1 版')).toBeVisible()

  await goTo(page, `/studios/${running}`)
  await page.getByRole('button', { name: '换规程' }).click()
  await choose(page, '换成哪份规程', '云溪县', '云溪县名师工作室规程')
  await expect(page.getByText(/将超出：/)).toBeVisible()
  await expect(page.getByRole('dialog').getByText(/1 项 → 每周期至少 2 项|至少 2 项/).first()).toBeVisible()
  await page.getByLabel('换规程的依据').fill('县局 2026 年第 12 号文')
  await picture(page, 'studio-move-scheme')
  await expectAccessible(page)
  await page.getByRole('button', { name: '换成这份规程' }).click()
  await expect(page.getByRole('list', { name: '用过的规程' }).getByText(/县局 2026 年第 12 号文/)).toBeVisible()
  await picture(page, 'studio-moved-scheme')

  await goTo(page, '/schemes/004-04-A/1')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出文件' }).click()
  const path = await (await download).path()
  await page.getByRole('link', { name: '规程', exact: true }).click()
  await page.locator('input[type=file]').setInputFiles(path)
  await expect(page.getByText(/要求完全相同/)).toBeVisible()
  await expect(page.getByText(/编号 004-04-B/).first()).toBeVisible()
})

test('a broken file is refused with place and reason, and the list stays as it is', async ({ page, school }) => {
  await openLibrary(page, school)
  const broken = { format: 'xingtan-scheme', formatVersion: 1, code: 'x', version: '1', title: '甲', kind: 'teacherStudio', level: { key: 'city' }, levels: [{ key: 'county', name: '县级', rank: 30 }] }
  await page.locator('input[type=file]').setInputFiles({ name: '坏规程.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(broken)) })
  await expect(page.getByRole('alert')).toContainText('级别“city”没有列在「级别」里')
  await picture(page, 'scheme-import-refused')
  await expect(page.getByText(/本校规程 0 份/)).toBeVisible()
})
