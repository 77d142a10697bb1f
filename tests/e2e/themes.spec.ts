import { password } from '../fixtures/program.ts'
import { aStudio } from '../fixtures/studios.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, goTo, picture, test } from './support/school.ts'

/** A studio under 004-05: a theme a term, study on it every two weeks. */
const homeroom = { kind: 'homeroom', name: '陈思远名班主任工作室', subject: null, level: 'school', schemeCode: '004-05' } as const

test('a theme of the term is settled by keyboard, activities name it, and the studio\'s page tells how far it has come', async ({ page, school, keys }) => {
  const { admin, clock } = school.test
  clock.goTo('2026-10-22')
  await admin.call('accounts.signIn', { signInName: 'admin', password })
  const { id: studioId, host } = await aStudio(school.test, homeroom, { exceptionReason: '校内聘任' })
  await school.openWindow(page)
  await keys.signIn('admin', password)

  await goTo(page, `/studios/${studioId}`)
  const card = page.getByRole('region', { name: '本学期主题' })
  await expect(card).toContainText('还没有定。规程要求：定一个学期主题，每学期至少 1 个；按学期主题集体学习研究，每两周至少 1 次。')
  await picture(page, 'themes-empty')
  await keys.push(card.getByRole('button', { name: '添加主题' }))
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('主题', { exact: true })).toBeFocused()
  await keys.press('Enter')
  await expect(dialog).toContainText('请填写主题')
  await picture(page, 'themes-refused')
  await keys.type('家校沟通的分寸')
  await keys.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(card.getByRole('listitem')).toContainText('家校沟通的分寸')
  await expect(card).toContainText('还没有活动写上这个主题')

  // An activity on it: the theme stands in the form; another one is typed and added on the spot.
  await card.getByRole('button', { name: '登记「家校沟通的分寸」的活动' }).press('Enter')
  await expect(page.getByRole('heading', { name: '登记活动', level: 1 })).toBeVisible()
  const field = page.locator('.field').filter({ has: page.getByLabel('研讨主题', { exact: true }) })
  await expect(field).toContainText('家校沟通的分寸')
  await page.getByLabel('活动名称').fill('第1次研讨')
  await picture(page, 'themes-activity')
  await keys.press('Control+s')
  await expect(page.getByRole('heading', { name: '第1次研讨', level: 1 })).toBeVisible()
  await page.getByLabel('研讨主题', { exact: true }).focus()
  await keys.type('班级公约怎么立')
  await expect(page.locator('.ant-select-item-option-active')).toHaveText('添加主题「班级公约怎么立」')
  await picture(page, 'themes-add-on-the-spot')
  await keys.press('Enter')
  await expect(field).toContainText('班级公约怎么立')
  await keys.press('Control+s')
  await expect(page.getByText('有修改未保存')).toHaveCount(0)

  // A full card: what was held, what is to come, a theme of some weeks with its aim.
  const theme = (await admin.call('activities.themes', { studioId, termKey: '2026-1' })).rows.find(({ title }) => title === '家校沟通的分寸')
  const plain = { kind: 'seminar' as const, themeId: theme?.id ?? '', startTime: '14:30', endTime: '16:00', place: null, level: null, chairPersonId: host, recorderPersonId: null, centralSpeaker: null, experts: null, agenda: null, minutes: [], resolutions: null }
  for (const [title, heldOn] of [['第2次研讨', '2026-10-08'], ['第3次研讨', '2026-11-05']] as const) await admin.call('activities.save', { id: null, revision: null, fields: { ...plain, studioId, title, heldOn }, sheet: null })
  await admin.call('activities.saveTheme', { id: null, revision: null, fields: { studioId, termKey: '2026-1', title: '心理委员的培养', aim: '弄清心理委员能做什么、不能做什么；三次研讨，一次班会展示，学期末形成一份工作手册，供全校班主任参考使用。', fromOn: '2026-12-01', toOn: '2027-01-15' } })
  await goTo(page, `/studios/${studioId}`)
  await expect(card.getByRole('listitem')).toHaveCount(3)
  await expect(card.getByRole('listitem').filter({ hasText: '家校沟通的分寸' })).toContainText('已开 1 次，还有 1 次　共 1.5 小时，最近 2026-10-08 周四；还没有附件')
  await picture(page, 'themes-card')
  await expectAccessible(page)
  await keys.choose(card.getByRole('button', { name: '「班级公约怎么立」的更多操作' }), '移到回收站')
  await expect(page.getByRole('dialog')).toContainText('1 次活动写了这个主题')
  await keys.type('换了主题')
  await keys.press('Enter')
  await expect(card.getByText('回收站：班级公约怎么立（换了主题）')).toBeVisible()
  await picture(page, 'themes-removed')
  await card.getByRole('button', { name: '恢复「班级公约怎么立」' }).press('Enter')
  await expect(card.getByRole('listitem')).toHaveCount(3)
  await card.getByRole('link', { name: '已开 1 次，还有 1 次' }).press('Enter')
  await expect(page.getByRole('grid', { name: '活动列表' }).getByRole('row')).toHaveCount(3)
})

test('a duty that asks for a theme leads to settling one, then to a meeting that names it', async ({ page, school, keys }) => {
  school.test.clock.goTo('2026-10-22')
  await school.test.admin.call('accounts.signIn', { signInName: 'admin', password })
  const { id: studioId } = await aStudio(school.test, homeroom, { exceptionReason: '校内聘任' })
  await school.openWindow(page)
  await keys.signIn('admin', password)
  await goTo(page, `/duties?studio=${studioId}`)
  await expect(page.getByRole('button', { name: '定主题' })).toBeVisible()
  await picture(page, 'themes-due')
  await keys.push(page.getByRole('button', { name: '定主题' }))
  await expect(page.getByRole('dialog').getByLabel('主题', { exact: true })).toBeFocused()
  await keys.type('家校沟通的分寸')
  await keys.press('Enter')
  await expect(page.getByRole('region', { name: '本学期主题' })).toBeInViewport()
  await expect(page.getByRole('region', { name: '本学期主题' }).getByRole('listitem')).toContainText('家校沟通的分寸')
  await picture(page, 'themes-settled')
  await page.goBack()
  const row = page.getByRole('row').filter({ hasText: '按学期主题集体学习研究' })
  await keys.push(row.getByRole('button', { name: '登记研讨', exact: true }).first())
  await expect(page.locator('.field').filter({ has: page.getByLabel('研讨主题', { exact: true }) })).toContainText(/家校沟通的分寸|写明主题才计入职责/)
  await picture(page, 'themes-duty-activity')
})
