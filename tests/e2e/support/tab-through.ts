import { expect, type Page } from '@playwright/test'
import { expectStill } from './still.ts'

/** More stops than any page has; a page that holds the cursor captive would go on for ever. */
const mostStops = 250

interface TabWalk {
  /** What can be pressed or written into, but Tab never comes to it. */
  readonly missed: readonly string[]
  /** Where the cursor stood outside the window, so that nobody could see it. */
  readonly unseen: readonly string[]
}

/** Presses Tab from the head of the page to its foot and compares where the cursor came with what there is to press. */
export async function tabThrough(page: Page): Promise<TabWalk> {
  await expect(page.locator('.ant-spin:visible, .ant-skeleton:visible')).toHaveCount(0)
  await expectStill(page)
  await page.evaluate(() => {
    const seen = new Set<Element>()
    Object.assign(window, { tabStops: seen })
    document.addEventListener('focusin', ({ target }) => { if (target instanceof Element) seen.add(target) })
    // A mere blur would let Tab go on from where the cursor was.
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  const unseen: string[] = []
  for (let stops = 0; ; stops++) {
    expect(stops, 'the cursor does not come out of the page again').toBeLessThan(mostStops)
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const at = document.activeElement
      if (!at || at === document.body) return 'end'
      // A checkbox or a list box is drawn by what stands around its input.
      const { left, top, right, bottom } = (at.closest('label, .ant-select, .ant-picker, tr') ?? at).getBoundingClientRect()
      const outside = bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth
      return outside ? at.outerHTML.slice(0, 120) : null
    })
    if (stop === 'end') break
    if (stop !== null) unseen.push(stop)
  }
  const missed = await page.evaluate(() => {
    const seen = (window as unknown as { tabStops: Set<Element> }).tabStops
    const wanted = [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, summary, [role=button], [role=checkbox], [role=grid], [role=textbox], [role=combobox]')]
    return wanted.filter((element) => {
      // The little arrows of a number are the arrow keys within it.
      if (seen.has(element) || element.matches(':disabled, [aria-disabled=true], [type=hidden], .ant-input-number-action') || element.closest('[inert], [aria-hidden=true]')) return false
      if (!element.checkVisibility({ visibilityProperty: true })) return false
      // Arrows go between the buttons of one group, and within a grid.
      const group = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : null
      if (group !== null && [...seen].some((other) => other instanceof HTMLInputElement && other.name === group)) return false
      return element.closest('[role=radiogroup]') === null || ![...element.closest('[role=radiogroup]')?.querySelectorAll('*') ?? []].some((other) => seen.has(other))
    }).map((element) => element.outerHTML.slice(0, 160))
  })
  return { missed, unseen }
}
