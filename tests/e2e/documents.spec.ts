import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { schoolWithPapers } from '../fixtures/documents/school-with-papers.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, picture, test } from './support/school.ts'

const open = (page: Page, path: string) => page.goto(new URL(path, page.url()).href)

test('a clerk chooses a form, looks at its pages, saves it with Ctrl+S and finds it in the list', async ({ page, school }) => {
  const { studioId, activityId } = await schoolWithPapers(school.test)
  await school.signIn(page)
  await open(page, '/documents')
  await expect(page.getByText('先选一种表格')).toBeVisible()
  await expect(page.getByText('还没有生成过文书')).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'documents-empty')

  await open(page, `/documents?form=activity-record&studio=${studioId}&activity=${activityId}`)
  const paper = page.getByRole('region', { name: '预览' })
  await expect(paper.getByText('“整本书阅读”同课异构研讨').first()).toBeVisible()
  await expect(page.getByText('资料齐全')).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'documents-activity')

  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').getByText('已保存到 文书/2026—2027学年第一学期/陈思远名师工作室/')).toBeVisible()
  // One message says it, beside the button; no second one over the page.
  await expect(page.locator('.ant-message-notice')).toHaveCount(0)
  await expect(page.getByRole('status').getByRole('button', { name: '打开文件夹' })).toBeVisible()
  expect(readdirSync(join(school.test.folder, '文书', '2026—2027学年第一学期', '陈思远名师工作室'))).toHaveLength(1)
  await expect(page.getByRole('grid', { name: '已生成的文书' }).getByText('陈思远名师工作室活动（会议）记录表')).toBeVisible()
  await picture(page, 'documents-saved')
  const download = page.waitForEvent('download')
  await page.getByRole('status').getByRole('button', { name: '另存为' }).click()
  expect((await download).suggestedFilename()).toContain('活动（会议）记录表')

  // In print only the paper is left.
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
  await expect(page.locator('.form-print').getByText('录播教室').first()).toBeVisible()
})

test('by keyboard alone: what is missing is told with its record, numbers stay masked until they are wanted in full', async ({ page, school }) => {
  const { studioId } = await schoolWithPapers(school.test)
  await school.signIn(page)
  await open(page, `/documents?studio=${studioId}`)
  await page.getByRole('button', { name: /学员（成员）申请表/ }).focus()
  await page.keyboard.press('Enter')
  const person = page.getByRole('combobox', { name: '工作室里的人' })
  await person.focus()
  await page.keyboard.type('许静姝')
  await page.keyboard.press('Enter')
  const paper = page.getByRole('region', { name: '预览' })
  await expect(paper.getByText('110105************')).toBeVisible()
  await expect(paper.locator('img')).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'documents-member')
  await page.getByRole('radio', { name: '完整（上报用）' }).focus()
  await page.keyboard.press('Space')
  await expect(paper.getByText('11010519491231002X')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').getByText('（许静姝）.docx')).toBeVisible()
  const log = (await school.test.admin.call('audit.list', {})).rows.map(({ summary }) => summary)
  expect(log.filter((summary) => summary.startsWith('预览'))).toHaveLength(1)

  await open(page, `/documents?form=host-application&studio=${studioId}`)
  await page.getByRole('combobox', { name: '工作室里的人' }).focus()
  await page.keyboard.type('陈思远')
  await page.keyboard.press('Enter')
  await expect(page.getByText('职务、出生年月、学历')).toBeVisible()
  await picture(page, 'documents-host')
})

test('one for every member, the statement and the notice', async ({ page, school }) => {
  const { studioId } = await schoolWithPapers(school.test)
  await school.signIn(page)
  await open(page, `/documents?form=member-application&studio=${studioId}`)
  await page.getByRole('button', { name: '全部成员各一份' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('给 5 名成员各做一份')).toBeVisible()
  await dialog.getByRole('button', { name: '生成 5 份' }).click()
  await expect(dialog.getByText('已保存 5 份')).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'documents-batch')
  await dialog.getByRole('button', { name: '关闭', exact: true }).last().click()
  await expect(page.getByText('共 5 行')).toBeVisible()

  await open(page, `/documents?form=fund-statement&studio=${studioId}`)
  await expect(page.getByRole('region', { name: '预览' }).getByText('人民币壹仟叁佰壹拾叁元捌角整').first()).toBeVisible()
  // A page across fits the room as well: nothing is pushed sideways unless she wants it larger.
  const desk = page.getByRole('region', { name: '预览' })
  const sideways = () => desk.evaluate((section) => section.scrollWidth - section.clientWidth)
  expect(await sideways()).toBeLessThanOrEqual(0)
  await picture(page, 'documents-fund')
  await page.getByRole('radiogroup', { name: '预览大小' }).getByText('原大').click()
  await expect.poll(sideways).toBeGreaterThan(200)
  await picture(page, 'documents-fund-large')
  await open(page, `/documents?form=member-list-notice&studio=${studioId}`)
  await page.getByLabel('受理电话（办公电话）').fill('0575-81230000')
  await expect(page.getByRole('region', { name: '预览' }).getByText('0575-81230000').first()).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'documents-notice')
  expect(existsSync(join(school.test.folder, '文书'))).toBe(true)
})

test('a host without a studio of that name is told why she may not', async ({ page, school }) => {
  const { studioId, host } = await schoolWithPapers(school.test)
  await school.test.admin.call('accounts.add', { signInName: 'guwen', displayName: '陈思远', role: 'host', personId: host, password: 'Xingtan-2026' })
  await school.signIn(page, 'guwen')
  await open(page, `/documents?form=fund-statement&studio=${studioId}`)
  await expect(page.getByRole('region', { name: '预览' }).getByText('购整本书阅读教学用书').first()).toBeVisible()
  await open(page, '/documents?form=fund-statement&studio=other')
  await expect(page.getByText('您的账号只能修改自己主持的工作室的记录').first()).toBeVisible()
  await picture(page, 'documents-refused')
})
