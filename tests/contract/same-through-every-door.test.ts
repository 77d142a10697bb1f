import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type RouteName, routes } from '../../shared/contract/routes.ts'
import type { Route } from '../../shared/contract/define.ts'
import type { Result } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import { fake } from '../exploits/fake-electron.ts'
import { freshProgram, silentLogger, type TestProgram } from '../fixtures/program.ts'
import { type Door, type HttpDoor, httpDoor, sessionLike } from './doors.ts'
import { badInputs, sampleOf } from './samples.ts'

vi.mock('electron', async () => (await import('../exploits/fake-electron.ts')).fakeElectron)
const { openIpc } = await import('../../electron/shell/ipc.ts')
const { savedFiles } = await import('../../electron/shell/dialogs.ts')
const { runningCalls } = await import('../../electron/shell/running-calls.ts')
const { channels } = await import('../../electron/shell/channels.ts')

const names = Object.keys(routes) as RouteName[]
const routeOf = (name: RouteName): Route => routes[name]
const ourFrame = { url: 'app://xingtan/', parent: null }

let test: TestProgram
let http: HttpDoor
const doors: Door[] = []

beforeAll(async () => {
  test = await freshProgram()
  const direct = sessionLike(test, test.admin.session)
  http = await httpDoor(test, test.admin.session)
  const window = sessionLike(test, test.admin.session)
  openIpc({ program: test.program, session: window, saved: savedFiles(), calls: runningCalls(), logger: silentLogger })
  const ipc = must(fake.doors.get(channels.call), 'the shell opened it')
  doors.push(
    { name: 'direct', session: direct, call: (route, input) => test.program.call(direct, route, input) },
    http,
    { name: 'IPC', session: window, call: (route, input) => ipc({ senderFrame: ourFrame }, route, input) as Promise<Result<unknown>> },
  )
})
afterAll(async () => {
  await http.close()
  await test.close()
})

/** What is made anew for every call: a token, the number under which an error stands in the log. */
function settled(result: Result<unknown>): unknown {
  return JSON.parse(JSON.stringify(result, (key, value: unknown) => (key === 'token' || key === 'logId' ? 'its own' : value)))
}

async function throughAll(route: string, input: unknown): Promise<unknown[]> {
  const answers: unknown[] = []
  for (const door of doors) answers.push(settled(await door.call(route, input)))
  return answers
}

describe('the same question through the three doors', () => {
  it('is answered the same by every reading route', async () => {
    let answered = 0
    for (const name of names) {
      if (routeOf(name).writes || name === 'accounts.lock' || name === 'accounts.stillHere') continue
      const [direct, ...others] = await throughAll(name, sampleOf(name))
      for (const [at, other] of others.entries()) expect(other, `${name} over ${doors[at + 1]?.name ?? ''}`).toEqual(direct)
      if ((direct as { ok: boolean }).ok) answered++
    }
    expect(answered).toBeGreaterThan(8)
  })

  it('is refused in the same words when it is badly put', async () => {
    for (const name of names) {
      for (const [what, input] of badInputs) {
        const [direct, ...others] = await throughAll(name, input)
        expect((direct as { ok: boolean }).ok, `${name} with ${what}`).toBe(false)
        for (const [at, other] of others.entries()) expect(other, `${name} with ${what} over ${doors[at + 1]?.name ?? ''}`).toEqual(direct)
      }
    }
  })

  it('is refused in the same words when there is no such route', async () => {
    for (const name of ['constructor', '__proto__', 'toString', 'people.drop']) {
      const [direct, ...others] = await throughAll(name, {})
      expect(direct).toMatchObject({ ok: false, error: { code: 'dispatch.noSuchRoute' } })
      for (const other of others) expect(other).toEqual(direct)
    }
  })

  it('is saved once, whichever door it came through', async () => {
    for (const [at, door] of doors.entries()) {
      const saved = await door.call('school.saveSettings', { idleMinutes: 20 + at })
      expect(saved, door.name).toEqual({ ok: true, value: {} })
      for (const other of doors) expect(await other.call('school.settings', {}), `${door.name} → ${other.name}`).toEqual({ ok: true, value: { idleMinutes: 20 + at, lessonMinutes: 45 } })
    }
  })

  it('is refused in the same words once the window is locked', async () => {
    const codes: unknown[] = []
    for (const door of doors) {
      door.session.lock()
      codes.push(settled(await door.call('school.calendar', {})))
    }
    expect(codes[0]).toMatchObject({ ok: false, error: { code: 'accounts.locked' } })
    expect(codes[1]).toEqual(codes[0])
    expect(codes[2]).toEqual(codes[0])
  })
})
