import { expect, type Page } from '@playwright/test'
import { expectStill } from './still.ts'

/** More stops than any page has; a page that holds the cursor captive would go on for ever. */
const mostStops = 250

/** How many times Tab is pressed before anybody asks where the cursor is; what comes after the foot of the page is not looked at. */
const atOnce = 20

interface TabWalk {
  /** What can be pressed or written into, but Tab never comes to it. */
  readonly missed: readonly string[]
  /** Where the cursor stood outside the window, so that nobody could see it. */
  readonly unseen: readonly string[]
}

/** What the page itself keeps of the walk. */
interface Watched {
  readonly tabWalk: { readonly seen: Set<Element>; readonly unseen: string[]; started: boolean; ended: boolean }
}

/** Runs in the page: puts the cursor before everything in it, and notes at each further Tab where the one before has led. */
function watchTheCursor(): void {
  const walk: Watched['tabWalk'] = { seen: new Set(), unseen: [], started: false, ended: false }
  Object.assign(window, { tabWalk: walk })
  const look = () => {
    const at = document.activeElement
    if (walk.ended || !walk.started) return
    if (!at || at === document.body) {
      walk.ended = true
      return
    }
    walk.seen.add(at)
    // A checkbox or a list box is drawn by what stands around its input.
    const { left, top, right, bottom } = (at.closest('label, .ant-select, .ant-picker, tr') ?? at).getBoundingClientRect()
    if (bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth) walk.unseen.push(at.outerHTML.slice(0, 120))
  }
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Tab') return
    look()
    walk.started = true
  }, { capture: true })
  // A mere blur would let Tab go on from where the cursor was.
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute('tabindex')
}

/** Presses Tab from the head of the page to its foot and compares where the cursor came with what there is to press. */
export async function tabThrough(page: Page): Promise<TabWalk> {
  await expect(page.locator('.ant-spin:visible, .ant-skeleton:visible')).toHaveCount(0)
  await expectStill(page)
  await page.evaluate(watchTheCursor)
  const cursor = await page.context().newCDPSession(page)
  for (let stops = 0; !(await page.evaluate(() => (window as unknown as Watched).tabWalk.ended)); stops += atOnce) {
    expect(stops, 'the cursor does not come out of the page again').toBeLessThan(mostStops)
    // Sent together and answered in turn: waiting for each would take most of the walk.
    await Promise.all(Array.from({ length: atOnce }, () => ['rawKeyDown', 'keyUp'] as const).flat().map((type) => cursor.send('Input.dispatchKeyEvent', { type, key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 })))
  }
  await cursor.detach()
  const unseen = await page.evaluate(() => (window as unknown as Watched).tabWalk.unseen)
  const missed = await page.evaluate(() => {
    const { seen } = (window as unknown as Watched).tabWalk
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
