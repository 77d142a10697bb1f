import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { must } from '../../shared/must.ts'
import { addPeople } from '../fixtures/people.ts'
import { expect, goTo, test } from './support/school.ts'

/** The lines of the sheet that 「导出 Excel」 hands over: title, heads, rows. */
async function exported(page: Page): Promise<(string | number)[][]> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  const book = read(readFileSync(await (await download).path()))
  return utils.sheet_to_json<(string | number)[]>(must(book.Sheets[must(book.SheetNames[0], 'one sheet')], 'one sheet'), { header: 1 })
}

test('a list of which only the first part is loaded is exported whole, as it is filtered and sorted', async ({ page, school }) => {
  addPeople(school.test, Array.from({ length: 630 }, (_, at) => ({
    name: `陶${String(at).padStart(3, '0')}`, subject: at % 2 === 0 ? '语文' : '数学', schoolName: '云溪县第一中学', staffNo: String(at),
  })))
  await school.signIn(page)
  await goTo(page, '/people')
  await expect(page.getByText('共 630 行')).toBeVisible()
  await page.getByRole('button', { name: '姓名' }).click()
  await page.getByRole('button', { name: /^姓名/ }).click()
  await expect(page.getByRole('columnheader', { name: /姓名/ })).toHaveAttribute('aria-sort', 'descending')
  const [title, heads, ...all] = await exported(page)
  expect([title?.[0], heads?.[0]]).toEqual(['人员名单', '姓名'])
  expect(all.map(([name]) => name)).toEqual(Array.from({ length: 630 }, (_, at) => `陶${String(629 - at).padStart(3, '0')}`))
  await expect(page.getByText('已导出 630 行')).toBeVisible()

  await goTo(page, '/people?subject=数学')
  await expect(page.getByText('共 315 行')).toBeVisible()
  const [, , ...filtered] = await exported(page)
  expect(filtered).toHaveLength(315)
  await page.getByRole('button', { name: '复制到 Excel' }).click()
  await expect(page.getByText('已复制 315 行')).toBeVisible()

  await page.getByRole('checkbox', { name: '选择第 2 行' }).check()
  const [, , ...chosen] = await exported(page)
  expect(chosen).toHaveLength(1)
})

test('the log is exported from the newest entry to the very first, not only what is shown', async ({ page, school }) => {
  for (let at = 0; at < 230; at++) await school.test.admin.call('school.saveSettings', { idleMinutes: 10 + (at % 20) })
  await school.signIn(page)
  await goTo(page, '/audit')
  await expect(page.getByRole('button', { name: '更早的记录' })).toBeVisible()
  const [, , ...rows] = await exported(page)
  const { rows: [newest] } = await school.test.admin.call('audit.list', { limit: 1 })
  expect(rows).toHaveLength(must(newest, 'the log has entries').seq)
})
