import { readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import { withNonce } from '../../shared/contract/csp.ts'
import { isPagePath, staticMediaType, staticPath } from '../../shared/contract/static-path.ts'
import { answerHeaders, newNonce } from './security/csp.ts'
import { appScheme, isOurPage } from './security/our-page.ts'

/** Before the app is ready: app:// is a place like https://, so that `'self'`, modules and fetch mean what they should. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built renderer, and nothing else, under app://xingtan/. */
export function serveRenderer(session: Session, rendererDir: string): void {
  session.protocol.handle(appScheme, (request) => answer(request, rendererDir))
}

/** One answer of app://: a file of the build, index.html for a page of the program, or 403, 404, 405 without a word. */
export async function answer(request: { readonly url: string; readonly method: string }, rendererDir: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
  if (!isOurPage(request.url)) return refusal(403)
  const { pathname } = new URL(request.url)
  const names = isPagePath(pathname) ? (['index.html'] as const) : staticPath(pathname)
  if (names === null) return refusal(403)
  const name = names[names.length - 1] ?? ''
  const mediaType = staticMediaType(name)
  const bytes = mediaType === null ? null : await readInside(rendererDir, names)
  if (mediaType === null || bytes === null) return refusal(404)
  const nonce = newNonce()
  const body = name === 'index.html' ? withNonce(bytes.toString('utf8'), nonce) : new Uint8Array(bytes)
  return new Response(body, { status: 200, headers: answerHeaders(mediaType, nonce) })
}

function refusal(status: 403 | 404 | 405): Response {
  return new Response('', { status, headers: answerHeaders('text/plain; charset=utf-8', newNonce()) })
}

/** The file's bytes, or null when it is not there or a link leads out of the folder. */
async function readInside(folder: string, names: readonly string[]): Promise<Buffer | null> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, ...names))])
    return file.startsWith(root + sep) ? await readFile(file) : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR'
}
