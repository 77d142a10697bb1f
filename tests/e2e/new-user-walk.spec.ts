import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '../../shared/must.ts'
import { expect, goTo, test } from './support/school.ts'
import { newUserWalk } from './walk/new-user-walk.ts'
import { walk } from './walk/steps.ts'

test.use({ setUp: false, contextOptions: { reducedMotion: 'no-preference' } })
test.setTimeout(300_000)

test('a clerk who has never seen the program takes one term from the roster to five forms, and a member sees no money', async ({ page, school }) => {
  const { clock, visitor } = school.test
  await school.openWindow(page)
  await newUserWalk({
    page, pictures: 'walk',
    meetingDays: ['2026-09-10', '2026-09-24', '2026-10-15', '2026-11-05'],
    untilDay: (day) => clock.goTo(day),
    open: (path) => goTo(page, path),
  })

  // What the pages said is what stands in the records.
  const clerk = visitor()
  await clerk.call('accounts.signIn', { signInName: walk.clerk.signInName, password: walk.clerk.password })
  const { rows: activities } = await clerk.call('activities.list', { termKey: '2026-1' })
  expect(activities.map(({ heldOn, attendance }) => [heldOn, attendance]).sort()).toMatchObject([
    ['2026-09-10', { expected: 7, present: 7, late: 0, excused: 0, absent: 0 }],
    ['2026-09-24', { expected: 7, present: 6, late: 1, excused: 0, absent: 0 }],
    ['2026-10-15', { expected: 7, present: 6, late: 0, excused: 1, absent: 0 }],
    ['2026-11-05', { expected: 7, present: 6, late: 0, excused: 0, absent: 1 }],
  ])
  const [studio] = (await clerk.call('studios.list', {})).rows
  const studioId = must(studio, 'one studio').id
  const account = await clerk.call('ledger.account', { studioId, termKey: '2026-1' })
  expect(account).toMatchObject({ netAllottedFen: 210_000, netSpentFen: 48_650, balanceFen: 161_350 })
  expect(account.lines.map(({ amountFen }) => amountFen).sort((a, b) => a - b)).toEqual([-48_650, -12_000, 12_000, 210_000])
  const made = await clerk.call('documents.list', { limit: 10 })
  expect(made.total).toBe(5)
  const files = readdirSync(join(must(school.test.program.dataFolder, 'a folder'), '文书'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.docx'))
  expect(files).toHaveLength(5)

  const member = visitor()
  await member.call('accounts.signIn', { signInName: walk.member.signInName, password: walk.member.own })
  expect((await member.refused('ledger.account', { studioId, termKey: '2026-1' })).kind).toBe('forbidden')
})
