import { expect } from '@playwright/test'
import { goToArea, station, walk, type WalkShell } from './steps.ts'

/** The wizard, from the empty window to the workbench. */
export async function firstStart(shell: WalkShell): Promise<void> {
  const { page } = shell
  const next = page.getByRole('button', { name: '下一步' })
  await expect(page.getByRole('heading', { name: '首次设置' })).toBeVisible()
  await page.getByLabel('学校全称').fill(walk.school)
  await page.getByLabel('主管教育局').fill(walk.bureau)
  await station(shell, '01-wizard-school')
  await next.click()
  await expect(page.getByText('所有记录、附件和备份都放在这个资料夹里')).toBeVisible()
  await station(shell, '02-wizard-folder')
  await next.click()
  await page.getByLabel('您的姓名').fill(walk.clerk.name)
  await page.getByLabel('密码', { exact: true }).fill(walk.clerk.password)
  await page.getByLabel('再输一遍密码').fill(walk.clerk.password)
  await station(shell, '03-wizard-administrator')
  await next.click()
  await expect(page.getByText(/教学周 \d+ 周，上课 \d+ 天/)).toBeVisible()
  await station(shell, '04-wizard-term')
  await next.click()
  await expect(page.getByText(walk.school)).toBeVisible()
  await station(shell, '05-wizard-review')
  await page.getByRole('button', { name: '开始使用' }).click()
  await expect(page.getByTestId('recovery-code')).toHaveText(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/)
  await station(shell, '06-wizard-recovery')
  await page.getByRole('checkbox', { name: '已打印或抄好' }).check()
  await page.getByRole('button', { name: '进入杏坛' }).click()
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
  await station(shell, '07-workbench-empty')
}

/** The school's own roster: what is wrong in it is shown, the rest comes in. */
export async function importRoster(shell: WalkShell): Promise<void> {
  const { page } = shell
  await goToArea(shell, '人员')
  await expect(page.getByText('还没有人员')).toBeVisible()
  await page.getByRole('button', { name: '导入 Excel' }).click()
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible()
  await page.getByTestId('roster-file').setInputFiles(walk.roster)
  await expect(page.getByText('共读到 87 人')).toBeVisible({ timeout: 60_000 })
  await station(shell, '08-roster-columns')
  await page.getByRole('button', { name: '下一步：核对问题' }).click()
  for (const problem of ['第 18 位应为 5', '没有 30 日']) await expect(page.getByText(problem).first()).toBeVisible()
  for (const row of [23, 32, 41]) await expect(page.getByText(`第 ${row} 行`).first()).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '将新增' })).toContainText(`将新增 ${walk.imported} 人，更新 0 人，跳过 ${walk.skipped} 行`)
  await station(shell, '09-roster-problems')
  await page.getByRole('button', { name: `导入 ${walk.imported} 人` }).click()
  await expect(page.getByRole('heading', { name: '「教师花名册.xlsx」已导入' })).toBeVisible({ timeout: 60_000 })
  await station(shell, '10-roster-imported')
  await page.getByRole('button', { name: '查看名单' }).click()
  await expect(page.getByText(`共 ${walk.imported} 人`).first()).toBeVisible()
  await station(shell, '11-people')
}
