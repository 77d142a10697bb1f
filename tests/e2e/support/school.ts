import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { startBrowserShell } from '../../../electron/browser-shell/browser-shell.ts'
import { testPlaces } from '../../fixtures/places.ts'
import { freshProgram, password, silentLogger, type TestProgram } from '../../fixtures/program.ts'

/** A school of its own for one test: the real program on a real data folder, served to a real Chromium. */
export interface School {
  readonly test: TestProgram
  /** Opens a window in which nobody has signed in. */
  openWindow(page: Page): Promise<void>
  /** Opens a window and signs in through the page, as a person does. */
  signIn(page: Page, signInName?: string, withPassword?: string): Promise<void>
}

/** What somebody chooses instead of the password that she was given. */
export const ownPassword = 'Wode-mima-9'

const rendererDir = join(import.meta.dirname, '..', '..', '..', 'out', 'renderer')
const pictures = join(import.meta.dirname, '..', '..', '..', 'test-results', 'pictures')

export const test = base.extend<{ setUp: boolean; school: School }>({
  /** Whether the first start has been done; a spec of the wizard says no. */
  setUp: [true, { option: true }],
  school: async ({ setUp }, use) => {
    const program = await freshProgram({ setUp, ...(setUp ? {} : { places: testPlaces }) })
    const shell = await startBrowserShell({ program: program.program, rendererDir, logger: silentLogger })
    await use({
      test: program,
      openWindow: async (page) => {
        await page.goto(shell.newUrl())
      },
      signIn: async (page, signInName = 'admin', withPassword = password) => {
        await page.goto(shell.newUrl())
        await page.getByLabel('登录名').fill(signInName)
        await page.getByLabel('密码', { exact: true }).fill(withPassword)
        await page.getByRole('button', { name: '登录' }).click()
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
