import type { ActivityFields } from '../../shared/contract/activities.ts'
import { password } from '../fixtures/program.ts'
import { seedStudio, tenNames } from '../fixtures/studio-with-members.ts'
import { expectAccessible } from './support/axe.ts'
import { Keys } from './support/keys.ts'
import { expect, goTo, picture, test } from './support/school.ts'
import { expectStill } from './support/still.ts'

const lecture = (title: string, heldOn: string): ActivityFields => ({
  studioId: 'wen', kind: 'lecture', title, themeId: null, heldOn, startTime: '14:00', endTime: '16:00', place: '县教师进修学校报告厅', level: 'county', chairPersonId: 'wen-p1', recorderPersonId: null,
  centralSpeaker: '沈知远', experts: null, agenda: '专题讲座', minutes: [], resolutions: null,
})

test('an activity is handed in, several are approved at once and taken back, and what was held without approval is seen', async ({ page, school }) => {
  const keys = new Keys(page)
  seedStudio(school.test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, tenNames.slice(0, 5).map((name) => ({ name })))
  const { admin, clock } = school.test
  clock.goTo('2026-10-08')
  await admin.call('accounts.signIn', { signInName: 'admin', password })
  await admin.call('schemes.choose', { code: '004-03', version: '1', key: 'activityFiling', value: 'all' })
  const save = async (title: string, heldOn: string) => (await admin.call('activities.save', { id: null, revision: null, fields: lecture(title, heldOn), sheet: null })).id
  await save('九月讲座', '2026-09-15')
  const first = await save('整本书阅读讲座', '2026-10-20')
  const second = await save('命题讲座', '2026-10-27')
  await admin.call('activities.submitFiling', { activityId: second, revision: 1, audience: '全县语文教师', headcount: 80, note: null })
  await school.signIn(page)
  await expect(page.getByRole('link', { name: /2026-09-15「九月讲座」没有批准就开了/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /2026-10-20「整本书阅读讲座」要先备案，还没有送审/ })).toBeVisible()

  await goTo(page, `/activities/${first}`)
  const card = page.getByRole('region', { name: /^备案/ })
  await expect(card).toContainText('学校规定活动先备案，批准了再开。')
  await picture(page, 'filing-not-filed')
  await keys.push(card.getByRole('button', { name: /^送\s?审$/ }))
  await expect(page.getByLabel('参加人员')).toBeFocused()
  await expectStill(page)
  await keys.type('全县初中语文教师')
  await keys.press('Tab')
  await keys.type('120')
  await picture(page, 'filing-submit')
  await keys.push(page.getByRole('dialog').getByRole('button', { name: /^送\s?审$/ }))
  await expect(card).toContainText('全县初中语文教师，120 人')
  await expect(card.getByRole('button', { name: '撤回送审' })).toBeVisible()
  await picture(page, 'filing-waiting')
  await expectAccessible(page)

  await goTo(page, '/activities?filing=toDecide')
  const list = page.getByRole('grid', { name: '活动列表' })
  await expect(list.getByRole('row')).toHaveCount(3)
  await page.getByRole('checkbox', { name: /全选/ }).check()
  await picture(page, 'filing-list')
  await page.getByRole('button', { name: '批准 2 个备案' }).click()
  await page.getByLabel('备案号或文号').fill('云教备〔2026〕3号')
  await picture(page, 'filing-approve')
  await page.getByRole('dialog').getByRole('button', { name: /^批\s?准$/ }).click()
  await expect(page.getByRole('status').filter({ hasText: '已批准 2 个活动的备案' })).toBeVisible()
  await picture(page, 'filing-approved')
  await page.getByRole('status').getByRole('button', { name: /^撤\s?销$/ }).click()
  await expect(list.getByRole('row')).toHaveCount(3)

  // Approved once more, then moved: the approval was for another day.
  const { standing } = await admin.call('activities.filing', { activityId: first })
  await admin.call('activities.approveFilings', { filingIds: [standing.filingId ?? ''], approvedOn: '2026-10-08', approver: null, fileNo: null, note: null })
  await admin.call('activities.save', { id: first, revision: 1, fields: lecture('整本书阅读讲座', '2026-10-22'), sheet: null })
  await goTo(page, '/activities?filing=trouble')
  await expect(list.getByRole('row', { name: /未批准就开了.*九月讲座/ })).toBeVisible()
  await expect(list.getByRole('row', { name: /与备案的不同.*整本书阅读讲座/ })).toBeVisible()
  await picture(page, 'filing-trouble')
  await goTo(page, `/activities/${first}`)
  await expect(card).toContainText('批准的不是现在这样，与备案的不同：日期。')
  await expect(card.getByRole('button', { name: '重新送审' })).toBeVisible()
  await picture(page, 'filing-otherwise')
})
