import { aMembership, aPerson, aStudioOfSix } from '../fixtures/studio-of-six.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, picture, test } from './support/school.ts'

const activity = {
  startTime: null, endTime: null, place: null, level: 'school' as const, chairPersonId: null, recorderPersonId: null, experts: null, agenda: null, minutes: [], resolutions: null,
}

test('what the scheme asks for is listed by its day, a figure opens the records behind it, and a recorded lesson moves the matrix', async ({ page, school }) => {
  school.test.clock.goTo('2026-11-05')
  await school.signIn(page)
  const navigation = page.getByRole('navigation', { name: '主导航' })
  await navigation.getByRole('link', { name: '职责与成果' }).click()
  await expect(page.getByRole('heading', { name: '还没有工作室' })).toBeVisible()
  await picture(page, 'duties-empty')
  await expectAccessible(page)

  await school.test.admin.call('accounts.unlock', { password: 'Xingtan-2026' })
  const studio = aStudioOfSix(school.test)
  aMembership(school.test, studio.studioId, aPerson(school.test, '晚来人'), 'member', '2026-10-20')
  await page.reload()
  await expect(page.getByText('还没有登记周期，请在工作室页的「周期」里添加', { exact: false })).toBeVisible()
  await picture(page, 'duties-error')
  await school.test.admin.call('studios.saveCycle', { studioId: studio.studioId, id: null, startsOn: '2026-08-31', endsOn: '2029-08-30' })
  await page.reload()
  const list = page.getByRole('grid', { name: '待办' })
  await expect(list.getByRole('row', { name: /上公开课/ })).toHaveCount(5)
  await picture(page, 'duties-due')
  await expectAccessible(page)
  // On paper all of them stand, not only those that the window shows, and nothing of the window.
  const all = Number(/共 (\d+) 行/.exec(await page.getByText(/^共 \d+ 行$/).innerText())?.[1])
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.due-sheet tbody tr')).toHaveCount(all)
  await expect(page.locator('.due-sheet h2')).toHaveText('陶秋蓝语文工作室待办事项')
  await expect(navigation).toBeHidden()
  await picture(page, 'duties-paper')
  await page.emulateMedia({ media: 'screen' })

  await page.getByRole('radiogroup', { name: '看法' }).getByText('完成情况').click()
  const matrix = page.getByRole('grid', { name: '职责完成情况' })
  const cell = matrix.getByRole('row', { name: /^上公开课/ }).getByRole('gridcell').nth(2)
  await expect(cell).toContainText('0/1')
  await picture(page, 'duties-matrix')
  await expectAccessible(page)
  await school.test.admin.call('activities.save', {
    id: null, revision: null, sheet: null,
    fields: { ...activity, studioId: studio.studioId, kind: 'openLesson', title: '公开课《春》', heldOn: '2026-10-15', centralSpeaker: '江一帆' },
  })
  await page.reload()
  await expect(cell).toContainText('1/1')
  await cell.focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('要求 1 节，已完成 1 节', { exact: false })).toBeVisible()
  await expect(drawer.getByText('“每位成员”的要求，指哪些人？')).toBeVisible()
  await picture(page, 'duties-explained')
  await expectAccessible(page)
  await drawer.getByRole('link', { name: '公开课《春》' }).press('Enter')
  await expect(page).toHaveURL(/\/activities\//)

  // What is due by a school year whose second term is not set up says so, one press away from the terms.
  const county = aStudioOfSix(school.test, { name: '方若水名师工作室', schemeCode: '004-04', level: 'county', names: ['方若水'] })
  await school.test.admin.call('studios.saveCycle', { studioId: county.studioId, id: null, startsOn: '2026-08-31', endsOn: '2029-08-30' })
  await navigation.getByRole('link', { name: '职责与成果' }).click()
  await page.reload()
  await expect(page.getByText(/项期限待定（学年第二学期尚未设置）/)).toBeVisible()
  await picture(page, 'duties-unset')
  await page.getByRole('link', { name: '去设置学期' }).click()
  await expect(page.getByRole('heading', { name: '学期与节假日' })).toBeFocused()
})
