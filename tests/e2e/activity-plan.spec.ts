import { eq } from 'drizzle-orm'
import { openDatabase } from '../../db/open-database.ts'
import { studioTable } from '../../db/schema/studios.ts'
import { writeTx } from '../../db/write-tx.ts'
import { dataFolderLayout } from '../../electron/boot/data-folder-layout.ts'
import { seedStudio, tenNames } from '../fixtures/studio-with-members.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, goTo, picture, type School, test } from './support/school.ts'

/** A studio under a scheme of the given number. */
function seed(school: School, schemeCode: string): void {
  seedStudio(school.test.folder, { id: 'wen', name: '沈知远名班主任工作室' }, tenNames.slice(0, 5).map((name) => ({ name })))
  const opened = openDatabase(dataFolderLayout(school.test.folder).database)
  try {
    writeTx(opened.db, (tx) => void tx.update(studioTable).set({ schemeCode }).where(eq(studioTable.id, 'wen')).run())
  } finally {
    opened.close()
  }
}

test('a clerk plans the term’s meetings by keyboard, cancels one and makes up for it', async ({ page, school, keys }) => {
  seed(school, '004-05')
  await school.test.admin.call('school.saveHoliday', { id: null, name: '国庆节', kind: 'off', startsOn: '2026-10-01', endsOn: '2026-10-07' })
  school.test.clock.goTo('2026-09-01')
  await school.signIn(page)
  await goTo(page, '/activities?view=plan')
  await expect(page.getByRole('button', { name: '规程要求：例会，每两周至少 1 次' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('button', { name: /^排出 \d+ 次活动$/ })).toBeEnabled()
  await picture(page, 'plan-empty')

  await keys.write(page.getByLabel('开始时间'), '1500')
  await keys.write(page.getByLabel('结束时间'), '1630')
  await keys.write(page.getByLabel('地点', { exact: true }), '三楼会议室')
  // The turn of the national holiday is told with why, and moved by a tick.
  await expect(page.getByText('国庆节放假')).toBeVisible()
  await keys.to(page.getByRole('checkbox', { name: /国庆节放假/ }))
  await keys.press('Space')
  await expect(page.getByRole('checkbox', { name: /国庆节放假 改到 2026-10-08 周四/ })).toBeChecked()
  await picture(page, 'plan-usual')
  await expectAccessible(page)
  await keys.press('Control+s')
  await expect(page.getByText(/^已排出 \d+ 次活动$/)).toBeVisible()
  await expect(page.getByRole('button', { name: '规程要求：例会，每两周至少 1 次（已排）' })).toBeVisible()
  await expect(page.getByText(/还有 \d+ 次，下次 2026-09-04 周五/)).toBeVisible()
  await picture(page, 'plan-full')
  const { rows } = await school.test.admin.call('activities.list', { termKey: '2026-1' })
  const first = rows.at(-1)
  expect(first).toMatchObject({ title: '第1次例会', heldOn: '2026-09-04', startTime: '15:00', place: '三楼会议室' })
  expect(rows.map(({ heldOn }) => heldOn)).toContain('2026-10-08')

  await goTo(page, `/activities/${first?.id ?? ''}`)
  await keys.choose(page.getByRole('main').getByRole('button', { name: '更多', exact: true }), '取消这次活动')
  await expect(page.getByLabel('原因')).toBeFocused()
  await keys.type('县里开会')
  await keys.press('Enter')
  await expect(page.getByText('已取消，不计入职责和合计。原因：县里开会')).toBeVisible()
  await picture(page, 'activity-cancelled')
  await expectAccessible(page)
  await keys.push(page.getByRole('button', { name: '补开', exact: true }))
  await expect(page.getByLabel('活动名称')).toHaveValue('第1次例会（补开）')
  await keys.to(page.getByLabel('日期'))
  await keys.type('20260911')
  await keys.press('Tab', 'Control+s')
  await expect(page.getByText('已保存「第1次例会（补开）」')).toBeVisible()
  await goTo(page, '/activities')
  const list = page.getByRole('grid', { name: '活动列表' })
  await expect(list.getByRole('row', { name: /已取消.*第1次例会/ })).toContainText('2026-09-11 周五 补开')
  await picture(page, 'activities-cancelled')
  await goTo(page, '/activities?view=calendar')
  await expect(page.getByRole('gridcell', { name: /2026年9月4日.*（已取消）/ })).toBeVisible()
  await picture(page, 'calendar-cancelled')
})

test('whoever comes near the third is warned of before it is missed', async ({ page, school }) => {
  seed(school, '004-07')
  const marks = { 'wen-p2': ['absent', 'absent', 'present', 'absent'], 'wen-p3': ['absent', 'late', 'absent', 'present'], 'wen-p4': ['excused', 'absent', 'present', 'present'] } as const
  const days = ['2026-09-09', '2026-09-23', '2026-10-14', '2026-10-28', '2026-11-11', '2026-11-25', '2026-12-09', '2026-12-23']
  for (const [at, heldOn] of days.entries()) {
    await school.test.admin.call('activities.save', {
      id: null, revision: null,
      fields: {
        studioId: 'wen', kind: 'regularMeeting', title: `第${at + 1}次例会`, heldOn, startTime: '15:00', endTime: '16:30', place: '三楼会议室', level: 'school', chairPersonId: 'wen-p1',
        recorderPersonId: null, centralSpeaker: null, experts: null, agenda: null, minutes: [], resolutions: null,
      },
      sheet: at > 3 ? null : ['wen-p1', 'wen-p2', 'wen-p3', 'wen-p4', 'wen-p5'].map((personId) => ({ personId, mark: marks[personId as keyof typeof marks]?.[at] ?? 'present', note: null })),
    })
  }
  school.test.clock.goTo('2026-11-02')
  await school.signIn(page)
  await expect(page.getByRole('link', { name: /陆景行的出勤：8 次（含未到的 4 次）中缺 2 次，再缺 1 次即达三分之一/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /顾云舒的出勤：8 次（含未到的 4 次）中缺 3 次，已达到三分之一/ })).toBeVisible()
  await picture(page, 'workbench-standing')
  await page.getByRole('link', { name: /陆景行的出勤/ }).click()
  const table = page.getByRole('table', { name: '出勤合计' })
  await expect(table.getByRole('row', { name: /陆景行/ })).toContainText('2 / 8')
  await expect(table.getByRole('row', { name: /陆景行/ })).toContainText('接近')
  await expect(table.getByRole('row', { name: /顾云舒/ })).toContainText('已达')
  await picture(page, 'totals-standing')
  await expectAccessible(page)

  // The same stands in the row of the member, one press from the meetings behind it; the table does not scroll sideways for it.
  await goTo(page, '/studios/wen')
  const members = page.getByRole('grid', { name: '在任成员' })
  await expect(members.getByRole('row', { name: /陆景行/ })).toContainText('2 / 8接近')
  await expect(members.getByRole('row', { name: /顾云舒/ })).toContainText('3 / 8已达')
  expect(await members.locator('..').evaluate((scrolling) => scrolling.scrollWidth - scrolling.clientWidth)).toBe(0)
  await picture(page, 'studio-standing')
  await expectAccessible(page)
  await members.getByRole('button', { name: /^顾云舒 缺勤：8 次/ }).press('Enter')
  await expect(page.getByRole('dialog').getByRole('table', { name: '计算依据' }).getByRole('row')).toHaveCount(4)
  await picture(page, 'studio-standing-behind')
})
