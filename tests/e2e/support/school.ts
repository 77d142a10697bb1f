import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { startBrowserShell } from '../../../electron/browser-shell/browser-shell.ts'
import { testPlaces } from '../../fixtures/places.ts'
import { freshProgram, password, silentLogger, type TestProgram } from '../../fixtures/program.ts'
import { Keys } from './keys.ts'

/** A school of its own for one test: the real program on a real data folder, served to a real Chromium. */
export interface School {
  readonly test: TestProgram
  /** The page's policy will refuse something in this test, as it should: what is brought in from outside breaks it. */
  refusalsAreMeant(): void
  /** Opens a window in which nobody has signed in. */
  openWindow(page: Page): Promise<void>
  /** Opens a window and signs in through the page, as a person does. */
  signIn(page: Page, signInName?: string, withPassword?: string): Promise<void>
}

/** What somebody chooses instead of the password that she was given. */
export const ownPassword = 'Wode-mima-9'

const rendererDir = join(import.meta.dirname, '..', '..', '..', 'out', 'renderer')
const pictures = join(import.meta.dirname, '..', '..', '..', 'test-results', 'pictures')

export const test = base.extend<{ setUp: boolean; school: School; keys: Keys }>({
  /** Whether the first start has been done; a spec of the wizard says no. */
  setUp: [true, { option: true }],
  school: async ({ setUp, context }, use) => {
    let refusalsAreMeant = false
    const refused: string[] = []
    context.on('console', (message) => { if (message.text().includes('Content Security Policy')) refused.push(message.text()) })
    const program = await freshProgram({ setUp, ...(setUp ? {} : { places: testPlaces }) })
    const shell = await startBrowserShell({ program: program.program, rendererDir, logger: silentLogger })
    await use({
      test: program,
      refusalsAreMeant: () => { refusalsAreMeant = true },
      openWindow: async (page) => {
        await page.goto(shell.newUrl())
      },
      signIn: async (page, signInName = 'admin', withPassword = password) => {
        await page.goto(shell.newUrl())
        await page.getByLabel('登录名').fill(signInName)
        await page.getByLabel('密码', { exact: true }).fill(withPassword)
        await page.getByRole('button', { name: '登录' }).press('Enter')
        const navigation = page.getByRole('navigation', { name: '主导航' })
        const forced = page.getByRole('heading', { name: '请换成自己的密码' })
        await expect(navigation.or(forced)).toBeVisible()
        // An account that an administrator has just made: the person chooses a password of her own first.
        if (await forced.isVisible()) {
          await page.getByLabel('现在的密码').fill(withPassword)
          await page.getByLabel('新密码', { exact: true }).fill(ownPassword)
          await page.getByLabel('再输一遍新密码').fill(ownPassword)
          await page.getByRole('button', { name: '保存新密码' }).click()
        }
        await expect(navigation).toBeVisible()
      },
    })
    await shell.close()
    await program.close()
    if (!refusalsAreMeant) expect(refused, 'refused by the policy of our own page').toEqual([])
  },
  /** Somebody without a mouse; a test that asks for her fails when anything in it was clicked. */
  keys: async ({ page }, use) => {
    const clicked: string[] = []
    await page.exposeFunction('tellClick', (what: string) => void clicked.push(what))
    await page.addInitScript(() => {
      const tell = (window as unknown as { tellClick(what: string): void }).tellClick
      window.addEventListener('pointerdown', ({ target }) => tell(target instanceof Element ? target.outerHTML.slice(0, 80) : 'the page'), { capture: true })
    })
    await use(new Keys(page))
    expect(clicked, 'clicked though this test is of the keyboard').toEqual([])
  },
})

export { expect }

/** Keeps a picture of the page as it stands, to be looked at; into an ignored folder. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

/** Opens a page of the program by its path, in a window that stands inside it. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
}

/** Opens an area by its link on the left and waits until its page stands there: the address changes before the page does. */
export async function openArea(page: Page, area: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: area, exact: true }).click()
  await expect(page.getByRole('heading', { name: area, level: 1, exact: true })).toBeVisible()
}
