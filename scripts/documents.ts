/**
 * `npm run documents -- --out DIR`: makes every document that the program knows for the demo school, through the routes that
 * a window calls, and lists what was written. Ends with 1 when one of them could not be made.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { demoAccess, demoTerms } from '../electron/demo/demo-school.ts'
import { demoRosterPath, seedDemo } from '../electron/demo/seed-demo.ts'
import { openProgram } from '../electron/program.ts'
import type { InputOf, OutputOf, RouteName } from '../shared/contract/routes.ts'
import { projectRoot } from './project-root.ts'

/** A day on which the demo's first term is over, so that every activity has its attendance. */
const [firstTerm] = demoTerms
const clock = { now: () => `${firstTerm.endsOn}T02:00:00.000Z`, today: () => firstTerm.endsOn }

async function writeAll(out: string): Promise<number> {
  mkdirSync(out, { recursive: true })
  const dataFolder = mkdtempSync(join(tmpdir(), 'xingtan-documents-'))
  const resources = join(projectRoot, 'resources')
  const program = await openProgram({ dataFolder, version: 'documents', resources, mode: 'browser', clock, logger: { info: () => undefined, error: (event, cause) => console.error(event, cause) } })
  const session = program.openSession()
  const call = async <N extends RouteName>(route: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const result = await program.call(session, route, input)
    if (!result.ok) throw new Error(`${route}: ${result.error.message}`)
    return result.value as OutputOf<N>
  }
  let failed = 0
  try {
    const { activityIds, ...demo } = await seedDemo(program, { path: demoRosterPath(resources), today: firstTerm.endsOn })
    await call('accounts.signIn', demoAccess)
    const wanted: InputOf<'documents.make'>[] = []
    const { forms } = await call('documents.forms', {})
    for (const studioId of [demo.chineseStudioId, demo.mathsStudioId]) {
      const { people, notice } = await call('documents.subjects', { termKey: firstTerm.key, studioId })
      for (const { code, batch, subject } of forms) {
        const base = { form: code, termKey: firstTerm.key, studioId, numbers: 'full' as const }
        if (subject === 'studio') wanted.push({ ...base, notice: { ...notice, basis: '云岫县名师工作室建设实施方案', phone: '88880000', address: '云岫县文昌路18号' } })
        if (subject === 'person') wanted.push(...people.filter(({ role }) => batch !== (role === 'host')).map(({ id }) => ({ ...base, personId: id })))
      }
    }
    for (const { code } of forms.filter(({ subject }) => subject === 'activity')) wanted.push(...activityIds.map((activityId) => ({ form: code, termKey: firstTerm.key, activityId })))
    for (const subject of wanted) {
      try {
        const { made, file } = await call('documents.make', subject)
        const bytes = program.takeFile(session, file.token)?.bytes
        if (bytes === undefined) throw new Error('the file was not handed out')
        writeFileSync(join(out, made.fileName), bytes)
        console.log(`${made.fileName}  ${file.bytes} bytes`)
      } catch (error) {
        failed += 1
        console.error(`${subject.form}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    console.log(`${wanted.length - failed} of ${wanted.length} documents in ${out}`)
  } finally {
    await program.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return failed === 0 ? 0 : 1
}

const { values } = parseArgs({ options: { out: { type: 'string' } } })
if (values.out === undefined) {
  console.error('npm run documents -- --out DIR')
  process.exitCode = 2
} else {
  process.exitCode = await writeAll(resolve(values.out))
}
