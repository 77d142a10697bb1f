/**
 * `npm run pictures`: takes the manual's pictures anew into docs/pictures/, from the built program with the made-up school on
 * a fixed day, driven as a person drives it. Ends with 1 when one of them could not be taken.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { buildIfNeeded } from './building/build-if-needed.ts'
import { firstDay, inTheTerm, type Take } from './picturing/scenes.ts'
import { onStage, takePicture } from './picturing/stage.ts'
import { projectRoot } from './project-root.ts'
import { ensureChromium } from './testing/chromium.ts'

const folder = join(projectRoot, 'docs', 'pictures')

async function takeAll(): Promise<void> {
  await buildIfNeeded(projectRoot, { say: (line) => console.log(line) })
  mkdirSync(folder, { recursive: true })
  const executablePath = await ensureChromium((line) => console.log(line))
  if (executablePath === null) throw new Error('没有可用的 Chromium，不能截图。')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
  let taken = 0
  try {
    for (const [school, scenes] of [['empty', firstDay], ['demo', inTheTerm]] as const) {
      await onStage(browser, school, async (stage) => {
        const take: Take = async (name, extent = 'window') => {
          const bytes = await takePicture(stage.page, join(folder, `${name}.png`), extent)
          taken += 1
          console.log(`${name}.png  ${bytes} bytes`)
        }
        await scenes(stage, take)
      })
    }
  } finally {
    await browser.close()
  }
  console.log(`${taken} pictures in docs/pictures`)
}

try {
  await takeAll()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
