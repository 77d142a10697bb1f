import { aStudioOfSix } from '../fixtures/studio-of-six.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, picture, test } from './support/school.ts'

test('what is due is one press from its form, on a sheet for one person, and on the workbench', async ({ page, school }) => {
  school.test.clock.goTo('2026-11-05')
  await school.test.admin.call('accounts.unlock', { password: 'Xingtan-2026' })
  const { studioId } = aStudioOfSix(school.test)
  await school.test.admin.call('studios.saveCycle', { studioId, id: null, startsOn: '2026-08-31', endsOn: '2029-08-30' })
  await school.signIn(page)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '职责' }).click()
  const list = page.getByRole('grid', { name: '待办' })

  // Her own sheet: her name above it, and nobody else's things.
  await page.getByRole('combobox', { name: '谁' }).fill('江一帆')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/who=person/)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.due-sheet h2')).toHaveText('江一帆的待办事项')
  await picture(page, 'duties-paper-of-one')
  await page.emulateMedia({ media: 'screen' })
  await picture(page, 'duties-due-of-one')
  await expectAccessible(page)

  // Enter opens the records behind it, Enter once more the form of what is missing, with whose it is.
  await list.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('button', { name: /^登记/ }).first()).toBeFocused()
  await picture(page, 'duties-drawer-action')
  await page.keyboard.press('Escape')
  await list.getByRole('row', { name: /上公开课/ }).getByRole('button', { name: '登记公开课', exact: true }).click()
  await expect(page.getByRole('heading', { name: '登记公开课', level: 1 })).toBeVisible()
  await expect(page.getByRole('list', { name: '执教教师的身份' })).toContainText('江一帆')
  await picture(page, 'duties-one-press')

  // The same stands on the workbench.
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '工作台' }).click()
  await expect(page.getByRole('region', { name: '本周要做的职责' }).getByRole('button', { name: /^登记/ }).first()).toBeVisible()
  await picture(page, 'workbench-due')
  await expectAccessible(page)
})
