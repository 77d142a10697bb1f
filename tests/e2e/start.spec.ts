import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { picture } from './support/school.ts'

const root = join(import.meta.dirname, '..', '..')

interface Started {
  readonly process: ChildProcess
  output(): string
  readonly ended: Promise<number | null>
  /** The address that was printed. */
  readonly address: Promise<string>
}

/** `npm start` with these words, without npm: it would not hand on the signal. */
function start(words: readonly string[], temp: string): Started {
  const child = spawn(process.execPath, ['-r', './scripts/check-node.cjs', 'scripts/start.ts', ...words], {
    cwd: root, env: { ...process.env, TMPDIR: temp, TEMP: temp }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const address = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        const [found] = /http:\/\/127\.0\.0\.1:\d+\/\S+\n/.exec(output) ?? []
        if (found !== undefined) resolve(found.trim())
      })
    }
    child.once('exit', () => { reject(new Error(`ended without an address:\n${output}`)) })
  })
  // Whoever expects a start to be refused does not look at the address.
  address.catch(() => undefined)
  return { process: child, output: () => output, ended: new Promise((resolve) => { child.once('close', resolve) }), address }
}

let temp = ''
let running: Started[] = []
test.beforeEach(() => { temp = mkdtempSync(join(tmpdir(), 'xingtan-start-')) })
test.afterEach(async () => {
  for (const { process: child, ended } of running) {
    child.kill('SIGKILL')
    await ended
  }
  running = []
  rmSync(temp, { recursive: true, force: true })
})

function started(...words: string[]): Started {
  const one = start(words, temp)
  running.push(one)
  return one
}

test('a first start without a window prints an address that shows the program, and Ctrl+C ends it', async ({ page }) => {
  const folder = join(temp, '教务 数据')
  const program = started('--no-open', '--data', folder)
  const refused: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') refused.push(message.text()) })
  page.on('pageerror', (error) => { refused.push(error.message) })
  await page.goto(await program.address)
  await expect(page.getByText('首次设置')).toBeVisible()
  expect(refused).toEqual([])
  expect(program.output()).toContain('--no-open')

  program.process.kill('SIGINT')
  expect(await program.ended).toBe(0)
  expect(existsSync(join(folder, 'xingtan.db'))).toBe(true)
})

test('whoever names the folder at the start is told of it in the first start, chooses none, and finds everything there', async ({ page }) => {
  const folder = join(temp, '教务 数据')
  const program = started('--browser', '--no-open', '--data', folder)
  await page.goto(await program.address)
  await page.getByLabel('学校全称').fill('云溪县第三初级中学')
  await page.getByLabel('主管教育局').fill('云溪县教育局')
  const next = page.getByRole('button', { name: '下一步' })
  await next.click()
  await expect(page.getByText('这次启动时已指定资料夹')).toBeVisible()
  await expect(page.getByText(folder)).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await expectAccessible(page)
  await picture(page, 'first-start-2-given')
  // Nothing is to be filled in, and Enter goes on all the same.
  await page.keyboard.press('Enter')
  await page.getByLabel('您的姓名').fill('周管理')
  await page.getByLabel('密码', { exact: true }).fill('Xingtan-2026')
  await page.getByLabel('再输一遍密码').fill('Xingtan-2026')
  await next.click()
  await expect(page.getByText(/教学周 \d+ 周，上课 \d+ 天/)).toBeVisible()
  await next.click()
  await expect(page.getByText(folder)).toBeVisible()
  await page.getByRole('button', { name: '开始使用' }).click()
  await expect(page.getByRole('heading', { name: '设置好了' })).toBeVisible()
  await page.getByRole('checkbox', { name: '已打印或抄好' }).check()
  await page.getByRole('button', { name: '进入杏坛' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible()

  // It was written to the disk: the next start asks for the password, not for the school.
  program.process.kill('SIGINT')
  expect(await program.ended).toBe(0)
  const again = started('--browser', '--no-open', '--data', folder)
  await page.goto(await again.address)
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible()
  await expect(page.getByText('云溪县第三初级中学')).toBeVisible()
})

test('a second start on the same records is refused in words, and the first goes on', async ({ page }) => {
  const folder = join(temp, 'data')
  const first = started('--browser', '--no-open', `--data=${folder}`)
  const address = await first.address
  const second = started('--browser', '--no-open', `--data=${folder}`)
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain('另一个正在运行的杏坛')
  await page.goto(address)
  await expect(page.getByText('首次设置')).toBeVisible()
})

test('the made-up school leaves nothing behind', async () => {
  const program = started('--demo', '--no-open')
  await program.address
  expect(readdirSync(temp).filter((name) => name.startsWith('xingtan-demo-'))).toHaveLength(1)
  program.process.kill('SIGINT')
  expect(await program.ended).toBe(0)
  expect(readdirSync(temp).filter((name) => name.startsWith('xingtan-demo-'))).toEqual([])
})

test('a word that it does not know is named, and nothing starts', async () => {
  const program = started('--dmeo')
  expect(await program.ended).toBe(2)
  expect(program.output()).toContain('--dmeo')
})

test('the build holds all that Electron needs: an entry, a page with a place for the nonce, a preload that requires nothing but Electron', () => {
  expect(existsSync(join(root, 'out', 'main', 'main.js'))).toBe(true)
  expect(readFileSync(join(root, 'out', 'renderer', 'index.html'), 'utf8')).toContain('__CSP_NONCE__')
  expect(readdirSync(join(root, 'out', 'preload'))).toEqual(['preload.cjs'])
  const preload = readFileSync(join(root, 'out', 'preload', 'preload.cjs'), 'utf8')
  expect([...preload.matchAll(/\brequire\(([^)]*)\)/g)].map(([, what]) => what)).toEqual(['"electron"'])
  expect(preload).not.toMatch(/\bimport[ (]/)
  expect(preload).toContain('"accounts.signIn"')
})
