import { join } from 'node:path'
import { request } from 'node:http'
import { startBrowserShell } from '../../electron/browser-shell/browser-shell.ts'
import type { Session } from '../../electron/services/accounts/session.ts'
import type { Result } from '../../shared/errors.ts'
import { silentLogger, type TestProgram } from '../fixtures/program.ts'

/** One way to the same program, for one caller who is signed in. */
export interface Door {
  readonly name: string
  readonly session: Session
  call(route: string, input: unknown): Promise<Result<unknown>>
}

/** A session of the real program that stands where `like` stands, without spending the time of a sign-in. */
export function sessionLike(test: TestProgram, like: Session): Session {
  const session = test.program.openSession()
  if (like.owner && like.dataKey) session.signIn(like.owner, like.dataKey)
  return session
}

export interface HttpDoor extends Door {
  readonly port: number
  readonly cookie: string
  close(): Promise<void>
}

/** The browser shell on a real port, entered with its one-time address, as a browser does it. */
export async function httpDoor(test: TestProgram, like: Session): Promise<HttpDoor> {
  // The shell opens its session itself: it is caught here, so that it can stand where `like` stands.
  let session = test.program.openSession()
  const program = {
    ...test.program,
    openSession: () => (session = sessionLike(test, like)),
  }
  const shell = await startBrowserShell({ program, rendererDir: join(import.meta.dirname, '..', 'fixtures'), logger: silentLogger })
  const url = new URL(shell.url)
  const entered = await fetch(url, { redirect: 'manual' })
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const origin = url.origin
  return {
    name: 'HTTP', port: Number(url.port), cookie,
    get session() {
      return session
    },
    async call(route, input) {
      const response = await fetch(`${origin}/call`, {
        method: 'POST', headers: { 'Content-Type': 'application/json', Origin: origin, Cookie: cookie }, body: JSON.stringify({ route, input }),
      })
      return (await response.json()) as Result<unknown>
    },
    close: () => shell.close(),
  }
}

export interface RawAnswer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

/** A request to the letter: unlike `fetch`, it sends any Host, any method and any path as they are given. */
export function rawRequest(options: {
  port: number; host?: string; method?: string; path?: string; headers?: Record<string, string>; body?: string
}): Promise<RawAnswer> {
  const { port, host = '127.0.0.1', method = 'GET', path = '/', headers = {}, body } = options
  return new Promise((resolve, reject) => {
    const sent = request({ host, port, method, path, headers, setHost: headers['Host'] === undefined, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => { text += part })
      response.on('end', () => { resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }) })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
