import { expect } from '@playwright/test'
import { choose, goToArea, pickPerson, station, walk, type WalkShell } from './steps.ts'

/** A studio under scheme 004-03 with its host, then six members at once. */
export async function newStudio(shell: WalkShell): Promise<void> {
  const { page } = shell
  await goToArea(shell, '工作室')
  await expect(page.getByRole('heading', { name: '还没有工作室' })).toBeVisible()
  await page.getByRole('button', { name: '新建工作室' }).first().click()
  await page.getByLabel('遵循的规程', { exact: true }).fill('004-03')
  await choose(page, '遵循的规程', '004-03')
  await pickPerson(page, '首席教师', walk.host.initials, walk.host.name)
  await expect(page.getByLabel('学科')).toHaveValue('语文')
  await expect(page.getByLabel('工作室名称')).toHaveValue(walk.studio)
  await station(shell, '12-studio-new')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: walk.studio })).toBeVisible()
  await page.getByRole('button', { name: '加入成员' }).click()
  const dialog = page.getByRole('dialog')
  for (const { name, initials } of walk.members) await pickPerson(page, '人员', initials, name)
  await page.keyboard.press('Escape')
  await expect(dialog.getByText(/成员 6 人/).first()).toBeVisible()
  await station(shell, '13-studio-members')
  await dialog.getByRole('button', { name: '加入 6 人' }).click()
  await expect(dialog).toBeHidden()
  for (const { name } of walk.members) await expect(page.getByRole('grid', { name: '在任成员' }).getByText(name, { exact: true })).toBeVisible()
  await expect(page.getByText('7 人 ·')).toBeVisible()
  await station(shell, '14-studio')
}

/** She locks the window when she goes home, and opens it with her password on the day of the next meeting. */
async function comeBackOn({ page, untilDay }: WalkShell, day: string): Promise<void> {
  await page.getByRole('button', { name: '锁定' }).click()
  await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible()
  untilDay(day)
  await page.getByLabel('密码', { exact: true }).fill(walk.clerk.password)
  await page.getByRole('button', { name: '解锁' }).click()
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
}

/** Keys on the attendance sheet: 1 is present, 2 late, 3 on leave, 4 absent. One string a meeting, host first. */
const sheets = ['1111111', '1112111', '1131111', '1111114'] as const

/** Four meetings with attendance, each saved before the next is begun. */
export async function fourMeetings(shell: WalkShell): Promise<void> {
  const { page, meetingDays } = shell
  for (const [at, day] of meetingDays.entries()) {
    await comeBackOn(shell, day)
    await goToArea(shell, '活动与会议')
    await page.getByRole('button', { name: '登记活动' }).first().click()
    await expect(page.getByRole('heading', { name: '登记活动' })).toBeVisible()
    await page.getByLabel('日期').focus()
    await page.keyboard.type(day.replaceAll('-', ''))
    await page.keyboard.press('Tab')
    await expect(page.getByLabel('日期')).toHaveValue(day)
    await page.getByLabel('活动名称').fill(`第${at + 1}次例会`)
    await page.getByLabel('开始时间').fill('1430')
    await page.getByLabel('结束时间').fill('1600')
    await page.getByLabel('地点').fill('三楼会议室')
    await expect(page.getByRole('radiogroup')).toHaveCount(7)
    await page.getByRole('textbox', { name: '活动记录' }).click()
    await page.keyboard.type(at === 0 ? '讨论本学期的学习方案，每人听课二十节。' : '交流听课所得，确定下一次的课题。')
    await page.keyboard.press('F2')
    for (const key of sheets[at] ?? '') await page.keyboard.press(key)
    const late = [...sheets[at] ?? ''].filter((key) => key === '2').length
    await expect(page.getByText(new RegExp(`应到 7，出席 ${at === 0 ? 7 : 6}${late ? '，迟到 1' : ''}`))).toBeVisible()
    if (at === 1) await station(shell, '15-meeting-typed')
    await page.keyboard.press('Control+s')
    await expect(page.getByText(`已保存「第${at + 1}次例会」，记录 7 人出勤`)).toBeVisible()
    if (at === 3) await station(shell, '16-meeting-saved')
  }
  await goToArea(shell, '活动与会议')
  await expect(page.getByText('4 次活动')).toBeVisible()
  for (const at of [1, 2, 3, 4]) await expect(page.getByRole('grid', { name: '活动列表' }).getByText(`第${at}次例会`)).toBeVisible()
  await station(shell, '17-meetings')
}
