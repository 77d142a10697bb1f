import { expect } from '@playwright/test'
import { goToArea, station, walk, type WalkShell } from './steps.ts'

/** 300 yuan for each of the seven who are counted. */
export async function allotment(shell: WalkShell): Promise<void> {
  const { page } = shell
  await goToArea(shell, '经费')
  await page.getByRole('grid', { name: '经费一览' }).getByText(walk.studio).click()
  await expect(page.getByRole('heading', { name: `${walk.studio}的经费` })).toBeVisible()
  await page.getByRole('button', { name: '拨款' }).first().click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('7 人 × 300.00 =')).toBeVisible()
  await expect(dialog.getByText('贰仟壹佰元整').first()).toBeVisible()
  for (const { name } of [walk.host, ...walk.members]) await expect(dialog.getByRole('row', { name: new RegExp(`${name} .*✓ 计入`) })).toBeVisible()
  await station(shell, '18-allotment')
  await dialog.getByRole('button', { name: '拨款 2,100.00 元' }).click()
  await expect(page.getByText('已拨款 2,100.00 元（7 人，第 1 笔），结余 2,100.00 元')).toBeVisible()
  await expect(dialog).toBeHidden()
}

/** Two expenses; the second was typed wrong, so it is reversed: 2,100.00 − 486.50 = 1,613.50. */
export async function twoExpensesAndReversal(shell: WalkShell): Promise<void> {
  const { page } = shell
  await page.getByRole('button', { name: '登记支出' }).first().click()
  const form = page.getByRole('dialog')
  const expense = async (amount: string, summary: string, category: string, payee: string, invoice: string) => {
    await form.getByLabel('金额').fill(amount)
    await form.getByLabel('用途').fill(summary)
    await form.getByLabel('科目').fill(category)
    await form.getByLabel('收款方').fill(payee)
    await form.getByLabel('发票号码').fill(invoice)
    await form.getByLabel('经手人').fill('单雨桐')
    await form.getByLabel('证明人').fill('吕若谷')
    await form.getByLabel('审批人').fill('沈清和')
    await page.keyboard.press('Escape').catch(() => undefined)
  }
  await expense('486.5', '购买整本书阅读教研用书', '图书资料', '云岫县新华书店', '26330000000012345678')
  await expect(form.getByText('肆佰捌拾陆元伍角整')).toBeVisible()
  await station(shell, '19-expense')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已登记支出 486.50 元（第 2 笔），结余 1,613.50 元')).toBeVisible()
  await expense('１２０', '赴县实验学校听课的交通费', '差旅费', '云岫县客运公司', '26330000000012345679')
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已登记支出 120.00 元（第 3 笔），结余 1,493.50 元')).toBeVisible()
  await expect(form).toBeHidden()

  const list = page.getByRole('grid', { name: '经费流水' })
  await list.getByRole('button', { name: '冲销第 3 笔' }).click()
  const reversal = page.getByRole('dialog')
  await expect(reversal.getByText('结余由 1,493.50 元变为 1,613.50 元')).toBeVisible()
  await reversal.getByLabel('冲销原因').fill('金额记错')
  await station(shell, '20-reversal')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已冲销第 3 笔（红字第 4 笔），结余 1,613.50 元')).toBeVisible()
  await expect(reversal).toBeHidden()
  await expect(list.getByText('已由第 4 笔冲销')).toBeVisible()
  await station(shell, '21-account')
}
