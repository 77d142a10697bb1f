import { expect, type Page } from '@playwright/test'
import { expectStill } from './still.ts'

/**
 * Every sentence of what is wrong can be read: none lies over another one, over a label or over a field, none is cut off.
 * @returns the sentences, so that a test can say how many there should be
 */
export async function expectErrorsReadable(page: Page): Promise<readonly string[]> {
  await expectStill(page)
  const { sentences, troubles } = await page.evaluate(() => {
    const shown = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.innerText.trim() !== '')
    const errors = shown('.ant-form-item-explain-error, .field-fault, .money-reading.wrong')
    const around = [...shown('.ant-form-item-label label, .field label, .field-pair label'), ...document.querySelectorAll<HTMLElement>('.ant-form-item-control-input, .field-pair input')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    const overlap = (a: DOMRect, b: DOMRect) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
    // What a dialog covers is not its own: only what stands in the same frame can be in the way.
    const frameOf = (one: Element) => one.closest('.ant-modal-container, .ant-drawer-body, main, .door')
    const found: string[] = []
    for (const [at, error] of errors.entries()) {
      const box = error.getBoundingClientRect()
      const words = error.innerText.trim()
      for (const other of [...errors.slice(at + 1), ...around]) {
        if (!other.contains(error) && frameOf(other) === frameOf(error) && overlap(box, other.getBoundingClientRect())) found.push(`「${words}」 lies over 「${other.innerText.trim() || other.outerHTML.slice(0, 80)}」`)
      }
      if (error.scrollWidth > error.clientWidth + 1) found.push(`「${words}」 is cut off`)
      const frame = frameOf(error)?.getBoundingClientRect()
      if (frame && (box.left < frame.left - 1 || box.right > frame.right + 1)) found.push(`「${words}」 stands beside its form`)
    }
    return { sentences: errors.map(({ innerText }) => innerText.trim()), troubles: found }
  })
  expect(troubles).toEqual([])
  return sentences
}
