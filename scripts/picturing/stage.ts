import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { startBrowserShell } from '../../electron/browser-shell/browser-shell.ts'
import { type DemoIds, demoRosterPath, seedDemo } from '../../electron/demo/seed-demo.ts'
import { openProgram } from '../../electron/program.ts'
import { must } from '../../shared/must.ts'
import { projectRoot } from '../project-root.ts'

/** The day on which the pictures are taken: a Sunday in the twelfth teaching week of the demo's first term. */
export const pictureDay = '2026-11-22'
const size = { width: 1366, height: 768 }
const moment = `${pictureDay}T02:00:00.000Z`

/** A picture in the manual has to open quickly on an old office PC, and the repository keeps every version of it. */
export const largestPicture = 150 * 1024

export const resources = join(projectRoot, 'resources')

/** One school, served to one window. */
export interface Stage {
  readonly page: Page
  /** Null before the first start. */
  readonly demo: DemoIds | null
  /** Opens the program's first page anew. */
  enter(): Promise<void>
  go(path: string): Promise<void>
}

/** Opens a school on a throw-away folder, with its window, for as long as `act` takes. */
export async function onStage(browser: Browser, school: 'empty' | 'demo', act: (stage: Stage) => Promise<void>): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xingtan-pictures-'))
  const logger = { info: () => undefined, error: (event: string, cause?: unknown) => console.error(event, cause) }
  const program = await openProgram({
    dataFolder, version: '0.1.0', resources, mode: 'browser', logger, clock: { now: () => moment, today: () => pictureDay },
  })
  try {
    const demo = school === 'demo' ? await seedDemo(program, { path: demoRosterPath(resources), today: pictureDay }) : null
    const shell = await startBrowserShell({ program, rendererDir: join(projectRoot, 'out', 'renderer'), logger })
    const context = await browser.newContext({
      viewport: size, deviceScaleFactor: 1, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', colorScheme: 'light', reducedMotion: 'reduce',
    })
    try {
      await context.clock.setFixedTime(moment)
      const page = await context.newPage()
      page.on('pageerror', (error) => console.error(`the page threw: ${error.message}`))
      page.setDefaultTimeout(15_000)
      try {
        await act({
          page, demo,
          enter: async () => void await page.goto(shell.newUrl()),
          go: async (path) => void await page.goto(new URL(path, page.url()).href),
        })
      } catch (error) {
        // What stood there instead tells more than the name of what was waited for.
        const seen = join(tmpdir(), 'xingtan-picture-failed.png')
        await page.screenshot({ path: seen })
        console.error(`what stood on the page: ${seen}`)
        throw error
      }
    } finally {
      await context.close()
      await shell.close()
    }
  } finally {
    await program.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** The whole window, what lies beside the navigation, or one part of the page. */
export type Extent = 'window' | 'inside' | Locator

/** Keeps what stands on the page once nothing loads or moves any more. @throws Error for a picture that is too large */
export async function takePicture(page: Page, path: string, extent: Extent): Promise<number> {
  await page.waitForLoadState('networkidle')
  await page.evaluate('document.fonts.ready.then(() => true)')
  // Where the mouse last clicked something else may lie under it now and look chosen.
  await page.mouse.move(0, 0)
  await page.locator('.ant-skeleton, .ant-spin-spinning').first().waitFor({ state: 'detached' })
  // What moves although motion is unwanted (the charts draw themselves) needs this long.
  await page.waitForTimeout(900)
  const how = { animations: 'disabled', caret: 'hide' } as const
  const frame = page.locator('main')
  const drawn = await (extent === 'window'
    ? page.screenshot(how)
    : extent === 'inside' ? page.screenshot({ ...how, clip: withinWindow(await frame.boundingBox()) }) : extent.screenshot(how))
  // The same pixels in a third of the room: the browser packs for speed.
  const bytes = await sharp(drawn).png({ compressionLevel: 9, effort: 10 }).toBuffer()
  if (bytes.length > largestPicture) throw new Error(`${path} has ${bytes.length} bytes; at most ${largestPicture}`)
  writeFileSync(path, bytes)
  return bytes.length
}

function withinWindow(box: { x: number; y: number; width: number; height: number } | null) {
  const { x, y, width, height } = must(box, 'the page has its frame')
  const top = Math.max(0, y)
  return { x, y: top, width: Math.min(width, size.width - x), height: Math.min(y + height, size.height) - top }
}
