import { read, utils } from '@e965/xlsx'
import { readFileSync } from 'node:fs'
import { must } from '../../shared/must.ts'
import { password } from '../fixtures/program.ts'
import { aStudioOfSix } from '../fixtures/studio-of-six.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, goTo, picture, test, type School } from './support/school.ts'

const termKey = '2026-1'

/** A full term: an allotment, two dozen expenses, two of them reversed. */
async function aFullTerm(school: School, studioId: string): Promise<void> {
  const { admin } = school.test
  const base = { studioId, termKey, note: null }
  await admin.call('ledger.postPerHead', { ...base, happenedOn: '2026-09-01', rule: { countingOn: '2026-09-01', rolesCounted: ['host', 'member'] }, rate: '300', expectedCount: 6 })
  await admin.call('ledger.postAmount', { ...base, happenedOn: '2026-09-02', amount: '20,000', summary: '学校追加的课题研究经费' })
  const categories = ['图书资料', '差旅费', '专家讲课费', '会务费', '办公用品', '印刷费', '其他']
  for (let at = 0; at < 24; at++) {
    const entry = await admin.call('ledger.postExpense', {
      ...base, happenedOn: '2026-09-03', amount: `${(at + 1) * 37}.${at % 10}5`, summary: at % 5 === 0 ? '赴云溪县第一中学观摩省级精品课并参加课后研讨的往返交通费和工作餐' : `购买教研用书第 ${at + 1} 批`,
      category: categories[at % categories.length] ?? null, payee: '云溪县新华书店', invoiceCode: null, invoiceNo: `2611200000000000${String(at).padStart(4, '0')}`,
      activityId: null, handledBy: '江一帆', witnessedBy: '何雨禾', approvedBy: '陶秋蓝', warningsSeen: true,
    })
    if (at === 4 || at === 9) await admin.call('ledger.reverse', { entryId: entry.id, happenedOn: '2026-09-03', reason: '金额记错' })
  }
}

test('a clerk gives the money for six people, spends some, undoes one entry and takes the sheet to Excel, by keyboard alone', async ({ page, school, keys }) => {
  aStudioOfSix(school.test)
  await school.openWindow(page)
  await keys.signIn('admin', password)
  await keys.push(page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '经费' }))
  await expect(page.getByRole('grid', { name: '经费一览' })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'ledger-overview')

  await keys.to(page.getByRole('grid', { name: '经费一览' }))
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: '陶秋蓝语文工作室的经费' })).toBeVisible()
  await expect(page.getByText('本学期还没有账')).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'ledger-account-empty')

  await keys.push(page.getByRole('button', { name: '拨款' }).first())
  const allot = page.getByRole('dialog')
  await expect(allot.getByText('6 人 × 300.00 =')).toBeVisible()
  await expect(allot.locator('.allot-sum').getByText('壹仟捌佰元整')).toBeVisible()
  await expect(allot.getByRole('row', { name: /陶秋蓝 首席教师 ✓ 计入/ })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'ledger-allotment')
  await keys.push(allot.getByRole('button', { name: '拨款 1,800.00 元' }))
  await expect(page.getByText('已拨款 1,800.00 元（6 人，第 1 笔），结余 1,800.00 元')).toBeVisible()
  await expect(allot).toBeHidden()

  await keys.press('Control+n')
  const form = page.getByRole('dialog')
  await expect(form.getByLabel('金额')).toBeFocused()
  await keys.type('１，２００.5')
  await expect(form.getByText('壹仟贰佰元零伍角整')).toBeVisible()
  await keys.write(form.getByLabel('用途'), '购买教研用书')
  await keys.press('Tab')
  await keys.type('图书资料')
  await keys.press('Tab')
  await keys.type('云溪县新华书店')
  await keys.write(form.getByLabel('经手人'), '江一帆')
  await keys.write(form.getByLabel('发票号码'), '1234567')
  await keys.press('Tab')
  await expect(form.getByText('发票号码有 7 位').first()).toBeVisible()
  await keys.press('Control+s')
  await expect(form.getByRole('button', { name: '核对无误，仍要登记' })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'ledger-expense-warned')
  await keys.write(form.getByLabel('发票号码'), '12345678901234567890')
  await keys.press('Control+s')
  await expect(page.getByText('已登记支出 1,200.50 元（第 2 笔），结余 599.50 元')).toBeVisible()
  await expect(form.getByText('本次已登记 1 笔')).toBeVisible()
  await expect(form.getByLabel('金额')).toBeFocused()

  await keys.type('600')
  await keys.write(form.getByLabel('用途'), '差旅费')
  await keys.press('Control+s')
  await expect(form.getByText('超出 0.50 元').first()).toBeVisible()
  await picture(page, 'ledger-expense-refused')
  await keys.write(form.getByLabel('金额'), '99.5')
  await keys.push(form.getByRole('button', { name: '沿用上次' }))
  await expect(form.getByLabel('经手人')).toHaveValue('江一帆')
  await keys.push(form.getByRole('button', { name: '保存', exact: true }))
  await expect(form).toBeHidden()

  const list = page.getByRole('grid', { name: '经费流水' })
  await keys.push(list.getByRole('button', { name: '冲销第 3 笔' }))
  const reversal = page.getByRole('dialog')
  await expect(reversal.getByText('结余由 500.00 元变为 599.50 元')).toBeVisible()
  await keys.write(reversal.getByLabel('冲销原因'), '金额记错')
  await expectAccessible(page)
  await picture(page, 'ledger-reversal')
  await keys.press('Control+s')
  await expect(page.getByText('已冲销第 3 笔（红字第 4 笔），结余 599.50 元')).toBeVisible()
  await expect(list.getByText('已由第 4 笔冲销')).toBeVisible()
  await expect(reversal).toBeHidden()
  await expectAccessible(page)
  await picture(page, 'ledger-account')

  await keys.push(page.getByRole('button', { name: '本期支出' }))
  await expect(list.getByRole('row')).toHaveCount(4)
  await keys.push(page.getByRole('button', { name: /^结余\s*599\.50/ }))
  await expect(list.getByRole('row')).toHaveCount(5)
  await keys.to(list)
  await keys.press('Home')
  await keys.press('Enter')
  await expect(page.getByRole('dialog').getByText('6 人 × 300.00 元').first()).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'ledger-entry')
  await keys.press('Escape')

  const saved = page.waitForEvent('download')
  await keys.choose(page.getByRole('main').getByRole('button', { name: '更多' }), '导出 Excel')
  expect((await saved).suggestedFilename()).toBe('陶秋蓝语文工作室经费使用明细（2026—2027学年第一学期）.xlsx')
  const list2 = page.waitForEvent('download')
  await keys.push(page.getByRole('button', { name: '导出 Excel' }))
  const listFile = await list2
  expect(listFile.suggestedFilename()).toBe('经费流水.xlsx')
  const book = read(readFileSync(await listFile.path()))
  const rows = utils.sheet_to_json<(string | number)[]>(must(book.Sheets[must(book.SheetNames[0], 'one sheet')], 'one sheet'), { header: 1 })
  expect(rows[1]).toEqual(['第几笔', '日期', '类别', '事由', '科目', '金额', '结余'])
  expect(rows).toHaveLength(6)
  expect(rows[3]).toMatchObject({ 5: -1200.5, 6: 599.5 })
})

test('a long account stays readable at 1366 × 768', async ({ page, school }) => {
  const { studioId } = aStudioOfSix(school.test)
  await aFullTerm(school, studioId)
  await school.signIn(page)
  await goTo(page, `/ledger?studio=${studioId}`)
  await expect(page.getByRole('grid', { name: '经费流水' })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'ledger-account-full')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await goTo(page, '/ledger')
  await expect(page.getByText('48%')).toBeVisible()
  await picture(page, 'ledger-overview-full')
})

test('an allotment that somebody else has just made is told, not doubled', async ({ page, school }) => {
  const { studioId } = aStudioOfSix(school.test)
  await school.signIn(page)
  await goTo(page, `/ledger/${studioId}`)
  await page.getByRole('button', { name: '拨款' }).first().click()
  const allot = page.getByRole('dialog')
  await expect(allot.getByText('6 人 × 300.00 =')).toBeVisible()
  await school.test.admin.call('ledger.postPerHead', {
    studioId, termKey, happenedOn: '2026-09-03', rule: { countingOn: '2026-09-01', rolesCounted: ['host', 'member'] }, rate: '300', expectedCount: 6, note: null,
  })
  await allot.getByRole('button', { name: '拨款 1,800.00 元' }).click()
  await expect(allot.getByText('本学期已按人数拨过款（第 1 笔）')).toBeVisible()
  await expect(allot.getByRole('button', { name: /拨款$/ })).toBeDisabled()
  await expectAccessible(page)
  await picture(page, 'ledger-allotment-refused')
})

test('one expense with a doubtful invoice, confirmed after 「保存」, closes the form as 「保存」 does', async ({ page, school }) => {
  const { studioId } = aStudioOfSix(school.test)
  await school.test.admin.call('ledger.postAmount', { studioId, termKey, note: null, happenedOn: '2026-09-02', amount: '2,000', summary: '活动经费' })
  await school.signIn(page)
  await page.goto(new URL(`/ledger/${studioId}`, page.url()).href)
  await page.getByRole('button', { name: '登记支出' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('金额').fill('86.50')
  await form.getByLabel('用途').fill('购书')
  await form.getByLabel('科目').fill('图书资料')
  await form.getByLabel('发票号码').fill('123')
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await form.getByRole('button', { name: '核对无误，仍要登记' }).click()
  await expect(page.getByText('已登记支出 86.50 元', { exact: false }).first()).toBeVisible()
  await expect(form).toBeHidden()
})

test('a host sees her own account without a button to write, a member no money at all', async ({ page, school, context }) => {
  const studio = aStudioOfSix(school.test)
  const account = (role: 'host' | 'member', place: number) => school.test.admin.call('accounts.add', {
    signInName: role, displayName: '陶秋蓝', role, personId: studio.people[place]?.personId ?? null, password: 'Xingtan-2026',
  })
  await account('host', 0)
  await account('member', 1)
  await school.signIn(page, 'host')
  await goTo(page, `/ledger/${studio.studioId}`)
  await expect(page.getByRole('heading', { name: '陶秋蓝语文工作室的经费' })).toBeVisible()
  await expect(page.getByRole('button', { name: '登记支出' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '拨款' })).toHaveCount(0)
  await picture(page, 'ledger-account-host')
  await context.clearCookies()
  await school.signIn(page, 'member')
  await expect(page.getByRole('link', { name: '经费' })).toHaveCount(0)
  await goTo(page, `/ledger/${studio.studioId}`)
  await expect(page.getByRole('alert')).toContainText('没有这项权限')
  await expectAccessible(page)
  await picture(page, 'ledger-account-refused')
})

test('a school without studios is told what the page is for', async ({ page, school }) => {
  await school.signIn(page)
  await goTo(page, '/ledger')
  await expect(page.getByText('还没有工作室')).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'ledger-overview-empty')
})
