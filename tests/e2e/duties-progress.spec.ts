import { aStudioOfSix } from '../fixtures/studio-of-six.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, goTo, picture, type School, test } from './support/school.ts'
import type { Page } from '@playwright/test'

const surnames = [...'赵钱孙李周吴郑王冯陈']
const given = ['知远', '若溪', '清和', '望舒']
const manyNames = surnames.flatMap((surname) => given.map((name) => surname + name))

/** Three studios: of two, of twelve and of forty people. */
async function threeStudios({ test: program }: School): Promise<void> {
  await program.admin.call('accounts.unlock', { password: 'Xingtan-2026' })
  await program.admin.call('school.saveTerm', { key: '2026-2', startsOn: '2027-02-22', endsOn: '2027-07-10', teachingStartsOn: '2027-02-22', teachingEndsOn: '2027-07-03' })
  for (const [name, names] of [['两人工作室', ['陶秋蓝', '江一帆']], ['十二人工作室', manyNames.slice(0, 12)], ['四十人工作室', manyNames]] as const) {
    const { studioId } = aStudioOfSix(program, { name, names })
    await program.admin.call('studios.saveCycle', { studioId, id: null, startsOn: '2026-08-31', endsOn: '2029-08-30' })
    for (const [at, person] of names.slice(1, 8).entries()) {
      const heldOn = at < 4 ? `2026-10-${10 + at}` : `2027-03-${10 + at}`
      await program.admin.call('activities.save', { id: null, revision: null, sheet: null, fields: { ...activity, studioId, title: `公开课 ${at + 1}`, heldOn, centralSpeaker: person } })
    }
  }
}

async function chooseStudio(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: '工作室' }).click()
  await page.locator('.ant-select-item-option', { hasText: name }).click()
}

const activity = {
  kind: 'openLesson' as const, startTime: null, endTime: null, place: null, level: 'school' as const, chairPersonId: null, recorderPersonId: null, experts: null, agenda: null, minutes: [], resolutions: null,
}

test('how far each person of a studio is and how its terms compare, each figure one press from its records', async ({ page, school }) => {
  school.test.clock.goTo('2027-05-06')
  await threeStudios(school)
  await school.signIn(page)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '职责与成果' }).click()
  await page.getByRole('radiogroup', { name: '看法' }).getByText('每人进度').click()

  const people = page.getByRole('region', { name: '每人进度' })
  const own = (name: string) => page.getByRole('region', { name: `${name}的职责` })
  for (const [name, count] of [['两人工作室', 2], ['十二人工作室', 12], ['四十人工作室', 40]] as const) {
    await chooseStudio(page, name)
    await expect(people.getByRole('listitem')).toHaveCount(count + 1)
    await picture(page, `duties-people-${count}`)
  }
  await people.getByRole('button', { name: /^钱若溪/ }).press('Enter')
  await expect(page).toHaveURL(/who=person/)
  await expectAccessible(page)
  await own('钱若溪').getByRole('button', { name: /^上公开课/ }).press('Enter')
  await expect(page.getByRole('dialog').getByText('要求 1 节，已完成 1 节', { exact: false })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  // Everybody's terms side by side: a figure opens whose it is; on paper stands the table and nothing of the window.
  await page.getByRole('radiogroup', { name: '看法' }).getByText('学期对比').click()
  await page.getByRole('combobox', { name: '谁' }).click()
  await page.locator('.ant-select-item-option', { hasText: '整个工作室' }).click()
  const lesson = page.getByRole('grid', { name: '各学期职责完成情况' }).getByRole('row', { name: /^上公开课/ }).getByRole('gridcell')
  await expect(lesson).toHaveText([/4\/39/, /3\/39/])
  await picture(page, 'duties-terms')
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  await picture(page, 'duties-terms-paper')
  await page.emulateMedia({ media: 'screen' })
  await lesson.last().press('Enter')
  await expect(page.getByRole('dialog').getByRole('heading', { name: /李知远\s+上公开课/ })).toBeVisible()
  await picture(page, 'duties-terms-explained')
  await page.keyboard.press('Escape')
  const longer = page.getByRole('region', { name: '按学年或周期要求的' })
  await longer.getByRole('button', { name: /看背后的记录$/ }).first().press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await longer.scrollIntoViewIfNeeded()
  await picture(page, 'duties-terms-longer')
})

test('what is due stands on its day: arrows lead from day to day, Enter into the list, one press more to the form; a person’s page shows her own', async ({ page, school }) => {
  school.test.clock.goTo('2026-11-05')
  await school.test.admin.call('accounts.unlock', { password: 'Xingtan-2026' })
  const { studioId, people } = aStudioOfSix(school.test)
  await school.test.admin.call('studios.saveCycle', { studioId, id: null, startsOn: '2026-08-31', endsOn: '2029-08-30' })
  await school.signIn(page)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '职责与成果' }).click()
  await page.getByRole('radiogroup', { name: '看法' }).getByText('日历').click()
  const calendar = page.getByRole('grid', { name: '到期日历' })
  await calendar.getByRole('gridcell', { name: /^2026年11月5日/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(calendar.getByRole('gridcell', { name: /^2026年11月12日/ })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  const list = page.getByRole('region', { name: '2026年11月8日到期' })
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await picture(page, 'duties-calendar')
  await expectAccessible(page)
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('heading', { name: '2026年12月', exact: true })).toBeVisible()
  await expect(calendar.getByRole('gridcell', { name: /^2026年12月13日.*未开始/ })).toBeVisible()
  await expect(page.getByRole('region', { name: /^2026年12月.*到期/ })).toBeVisible()
  await page.keyboard.press('End')
  await expect(page.getByRole('region', { name: /^2026年12月13日到期/ }).getByText('未开始').first()).toBeVisible()
  await picture(page, 'duties-calendar-coming')
  await expectAccessible(page)
  await page.keyboard.press('PageUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(list.getByRole('button', { name: /^登记/ }).first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^登记/, level: 1 })).toBeVisible()
  await page.goBack()
  await expect(list).toBeVisible()

  await goTo(page, `/people/${people[1]?.personId ?? ''}`)
  const card = page.getByRole('region', { name: '本学期职责' })
  await expect(card.getByText('0/5 项')).toBeVisible()
  await picture(page, 'person-duties')
  await expectAccessible(page)
  await card.getByRole('button', { name: '登记公开课', exact: true }).click()
  await expect(page.getByRole('list', { name: '执教教师的身份' })).toContainText('江一帆')
})
