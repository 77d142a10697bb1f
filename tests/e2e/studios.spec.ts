import type { Page } from '@playwright/test'
import { addPeople } from '../fixtures/people.ts'
import { password } from '../fixtures/program.ts'
import { aStudio, otherSchool, ownSchool } from '../fixtures/studios.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, goTo, openArea, picture, type School, test } from './support/school.ts'

/** Made-up teachers. */
const teachers = [
  { name: '陈思远', schoolName: ownSchool, subject: '语文', professionalTitle: '高级教师' },
  { name: '李文静', schoolName: ownSchool, subject: '语文', professionalTitle: '一级教师' },
  { name: '王海峰', schoolName: ownSchool, subject: '语文', professionalTitle: '一级教师' },
  { name: '赵雨桐', schoolName: ownSchool, subject: '语文', professionalTitle: '二级教师' },
  { name: '单明哲', schoolName: ownSchool, subject: '语文', professionalTitle: '二级教师' },
  { name: '周若兰', schoolName: otherSchool, subject: '语文', professionalTitle: '一级教师' },
  { name: '吴嘉树', schoolName: otherSchool, subject: '语文', professionalTitle: '高级教师' },
  { name: '郑晓枫', schoolName: otherSchool, subject: '数学', professionalTitle: '一级教师' },
]

async function openStudios(page: Page, school: School): Promise<void> {
  await school.signIn(page)
  await openArea(page, '工作室')
}

const pick = async (page: Page, label: string, typed: string, name: string) => {
  await page.getByLabel(label, { exact: true }).focus()
  await page.keyboard.type(typed)
  await expect(page.locator('.ant-select-item-option-active', { hasText: name })).toBeVisible()
  await page.keyboard.press('Enter')
}

test('a studio is set up by keyboard alone: the scheme suggests name and cycle, the host is found by initials', async ({ page, school, keys }) => {
  addPeople(school.test, teachers)
  await school.openWindow(page)
  await keys.signIn('admin', password)
  await keys.push(page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '工作室', exact: true }))
  await expect(page.getByRole('heading', { name: '工作室', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: '还没有工作室' })).toBeVisible()
  await picture(page, 'studios-empty')
  await expectAccessible(page)

  await page.keyboard.press('Control+n')
  await expect(page.getByRole('heading', { name: '新建工作室' })).toBeVisible()
  await page.getByLabel('遵循的规程').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.ant-select-dropdown:visible')).toBeVisible()
  await picture(page, 'studio-new-schemes')
  await page.keyboard.type('县级 双向')
  await expect(page.locator('.ant-select-item-option-active')).toContainText('004-04')
  await page.keyboard.press('Enter')
  await pick(page, '主持人', 'csy', '陈思远')
  await expect(page.getByLabel('工作室名称')).toHaveValue('陈思远名师工作室')
  await expect(page.getByLabel('周期开始')).toHaveValue('2026-08-31')
  await expect(page.getByLabel('周期结束')).toHaveValue('2029-08-30')
  await expect(page.getByLabel('学科')).toHaveValue('语文')
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0)
  await picture(page, 'studio-new')
  await expectAccessible(page)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: '陈思远名师工作室' })).toBeVisible()
  await expect(page.getByText('成员 0 人，规定 7 人，还差 7 人')).toBeVisible()

  await page.keyboard.press('Control+n')
  await expect(page.getByRole('dialog', { name: '加入成员' })).toBeVisible()
  await pick(page, '人员', 'dmz', '单明哲')
  await pick(page, '人员', '周若', '周若兰')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog').getByText('成员 2 人，规定 7 人，还差 5 人')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('grid', { name: '在任成员' }).getByText('周若兰')).toBeVisible()
  await expect(page.getByText('3 人 ·')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: '工作室名单' }).getByText('陈思远名师工作室')).toBeVisible()
})

test('what is half filled in is not lost by a step aside, and what is missing is said at its field', async ({ page, school }) => {
  await openStudios(page, school)
  await page.keyboard.press('Control+n')
  await page.getByLabel('备注').fill('待定')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('请选择规程', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('请填写工作室名称')).toBeVisible()
  await picture(page, 'studio-new-errors')
  await page.getByRole('link', { name: '工作台' }).click()
  await expect(page.getByRole('dialog', { name: '还没有保存' })).toBeVisible()
  await page.getByRole('button', { name: '继续填写' }).click()
  await expect(page.getByLabel('备注')).toHaveValue('待定')
  await page.keyboard.press('Tab')
  await page.getByRole('link', { name: '工作台' }).click()
  // What cannot be saved is not left: the form says what is missing.
  await page.getByRole('button', { name: '保存并离开' }).click()
  await expect(page.getByRole('dialog', { name: '还没有保存' })).toBeHidden()
  await expect(page.getByText('请填写工作室名称')).toBeVisible()
  await page.getByRole('link', { name: '工作台' }).click()
  await page.getByRole('button', { name: '不保存，离开' }).click()
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()

  addPeople(school.test, teachers)
  const { id } = await aStudio(school.test, { name: '许一帆名师工作室' }, { hostName: '许一帆' })
  await goTo(page, `/studios/${id}/edit`)
  await page.getByLabel('备注').fill('每月交流一次')
  await page.getByRole('link', { name: '工作台' }).click()
  await page.getByRole('button', { name: '保存并离开' }).click()
  await expect(page.getByText('已保存基本信息')).toBeVisible()
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
})

test('the first members begin with the cycle, whoever comes later on the day of entry, and nobody before the cycle has begun', async ({ page, school }) => {
  const ids = addPeople(school.test, teachers)
  const begun = await aStudio(school.test, { name: '许一帆名师工作室' }, { hostName: '许一帆' })
  const coming = await aStudio(school.test, { name: '高远名师工作室' }, { hostName: '高远', cycle: { startsOn: '2027-02-22', endsOn: '2030-02-21' } })
  school.test.clock.goTo('2026-11-22')
  await school.signIn(page)
  const suggested = async (studioId: string, day: string) => {
    await goTo(page, `/studios/${studioId}`)
    await page.getByRole('button', { name: '加入成员' }).first().click()
    await expect(page.getByRole('dialog').getByLabel('从哪天起')).toHaveValue(day)
  }
  // Entered in November, they are there since September, so that they are counted for the term's money.
  await suggested(begun.id, '2026-09-01')
  await suggested(coming.id, '2027-02-22')
  await school.test.admin.call('accounts.unlock', { password })
  await school.test.admin.call('studios.addMembers', { studioId: begun.id, people: [{ personId: ids[0] ?? '', role: 'member' }], fromOn: '2026-09-01', exceptionReason: null })
  await suggested(begun.id, '2026-11-22')
  await pick(page, '人员', 'lwj', '李文静')
  await page.getByRole('button', { name: '加入 1 人' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('grid', { name: '在任成员' }).getByRole('row', { name: /李文静/ })).toContainText('2026-11-22')
})

test('a limit that would be overstepped is shown before saving, and is let pass only with a reason', async ({ page, school }) => {
  const ids = addPeople(school.test, teachers)
  const { id } = await aStudio(school.test, { name: '许一帆名师工作室' }, { hostName: '许一帆' })
  await school.test.admin.call('studios.addMembers', {
    studioId: id, people: ids.slice(0, 3).map((personId) => ({ personId, role: 'member' })), fromOn: '2026-09-01', exceptionReason: null,
  })
  await openStudios(page, school)
  await page.getByRole('grid', { name: '工作室名单' }).getByText('许一帆名师工作室').click()
  await expect(page.getByText('本校 4 人 / 共 4 人（满员 8 人），上限 4 人')).toBeVisible()
  await page.getByRole('button', { name: '加入成员' }).click()
  await pick(page, '人员', 'zyt', '赵雨桐')
  await expect(page.getByRole('dialog').getByRole('listitem').filter({ hasText: '超出 1 人' })).toBeVisible()
  // What is missing in her record is filled in on the spot, and judged.
  await page.getByRole('button', { name: '补填赵雨桐的荣誉' }).click()
  await page.keyboard.type('县级骨干教师（2025 年）')
  await picture(page, 'studio-add-fill')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: '人选条件' }).getByText(/符合 1 项/)).toBeVisible()
  await page.getByRole('button', { name: '加入 1 人' }).click()
  await expect(page.getByText('不符合规程，请写明获准的理由')).toBeVisible()
  await picture(page, 'studio-add-overstepped')
  await expectAccessible(page)
  await page.getByLabel('获准理由').fill('县教育局 9 月 1 日同意')
  await page.getByRole('button', { name: '加入 1 人' }).click()
  await expect(page.getByRole('grid', { name: '在任成员' }).getByText('县教育局 9 月 1 日同意')).toBeVisible()
  await expect(page.getByText('已说明理由')).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('what a candidate has done is counted where it is on record, and recorded on the way where it is not', async ({ page, school }) => {
  const [joiner = ''] = addPeople(school.test, [{ name: '何雨禾', schoolName: otherSchool, subject: '语文', bornOn: '1990-05', teachingSince: '2012-08', post: '教师', honours: '区级教学能手（2024 年）' }])
  const { id } = await aStudio(school.test, { name: '许一帆名师工作室', schemeCode: '000-2', level: 'district' }, { hostName: '许一帆' })
  const outcome = (kind: 'project' | 'openLesson', title: string, levelKey: string) => school.test.admin.call('outcomes.save', {
    id: null, revision: null, as: 'confirmed', facts: {
      kind, title, onDay: '2025-03-10', untilDay: null, forPeriod: null, studioId: null, levelKey, characters: null, quantity: 1, metricKey: null, details: {},
      people: [{ personId: joiner, part: kind === 'project' ? 'lead' : 'self', place: null }],
    },
  })
  await outcome('project', '乡土资源进课堂的实践', 'city')
  await outcome('openLesson', '《春》', 'school')
  await school.signIn(page)
  await goTo(page, `/studios/${id}`)
  await page.getByRole('button', { name: '加入成员' }).click()
  await pick(page, '人员', 'hyh', '何雨禾')
  const asked = page.getByRole('region', { name: '人选条件' })
  await expect(asked.getByText('发表在公开刊物的论文已登记 0 篇，规定 1 篇')).toBeVisible()
  const lessons = asked.getByRole('listitem').filter({ hasText: '近 5 年区级及以上公开教学已登记 0 次，规定 1 次，另有 1 条不计入' }).first()
  await lessons.getByText('看 1 条记录').click()
  await expect(lessons.getByText('不计入：级别不够')).toBeVisible()
  await picture(page, 'studio-add-done-before')
  await expectAccessible(page)

  await page.getByRole('button', { name: '登记何雨禾的论文' }).click()
  await expect(page.getByRole('heading', { name: '登记论文', level: 1 })).toBeVisible()
  await expect(page.getByText('您正在加入成员，填好的内容还在')).toBeVisible()
  await page.getByLabel('论文题目').fill('整本书阅读的起步')
  for (const [field, option] of [['情况', '发表'], ['刊物类别', '正规刊物（有 CN 刊号）']] as const) {
    await page.getByRole('combobox', { name: field }).click()
    await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
  }
  // The day of the record is no later than the day from which she joins.
  await page.getByLabel('完成（发表、获奖）日期').fill('2026-05-20')
  await page.keyboard.press('Enter')
  await picture(page, 'studio-add-errand')
  await page.keyboard.press('Control+s')
  // Back where she was, with the same person chosen.
  await expect(page.getByRole('button', { name: '加入 1 人' })).toBeVisible()
  await asked.getByText(/其余 \d+ 项/).click()
  await expect(asked.getByText('发表在公开刊物的论文已登记 1 篇，规定 1 篇')).toBeVisible()
  await picture(page, 'studio-add-done-now')
  await page.getByRole('button', { name: '加入 1 人' }).click()
  await expect(page.getByRole('grid', { name: '在任成员' }).getByRole('row', { name: /何雨禾/ })).toBeVisible()
})

test('a studio in use: members leave with a reason, what was entered by mistake is voided, and both stay to be seen', async ({ page, school }) => {
  const ids = addPeople(school.test, teachers)
  const { id } = await aStudio(school.test, { name: '许一帆名师工作室' }, { hostName: '许一帆' })
  await aStudio(school.test, { name: '云溪三中数学工作室', subject: '数学', schemeCode: '004-03', level: 'school' }, { hostName: '高远' })
  await school.test.admin.call('studios.addMembers', {
    studioId: id, people: [...ids.slice(0, 3), ...ids.slice(5, 8)].map((personId) => ({ personId, role: 'member' })), fromOn: '2026-09-01', exceptionReason: '郑晓枫跨学科参加，局里同意',
  })
  await openStudios(page, school)
  await expect(page.getByText('2 个工作室，8 人次在任')).toBeVisible()
  await picture(page, 'studios-usual')
  await expectAccessible(page)

  await page.getByRole('grid', { name: '工作室名单' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /工作室$/ }).first()).toBeVisible()
  await goTo(page, `/studios/${id}`)
  await expect(page.getByRole('grid', { name: '在任成员' })).toBeVisible()
  await picture(page, 'studio-record')
  await expectAccessible(page)

  await page.getByRole('row', { name: /李文静/ }).getByRole('checkbox').check()
  await page.getByRole('button', { name: '结束任期' }).click()
  await page.getByLabel('原因').fill('调离')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: '结束 1 人的任期' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('row', { name: /王海峰/ }).getByRole('checkbox').check()
  await page.getByRole('button', { name: '作废（录错）' }).click()
  await page.getByLabel('原因').fill('选错人')
  await picture(page, 'studio-void')
  await page.getByRole('button', { name: '作废', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByText(/曾在任和作废的/).click()
  await expect(page.getByRole('grid', { name: '曾在任和作废的任期' }).getByText('作废（录错）：选错人')).toBeVisible()
  await picture(page, 'studio-history')

  await page.getByText('规程没有写清的地方').click()
  await page.getByLabel('只按 7 名成员').click()
  await expect(page.getByText(/本校 2 人 \/ 共 5 人（满员 7 人）/)).toBeVisible()
  await page.getByRole('heading', { name: '规程要点' }).scrollIntoViewIfNeeded()
  await picture(page, 'studio-scheme')
  await expectAccessible(page)
})

test('a studio of any kind shows the whole of its scheme, in the words of that scheme', async ({ page, school }) => {
  const wide = { width: 1366, height: 768 }
  const studios = [
    ['许一帆', { name: '许一帆初中语文名师工作室', schemeCode: '000-4' }, '名师：在县内上公开课（每学年至少 2 次', '至少有 1 名新入职教师'],
    ['高远', { name: '高远名校长工作室', kind: 'principal', schemeCode: '003-P', level: 'province' }, '主持人和每位主要成员：结对帮扶薄弱或乡村校长（至少 2 名', '主要成员　任职年限：满 2 年（任正职校长、正职园长）'],
    ['林夏', { name: '林夏名班主任工作室', kind: 'homeroom', schemeCode: '004-09', level: 'city' }, '每位成员：学期总结（每学期要有，学期末', '本校成员不超过工作室总人数的五分之一（按带头人和成员一起算）'],
    ['杜若衡', { name: '云溪三中双名工作室', kind: 'dual', schemeCode: '004-06', level: 'school' }, '每位成员：个人年度计划（每年要有', '成员（名师工作室）　年龄：不超过 35 岁'],
  ] as const
  await openStudios(page, school)
  for (const [hostName, facts, duty, other] of studios) {
    const { id } = await aStudio(school.test, { ...facts }, { hostName, exceptionReason: '试用' })
    await page.goto(page.url().replace(/studios.*/, `studios/${id}`))
    await expect(page.getByRole('heading', { name: '规程要点' })).toBeVisible()
    await page.getByRole('heading', { name: '规程要点' }).scrollIntoViewIfNeeded()
    await picture(page, `studio-scheme-${facts.schemeCode}`)
    await page.evaluate(() => { for (const section of document.querySelectorAll('details.scheme-section')) section.setAttribute('open', '') })
    await expect(page.getByText(duty)).toBeVisible()
    await expect(page.locator('.scheme-section').getByText(other).first()).toBeVisible()
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(sideways, facts.schemeCode).toBeLessThanOrEqual(wide.width)
    await page.getByText(duty).scrollIntoViewIfNeeded()
    await picture(page, `studio-scheme-${facts.schemeCode}-open`)
    await expectAccessible(page)
  }
})

test('a studio is put into the recycle bin with a reason and brought back', async ({ page, school }) => {
  await aStudio(school.test)
  await openStudios(page, school)
  await page.getByRole('grid', { name: '工作室名单' }).getByText('陈思远名师工作室').click()
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '移入回收站' }).click()
  await page.getByLabel('原因').fill('重复建立')
  await picture(page, 'studio-remove')
  await page.getByRole('dialog').getByRole('button', { name: '移入回收站' }).click()
  await expect(page.getByRole('heading', { name: '还没有工作室' })).toBeVisible()
  await page.getByRole('button', { name: '回收站（1）' }).click()
  await page.getByRole('row', { name: /陈思远名师工作室/ }).getByRole('checkbox').check()
  await picture(page, 'studios-bin')
  await page.getByRole('button', { name: '恢复' }).click()
  await expect(page.getByText('已恢复 1 个工作室')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: '工作室名单' }).getByText('陈思远名师工作室')).toBeVisible()
})

test('a full list stays readable, filters, and a studio that cannot be read says why', async ({ page, school }) => {
  const subjects = ['语文', '数学', '英语', '物理', '化学', '道德与法治']
  for (let at = 1; at <= 24; at++) {
    await aStudio(school.test, { name: `云溪县第三初级中学第 ${at} 名师工作室`, subject: subjects[at % 6] ?? null }, { hostName: `主持${at}` })
  }
  await openStudios(page, school)
  await expect(page.getByText('24 个工作室，24 人次在任')).toBeVisible()
  await picture(page, 'studios-full')
  await expectAccessible(page)
  await page.getByLabel('学科').click()
  await page.keyboard.type('英')
  await page.getByTitle('英语').click()
  await expect(page.getByText('共 4 行')).toBeVisible()
  await goTo(page, '/studios/no-such-studio')
  await expect(page.getByRole('alert')).toContainText('没有找到这个工作室')
  await picture(page, 'studio-error')
  await expectAccessible(page)
})

test('a member finds on the page of her studio only the ways that are open to her', async ({ page, school }) => {
  const [, member = ''] = addPeople(school.test, teachers)
  const { id } = await aStudio(school.test, { name: '许一帆名师工作室' }, { hostName: '许一帆' })
  await school.test.admin.call('studios.addMembers', { studioId: id, people: [{ personId: member, role: 'member' }], fromOn: '2026-09-01', exceptionReason: null })
  await school.test.admin.call('accounts.add', { signInName: 'wenjing', displayName: '李文静', role: 'member', personId: member, password: 'Xingtan-2026' })
  await school.signIn(page, 'wenjing')
  await goTo(page, `/studios/${id}`)
  const index = page.getByRole('navigation', { name: '本页目录' })
  await expect(index.getByRole('link')).toHaveText(['成员', '主题', '成果与记录', '规程核对', '基本信息', '周期', '规程要点', '活动与会议、职责'])
  const ways = page.getByRole('region', { name: '活动与会议、职责' })
  await expect(ways.getByRole('link')).toHaveText(['活动与会议', '职责'])
  await expect(page.getByText('经费', { exact: true })).toHaveCount(0)
  await picture(page, 'studio-member')
})
