import type { Page } from '@playwright/test'
import { expect, goTo, picture, test } from './support/school.ts'

/** Where each field's label stands. */
const labels = (page: Page) => page.locator('form .ant-form-item-label label').evaluateAll((all) => all.map((label) => [label.textContent, Math.round(label.getBoundingClientRect().top)]))

test('a form with several fields wrong at once says so at each of them, and nothing jumps or overlaps', async ({ page, school }) => {
  await school.signIn(page)
  await goTo(page, '/studios/new')
  await expect(page.getByText('遵循的规程')).toBeVisible()
  const before = await labels(page)
  await page.getByRole('button', { name: '保存' }).click()
  const wrong = page.locator('.ant-form-item-explain-error')
  await expect(wrong).toHaveCount(4)
  await expect(page.getByRole('combobox', { name: '遵循的规程' })).toBeFocused()
  await page.locator('main').evaluate((main) => main.scrollTo(0, 0))
  expect(await labels(page)).toEqual(before)
  const overlaps = await wrong.evaluateAll((sentences) => sentences.filter((sentence) => {
    const { left, right, top, bottom } = sentence.getBoundingClientRect()
    return [...document.querySelectorAll('.ant-form-item-label label, .ant-form-item-control-input')].some((other) => {
      const box = other.getBoundingClientRect()
      return box.left < right && box.right > left && box.top < bottom - 1 && box.bottom > top + 1
    })
  }).length)
  expect(overlaps).toBe(0)
  await picture(page, 'form-several-wrong')
})
