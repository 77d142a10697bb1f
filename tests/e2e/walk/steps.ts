import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { openArea, picture } from '../support/school.ts'
import { expectNothingCutOff } from './cut-off.ts'

/** Which shell the walk goes through, and what differs there. */
export interface WalkShell {
  readonly page: Page
  /** Put before the names of the pictures, so that the two shells do not overwrite each other's. */
  readonly pictures: string
  /** The days of the four meetings, `YYYY-MM-DD`, in order and all in one term. */
  readonly meetingDays: readonly [string, string, string, string]
  /** Lets the program live through time until this day; nothing where the machine's own clock is used. */
  readonly untilDay: (day: string) => void
  /** Goes straight to a path of the program, as somebody who types an address or kept a link would. */
  readonly open: (path: string) => Promise<void>
}

/** What the clerk and her colleague know. Everybody here is invented; the teachers stand in the demo roster. */
export const walk = {
  school: '云岫县初级中学',
  bureau: '云岫县教育局',
  clerk: { signInName: 'admin', name: '周管理', password: 'Xingtan-2026' },
  roster: join(import.meta.dirname, '..', '..', '..', 'resources', 'demo', '教师花名册.xlsx'),
  /** Rows with a fault that nobody should import unseen, and one teacher who stands twice. */
  imported: 82,
  skipped: 5,
  host: { name: '周远帆', initials: 'zyf' },
  members: [
    { name: '单雨桐', initials: 'syt' }, { name: '吕若谷', initials: 'lrg' }, { name: '柏舟', initials: 'bz' },
    { name: '凤鸣岐', initials: 'fmq' }, { name: '雷鸣', initials: 'lm' }, { name: '傅晴川', initials: 'fqc' },
  ],
  member: { signInName: 'shanyutong', name: '单雨桐', given: 'Anfang-2026', own: 'Yutong-8731' },
  studio: '云岫县初级中学语文工作室',
} as const

/** A station of the walk: nothing on it may be cut off, and a picture of it is kept to be looked at. */
export async function station({ page, pictures }: WalkShell, name: string): Promise<void> {
  // Windows that open and messages that come still move for a moment.
  await page.waitForTimeout(400)
  await picture(page, `${pictures}-${name}`)
  await expectNothingCutOff(page, name)
}

/** Opens an area by the navigation on the left. */
export const goToArea = ({ page }: WalkShell, area: string): Promise<void> => openArea(page, area)

/** Finds somebody by the first letters of her name and takes her with Enter. */
export async function pickPerson(page: Page, label: string, typed: string, name: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus()
  await page.keyboard.type(typed)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: name }).first().click()
}

/** Chooses from a list box. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click()
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0)
}
