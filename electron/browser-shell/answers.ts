import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerResponse } from 'node:http'
import { contentSecurityPolicy, safetyHeaders, withNonce } from '../../shared/contract/csp.ts'
import { isPagePath, staticMediaType, staticPath } from '../../shared/contract/static-path.ts'
import type { PassingFile } from '../dispatch/file-exchange.ts'

export function send(response: ServerResponse, status: number, mediaType: string, body: string | Uint8Array): void {
  if (response.headersSent) return void response.end()
  response.writeHead(status, { ...safetyHeaders, 'Content-Type': mediaType, 'Cache-Control': 'no-store' }).end(body)
}

export function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 200, 'application/json; charset=utf-8', JSON.stringify(value))
}

/** A file that the user saves; its name may be Chinese (RFC 6266, `filename*`). */
export function sendFile(response: ServerResponse, file: PassingFile | null): void {
  if (!file) return send(response, 404, 'text/plain; charset=utf-8', '这个文件已经过期，请重新生成')
  response.writeHead(200, {
    ...safetyHeaders,
    'Content-Type': file.mediaType,
    'Content-Length': file.bytes.byteLength,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'Cache-Control': 'no-store',
  }).end(file.bytes)
}

/** A file of the built renderer; a path of one of its pages gives index.html with this load's policy and nonce. */
export function sendPage(response: ServerResponse, rendererDir: string, pathname: string): void {
  if (isPagePath(pathname)) {
    const nonce = randomBytes(18).toString('base64url')
    response.writeHead(200, {
      ...safetyHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'Cache-Control': 'no-store',
    }).end(withNonce(readFileSync(join(rendererDir, 'index.html'), 'utf8'), nonce))
    return
  }
  const names = staticPath(pathname)
  const mediaType = names && staticMediaType(names[names.length - 1] ?? '')
  const path = names && join(rendererDir, ...names)
  if (!path || !mediaType || !statSync(path, { throwIfNoEntry: false })?.isFile()) return send(response, 404, 'text/plain', 'not found')
  // The build names files by their content, so the browser may keep them.
  response.writeHead(200, { ...safetyHeaders, 'Content-Type': mediaType, 'Cache-Control': 'private, max-age=31536000, immutable' }).end(readFileSync(path))
}

/** What somebody sees who comes without our cookie: another browser, an old bookmark, a used token. */
export function closedDoorPage(response: ServerResponse): void {
  response.writeHead(403, {
    ...safetyHeaders,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
  }).end('<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>杏坛</title><h1>请从杏坛程序打开</h1><p>这个地址只能用一次。请关闭此页，重新启动杏坛。</p></html>')
}
