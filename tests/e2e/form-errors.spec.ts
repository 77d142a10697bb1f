import { aStudioOfSix } from '../fixtures/studio-of-six.ts'
import { expectErrorsReadable } from './support/form-errors.ts'
import { expect, goTo, picture, test } from './support/school.ts'

test.describe('several fields that are wrong at once', () => {
  test('in the dialogs of the settings: each sentence stands below its own field and none covers another', async ({ page, school }) => {
    await school.signIn(page)
    await goTo(page, '/settings')
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: '添加账号' }).click()
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog.getByText('请填写姓名')).toBeVisible()
    expect((await expectErrorsReadable(page)).length).toBeGreaterThanOrEqual(3)
    await picture(page, 'form-errors-account')
    await dialog.getByRole('button', { name: '取消' }).click()
    await expect(dialog).toBeHidden()

    await page.getByRole('button', { name: '添加下一学期' }).click()
    for (const label of ['上课结束', '学期结束']) {
      await dialog.getByLabel(label).focus()
      await page.keyboard.type('20200101')
      await page.keyboard.press('Tab')
    }
    await expect(dialog.locator('.ant-form-item-explain-error')).not.toHaveCount(0)
    // What is refused first is told; it is a long sentence in half a dialog.
    expect(await expectErrorsReadable(page)).toHaveLength(1)
    await picture(page, 'form-errors-term')
    await dialog.getByRole('button', { name: '取消' }).click()
    await expect(dialog).toBeHidden()

    await page.getByRole('button', { name: '登记放假或调休' }).click()
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog.locator('.ant-form-item-explain-error')).toHaveCount(3)
    expect(await expectErrorsReadable(page)).toHaveLength(3)
    await picture(page, 'form-errors-holiday')
  })

  test('in a person’s record with its many columns', async ({ page, school }) => {
    await school.signIn(page)
    await goTo(page, '/people/new')
    await page.getByLabel('身份证号').fill('339901198806150014')
    await page.getByLabel('联系电话').fill('12')
    await page.getByLabel('任教时间').fill('不记得了')
    await page.getByLabel('邮箱').fill('zhang#example')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('请填写姓名')).toBeVisible()
    expect((await expectErrorsReadable(page)).length).toBeGreaterThanOrEqual(4)
    await picture(page, 'form-errors-person')
  })

  test('in a new studio, an activity and an expense', async ({ page, school }) => {
    const { studioId } = aStudioOfSix(school.test)
    await school.test.admin.call('ledger.postPerHead', {
      studioId, termKey: '2026-1', happenedOn: '2026-09-03', rule: { countingOn: '2026-09-01', rolesCounted: ['host', 'member'] }, rate: '300', expectedCount: 6, note: null,
    })
    await school.signIn(page)
    await goTo(page, '/studios/new')
    await page.getByLabel('工作室名称').fill('')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('请填写工作室名称')).toBeVisible()
    expect((await expectErrorsReadable(page)).length).toBeGreaterThanOrEqual(2)
    await picture(page, 'form-errors-studio')

    await goTo(page, `/activities/new?studio=${studioId}&day=2026-12-03`)
    await expect(page.getByRole('radiogroup')).toHaveCount(6)
    await page.getByLabel('开始时间').fill('下午')
    await page.getByLabel('结束时间').fill('25:00')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('请填写活动名称')).toBeVisible()
    expect((await expectErrorsReadable(page)).length).toBeGreaterThanOrEqual(2)
    await picture(page, 'form-errors-activity')

    await goTo(page, `/ledger/${studioId}`)
    await page.getByRole('button', { name: '登记支出' }).first().click()
    const form = page.getByRole('dialog')
    await form.getByLabel('金额').fill('12.345')
    await form.getByLabel('发票号码').fill('12ab')
    await page.keyboard.press('Control+s')
    await expect(form.getByText('请填写用途').first()).toBeVisible()
    expect((await expectErrorsReadable(page)).length).toBeGreaterThanOrEqual(2)
    await picture(page, 'form-errors-expense')
  })
})
