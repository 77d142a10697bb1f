import { seedStudio, tenNames } from '../fixtures/studio-with-members.ts'
import { expect, goTo, picture, type School, test } from './support/school.ts'

/** A studio with one activity held in September, one in November, and one on the day before New Year's Eve. */
async function openIn(school: School, page: Parameters<School['signIn']>[0], today: string): Promise<void> {
  seedStudio(school.test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, tenNames.map((name) => ({ name })))
  const fields = {
    studioId: 'wen', kind: 'regularMeeting' as const, startTime: null, endTime: null, place: null, level: null, chairPersonId: null, recorderPersonId: null,
    centralSpeaker: null, experts: null, agenda: null, minutes: [], resolutions: null,
  }
  for (const [title, heldOn] of [['第1次例会', '2026-09-10'], ['第2次例会', '2026-11-12'], ['第3次例会', '2026-12-30']] as const) {
    await school.test.admin.call('activities.save', {
      id: null, revision: null, fields: { ...fields, title, heldOn },
      sheet: heldOn < '2026-10-01' ? tenNames.map((_, at) => ({ personId: `wen-p${at + 1}`, mark: 'present' as const, note: null })) : null,
    })
  }
  school.test.clock.goTo(today)
  await school.signIn(page)
}

test('an activity that is still to come does not lack its attendance', async ({ page, school }) => {
  await openIn(school, page, '2026-12-03')
  await goTo(page, '/activities')
  await expect(page.getByText('3 次活动（1 次还没到日子），1 次未记出勤')).toBeVisible()
  const row = (title: string) => page.getByRole('grid', { name: '活动列表' }).getByRole('row', { name: title })
  await expect(row('第2次例会')).toContainText('未记录')
  await expect(row('第3次例会')).not.toContainText('未记录')
  await picture(page, 'activities-to-come')
})

test('the calendar of the term opens at the week of today', async ({ page, school }) => {
  await openIn(school, page, '2026-12-31')
  await goTo(page, '/activities?view=calendar')
  await expect(page.getByRole('gridcell', { name: '2026年12月31日' })).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('gridcell', { name: '2026年12月31日' })).toHaveAttribute('tabindex', '0')
  await expect(page.getByRole('gridcell', { name: '2026年8月31日' })).not.toBeInViewport()
  await picture(page, 'activities-calendar-today')
})

test('a new activity begins on the program’s day, whatever the clock of the window says', async ({ page, school }) => {
  await page.clock.setFixedTime('2026-10-20T02:00:00.000Z')
  await openIn(school, page, '2026-12-03')
  await goTo(page, '/activities/new')
  await expect(page.getByLabel('日期')).toHaveValue('2026-12-03')
})
