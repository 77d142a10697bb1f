import { expect } from '@playwright/test'
import { choose, goToArea, station, walk, type WalkShell } from './steps.ts'

/** Each form by the name on its card, what must be chosen for it, and what its paper must then show. */
const forms: readonly { card: RegExp; picture: string; person?: string; activity?: string; shows: readonly string[] }[] = [
  { card: /主持人申请表/, picture: 'host-application', person: walk.host.name, shows: [walk.host.name, '高级教师'] },
  { card: /学员（成员）申请表/, picture: 'member-application', person: walk.member.name, shows: [walk.member.name, '339909************'] },
  { card: /记录表/, picture: 'activity-record', activity: '第2次例会', shows: ['第2次例会', '三楼会议室'] },
  { card: /经费使用明细表/, picture: 'fund-statement', shows: ['2,100.00', '486.50', '1,613.50'] },
  { card: /成员名单/, picture: 'member-list-notice', shows: [walk.host.name, ...walk.members.map(({ name }) => name)] },
]

/** Five forms, each looked at on the page and then saved as Word. */
export async function fiveDocuments(shell: WalkShell): Promise<void> {
  const { page } = shell
  await goToArea(shell, '文书')
  await expect(page.getByText('还没有生成过文书')).toBeVisible()
  const paper = page.getByRole('region', { name: '预览' })
  for (const [at, { card, picture, person, activity, shows }] of forms.entries()) {
    const form = page.getByRole('list', { name: '表格' }).getByRole('button', { name: card })
    await form.click()
    await expect(form).toHaveAttribute('aria-pressed', 'true')
    if (at === 0) await choose(page, '工作室', walk.studio)
    if (person !== undefined) await choose(page, '工作室里的人', person)
    if (activity !== undefined) await choose(page, '活动', activity)
    for (const text of shows) await expect(paper.getByText(text).first()).toBeVisible()
    await page.getByRole('button', { name: '保存 Word' }).click()
    await expect(page.getByRole('status').getByText(/已保存到 文书\//)).toBeVisible()
    await station(shell, `22-${at + 1}-${picture}`)
  }
  await expect(page.getByText('共 5 行')).toBeVisible()
}
