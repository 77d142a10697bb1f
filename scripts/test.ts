/**
 * `npm test`: sets up what is missing and runs everything: types, lint, vitest, the build, Playwright. Ends with one line,
 * `N passed, N failed`, added up from the runners' own reports; each room of types, the lint and the build count as a test.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfNeeded } from './building/build-if-needed.ts'
import { projectRoot as root } from './project-root.ts'
import { checkRoom, rooms } from './testing/check-room.ts'
import { ensureChromium } from './testing/chromium.ts'
import { addUp, countLine, countOfPlaywright, countOfVitest, type Judged } from './testing/counts.ts'
import { runRunner } from './testing/run-runner.ts'

const say = console.log
const results = join(root, 'test-results')
const bin = (...path: string[]): string => join(root, 'node_modules', ...path)

function once(name: string, passed: boolean): Judged {
  return { count: { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }, trouble: passed ? null : `${name} failed` }
}

function types(): Judged[] {
  return rooms.map((room) => once(`types of ${room}`, checkRoom(root, room)))
}

function lint(): Judged {
  const done = spawnSync(process.execPath, [bin('oxlint', 'bin', 'oxlint'), '--deny-warnings'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  return once('lint', done.status === 0)
}

function unitTests(): Judged {
  const report = join(results, 'vitest.json')
  return runRunner({
    name: 'vitest', root, report, countOf: countOfVitest,
    words: [bin('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  })
}

async function build(): Promise<Judged> {
  try {
    await buildIfNeeded(root, { say })
    return once('build', true)
  } catch (error) {
    console.error(error)
    return once('build', false)
  }
}

function endToEnd(chromium: string): Judged {
  return runRunner({
    name: 'playwright', root, report: join(results, 'playwright.json'), countOf: countOfPlaywright,
    words: [bin('@playwright', 'test', 'cli.js'), 'test'], env: { CHROMIUM_PATH: chromium },
  })
}

say('— Chromium')
const chromium = await ensureChromium(say)
say(chromium ?? 'none')
say('— types')
const judgements = types()
say('— lint')
judgements.push(lint())
say('— vitest')
judgements.push(unitTests())
say('— build')
judgements.push(await build())
say('— Playwright')
judgements.push(chromium === null
  ? once('finding a Chromium (set CHROMIUM_PATH, or install chromium)', false)
  : endToEnd(chromium))

const troubles = judgements.flatMap(({ trouble }) => (trouble === null ? [] : [trouble]))
if (troubles.length > 0) say(`\n${troubles.join('\n')}`)
const sum = addUp(judgements.map(({ count }) => count))
say(`\n${countLine(sum)}`)
process.exitCode = sum.failed === 0 ? 0 : 1
