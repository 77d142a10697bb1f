import Database from 'better-sqlite3'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Session } from '../../electron/services/accounts/session.ts'
import { type RouteName, routes } from '../../shared/contract/routes.ts'
import type { Route } from '../../shared/contract/define.ts'
import { roleMay, roles, type Role } from '../../shared/domain/accounts/permissions.ts'
import type { Problem, Result } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import { type Caller, freshProgram, givenPassword, password, type TestProgram } from '../fixtures/program.ts'
import { sessionLike } from './doors.ts'
import { badInputs, sampleOf, spoiltInputs } from './samples.ts'

/** Every way into the program, also those added later: a route that is in the table is tried here. */
const names = Object.keys(routes) as RouteName[]
const routeOf = (name: RouteName): Route => routes[name]

let test: TestProgram
const callers = new Map<Role, Caller>()
let watch: Database.Database

beforeAll(async () => {
  test = await freshProgram()
  for (const role of roles) callers.set(role, role === 'admin' ? test.admin : await test.as(role))
  watch = new Database(join(test.folder, 'xingtan.db'), { readonly: true })
})
afterAll(async () => {
  watch.close()
  await test.close()
})

const sessionOf = (role: Role): Session => sessionLike(test, must(callers.get(role), 'made above').session)
const auditRows = (): number => Number(watch.prepare('SELECT count(*) FROM audit_log').pluck().get())
/** Grows with every commit of another connection, that is, of the program. */
const dataVersion = (): number => Number(watch.pragma('data_version', { simple: true }))

function problemOf(result: Result<unknown>): Problem | null {
  return result.ok ? null : result.error
}

describe('the table of routes', () => {
  it('has a good input for each of its routes', () => {
    for (const name of names) expect(() => sampleOf(name), name).not.toThrow()
    expect(names.length).toBeGreaterThan(30)
  })

  it('names each route by its area and a verb', () => {
    for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/)
  })
})

describe('who may', () => {
  const cases = names.filter((name) => !['anyone', 'signedIn'].includes(routeOf(name).may))

  it.each(roles)('somebody of the role %s reaches exactly what the table of permissions gives her', async (role) => {
    let allowed = 0
    for (const name of cases) {
      const may = routeOf(name).may
      const session = sessionOf(role)
      const result = await test.program.call(session, name, sampleOf(name))
      test.program.closeSession(session)
      const code = problemOf(result)?.code
      if (roleMay(role, may as never)) {
        allowed++
        expect(code, `${role} ${name}`).not.toBe('accounts.notAllowed')
        expect(problemOf(result)?.kind, `${role} ${name}: ${code ?? ''}`).not.toBe('internal')
      } else {
        expect(code, `${role} ${name}`).toBe('accounts.notAllowed')
      }
    }
    if (role === 'admin') expect(allowed).toBe(cases.length)
    if (role === 'member') expect(allowed).toBeLessThan(cases.length / 2)
  })

  it('nobody who has not signed in reaches anything but the doors themselves', async () => {
    let tried = 0
    for (const name of names) {
      if (routeOf(name).may === 'anyone') continue
      const result = await test.program.call(test.program.openSession(), name, sampleOf(name))
      expect(problemOf(result)?.code, name).toBe('accounts.signedOut')
      tried++
    }
    expect(tried).toBeGreaterThan(20)
  })

  it('somebody who has yet to choose a password of her own reaches that and the doors, nothing else, not even as an administrator', async () => {
    const open: string[] = []
    for (const role of ['admin', 'member'] as const) {
      const signInName = `new-${role}`
      await test.admin.call('accounts.add', { signInName, displayName: '新来的', role, personId: null, password: givenPassword })
      const caller = test.visitor()
      await caller.call('accounts.signIn', { signInName, password: givenPassword })
      for (const name of names) {
        if (routeOf(name).may === 'anyone') continue
        const code = problemOf(await test.program.call(caller.session, name, sampleOf(name)))?.code
        if (code === 'accounts.ownPasswordFirst') continue
        if (role === 'admin') open.push(name)
        else expect(open, `${role} ${name}`).toContain(name)
      }
      await caller.call('accounts.changePassword', { oldPassword: givenPassword, newPassword: password })
      await caller.call('accounts.remembered', { key: 'any' })
    }
    expect(open).toEqual(['accounts.stillHere', 'accounts.changePassword'])
  })

  it('a locked window reaches nothing but the doors themselves, whoever has locked it', async () => {
    for (const name of names) {
      if (routeOf(name).may === 'anyone') continue
      const session = sessionOf('admin')
      session.lock()
      const result = await test.program.call(session, name, sampleOf(name))
      expect(problemOf(result)?.code, name).toBe('accounts.locked')
    }
  })
})

describe('bad input', () => {
  it('is answered as invalid on every route, before anything else happens', async () => {
    const session = sessionOf('admin')
    const before = dataVersion()
    for (const name of names) {
      for (const [what, input] of badInputs) {
        const error = problemOf(await test.program.call(session, name, input))
        expect(error, `${name} with ${what}`).toMatchObject({ code: 'dispatch.invalidInput', kind: 'invalid' })
        expect(error?.message, `${name} with ${what}`).not.toBe('')
        // A clerk reads it: no names of types, no 「期望」, no 「实际接收」.
        for (const sentence of [error?.message, ...(error?.places ?? []).map(({ message }) => message)]) {
          expect(sentence, `${name} with ${what}`).not.toMatch(/期望|接收|无效|\b(string|number|int|object|array|boolean|record|undefined|null|NaN)\b/)
        }
      }
    }
    expect(dataVersion()).toBe(before)
  })

  it('in one field of an otherwise good input never makes the program stumble', async () => {
    for (const name of names) {
      for (const [what, input] of spoiltInputs(name)) {
        const session = sessionOf('auditor')
        const error = problemOf(await test.program.call(session, name, input))
        expect(error?.kind, `${name} with ${what}`).not.toBe('internal')
        expect(error?.message ?? '', `${name} with ${what}`).not.toMatch(/期望|接收|\b(string|number|object|array|undefined)\b/)
        test.program.closeSession(session)
      }
    }
  })

  it('that names the prototype changes nobody else\'s objects', async () => {
    const session = sessionOf('auditor')
    for (const name of names) {
      const sample = JSON.stringify(sampleOf(name)).replace(/^\{/, '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},').replace(/,\}$/, '}')
      const input: unknown = JSON.parse(sample)
      const error = problemOf(await test.program.call(session, name, input))
      expect(error?.kind, name).not.toBe('internal')
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', '', 'accounts', 'accounts.', 'ACCOUNTS.LIST', 'accounts.list ', 'accounts/list'])(
    'as the name of a route (%j) finds nothing', async (name) => {
      const result = await test.program.call(sessionOf('admin'), name, {})
      expect(problemOf(result)).toMatchObject({ code: 'dispatch.noSuchRoute', kind: 'notFound' })
    })
})

describe('what a route says that it does', () => {
  it('is what it does: a reading one changes nothing, a writing one leaves its row in the log, and both answer in their own shape', async () => {
    let written = 0
    let read = 0
    // Whatever ends the session or moves the folder is tried last of all.
    for (const name of names) {
      const route = routeOf(name)
      const session = sessionOf('admin')
      const [version, rows] = [dataVersion(), auditRows()]
      const result = await test.program.call(session, name, sampleOf(name))
      test.program.closeSession(session)
      const changed = dataVersion() !== version
      if (result.ok) expect(() => route.output.parse(result.value), name).not.toThrow()
      expect(problemOf(result)?.kind, `${name}: ${problemOf(result)?.message ?? ''}`).not.toBe('internal')
      if (!route.writes) {
        expect(changed, `${name} only reads`).toBe(false)
        read++
      } else if (changed) {
        expect(auditRows(), `${name} writes`).toBeGreaterThan(rows)
        written++
      }
    }
    expect(written).toBeGreaterThan(8)
    expect(read).toBeGreaterThan(8)
  })

  it('holds for the log itself afterwards: it is whole', async () => {
    expect(await test.admin.call('audit.verify', {})).toMatchObject({ firstBroken: null })
  })
})
