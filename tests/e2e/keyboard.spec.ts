import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { schoolWithPapers } from '../fixtures/documents/school-with-papers.ts'
import { password } from '../fixtures/program.ts'
import type { Keys } from './support/keys.ts'
import { latinNames } from './support/latin-names.ts'
import { expect, goTo, test } from './support/school.ts'
import { tabThrough } from './support/tab-through.ts'

const pagesFile = join(import.meta.dirname, '..', '..', 'renderer', 'app', 'pages.tsx')

/** Every address that a page stands under. */
const paths = [...readFileSync(pagesFile, 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '')

/** One stop: how somebody gets to the page from the one before, by keys; and the page's own heading. */
interface Stop {
  readonly path: string
  /** Of this page and not of the one before: the address changes first. */
  readonly heading: string | RegExp
  go(page: Page, keys: Keys): Promise<void>
}

const link = (name: string) => (page: Page, keys: Keys) => keys.push(page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }))
const sisterPage = (name: string) => (page: Page, keys: Keys) => keys.push(page.getByRole('main').getByRole('navigation').getByRole('link', { name, exact: true }))
const button = (name: string) => (page: Page, keys: Keys) => keys.push(page.getByRole('main').getByRole('button', { name }).first())
const key = (name: string) => (_: Page, keys: Keys) => keys.press(name)
const firstRow = (grid: string) => async (page: Page, keys: Keys) => {
  await keys.to(page.getByRole('grid', { name: grid }))
  await keys.press('ArrowDown', 'Enter')
}
const more = (line: string) => (page: Page, keys: Keys) => keys.choose(page.getByRole('main').getByRole('button', { name: '更多', exact: true }), line)
const copyOfScheme = async (page: Page, keys: Keys) => {
  await keys.push(page.getByRole('main').getByRole('button', { name: '复制成本校规程' }))
  await keys.write(page.getByRole('dialog').getByLabel('名称', { exact: true }), '云溪县名师工作室规程')
  await keys.push(page.getByRole('button', { name: '复制并修改' }))
}

const anOpenLesson = async (page: Page, keys: Keys) => {
  await keys.to(page.getByRole('main').getByRole('combobox').first())
  await keys.type('gkk')
  await keys.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '登记公开课' })).toBeVisible()
  await expect(page.getByLabel('课题', { exact: false })).toBeFocused()
  await keys.type('《春》')
  await keys.press('Tab', 'Tab')
  await keys.type('csy')
  await expect(page.locator('.ant-select-item-option-active').filter({ hasText: '陈思远' })).toBeVisible()
  await keys.press('Enter', 'Control+s')
}

const planned = async (page: Page, keys: Keys) => {
  await keys.to(page.getByRole('radio', { name: '教学日记' }))
  await keys.press('ArrowRight')
  await expect(page.getByRole('button', { name: '安排检查' }).first()).toBeVisible()
  await keys.press('Control+n')
  await expect(page.getByRole('dialog', { name: '安排检查' }).getByLabel('名称', { exact: true })).toBeFocused()
  await keys.press('Enter')
}

const stops: readonly Stop[] = [
  { path: '/', heading: '工作台', go: link('工作台') },
  { path: '/studios', heading: '工作室', go: link('工作室') },
  { path: '/studios/new', heading: '新建工作室', go: key('Control+n') },
  { path: '/studios', heading: '工作室', go: key('Escape') },
  { path: '/studios/:id', heading: '陈思远名师工作室', go: firstRow('工作室名单') },
  { path: '/studios/:id/edit', heading: /修改/, go: button('修改基本信息') },
  { path: '/studios/:id', heading: '陈思远名师工作室', go: key('Escape') },
  { path: '/people', heading: '人员', go: link('人员') },
  { path: '/people/new', heading: '新增人员', go: key('Control+n') },
  { path: '/people', heading: '人员', go: key('Escape') },
  { path: '/people/import', heading: '导入花名册', go: button('导入花名册') },
  { path: '/people', heading: '人员', go: link('人员') },
  { path: '/people/imports', heading: '导入记录', go: more('导入记录') },
  { path: '/people', heading: '人员', go: link('人员') },
  { path: '/people/removed', heading: /回收站/, go: more('回收站') },
  { path: '/people', heading: '人员', go: link('人员') },
  { path: '/people/:id', heading: /^(?!人员$)./, go: firstRow('人员名单') },
  { path: '/people', heading: '人员', go: key('Escape') },
  { path: '/activities', heading: '活动与会议', go: link('活动与会议') },
  { path: '/activities/new', heading: '登记活动', go: key('Control+n') },
  { path: '/activities', heading: '活动与会议', go: link('活动与会议') },
  { path: '/activities/:id', heading: '“整本书阅读”同课异构研讨', go: firstRow('活动列表') },
  { path: '/ledger', heading: '经费', go: link('经费') },
  { path: '/ledger/:studioId', heading: '陈思远名师工作室的经费', go: firstRow('经费一览') },
  { path: '/ledger', heading: '经费', go: key('Escape') },
  { path: '/duties', heading: '职责', go: link('职责与成果') },
  { path: '/outcomes', heading: '成果与记录', go: sisterPage('成果与记录') },
  { path: '/outcomes/quick', heading: '成批登记', go: button('成批登记') },
  { path: '/outcomes', heading: '成果与记录', go: key('Escape') },
  { path: '/outcomes/new', heading: '登记成果', go: key('Control+n') },
  { path: '/outcomes/:id', heading: /^(?!登记)./, go: anOpenLesson },
  { path: '/shifts', heading: '值勤', go: link('值勤') },
  { path: '/inspections', heading: '教学检查', go: link('教学检查') },
  { path: '/inspections/removed', heading: '教学检查回收站', go: more('回收站') },
  { path: '/inspections', heading: '教学检查', go: key('Escape') },
  { path: '/inspections/:id', heading: '期中教学检查', go: planned },
  { path: '/schemes', heading: '规程', go: link('规程') },
  { path: '/schemes/:code/:version', heading: /^(?!规程$)./, go: firstRow('规程列表') },
  { path: '/schemes/drafts/:id', heading: '云溪县名师工作室规程', go: copyOfScheme },
  { path: '/schemes', heading: '规程', go: key('Escape') },
  { path: '/documents', heading: '文书', go: link('文书') },
  { path: '/audit', heading: '操作日志', go: link('操作日志') },
  { path: '/settings', heading: '设置', go: link('设置') },
]

test('every page of the program is reached, walked from end to end and left by keyboard alone', async ({ page, school, keys }) => {
  test.setTimeout(240_000)
  await schoolWithPapers(school.test)
  await school.openWindow(page)
  await keys.signIn('admin', password)
  const walked = new Set<string>()
  for (const { path, heading, go } of stops) {
    await test.step(path, async () => {
      await go(page, keys)
      await expect(page).toHaveURL(new RegExp(`^[^?]*${path.replace(/:\w+/g, '[^/?]+')}([?#].*)?$`))
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
      if (!walked.has(path)) {
        const { missed, unseen } = await tabThrough(page)
        expect.soft(await latinNames(page), `read out in English on ${path}`).toEqual([])
        expect.soft(missed, `on ${path} Tab does not come to`).toEqual([])
        expect.soft(unseen, `on ${path} the cursor is out of sight on`).toEqual([])
      }
      walked.add(path)
    })
  }
  // An address that no link leads to: only the way back counts.
  await goTo(page, '/no-such-page')
  await keys.push(page.getByRole('link', { name: '回到工作台' }))
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible()
  walked.add('*')
  expect(paths.length).toBeGreaterThan(15)
  expect(paths.filter((path) => !walked.has(path)), 'pages that nobody walks by keyboard').toEqual([])
})

test('the frame is worked by keyboard alone: search, shortcuts, password, lock and sign-out', async ({ page, school, keys }) => {
  await schoolWithPapers(school.test)
  await school.openWindow(page)
  await keys.signIn('admin', password)
  await keys.press('Control+k')
  await expect(page.getByLabel('搜索什么')).toBeFocused()
  await keys.type('许静姝')
  await expect(page.getByRole('option', { name: /许静姝/ }).first()).toBeVisible()
  await keys.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '许静姝' })).toBeVisible()

  await keys.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: '人员' })).toBeVisible()
  await keys.to(page.getByRole('grid', { name: '人员名单' }))
  await keys.press('?')
  const sheet = page.getByRole('dialog', { name: '快捷键' })
  await expect(sheet).toBeVisible()
  await keys.press('Escape')
  await expect(sheet).toBeHidden()

  const menu = page.getByRole('button', { name: /周管理/ })
  await keys.choose(menu, '更换密码')
  const dialog = page.getByRole('dialog', { name: '更换密码' })
  await expect(dialog.getByLabel('原密码')).toBeFocused()
  await keys.press('Escape')
  await expect(dialog).toBeHidden()

  await keys.press('Control+l')
  await expect(page.getByLabel('密码', { exact: true })).toBeFocused()
  await keys.type(password)
  await keys.press('Enter')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  await keys.choose(menu, '退出登录')
  await expect(page.getByLabel('登录名')).toBeFocused()
})
