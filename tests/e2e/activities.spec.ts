import type { Page } from '@playwright/test'
import { seedPerson, seedStudio, tenNames } from '../fixtures/studio-with-members.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, goTo, picture, type School, test } from './support/school.ts'

const studio = { id: 'wen', name: '沈知远语文名师工作室' }

async function openSchool(page: Page, school: School): Promise<void> {
  seedStudio(school.test.folder, studio, tenNames.map((name) => ({ name })))
  await school.test.admin.call('school.saveHoliday', { id: null, name: '国庆节', kind: 'off', startsOn: '2026-10-01', endsOn: '2026-10-07' })
  await school.test.admin.call('school.saveHoliday', { id: null, name: '国庆调休', kind: 'makeup', startsOn: '2026-10-10', endsOn: '2026-10-10' })
  await school.signIn(page)
}

/** Presses the keys one after the other and says how many there were. */
async function press(page: Page, ...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key)
  return keys.length
}

const meeting = (at: number, heldOn: string) => ({
  studioId: 'wen', kind: at % 3 === 2 ? 'openLesson' as const : 'regularMeeting' as const, title: at % 3 === 2 ? `《背影》公开课（第${at}场）` : `第${at}次例会`, heldOn,
  startTime: '14:00', endTime: '16:30', place: '三楼会议室', level: 'school' as const, chairPersonId: 'wen-p1', recorderPersonId: 'wen-p2', centralSpeaker: '顾云舒',
  experts: '何老师，县教研室', agenda: '学习方案\n分工', minutes: [{ type: 'paragraph' as const, runs: [{ text: '会议开始。' }] }], resolutions: '每人听课 20 节',
})

async function seedTerm(school: School): Promise<string[]> {
  const marks = ['present', 'present', 'present', 'late', 'present', 'excused', 'present', 'present', 'absent', 'present'] as const
  const days = ['2026-09-10', '2026-09-24', '2026-10-10', '2026-10-22', '2026-11-05', '2026-11-19']
  const ids: string[] = []
  for (const [at, heldOn] of days.entries()) {
    const sheet = at === 5 ? null : tenNames.map((_, n) => ({ personId: `wen-p${n + 1}`, mark: marks[(n + at * 3) % 10] ?? 'present', note: null }))
    ids.push((await school.test.admin.call('activities.save', { id: null, revision: null, fields: meeting(at + 1, heldOn), sheet })).id)
  }
  return ids
}

test('a clerk records a meeting of ten people by keyboard alone: eleven keys for the whole attendance', async ({ page, school, keys }) => {
  await openSchool(page, school)
  await goTo(page, '/activities')
  await expect(page.getByRole('heading', { name: '这个学期还没有活动' })).toBeVisible()
  await picture(page, 'activities-empty')
  await expectAccessible(page)

  await page.keyboard.press('Control+n')
  await expect(page.getByRole('heading', { name: '登记活动' })).toBeVisible()
  await expect(page.getByRole('radiogroup')).toHaveCount(10)
  await keys.to(page.getByLabel('活动名称'))
  await page.keyboard.type('第1次例会')
  await press(page, 'Tab')
  await page.keyboard.type('20260910')
  await press(page, 'Tab')
  await keys.to(page.getByLabel('开始时间'))
  await page.keyboard.type('1430')
  await press(page, 'Tab')
  await page.keyboard.type('下午4点')
  await press(page, 'Tab')
  await page.keyboard.type('三楼会议室')
  await expect(page.getByLabel('开始时间')).toHaveValue('14:30')
  await expect(page.getByLabel('结束时间')).toHaveValue('16:00')

  // Ten people, one absent, one on leave: F2, two marks on the way, the rest with A.
  let pressed = await press(page, 'F2', '1', '1', '3', '1', '4', 'a')
  await expect(page.getByText('应到 10，出席 8，请假 1，缺席 1')).toBeVisible()
  expect(pressed).toBeLessThanOrEqual(7)
  // The same one by one: ten marks are ten keys, and each can be taken back.
  pressed = await press(page, ...Array.from({ length: 6 }, () => 'Control+z'))
  await expect(page.getByText('未记录', { exact: true })).toBeVisible()
  pressed = await press(page, 'F2', '1', '1', '2', '1', '1', '3', '1', '1', '4', '1')
  expect(pressed).toBe(11)
  await expect(page.getByText('应到 10，出席 7，迟到 1，请假 1，缺席 1')).toBeVisible()

  await keys.to(page.getByRole('textbox', { name: '活动记录' }))
  await page.keyboard.type('一、学习方案')
  await press(page, 'Enter', 'Control+b')
  await page.keyboard.type('要点')
  await press(page, 'Control+b')
  await page.keyboard.type('：每人听课 20 节')
  await press(page, 'Control+s')
  await expect(page.getByText('已保存「第1次例会」，记录 10 人出勤')).toBeVisible()
  await expect(page).toHaveURL(/\/activities\/[^/]+$/)
  await expect(page.getByRole('heading', { name: '第1次例会' })).toBeVisible()
  await picture(page, 'activity-usual')
  await expectAccessible(page)

  const { rows } = await school.test.admin.call('activities.list', { termKey: '2026-1' })
  expect(rows[0]).toMatchObject({ title: '第1次例会', heldOn: '2026-09-10', startTime: '14:30', endTime: '16:00', place: '三楼会议室', attendance: { expected: 10, present: 7, late: 1, excused: 1, absent: 1 } })
  const { minutes } = await school.test.admin.call('activities.get', { id: rows[0]?.id ?? '' })
  expect(minutes).toEqual([
    { type: 'paragraph', runs: [{ text: '一、学习方案' }] },
    { type: 'paragraph', runs: [{ text: '要点', bold: true }, { text: '：每人听课 20 节' }] },
  ])
})

test('as last time fills a new form; leaving it asks, and what was typed outlives a lock', async ({ page, school }) => {
  await openSchool(page, school)
  await seedTerm(school)
  await goTo(page, '/activities/new?studio=wen&day=2026-12-03')
  await expect(page.getByRole('radiogroup')).toHaveCount(10)
  await page.getByRole('button', { name: '沿用上次' }).click()
  await expect(page.getByLabel('活动名称')).toHaveValue('第7次例会')
  await expect(page.getByLabel('地点')).toHaveValue('三楼会议室')
  await page.getByLabel('活动名称').fill('没写完的例会')
  await page.waitForTimeout(500)

  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible()
  await page.getByLabel('密码', { exact: true }).fill('Xingtan-2026')
  await page.getByRole('button', { name: '解锁' }).click()
  await expect(page.getByText('已恢复上次没有保存的内容')).toBeVisible()
  await expect(page.getByLabel('活动名称')).toHaveValue('没写完的例会')

  await page.getByRole('link', { name: '工作台' }).click()
  await expect(page.getByRole('dialog', { name: '还没有保存' })).toBeVisible()
  await page.getByRole('button', { name: '继续填写' }).click()
  await expect(page.getByLabel('活动名称')).toHaveValue('没写完的例会')
  await page.getByRole('link', { name: '工作台' }).click()
  await page.getByRole('button', { name: '不保存，离开' }).click()
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
  await goTo(page, '/activities/new?studio=wen&day=2026-12-03')
  await expect(page.getByRole('radiogroup')).toHaveCount(10)
  await expect(page.getByLabel('活动名称')).toHaveValue('')
  // Nothing typed, nothing to ask.
  await page.getByRole('link', { name: '工作台' }).click()
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
})

test('a new activity is saved, with its files, on the way out; one that cannot be saved is not left', async ({ page, school }) => {
  await openSchool(page, school)
  await goTo(page, '/activities/new?studio=wen&day=2026-12-03')
  await expect(page.getByRole('radiogroup')).toHaveCount(10)
  await page.getByLabel('地点').fill('三楼会议室')
  await page.getByRole('link', { name: '工作台' }).click()
  await page.getByRole('button', { name: '保存并离开' }).click()
  await expect(page.getByText('请填写活动名称')).toBeVisible()
  await expect(page.getByLabel('地点')).toHaveValue('三楼会议室')
  await page.getByLabel('活动名称').fill('年末例会')
  await page.locator('input[type=file]').setInputFiles({ name: '签到表.txt', mimeType: 'text/plain', buffer: Buffer.from('签到') })
  await page.getByRole('link', { name: '工作台' }).click()
  await picture(page, 'leave-guard')
  await page.getByRole('button', { name: '保存并离开' }).click()
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
  const { rows } = await school.test.admin.call('activities.list', { termKey: '2026-1' })
  const saved = rows.find(({ title }) => title === '年末例会')
  expect(saved).toBeDefined()
  const { attachments } = await school.test.admin.call('activities.get', { id: saved?.id ?? '' })
  expect(attachments.map(({ fileName }) => fileName)).toEqual(['签到表.txt'])
})

test('a form with something missing says what, and puts the cursor there', async ({ page, school }) => {
  await openSchool(page, school)
  await goTo(page, '/activities/new?studio=wen&day=2027-02-20')
  await expect(page.getByRole('radiogroup')).toHaveCount(10)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('请填写活动名称')).toBeVisible()
  await expect(page.getByLabel('活动名称')).toBeFocused()
  await page.keyboard.type('寒假读书会')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('2027-02-20 不在任何一个学期里')).toBeVisible()
  await picture(page, 'activity-error')
  await expectAccessible(page)
})

test('what is pasted into the minutes is cleaned, and a column from Excel fills the attendance', async ({ page, school }) => {
  school.refusalsAreMeant()
  await openSchool(page, school)
  const [id = ''] = await seedTerm(school)
  await goTo(page, `/activities/${id}`)
  const editor = page.getByRole('textbox', { name: '活动记录' })
  await editor.focus()
  await page.keyboard.press('Control+a')
  const paste = (html: string, text: string) => page.evaluate(([asHtml, asText]) => {
    const data = new DataTransfer()
    if (asHtml) data.setData('text/html', asHtml)
    data.setData('text/plain', asText ?? '')
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, [html, text])
  await paste(
    '<html><head><style>p{color:red}</style></head><body><h1>纪要</h1><p class="MsoNormal" style="font-size:22pt">甲<b>乙</b><img src="http://example.invalid/x.png" onerror="window.bad=1"></p>'
    + '<ul><li>听课</li><li onclick="x()">评课</li></ul><script>window.bad=1</script></body></html>', '纪要',
  )
  await expect(editor).toContainText('评课')
  await page.getByRole('radiogroup', { name: '沈知远的出勤' }).getByRole('radio').first().focus()
  await paste('', '迟到\r\n病假\r\n来了吧\r\n')
  await expect(page.getByText('第 3 行：「来了吧」不是出勤写法')).toBeVisible()
  await picture(page, 'activity-pasted')
  await expectAccessible(page)
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/已保存/)).toBeVisible()
  const saved = await school.test.admin.call('activities.get', { id })
  expect(saved.minutes).toEqual([
    { type: 'heading', level: 1, runs: [{ text: '纪要' }] },
    { type: 'paragraph', runs: [{ text: '甲' }, { text: '乙', bold: true }] },
    { type: 'listItem', ordered: false, runs: [{ text: '听课' }] }, { type: 'listItem', ordered: false, runs: [{ text: '评课' }] },
  ])
  expect(saved.people.slice(0, 2).map(({ mark, note }) => [mark, note])).toEqual([['late', null], ['excused', '病假']])
  expect(await page.evaluate(() => 'bad' in window)).toBe(false)
})

test('files dropped on the page become attachments, a program does not, and removing one can be undone', async ({ page, school }) => {
  await openSchool(page, school)
  const [id = ''] = await seedTerm(school)
  await goTo(page, `/activities/${id}`)
  await expect(page.getByText('照片、签到表、课件、录音录像都可以放在这里。')).toBeVisible()
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 64
    canvas.height = 64
    const pen = canvas.getContext('2d')
    if (pen) {
      pen.fillStyle = '#1f6f5c'
      pen.fillRect(8, 8, 48, 48)
    }
    const blob = await new Promise<Blob>((resolve, reject) => canvas.toBlob((made) => made ? resolve(made) : reject(new Error('no picture'))))
    const data = new DataTransfer()
    data.items.add(new File([blob], '现场照片.png', { type: 'image/png' }))
    data.items.add(new File(['张三,李四'], '签到.txt', { type: 'text/plain' }))
    data.items.add(new File(['MZ\u0090'], '安装.exe'))
    for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))
  })
  await expect(page.getByText('已添加 2 个附件')).toBeVisible()
  await expect(page.getByRole('region', { name: '附件' }).getByRole('alert')).toContainText('「安装.exe」不能添加')
  await expect(page.locator('.attachments-picture img')).toBeVisible()
  await page.getByRole('button', { name: '添加附件' }).scrollIntoViewIfNeeded()
  await picture(page, 'activity-attachments')
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^签到\.txt/ }).click()
  expect((await download).suggestedFilename()).toBe('签到.txt')
  await page.getByRole('button', { name: '移除附件 签到.txt' }).click()
  await expect(page.getByText('已移除「签到.txt」')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).last().click()
  await expect(page.getByRole('button', { name: /^签到\.txt/ })).toBeVisible()
})

test('the term as list, calendar and totals, each figure with the activities behind it', async ({ page, school }) => {
  await openSchool(page, school)
  await seedTerm(school)
  await goTo(page, '/activities?studio=wen')
  await expect(page.getByText('6 次活动（6 次还没到日子），出勤都已记录')).toBeVisible()
  await picture(page, 'activities-usual')
  await expectAccessible(page)
  await page.getByRole('grid', { name: '活动列表' }).focus()
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter')
  await expect(page.getByRole('heading', { name: '《背影》公开课（第5场）' })).toBeVisible()

  await goTo(page, '/activities?view=calendar')
  await expect(page.getByRole('rowheader', { name: /第6周/ })).toBeVisible()
  await expect(page.getByText('国庆节').first()).toBeVisible()
  await picture(page, 'activities-calendar')
  await expectAccessible(page)
  await page.getByRole('gridcell', { name: '2026年8月31日' }).focus()
  await press(page, 'ArrowDown', 'ArrowRight', 'Enter')
  await expect(page).toHaveURL(/\/activities\/new\?day=2026-09-08$/)
  await expect(page.getByLabel('日期')).toHaveValue('2026-09-08')

  await goTo(page, '/activities?view=totals&studio=wen')
  await expect(page.getByRole('table', { name: '出勤合计' })).toBeVisible()
  await picture(page, 'activities-totals')
  await expectAccessible(page)
  await page.getByRole('button', { name: '顾云舒 应到 5' }).click()
  await expect(page.getByRole('table', { name: '计算依据' }).getByRole('row')).toHaveCount(6)
  await picture(page, 'activities-behind')
  await expectAccessible(page)
})

test('an activity goes to the recycle bin with a reason and comes back from there', async ({ page, school }) => {
  await openSchool(page, school)
  const [id = ''] = await seedTerm(school)
  await goTo(page, `/activities/${id}`)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '移到回收站' }).click()
  await expect(page.getByText('10 人的出勤和 0 个附件一起移走')).toBeVisible()
  await page.getByLabel('原因').fill('登记重了')
  await page.keyboard.press('Enter')
  await expect(page.getByText('5 次活动')).toBeVisible()
  await page.getByRole('button', { name: '回收站' }).click()
  await page.getByRole('grid', { name: '活动列表' }).getByText('第1次例会').click()
  await expect(page.getByText('原因：登记重了')).toBeVisible()
  await picture(page, 'activity-removed')
  await expectAccessible(page)
  await page.getByRole('button', { name: '恢复' }).click()
  await expect(page.getByLabel('活动名称')).toHaveValue('第1次例会')
})

test('a member reads the activities of her studio and can change nothing', async ({ page, school }) => {
  await openSchool(page, school)
  const [id = ''] = await seedTerm(school)
  await school.test.admin.call('accounts.add', { signInName: 'yunshu', displayName: '顾云舒', role: 'member', personId: 'wen-p2', password: 'Xingtan-2026' })
  await page.context().clearCookies()
  await school.signIn(page, 'yunshu')
  await goTo(page, '/activities')
  await expect(page.getByText('6 次活动')).toBeVisible()
  await expect(page.getByRole('button', { name: '登记活动' })).toHaveCount(0)
  await goTo(page, `/activities/${id}`)
  await expect(page.getByText('会议开始。')).toBeVisible()
  await expect(page.getByRole('button', { name: '保存' })).toHaveCount(0)
  await picture(page, 'activity-member')
  await expectAccessible(page)
})

test('a guest from another school is found by name and stands on the sheet beside the members', async ({ page, school }) => {
  await openSchool(page, school)
  seedPerson(school.test.folder, { id: 'guest', name: '方来宾' })
  const [id = ''] = await seedTerm(school)
  await goTo(page, `/activities/${id}`)
  await page.getByRole('combobox', { name: '加入列席人员' }).focus()
  await page.keyboard.type('方来')
  await expect(page.locator('.ant-select-item-option', { hasText: '方来宾' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radiogroup', { name: '方来宾的出勤' })).toBeVisible()
  await press(page, 'F2', '2', 'Control+s')
  await expect(page.getByText('已保存「第1次例会」，记录 11 人出勤')).toBeVisible()
  expect((await school.test.admin.call('activities.get', { id })).people.at(-1)).toMatchObject({ name: '方来宾', role: null, mark: 'late' })
})

test('a full term of three studios, and a list that cannot be read', async ({ page, school }) => {
  await openSchool(page, school)
  seedStudio(school.test.folder, { id: 'shu', name: '梁叙数学名师工作室' }, ['梁叙', '苏照', '何嘉言'].map((name) => ({ name })))
  seedStudio(school.test.folder, { id: 'ban', name: '云溪县第一期名班主任工作室（初中组）' }, ['温如故', '任清扬'].map((name) => ({ name })))
  for (let at = 0; at < 90; at++) {
    const heldOn = new Date(Date.UTC(2026, 8, 1 + Math.floor(at * 1.5))).toISOString().slice(0, 10)
    const studioId = ['wen', 'shu', 'ban'][at % 3] ?? 'wen'
    const fields = { ...meeting(at, heldOn), studioId, title: at % 5 === 0 ? '“大单元视角下的整本书阅读教学设计与实施”专题研讨暨成员课堂展示活动' : `第${at + 1}次例会` }
    await school.test.admin.call('activities.save', { id: null, revision: null, fields, sheet: [{ personId: `${studioId}-p1`, mark: 'present', note: null }] })
  }
  await goTo(page, '/activities?kind=regularMeeting,openLesson')
  await expect(page.getByText('共 90 行')).toBeVisible()
  await picture(page, 'activities-full')
  await expectAccessible(page)
  // Two conditions taken away so quickly that the page is not drawn in between: both are gone.
  await page.evaluate(() => { for (const chip of document.querySelectorAll<HTMLElement>('.filter-chip button')) chip.click() })
  await expect(page.getByText('共 90 行')).toBeVisible()
  await expect(page).toHaveURL(/\/activities$/)
  await page.getByRole('button', { name: '筛选' }).press('Enter')
  await expect(page.getByRole('combobox', { name: '类别' })).toBeFocused()
  await page.keyboard.type('送教')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: '备案' }).click()
  await page.getByTitle('待审批', { exact: true }).click()
  await expect(page.getByRole('button', { name: '去掉条件 备案：待审批' })).toBeVisible()
  await picture(page, 'activities-filters')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '筛选，已有 2 个条件' })).toBeFocused()
  await page.getByRole('button', { name: '去掉全部条件' }).press('Enter')
  await expect(page.getByText('共 90 行')).toBeVisible()
  await page.getByText('日历', { exact: true }).click()
  await expect(page.getByRole('grid', { name: '学期日历' })).toBeVisible()
  await picture(page, 'activities-calendar-full')
  await page.getByText('出勤合计', { exact: true }).click()
  await expect(page.getByRole('rowheader', { name: '梁叙数学名师工作室' })).toBeVisible()
  await picture(page, 'activities-totals-full')
  await expectAccessible(page)

  await page.route('**/call', (route) => route.request().postData()?.includes('activities.list') ? route.abort() : route.continue())
  await goTo(page, '/activities')
  await expect(page.getByRole('alert')).toContainText('与程序的连接断开了')
  await picture(page, 'activities-error')
  await expectAccessible(page)
})
