import { expect, type Locator, type Page } from '@playwright/test'

/** More presses of Tab than any page takes from its head to its foot. */
const mostTabs = 150

/** Somebody without a mouse: everything she does is a key. The fixture `keys` proves it for a whole test. */
export class Keys {
  readonly #page: Page
  constructor(page: Page) {
    this.#page = page
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text)
  }

  /** Presses Tab (or Shift+Tab) until the control has the cursor. */
  async to(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    // Not visible: the input of a switch or a segment lies unseen below what is drawn for it.
    await expect(control.first()).toBeAttached()
    const there = () => control.evaluateAll((found) => found.includes(document.activeElement as never))
    for (let presses = 0; presses <= mostTabs; presses++) {
      if (await there()) return
      await this.press(key)
    }
    throw new Error(`${String(control)} cannot be reached with ${key}`)
  }

  /** Goes to a button or a link and presses it. */
  async push(control: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.to(control)
    await this.press(key)
  }

  /** Goes to a field and writes over what stands there. */
  async write(field: Locator, text: string): Promise<void> {
    await this.to(field)
    await this.press('Control+a')
    await this.type(text)
  }

  /** Opens a menu, in which the arrows then go, and chooses a line of it. */
  async choose(button: Locator, line: string): Promise<void> {
    await this.push(button)
    // An icon before the line has a name of its own.
    const wanted = this.#page.getByRole('menuitem', { name: new RegExp(`(^| )${line}$`) })
    const lines = this.#page.getByRole('menu').filter({ has: wanted }).getByRole('menuitem')
    for (let at = 0; at === 0 || at < await lines.count(); at++) {
      // The menu moves its cursor a moment after the key.
      await expect(lines.nth(at)).toBeFocused()
      if (await wanted.evaluate((item) => item === document.activeElement)) return this.press('Enter')
      await this.press('ArrowDown')
    }
    throw new Error(`「${line}」 cannot be reached with the arrow keys`)
  }

  async signIn(signInName: string, password: string): Promise<void> {
    await expect(this.#page.getByLabel('登录名')).toBeFocused()
    await this.type(signInName)
    await this.press('Tab')
    await this.type(password)
    await this.press('Enter')
    await expect(this.#page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  }
}
