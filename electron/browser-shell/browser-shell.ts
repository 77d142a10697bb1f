import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Session } from '../services/accounts/session.ts'
import type { Logger } from '../ports/logger.ts'
import { comesFromOurPage, cookieHeader, cookieOf, OneTimeToken } from './door.ts'
import { readBody, TooLarge } from './read-body.ts'
import { closedDoorPage, send, sendFile, sendJson, sendPage } from './answers.ts'
import type { ProgramDoor } from './program-door.ts'

export interface BrowserShell {
  /** With the one-time token: opens once, in one browser. */
  readonly url: string
  /** A fresh address for another window of the same machine; the terminal prints it on request. */
  newUrl(): string
  close(): Promise<void>
}

const mostJsonBytes = 16 * 1024 * 1024
const mostFileBytes = 256 * 1024 * 1024

/**
 * Serves the program to a browser window on this machine. Listens on the loopback address only; every request must name
 * our own Host, writes must come from our own Origin, and everything but the entry wants the HttpOnly cookie that a
 * one-time token was exchanged for. No CORS header is ever sent.
 * @param port 0 for any free one
 */
export async function startBrowserShell(options: {
  readonly program: ProgramDoor
  /** The built renderer. */
  readonly rendererDir: string
  readonly logger: Logger
  readonly port?: number
}): Promise<BrowserShell> {
  const { program, rendererDir, logger } = options
  const sessions = new Map<string, Session>()
  const tokens = new Set<OneTimeToken>()
  let ownHost = ''

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!comesFromOurPage(request, ownHost)) return send(response, 403, 'text/plain', 'forbidden')
    const url = new URL(request.url ?? '/', `http://${ownHost}`)
    if (request.method === 'GET' && url.pathname === '/enter') return enter(url.searchParams.get('token') ?? '', response)

    const session = sessions.get(cookieOf(request.headers) ?? '')
    if (!session) return closedDoorPage(response)

    if (request.method === 'POST' && url.pathname === '/call') return call(session, request, response)
    if (request.method === 'POST' && url.pathname === '/files') return upload(session, url, request, response)
    if (request.method !== 'GET') return send(response, 405, 'text/plain', 'method not allowed')
    if (url.pathname.startsWith('/files/')) return sendFile(response, program.takeFile(session, url.pathname.slice('/files/'.length)))
    return sendPage(response, rendererDir, url.pathname)
  }

  function enter(text: string, response: ServerResponse): void {
    for (const token of tokens) {
      if (!token.redeem(text)) continue
      tokens.delete(token)
      const session = program.openSession()
      sessions.set(session.id, session)
      response.writeHead(303, { Location: '/', 'Set-Cookie': cookieHeader(session.id), 'Cache-Control': 'no-store' }).end()
      return
    }
    closedDoorPage(response)
  }

  async function call(session: Session, request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A form of another site can post text/plain without asking; it cannot post JSON.
    if (request.headers['content-type'] !== 'application/json') return send(response, 415, 'text/plain', 'json only')
    const body: unknown = JSON.parse((await readBody(request, mostJsonBytes)).toString('utf8'))
    const { route, input } = body !== null && typeof body === 'object' ? (body as { route?: unknown; input?: unknown }) : {}
    sendJson(response, await program.call(session, typeof route === 'string' ? route : '', input))
  }

  async function upload(session: Session, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers['content-type'] !== 'application/octet-stream') return send(response, 415, 'text/plain', 'bytes only')
    if (!session.actor && (await isSetUp(session))) return send(response, 403, 'text/plain', 'signed out')
    const bytes = await readBody(request, mostFileBytes)
    sendJson(response, await program.receiveFile(session, { name: url.searchParams.get('name') ?? '文件', bytes }))
  }

  /** Before the first start nobody can be signed in, yet the wizard takes a logo. */
  async function isSetUp(session: Session): Promise<boolean> {
    const standing = await program.call(session, 'accounts.standing', {})
    return !(standing.ok && (standing.value as { phase?: string }).phase === 'firstStart')
  }

  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (error instanceof TooLarge) return send(response, 413, 'text/plain', 'too large')
      if (error instanceof SyntaxError) return send(response, 400, 'text/plain', 'bad request')
      logger.error('browserShell.failed', error)
      send(response, 500, 'text/plain', 'internal error')
    })
  })
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  ownHost = `127.0.0.1:${(server.address() as AddressInfo).port}`

  const newUrl = () => {
    const token = new OneTimeToken()
    tokens.add(token)
    return `http://${ownHost}/enter?token=${token.text}`
  }
  return {
    url: newUrl(),
    newUrl,
    async close() {
      for (const session of sessions.values()) program.closeSession(session)
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
