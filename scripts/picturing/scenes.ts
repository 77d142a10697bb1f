import type { Page } from '@playwright/test'
import { demoAccess, demoSchool } from '../../electron/demo/demo-school.ts'
import { demoRosterPath } from '../../electron/demo/seed-demo.ts'
import { must } from '../../shared/must.ts'
import { type Extent, resources, type Stage } from './stage.ts'
import { takePaper } from './take-paper.ts'

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
  await take('first-start', page.locator('.door-card'))
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
  await take('recovery-code', page.locator('.door-card'))
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
export async function inTheTerm(stage: Stage, take: Take): Promise<void> {
  const { page, demo, enter, go } = stage
  const { chineseStudioId, mathsStudioId, hostPersonId, activityIds } = must(demo, 'the demo school stands')
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
  await take('themes', page.getByRole('region', { name: '本学期主题' }))
  await go(`/studios/${mathsStudioId}`)
  await page.getByRole('button', { name: '加入成员' }).click()
  await page.getByLabel('人员', { exact: true }).focus()
  await page.keyboard.type('nyz')
  await page.locator('.ant-select-item-option', { hasText: '宁一舟' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').getByText(/\d+ 项条件|其余 \d+ 项/).click()
  await page.getByRole('dialog').getByText('看 1 条记录').click()
  await take('join', dialog(page))

  await go(`/activities/new?studio=${chineseStudioId}&day=2026-11-20`)
  await page.getByLabel('活动名称').fill('语文工作室同课异构研讨')
  await page.getByRole('radiogroup', { name: /的出勤$/ }).first().waitFor()
  await page.keyboard.press('F2')
  for (const key of ['1', '1', '3', '1', '2', '1']) await page.keyboard.press(key)
  await take('activity', 'inside')
  await go('/activities?view=calendar')
  await page.getByRole('grid', { name: '学期日历' }).or(page.getByLabel('学期日历')).first().waitFor()
  await take('calendar', 'inside')
  await go(`/activities/${must(activityIds.at(-1), 'the demo has activities')}`)
  await page.getByRole('region', { name: /^备案/ }).getByRole('button', { name: /^批\s?准$/ }).waitFor()
  await take('filing', 'inside')
  await go(`/duties?view=matrix&studio=${chineseStudioId}`)
  await page.getByRole('heading', { name: '职责', exact: true }).waitFor()
  await page.getByRole('table').or(page.getByRole('grid')).first().waitFor()
  await take('duties', 'inside')
  await go(`/duties?view=people&studio=${chineseStudioId}`)
  await page.getByRole('region', { name: '每人进度' }).getByRole('listitem').nth(2).getByRole('button').click()
  await take('duties-people', 'inside')
  await go(`/duties?view=calendar&studio=${chineseStudioId}`)
  await page.getByRole('grid', { name: '到期日历' }).waitFor()
  await take('duties-calendar', 'inside')
  await go(`/outcomes/quick?kind=openLesson&studio=${chineseStudioId}`)
  await page.getByRole('table', { name: '公开课的表' }).waitFor()
  await page.locator('[data-cell="0:0"]').fill('凤鸣岐')
  await page.locator('[data-cell="0:1"]').fill('2026.11.3')
  await page.locator('[data-cell="0:2"]').fill('《秋天的怀念》')
  await page.locator('[data-cell="0:2"]').press('Enter')
  await take('outcomes-quick', 'inside')
  await go('/outcomes?group=teaching')
  await page.getByRole('grid', { name: '成果列表' }).waitFor()
  await take('outcomes', 'inside')
  await go('/outcomes?kind=paper')
  await page.getByRole('grid', { name: '成果列表' }).getByText('一张任务单的三次修改').click()
  await page.getByLabel('论文题目').waitFor()
  await take('outcome', 'inside')

  await shifts(stage, take)
  await inspections(stage, take)

  await go(`/ledger/${chineseStudioId}`)
  await page.getByRole('grid', { name: '经费流水' }).waitFor()
  await take('fund', 'inside')
  await page.getByRole('button', { name: '冲销第 3 笔' }).click()
  await page.getByLabel('冲销原因').fill('发票退回')
  await take('reversal', dialog(page))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '登记支出' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('金额').fill('86.50')
  await drawer.getByLabel('用途').fill('购买教研用书 3 册')
  await drawer.getByLabel('科目').fill('图书资料')
  await drawer.getByLabel('收款方').fill('云岫县新华书店')
  await drawer.getByLabel('发票号码').fill('26330000000012345678')
  await take('expense', page.locator('.ant-drawer-section'))
  // A fund of the term to come, which has not been given anything yet.
  await go(`/ledger/${chineseStudioId}`)
  await page.getByLabel('工作学期').click()
  await page.locator('.ant-select-item-option', { hasText: '第二学期' }).click()
  await page.getByRole('button', { name: '拨款' }).first().click()
  await page.getByRole('dialog').getByLabel('计数名单').waitFor()
  await take('allotment', dialog(page))

  const [, secondActivity] = activityIds
  await go(`/documents?form=activity-record&studio=${chineseStudioId}&activity=${must(secondActivity, 'the demo has activities')}`)
  await page.getByRole('region', { name: '预览' }).getByText('第 1 页').first().waitFor()
  await take('documents', 'inside')
  await go(`/documents?form=member-application&studio=${chineseStudioId}`)
  await page.getByLabel('工作室里的人').click()
  await page.locator('.ant-select-item-option', { hasText: '成员' }).first().click()
  await takePaper(page, take, 'paper-application')
  await go(`/documents?form=fund-statement&studio=${chineseStudioId}`)
  await takePaper(page, take, 'paper-statement')

  await go('/')
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByLabel('搜索什么').fill('语文')
  await page.getByRole('option').nth(2).waitFor()
  await take('search', dialog(page))

  await go('/audit')
  await page.getByRole('grid', { name: '操作日志' }).waitFor()
  await take('audit', 'inside')
  await go('/settings')
  const index = page.getByRole('navigation', { name: '设置的各部分' })
  await index.getByRole('link', { name: '学期与节假日' }).click()
  await take('settings', 'inside')
  await page.getByRole('button', { name: '立即备份' }).click()
  await page.getByText('已备份并检查无误').waitFor()
  // The message does not go away on its own while the day stands still.
  await go('/settings')
  await page.getByRole('button', { name: '恢复', exact: false }).first().waitFor()
  await page.locator('#maintenance').getByText(/^备份放在/).evaluate((element) => {
    element.textContent = '备份放在 D:\\杏坛资料\\backups'
  })
  await take('backup', page.locator('#maintenance'))
  await page.getByRole('button', { name: '添加账号' }).click()
  await page.getByRole('dialog').getByLabel('姓名').fill('江陆离')
  await page.getByRole('dialog').getByLabel('登录名').fill('jiangluli')
  await take('account', dialog(page))
  await schemes(stage, take)
}

/** What stands in the window that is open over the page. */
const dialog = (page: Page) => page.locator('.ant-modal-container, .ant-modal-content').last()

/** The month's rota, with a swap that waits, and the week's. */
export async function shifts({ page, go }: Stage, take: Take): Promise<void> {
  await go('/shifts?view=rota')
  await page.getByRole('grid', { name: '值班表' }).waitFor()
  await take('shifts', 'inside')
  await page.getByRole('radiogroup', { name: '看多长' }).getByText('按周').click()
  await page.getByRole('columnheader', { name: /周一/ }).waitFor()
  await take('shifts-week', 'inside')
}

/** The weekly logs of the classes, and what waits to be mended. */
export async function inspections({ page, go }: Stage, take: Take): Promise<void> {
  await go('/inspections')
  await page.getByRole('table', { name: /教学日记/ }).waitFor()
  await take('inspections', 'inside')
  await go('/inspections?view=followUp')
  await page.getByRole('grid', { name: '待整改' }).waitFor()
  await take('follow-up', 'inside')
}

/** A preset is copied and changed; nothing of it comes into force. */
async function schemes({ page, go }: Stage, take: Take): Promise<void> {
  await go('/schemes')
  await page.getByRole('grid', { name: '规程列表' }).waitFor()
  await take('schemes', 'inside')
  await go('/schemes/004-03/1')
  await page.getByRole('button', { name: '复制成本校规程' }).click()
  await page.getByLabel('名称', { exact: true }).fill('本校名师工作室规程')
  await page.getByRole('button', { name: '复制并修改' }).click()
  await page.waitForURL('**/schemes/drafts/**')
  // The clock stands still, and so would the message that it was copied.
  await page.reload()
  await page.getByRole('navigation', { name: '本页目录' }).getByRole('link', { name: /^职责/ }).click()
  await page.locator('#section-duties .fact-open').first().click()
  await page.getByLabel('最少数量').fill('3')
  await take('scheme-editor', 'inside')
  await page.keyboard.press('Control+s')
  await page.getByText('已保存草稿').waitFor()
}
