import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openProgram } from '../../electron/program.ts'
import { must } from '../../shared/must.ts'
import { Caller, password, silentLogger } from '../fixtures/program.ts'

/** Run as a process of its own: hangs file after file on an activity and prints the id of each that the program has acknowledged. */
const [, , dataFolder, activityId] = process.argv
const program = await openProgram({
  dataFolder: must(dataFolder, 'the first argument'), version: '0.1.0-test', resources: join(import.meta.dirname, '..', '..', 'resources'),
  logger: silentLogger, mode: 'browser',
})
const caller = new Caller(program, program.openSession())
await caller.call('accounts.signIn', { signInName: 'admin', password })
for (let number = 1; ; number++) {
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1_500_000)])
  const { id } = await caller.call('activities.addAttachment', {
    activityId: must(activityId, 'the second argument'), file: await caller.upload(`第${number}份.pdf`, content),
  })
  process.stdout.write(`${id}\n`)
}
