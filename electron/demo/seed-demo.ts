import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InputOf, OutputOf, RouteName } from '../../shared/contract/routes.ts'
import { fromPlainText } from '../../shared/domain/activities/rich-text.ts'
import type { Role } from '../../shared/domain/accounts/permissions.ts'
import { must } from '../../shared/must.ts'
import type { Program } from '../program.ts'
import {
  chineseActivities, chineseCancelled, chineseExpenses, chineseSeries, chineseStudio, chineseThemes, demoAccess, type DemoActivity, type DemoExpense, demoHolidays, demoNeighbours, demoSchool,
  demoTerms, mathsActivities, mathsExpenses, mathsStudio, routineTeam,
} from './demo-school.ts'
import { chineseOutcomes, mathsOutcomes } from './demo-outcomes.ts'
import { recordFilings } from './record-filings.ts'
import { recordInspections } from './record-inspections.ts'
import { recordOutcomes } from './record-outcomes.ts'
import { recordShifts } from './record-shifts.ts'

type Call = <N extends RouteName>(route: N, input: InputOf<N>) => Promise<OutputOf<N>>

export interface DemoIds {
  readonly chineseStudioId: string
  readonly mathsStudioId: string
  readonly activityIds: readonly string[]
  readonly hostPersonId: string
}

/**
 * Fills an empty data folder with the made-up school, through the same routes that a clerk's window calls; so whatever is
 * shown in it has gone the one way through. Marks attendance only for days that are past.
 * @param today `YYYY-MM-DD`
 */
export async function seedDemo(program: Program, roster: { readonly path: string; readonly today: string }): Promise<DemoIds> {
  const session = program.openSession()
  const call = callerOf(program, session)
  try {
    const [firstTerm, ...laterTerms] = demoTerms
    await call('school.firstStart', {
      school: demoSchool, logo: null, admin: { ...demoAccess, displayName: '教务处管理员' }, term: firstTerm,
    })
    for (const term of laterTerms) await call('school.saveTerm', term)
    for (const holiday of demoHolidays) await call('school.saveHoliday', { id: null, ...holiday })
    await importRoster(program, session, call, roster.path)
    for (const person of demoNeighbours) await call('people.save', { ...person, subject: '数学', schoolStage: '初中' })

    const chinese = await setUpStudio(call, chineseStudio)
    const maths = await setUpStudio(call, mathsStudio)
    await setUpStudio(call, routineTeam)
    // The school has settled one thing of which the scheme says nothing.
    await call('schemes.choose', { code: chineseStudio.schemeCode, version: '1', key: 'joinerGraceDays', value: 15 })
    await call('schemes.choose', { code: mathsStudio.schemeCode, version: '1', key: 'activityFiling', value: 'all' })
    const themes = await settleThemes(call, chinese)
    const chineseIds = await holdActivities(call, chinese, chineseStudio, chineseActivities, roster.today, { themes })
    const mathsIds = await holdActivities(call, maths, mathsStudio, mathsActivities, roster.today)
    await recordFilings(call, { activities: mathsActivities, ids: mathsIds, today: roster.today })
    await cancelAndMakeUp(call, chinese, roster.today)
    await planSeries(call, chinese, themes)
    const done = { today: roster.today, termKey: firstTerm.key, personNamed: (name: string) => personNamed(call, name) }
    await recordOutcomes(call, { ...done, studioId: chinese, outcomes: chineseOutcomes })
    await recordOutcomes(call, { ...done, studioId: maths, outcomes: mathsOutcomes })
    await recordInspections(call, done)
    await recordShifts(call, { ...done, names: [chineseStudio.host, ...chineseStudio.members, mathsStudio.host, mathsStudio.recorder] })
    await giveAndSpend(call, chinese, maths)
    await openAccounts(program, call)
    return { chineseStudioId: chinese, mathsStudioId: maths, activityIds: [...chineseIds, ...mathsIds], hostPersonId: await personNamed(call, chineseStudio.host) }
  } finally {
    program.closeSession(session)
  }
}

function callerOf(program: Program, session: ReturnType<Program['openSession']>): Call {
  return async (route, input) => {
    const result = await program.call(session, route, input)
    if (!result.ok) throw new Error(`the demo school could not be made: ${route}: ${result.error.code} ${result.error.message}`)
    return result.value as never
  }
}

/** The roster as a careful clerk imports it: every row that can be, its mistakes left out and still to be mended. */
async function importRoster(program: Program, session: ReturnType<Program['openSession']>, call: Call, path: string): Promise<void> {
  const handed = await program.receiveFile(session, { name: '教师花名册.xlsx', bytes: readFileSync(path) })
  if (!handed.ok) throw new Error(handed.error.message)
  const file = handed.value.token
  const preview = await call('people.readRoster', { file })
  await call('people.importRoster', {
    file,
    fileSha256: preview.fileSha256,
    decisions: preview.rows.filter(({ canImport }) => canImport).map(({ rowNumber }) => ({ rowNumber, action: 'add' as const })),
  })
}

async function personNamed(call: Call, name: string): Promise<string> {
  const { rows } = await call('people.search', { query: name })
  return must(rows.find((row) => row.name === name), `${name} is in the roster`).id
}

interface DemoStudio {
  readonly kind: 'teacher' | 'team'
  readonly name: string
  readonly subject: string | null
  readonly schoolStage: string
  readonly level: 'school' | 'county'
  readonly schemeCode: string
  readonly host: string
  readonly recorder: string
  readonly assistant?: string
  readonly members: readonly string[]
  readonly cycle: { readonly startsOn: string; readonly endsOn: string }
}

async function setUpStudio(call: Call, studio: DemoStudio): Promise<string> {
  const { kind, name, subject, schoolStage, level, schemeCode, cycle } = studio
  const { schemes } = await call('schemes.list', {})
  const schemeVersion = must(schemes.find(({ code }) => code === schemeCode), 'the preset is in resources/schemes').version
  const { id } = await call('studios.create', {
    facts: { kind, name, subject, schoolStage, level, hostSchool: demoSchool.name, schemeCode, schemeVersion, note: null },
    cycle, hostPersonId: await personNamed(call, studio.host), exceptionReason: null,
  })
  const people: { personId: string; role: 'assistant' | 'member' }[] = []
  if (studio.assistant) people.push({ personId: await personNamed(call, studio.assistant), role: 'assistant' })
  for (const member of studio.members) people.push({ personId: await personNamed(call, member), role: 'member' })
  await call('studios.addMembers', { studioId: id, people, fromOn: cycle.startsOn, exceptionReason: null })
  return id
}

/** Ids of themes by their titles. */
type Themes = ReadonlyMap<string, string>

async function settleThemes(call: Call, studioId: string): Promise<Themes> {
  const ids = new Map<string, string>()
  for (const theme of chineseThemes) {
    const { id } = await call('activities.saveTheme', { id: null, revision: null, fields: { ...theme, studioId, termKey: demoTerms[0].key } })
    ids.set(theme.title, id)
  }
  return ids
}

const themeNamed = (themes: Themes, title: string | undefined): string | null => title === undefined ? null : must(themes.get(title), `${title} has been settled`)

async function holdActivities(
  call: Call, studioId: string, studio: DemoStudio, activities: readonly DemoActivity[], today: string,
  { replacesId = null, themes = new Map() }: { readonly replacesId?: string | null; readonly themes?: Themes } = {},
): Promise<string[]> {
  const chairPersonId = await personNamed(call, studio.host)
  const recorderPersonId = await personNamed(call, studio.recorder)
  const ids: string[] = []
  for (const activity of activities) {
    const { people } = await call('activities.expected', { studioId, heldOn: activity.heldOn })
    const held = activity.heldOn <= today
    const { id } = await call('activities.save', {
      id: null, revision: null, replacesId,
      fields: {
        studioId, chairPersonId, recorderPersonId, level: studio.level,
        kind: activity.kind, title: activity.title, themeId: themeNamed(themes, activity.theme), heldOn: activity.heldOn, startTime: activity.from, endTime: activity.to, place: activity.place,
        centralSpeaker: activity.centralSpeaker ?? null, experts: activity.experts ?? null, agenda: activity.agenda ?? null,
        minutes: fromPlainText(held ? activity.minutes ?? '' : ''), resolutions: held ? activity.resolutions ?? null : null,
      },
      sheet: people.map(({ personId, name }) => {
        const [mark, note] = activity.marks?.[name] ?? ['present', '']
        return { personId, mark: held ? mark : null, note: held && note !== '' ? note : null }
      }),
    })
    ids.push(id)
  }
  return ids
}

/** A meeting that was called off before anybody came, and what made up for it. */
async function cancelAndMakeUp(call: Call, studioId: string, today: string): Promise<void> {
  // Not yet held when it was called off: nobody has a mark.
  const [id] = await holdActivities(call, studioId, chineseStudio, [chineseCancelled.cancelled], '')
  const cancelledId = must(id, 'it has just been made')
  await call('activities.cancel', { id: cancelledId, revision: 1, reason: chineseCancelled.reason })
  await holdActivities(call, studioId, chineseStudio, [chineseCancelled.makeup], today, { replacesId: cancelledId })
}

async function planSeries(call: Call, studioId: string, themes: Themes): Promise<void> {
  const { days, weeks, theme, ...series } = chineseSeries
  const chairPersonId = await personNamed(call, chineseStudio.host)
  await call('activities.planSeries', { fields: { ...series, weeks: [...weeks], studioId, termKey: demoTerms[0].key, chairPersonId }, days: [...days], themeId: themeNamed(themes, theme) })
}

async function giveAndSpend(call: Call, chinese: string, maths: string): Promise<void> {
  const termKey = demoTerms[0].key
  const proposal = await call('ledger.proposeAllotment', { studioId: chinese, termKey, rule: null })
  await call('ledger.postPerHead', {
    studioId: chinese, termKey, happenedOn: '2026-09-10', rule: proposal.rule, rate: '300', expectedCount: proposal.count, note: null,
  })
  await call('ledger.postAmount', { studioId: maths, termKey, happenedOn: '2026-09-15', amount: '10,000.00', summary: '县教育局拨付本学年工作经费', note: null })
  await spend(call, chinese, chineseExpenses, chineseStudio.host)
  await spend(call, maths, mathsExpenses, mathsStudio.host)
}

async function spend(call: Call, studioId: string, expenses: readonly DemoExpense[], handledBy: string): Promise<void> {
  const termKey = demoTerms[0].key
  const { rows } = await call('activities.list', { termKey, studioId })
  for (const { activity, reversed, ...expense } of expenses) {
    const { id } = await call('ledger.postExpense', {
      ...expense, studioId, termKey, invoiceCode: null, handledBy, witnessedBy: null, approvedBy: '单位负责人', note: null,
      activityId: rows.find(({ title }) => title === activity)?.id ?? null,
      warningsSeen: true,
    })
    if (reversed) await call('ledger.reverse', { entryId: id, happenedOn: reversed.on, reason: reversed.reason })
  }
}

/** One account of each role, all with the password of the demo, so that each view can be looked at. */
async function openAccounts(program: Program, call: Call): Promise<void> {
  const firstPassword = 'first-2026'
  const accounts: readonly { role: Role; signInName: string; displayName: string; person?: string }[] = [
    { role: 'clerk', signInName: 'jiaowu', displayName: '教务处' },
    { role: 'host', signInName: 'zhuchiren', displayName: chineseStudio.host, person: chineseStudio.host },
    { role: 'finance', signInName: 'caiwu', displayName: '财务室' },
    { role: 'leader', signInName: 'xiaozhang', displayName: '校领导' },
    { role: 'member', signInName: 'chengyuan', displayName: '吕若谷', person: '吕若谷' },
    { role: 'auditor', signInName: 'shenji', displayName: '审计' },
  ]
  for (const { person, ...account } of accounts) {
    await call('accounts.add', { ...account, password: firstPassword, personId: person ? await personNamed(call, person) : null })
    const own = program.openSession()
    const callOwn = callerOf(program, own)
    await callOwn('accounts.signIn', { signInName: account.signInName, password: firstPassword })
    await callOwn('accounts.changePassword', { oldPassword: firstPassword, newPassword: demoAccess.password })
    program.closeSession(own)
  }
}

/** Where the roster of the demo school lies. */
export function demoRosterPath(resources: string): string {
  return join(resources, 'demo', '教师花名册.xlsx')
}
