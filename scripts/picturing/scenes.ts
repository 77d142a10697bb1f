import { demoAccess, demoSchool } from '../../electron/demo/demo-school.ts'
import { demoRosterPath } from '../../electron/demo/seed-demo.ts'
import { must } from '../../shared/must.ts'
import { type Extent, resources, type Stage } from './stage.ts'

/** Keeps the page, or a part of it, as `docs/pictures/<name>.png`. */
export type Take = (name: string, extent?: Extent) => Promise<void>

/** A code of the right shape that opens nothing; a real one would be another in every picture. */
const sampleCode = '7KQ2M-XW4TD-9HBRA-V3N8C-EP6YJ'

/** From the empty program to the roster's problems. */
export async function firstDay({ page, enter, go }: Stage, take: Take): Promise<void> {
  const next = page.getByRole('button', { name: '下一步' })
  await enter()
  await page.getByLabel('学校全称').fill(demoSchool.name)
  await page.getByLabel('简称（可不填）').fill(demoSchool.shortName)
  await page.getByLabel('主管教育局').fill(demoSchool.bureauName)
  await page.getByLabel('县、区（可不填）').fill(demoSchool.county)
  await take('first-start')
  await next.click()
  await page.getByText('所有记录、附件和备份都放在这个资料夹里').waitFor()
  await next.click()
  await page.getByLabel('您的姓名').fill('教务处管理员')
  await page.getByLabel('密码', { exact: true }).fill(demoAccess.password)
  await page.getByLabel('再输一遍密码').fill(demoAccess.password)
  await next.click()
  await page.getByText(/教学周 \d+ 周/).waitFor()
  await next.click()
  await page.getByRole('button', { name: '开始使用' }).click()
  await page.getByTestId('recovery-code').evaluate((element, code) => {
    element.textContent = code
  }, sampleCode)
  await take('recovery-code')
  await page.getByRole('checkbox', { name: '已打印或抄好' }).check()
  await page.getByRole('button', { name: '进入杏坛' }).click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  await go('/people/import')
  await page.getByTestId('roster-file').setInputFiles(demoRosterPath(resources))
  await page.getByRole('button', { name: '下一步：核对问题' }).click()
  await page.getByText('第 23 行 F 列', { exact: false }).first().waitFor()
  await take('roster-import', 'inside')
}

/** Through the made-up school in the middle of a term. */
export async function inTheTerm({ page, demo, enter, go }: Stage, take: Take): Promise<void> {
  const { chineseStudioId, hostPersonId, activityIds } = must(demo, 'the demo school stands')
  await enter()
  await page.getByLabel('登录名').fill(demoAccess.signInName)
  await page.getByLabel('密码', { exact: true }).fill(demoAccess.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '待办' }).or(page.getByText('待办').first()).first().waitFor()
  await take('workbench')

  await go('/people')
  await page.getByRole('grid', { name: '人员名单' }).waitFor()
  await take('people', 'inside')
  await go(`/people/${hostPersonId}`)
  await page.getByRole('heading', { name: '所在工作室' }).waitFor()
  await take('person', 'inside')

  await go(`/studios/${chineseStudioId}`)
  await page.getByRole('heading', { name: '规程核对' }).waitFor()
  await take('studio', 'inside')

  await go(`/activities/new?studio=${chineseStudioId}&day=2026-11-20`)
  await page.getByLabel('活动名称').fill('语文工作室第3次集体交流')
  await page.getByRole('radiogroup', { name: /的出勤$/ }).first().waitFor()
  await page.keyboard.press('F2')
  for (const key of ['1', '1', '3', '1', '2', '1']) await page.keyboard.press(key)
  await take('activity', 'inside')
  await go('/activities?view=calendar')
  await page.getByRole('grid', { name: '学期日历' }).or(page.getByLabel('学期日历')).first().waitFor()
  await take('calendar', 'inside')

  await go(`/ledger/${chineseStudioId}`)
  await page.getByRole('grid', { name: '经费流水' }).waitFor()
  await take('fund', 'inside')
  await page.getByRole('button', { name: '拨款' }).first().click()
  await page.getByRole('dialog').getByLabel('计数名单').waitFor()
  await take('allotment', page.locator('.ant-modal-container, .ant-modal-content').first())

  const [, secondActivity] = activityIds
  await go(`/documents?form=activity-record&studio=${chineseStudioId}&activity=${must(secondActivity, 'the demo has activities')}`)
  await page.getByRole('region', { name: '预览' }).getByText('第 1 页').first().waitFor()
  await take('documents', 'inside')

  await go('/audit')
  await page.getByRole('grid', { name: '操作日志' }).waitFor()
  await take('audit', 'inside')
  await go('/settings')
  await page.getByRole('heading', { name: '学期与节假日' }).first().waitFor()
  await page.getByRole('heading', { name: '学期与节假日' }).first().scrollIntoViewIfNeeded()
  await take('settings', 'inside')
}
