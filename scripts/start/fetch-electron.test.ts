import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { must } from '../../shared/must.ts'
import { projectRoot } from '../project-root.ts'
import { electronVersion, findElectron } from './electron-binary.ts'
import { fetchElectron, reasonIn, type FetchOutcome, type FetchProgress } from './fetch-electron.ts'
import { attemptMemory } from './last-attempt.ts'

const realElectron = join(projectRoot, 'node_modules', 'electron')
const version = must(electronVersion(realElectron), 'electron is a development dependency')
const zipName = `electron-v${version}-${process.platform}-${process.arch}.zip`

let folder = ''
let electronDir = ''
let mirror: Server | null = null

/** A copy of the package electron, so that the real one never gets a made-up program. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xingtan-fetch-'))
  electronDir = join(folder, 'node_modules', 'electron')
  mkdirSync(electronDir, { recursive: true })
  for (const name of ['package.json', 'install.js', 'checksums.json']) copyFileSync(join(realElectron, name), join(electronDir, name))
  for (const scope of ['@electron', '@electron-internal']) symlinkSync(join(projectRoot, 'node_modules', scope), join(folder, 'node_modules', scope), 'junction')
})
afterEach(async () => {
  const ending = mirror
  mirror = null
  if (ending !== null) {
    ending.closeAllConnections()
    await new Promise((resolve) => { ending.close(resolve) })
  }
  rmSync(folder, { recursive: true, force: true })
})

async function mirrorThat(answers: RequestListener): Promise<string> {
  const server = createServer(answers)
  mirror = server
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const address = server.address()
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/electron` : ''
}

function attempt(address: string, more: Parameters<typeof fetchElectron>[0] | object = {}): Promise<FetchOutcome> {
  return fetchElectron({
    electronDir, standstillMs: 1500, leastBytes: 1000,
    env: { ...process.env, ELECTRON_MIRROR: address, electron_config_cache: join(folder, 'cache') }, ...more,
  })
}

describe('fetching Electron', () => {
  it('fails at once where nobody answers', async () => {
    const address = await mirrorThat(() => undefined)
    const server = must(mirror, 'it listens')
    await new Promise((resolve) => { server.close(resolve) })
    mirror = null
    expect(await attempt(address)).toMatchObject({ ok: false, reason: 'failed', detail: expect.stringContaining('ECONNREFUSED') })
  })

  it('fails at once where the mirror refuses, and says with what', async () => {
    const asked: string[] = []
    const address = await mirrorThat((request, response) => {
      asked.push(request.url ?? '')
      response.writeHead(403).end('no')
    })
    expect(await attempt(address)).toMatchObject({ ok: false, reason: 'failed', detail: expect.stringContaining('403') })
    expect(asked).toEqual([`/electron/v${version}/${zipName}`])
  })

  it('is given up when the mirror takes the call and says nothing', async () => {
    const address = await mirrorThat(() => undefined)
    expect(await attempt(address)).toMatchObject({ ok: false, reason: 'standstill' })
  })

  it('is given up when the mirror stands still in the middle', async () => {
    const address = await mirrorThat((_request, response) => { response.writeHead(200, { 'content-length': '100000000' }).write(Buffer.alloc(200_000)) })
    const seen: FetchProgress[] = []
    expect(await attempt(address, { standstillMs: 3000, onProgress: (progress: FetchProgress) => { seen.push(progress) } })).toMatchObject({ ok: false, reason: 'standstill', detail: '3 秒没有进展' })
    expect(seen).toContainEqual({ step: 'downloading', bytes: expect.any(Number), total: 100_000_000 })
  })

  it('is given up when the mirror only drips, though it never quite stands still', async () => {
    let closed: (() => void) | null = null
    const gone = new Promise<void>((resolve) => { closed = resolve })
    const address = await mirrorThat((_request, response) => {
      response.writeHead(200, { 'content-length': '100000000' })
      const drip = setInterval(() => { response.write('.') }, 100)
      response.on('close', () => { clearInterval(drip); closed?.() })
    })
    expect(await attempt(address)).toMatchObject({ ok: false, reason: 'standstill' })
    // The child is gone: it let go of the connection.
    await gone
  })

  it('refuses a file that is not the one that was released', async () => {
    const address = await mirrorThat((_request, response) => { response.end('another program') })
    expect(await attempt(address)).toMatchObject({ ok: false, reason: 'failed' })
    expect(findElectron(electronDir, {})).toBeNull()
    expect(existsSync(join(electronDir, 'dist'))).toBe(false)
  })

  it('unpacks what was fetched, and finds it', async () => {
    const zip = new JSZip()
    const executable = process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : process.platform === 'win32' ? 'electron.exe' : 'electron'
    zip.file('version', version)
    zip.file(executable, 'a program')
    zip.file('filling', Buffer.alloc(300_000, 7), { compression: 'STORE' })
    const bytes = await zip.generateAsync({ type: 'nodebuffer' })
    const sum = createHash('sha256').update(bytes).digest('hex')
    writeFileSync(join(electronDir, 'checksums.json'), JSON.stringify({ [zipName]: sum }))
    const address = await mirrorThat((_request, response) => { response.writeHead(200, { 'content-length': bytes.length }).end(bytes) })
    const seen: FetchProgress[] = []
    expect(findElectron(electronDir, {})).toBeNull()
    expect(await attempt(address, { onProgress: (progress: FetchProgress) => { seen.push(progress) } })).toEqual({ ok: true })
    expect(findElectron(electronDir, {})).toBe(join(electronDir, 'dist', executable))
    expect(seen.at(-1)).toEqual({ step: 'unpacking' })
    expect(seen.some((progress) => progress.step === 'downloading' && progress.bytes === bytes.length)).toBe(true)
  })
})

describe('an Electron that stands', () => {
  it('is not taken for ours when it is of another version, or when its program is gone', () => {
    mkdirSync(join(electronDir, 'dist'))
    writeFileSync(join(electronDir, 'path.txt'), 'electron')
    writeFileSync(join(electronDir, 'dist', 'version'), version)
    expect(findElectron(electronDir, {})).toBeNull()
    writeFileSync(join(electronDir, 'dist', 'electron'), '')
    expect(findElectron(electronDir, {})).toBe(join(electronDir, 'dist', 'electron'))
    writeFileSync(join(electronDir, 'dist', 'version'), '44.0.0')
    expect(findElectron(electronDir, {})).toBeNull()
    expect(findElectron(electronDir, { ELECTRON_OVERRIDE_DIST_PATH: join(electronDir, 'dist') })).toBe(join(electronDir, 'dist', 'electron'))
  })
})

describe('a failed attempt', () => {
  it('is remembered for this version and this mirror, until it is forgotten', () => {
    const memory = attemptMemory(folder)
    const here = { version: '45.4.1', mirror: '' }
    expect(memory.failureOf(here)).toBeNull()
    memory.remember(here, '20 秒没有进展')
    expect(memory.failureOf(here)).toBe('20 秒没有进展')
    expect(memory.failureOf({ ...here, version: '45.5.0' })).toBeNull()
    expect(memory.failureOf({ ...here, mirror: 'https://mirror.example/' })).toBeNull()
    memory.forget()
    expect(memory.failureOf(here)).toBeNull()
  })

  it('is told in one line, by its innermost cause', () => {
    expect(reasonIn('TypeError: fetch failed\n    at node:internal\n  [cause]: Error: connect ECONNREFUSED 127.0.0.1:1\n      at x {\n')).toBe('Error: connect ECONNREFUSED 127.0.0.1:1')
    expect(reasonIn('')).toBe('原因不明')
  })
})
