/**
 * `npm run bench`: runs every function `bench…` of tests/bench/*.ts and prints, as each is done, what it measured against
 * what, with the sizes. Words after it choose files: `npm run bench -- roster`.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { asMeasurements, table } from './benching/measurements.ts'
import { buildIfNeeded } from './building/build-if-needed.ts'
import { projectRoot } from './project-root.ts'

const folder = join(projectRoot, 'tests', 'bench')
const chosen = process.argv.slice(2)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .filter((name) => chosen.length === 0 || chosen.some((word) => name.includes(word)))
  .toSorted()

// Workers start as they are delivered, in one file each and without types to strip.
await buildIfNeeded(projectRoot, { say: console.log })
process.env['XINGTAN_BUILT_WORKERS'] = join(projectRoot, 'out', 'main')

let measured = 0
for (const file of files) {
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(folder, file)).href)
  for (const [name, run] of Object.entries(module)) {
    if (!name.startsWith('bench') || typeof run !== 'function') continue
    console.log(`${file} ${name} …`)
    const measurements = asMeasurements(`${file} ${name}`, await run())
    measured += measurements.length
    console.log(`${table(measurements)}\n`)
  }
}
if (measured === 0) {
  console.error('No bench was found.')
  process.exitCode = 1
}
