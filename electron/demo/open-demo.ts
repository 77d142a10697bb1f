import { systemClock } from '../ports/clock.ts'
import { openProgram, type Program, type ProgramOptions } from '../program.ts'
import { demoAccess } from './demo-school.ts'
import { demoRosterPath, seedDemo } from './seed-demo.ts'

/** Opens the program on a folder for trying out, and fills it with the made-up school where nothing is in it yet. */
export async function openDemoProgram(options: ProgramOptions): Promise<Program> {
  const { signInName, password } = demoAccess
  const program = await openProgram({ ...options, welcome: `这是虚构的学校，供试用。登录名 ${signInName}，密码 ${password}` })
  try {
    const session = program.openSession()
    const standing = await program.call(session, 'accounts.standing', {})
    program.closeSession(session)
    if (standing.ok && (standing.value as { phase: string }).phase === 'firstStart') {
      await seedDemo(program, { path: demoRosterPath(options.resources), today: (options.clock ?? systemClock).today() })
    }
    return program
  } catch (error) {
    await program.close()
    throw error
  }
}
