import type { Page } from '@playwright/test'
import { givenPassword } from '../fixtures/program.ts'
import { seedStudio, tenNames } from '../fixtures/studio-with-members.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, goTo, picture, test } from './support/school.ts'

const openList = async (page: Page) => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '职责与成果' }).click()
  await page.getByRole('navigation', { name: '职责与成果' }).getByRole('link', { name: '成果与记录' }).click()
  await expect(page.getByRole('heading', { name: '成果与记录', exact: true })).toBeVisible()
}
const list = (page: Page) => page.getByRole('grid', { name: '成果列表' })

test('a clerk enters three lessons and a lecture without the mouse; the host confirms two and returns one', async ({ page, school }) => {
  seedStudio(school.test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, tenNames.map((name) => ({ name })))
  await school.test.admin.call('accounts.add', { signInName: 'shen', displayName: '沈知远', role: 'host', personId: 'wen-p1', password: givenPassword })
  await school.signIn(page)
  await openList(page)
  await expect(page.getByRole('heading', { name: '还没有成果' })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'outcomes-empty')

  await page.keyboard.press('Control+n')
  await expect(page.getByRole('heading', { name: '登记成果' })).toBeVisible()
  await page.keyboard.type('gkk')
  await picture(page, 'outcomes-kinds')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '登记公开课' })).toBeVisible()

  // Title, then over the day to the person; Ctrl+Enter saves and begins the next one with what stays the same.
  const person = async (initials: string, name: string) => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type(initials)
    await expect(page.locator('.ant-select-item-option-active').filter({ hasText: name })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  const title = page.getByLabel('课题', { exact: false })
  await expect(title).toBeFocused()
  await page.keyboard.type('《春》')
  await person('guys', '顾云舒')
  await expectAccessible(page)
  await picture(page, 'outcomes-form')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已保存「《春》」，待确认')).toBeVisible()
  // The next form is there when its title is empty, not while the former one still has the cursor.
  await expect(title).toHaveValue('')
  await expect(title).toBeFocused()
  await page.keyboard.type('《背影》')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已保存「《背影》」，待确认')).toBeVisible()
  await expect(title).toHaveValue('')
  await expect(title).toBeFocused()

  // The same once more is told of, and taken when she insists.
  await page.keyboard.type('《 背影 》')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已经有一条公开课「《背影》」', { exact: false })).toBeVisible()
  await picture(page, 'outcomes-duplicate')
  await title.fill('《济南的冬天》')
  await page.locator('input[type=file]').setInputFiles({ name: '教案.txt', mimeType: 'text/plain', buffer: Buffer.from('《济南的冬天》教案') })
  await page.keyboard.press('Control+s')
  await expect(page).toHaveURL(/\/outcomes\/[^n]/)
  await expect(page.getByRole('button', { name: /教案\.txt/ }).first()).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'outcomes-record')

  await openList(page)
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('combobox', { name: '类别' })).toBeFocused()
  await page.keyboard.type('jz')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '登记讲座' })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('请填写题目')).toBeVisible()
  await picture(page, 'outcomes-error')
  await page.keyboard.type('课堂提问的层次')
  await person('szy', '沈知远')
  await page.keyboard.press('Control+s')
  await expect(page).toHaveURL(/\/outcomes\/[^n]/)

  await school.signIn(page, 'shen', givenPassword)
  await openList(page)
  await page.getByRole('button', { name: '4 条等您确认' }).click()
  await expect(list(page).getByRole('row')).toHaveCount(5)
  await page.getByLabel('选择第 1 行').check()
  await page.getByLabel('选择第 2 行').check()
  await page.getByRole('button', { name: '确认 2 条' }).click()
  await page.getByRole('status').filter({ hasText: '已确认 2 条' }).getByRole('button', { name: '撤销' }).click()
  await expect(list(page).getByRole('row')).toHaveCount(5)
  await page.getByLabel('选择第 1 行').check()
  await page.getByLabel('选择第 2 行').check()
  await page.getByRole('button', { name: '确认 2 条' }).click()
  await expect(list(page).getByRole('row')).toHaveCount(3)
  await list(page).getByText('《春》').click()
  await page.getByRole('button', { name: '退回', exact: true }).click()
  await page.getByLabel('原因').fill('请附上教案')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已退回：请附上教案', { exact: false })).toBeVisible()
  await picture(page, 'outcomes-returned')
  await openList(page)
  await expect(list(page).getByRole('row', { name: /已确认/ })).toHaveCount(2)
  await expect(list(page).getByRole('row', { name: /《春》.*已退回/ })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'outcomes-usual')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出全部栏目' }).click()
  expect((await download).suggestedFilename()).toBe('成果与记录.xlsx')
})

test('an activity hands on what is known to the record of the lesson, and the person’s page counts it', async ({ page, school }) => {
  seedStudio(school.test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, tenNames.map((name) => ({ name })))
  const { id } = await school.test.admin.call('activities.save', {
    id: null, revision: null, sheet: null,
    fields: {
      studioId: 'wen', kind: 'openLesson', title: '江映雪公开课《春》', heldOn: '2026-09-02', startTime: '08:50', endTime: '09:35', place: '七年级（2）班', level: 'school',
      chairPersonId: null, recorderPersonId: null, centralSpeaker: '江映雪', experts: null, agenda: null, minutes: [], resolutions: null,
    },
  })
  for (const [at, kind] of (['readingNote', 'mentoringPair', 'paper', 'project'] as const).entries()) {
    await school.test.admin.call('outcomes.save', {
      id: null, revision: null, as: at % 2 === 0 ? 'confirmed' : 'submitted',
      facts: {
        kind, title: ['《教育漫话》摘记', '师徒结对', '作文面批的三个台阶', '初中整本书阅读任务单的研究'][at] ?? '', onDay: '2026-09-01', untilDay: null, forPeriod: null, studioId: 'wen', levelKey: 'county',
        characters: 1800, quantity: 1, metricKey: null, people: [{ personId: 'wen-p4', part: (['author', 'guide', 'author', 'lead'] as const)[at] ?? 'author', place: null }],
        details: kind === 'paper' ? { result: 'published', journal: '云溪教育' } : {},
      },
    })
  }
  await school.test.admin.call('outcomes.save', {
    id: null, revision: null, as: 'confirmed',
    facts: {
      kind: 'growthStep', title: '成长阶梯认定', onDay: '2026-09-01', untilDay: null, forPeriod: null, studioId: 'wen', levelKey: null, characters: null, quantity: 1, metricKey: null,
      people: [{ personId: 'wen-p4', part: 'self', place: null }], details: { step: '班主任新秀' },
    },
  })
  await school.signIn(page)
  await goTo(page, `/activities/${id}`)
  await page.getByRole('button', { name: '登记成果' }).click()
  await expect(page.getByLabel('课题', { exact: false })).toHaveValue('《春》')
  await expect(page.getByLabel('班级')).toHaveValue('七年级（2）班')
  await picture(page, 'outcomes-from-activity')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存「《春》」，待确认')).toBeVisible()
  await page.getByRole('link', { name: '江映雪公开课《春》' }).click()
  await expect(page.getByRole('link', { name: '《春》', exact: true })).toBeVisible()

  await goTo(page, '/people/wen-p4')
  const card = page.getByRole('region', { name: '成果与记录' })
  await expect(card.getByRole('listitem').filter({ hasText: '公开课' })).toContainText('1')
  await expectAccessible(page)
  await card.scrollIntoViewIfNeeded()
  await picture(page, 'outcomes-of-person')
  await card.getByRole('link', { name: '论文' }).click()
  await expect(list(page).getByRole('row')).toHaveCount(2)
  await list(page).getByText('作文面批的三个台阶').click()
  await expect(page.getByLabel('刊物', { exact: true })).toHaveValue('云溪教育')
  await picture(page, 'outcomes-paper')
  await goTo(page, '/outcomes/new?kind=mentoringPair')
  await expect(page.getByRole('heading', { name: '登记师徒结对' })).toBeVisible()
  await page.getByRole('button', { name: '添加一行带教记录' }).click()
  await expectAccessible(page)
  await picture(page, 'outcomes-pair')
  await goTo(page, '/settings')
  await page.getByRole('link', { name: '成长阶梯' }).click()
  await expectAccessible(page)
  await picture(page, 'outcomes-ladder')
})

test('what was typed outlives a lock, and a picture from the clipboard is evidence', async ({ page, school }) => {
  seedStudio(school.test.folder, { id: 'wen', name: '沈知远语文名师工作室' }, tenNames.map((name) => ({ name })))
  await school.signIn(page)
  await goTo(page, '/outcomes/new')
  await page.getByRole('button', { name: '教学设计' }).click()
  await expect(page.getByRole('heading', { name: '登记教学设计' })).toBeVisible()
  const title = page.getByLabel('课题', { exact: false })
  await title.fill('《观沧海》第一课时')
  const kept = page.waitForResponse(async (response) => (response.request().postData() ?? '').includes('《观沧海》第一课时'))
  await kept
  await page.keyboard.press('Control+l')
  await page.getByLabel('密码', { exact: true }).fill('Xingtan-2026')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已恢复上次没有保存的内容')).toBeVisible()
  await expect(title).toHaveValue('《观沧海》第一课时')
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File(['not really one'], 'image.png', { type: 'image/png' }))
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
  await expect(page.getByText('保存后存入 1 份佐证：粘贴的图片.png')).toBeVisible()
  await page.getByRole('button', { name: '不要了' }).click()
  await expect(title).toHaveValue('')

  await goTo(page, '/outcomes/new?kind=lessonObservation')
  await page.getByLabel('第 1 行时间').fill('8:50')
  await page.getByLabel('第 1 行教学过程').fill('出示图片，学生说春天的景物')
  await page.getByLabel('第 1 行点评').fill('导入自然')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('第 2 行时间')).toBeFocused()
  await picture(page, 'outcomes-observation')
})
