import type { Locator, Page } from '@playwright/test'
import { password } from '../fixtures/program.ts'
import { schoolWithPapers } from '../fixtures/documents/school-with-papers.ts'
import type { Keys } from './support/keys.ts'
import { latinNames } from './support/latin-names.ts'
import { expect, goTo, test } from './support/school.ts'
import { expectStill } from './support/still.ts'

/** The cursor stands on the box or on something in it, so that Tab goes on there. */
const expectCursorIn = (box: Locator) => expect.poll(() => box.evaluate((there) => there.contains(document.activeElement))).toBe(true)

const shownDialog = (page: Page) => page.getByRole('dialog').filter({ visible: true })

/** Opens a dialog from a control, finds the cursor in it (in its first field where there is one) and is back at the control after Esc. */
async function thereAndBack(page: Page, keys: Keys, opener: Locator, field?: Locator): Promise<void> {
  await keys.push(opener)
  await (field === undefined ? expectCursorIn(shownDialog(page)) : expect(field).toBeFocused())
  await leave(page, keys)
  await expect(opener).toBeFocused()
}

/** Esc, once nothing moves (while a menu is still closing, Esc is the menu's); what is left spoke Chinese. */
async function leave(page: Page, keys: Keys): Promise<void> {
  await expectStill(page)
  expect(await latinNames(page)).toEqual([])
  await keys.press('Escape')
  await expect(shownDialog(page)).toHaveCount(0)
}

async function throughEachKindOfDialog(page: Page, keys: Keys, studioId: string): Promise<void> {
  await test.step('the search, which stays on the page unseen', () => thereAndBack(page, keys, page.getByRole('button', { name: /^搜索/ }), page.getByLabel('搜索什么')))
  await test.step('a sheet without a field', () => thereAndBack(page, keys, page.getByRole('button', { name: '快捷键一览' })))
  await test.step('a menu, and a dialog that a line of it opens', async () => {
    const menu = page.getByRole('button', { name: /周管理/ })
    await keys.push(menu)
    await expect(page.getByRole('menuitem', { name: '更换密码' })).toBeFocused()
    await expect(page.getByRole('menuitem', { name: '更换密码' })).toBeInViewport({ ratio: 1 })
    await keys.press('Escape')
    await expect(menu).toBeFocused()
    for (let times = 0; times < 2; times++) {
      await keys.choose(menu, '更换密码')
      await expect(page.getByLabel('原密码')).toBeFocused()
      await leave(page, keys)
      await expect(menu).toBeFocused()
    }
  })
  await test.step('what a button of a list opens over it: Esc closes it, and so does Tab beyond the last', async () => {
    await goTo(page, '/people')
    const filters = page.getByRole('button', { name: '筛选' })
    await thereAndBack(page, keys, filters, page.getByLabel('工作单位'))
    await keys.push(filters)
    await expect(page.getByLabel('工作单位')).toBeFocused()
    await keys.press('Shift+Tab')
    await expect(filters).toBeFocused()
    await expect(shownDialog(page)).toHaveCount(0)
    const columns = page.getByRole('button', { name: '列', exact: true })
    await thereAndBack(page, keys, columns)
    await thereAndBack(page, keys, page.getByRole('button', { name: '视图', exact: true }), page.getByLabel('视图名称'))
    await thereAndBack(page, keys, page.getByRole('button', { name: /^待办/ }))
  })
  await test.step('dialogs that are made when they are wanted', async () => {
    await goTo(page, '/settings')
    await thereAndBack(page, keys, page.getByRole('button', { name: '登记放假或调休' }), shownDialog(page).getByLabel('名称'))
    await goTo(page, `/studios/${studioId}`)
    const more = page.getByRole('button', { name: '更多操作' })
    await keys.choose(more, '移入回收站')
    await expect(shownDialog(page).getByLabel('原因')).toBeFocused()
    await leave(page, keys)
    await expect(more).toBeFocused()
    await thereAndBack(page, keys, page.getByRole('button', { name: '修改第 1 周期' }))
  })
  await test.step('a question before something is done', async () => {
    await thereAndBack(page, keys, page.getByRole('button', { name: '删除第 2 周期' }), page.getByRole('button', { name: '取消' }))
  })
  await test.step('a drawer with a form, a list in it, and the question before it is left', async () => {
    await goTo(page, `/ledger/${studioId}`)
    const opener = page.getByRole('button', { name: '登记支出' })
    await thereAndBack(page, keys, opener, page.getByLabel('金额'))
    await keys.push(opener)
    await expect(page.getByLabel('金额')).toBeFocused()
    await keys.type('12')
    const activity = page.getByLabel('活动')
    await keys.to(activity)
    await keys.press('ArrowDown')
    const choices = page.locator('.ant-select-dropdown:visible')
    await expect(choices).toBeInViewport({ ratio: 1 })
    await keys.press('Escape')
    await expect(choices).toBeHidden()
    await expect(activity).toBeFocused()
    await keys.press('Escape')
    await expect(page.getByRole('button', { name: '继续填写' })).toBeFocused()
    await keys.press('Enter')
    await expect(activity).toBeFocused()
    await keys.press('Escape')
    await keys.push(page.getByRole('button', { name: '不保存，关闭' }))
    await expect(shownDialog(page)).toHaveCount(0)
    await expect(opener).toBeFocused()
  })
  await test.step('a drawer that shows a line of a list', async () => {
    const list = page.getByRole('grid')
    await keys.to(list)
    await keys.press('ArrowDown', 'Enter')
    await expectCursorIn(page.locator('.ant-drawer-open'))
    await leave(page, keys)
    await expect(list).toBeFocused()
  })
}

for (const [reducedMotion, whose] of [['reduce', 'of somebody who wants nothing to move'], ['no-preference', 'of anybody else']] as const) {
  test.describe(reducedMotion, () => {
    test.use({ contextOptions: { reducedMotion } })
    test(`the cursor ${whose} goes into every kind of dialog and comes back to where it was`, async ({ page, school, keys }) => {
      const { studioId } = await schoolWithPapers(school.test)
      await school.test.admin.call('studios.saveCycle', { studioId, id: null, startsOn: '2029-09-01', endsOn: '2032-08-31' })
      await school.openWindow(page)
      await keys.signIn('admin', password)
      await throughEachKindOfDialog(page, keys, studioId)
    })
  })
}
