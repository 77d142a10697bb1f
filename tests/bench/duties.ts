import type { Measurement } from '../../scripts/benching/measurements.ts'
import { deriveDuties } from '../../shared/domain/duties/derive-duties.ts'
import { readDutyCalendar, type CalendarTerm } from '../../shared/domain/duties/duty-calendar.ts'
import type { DutyInput } from '../../shared/domain/duties/duty-input.ts'
import { recordsByStudio, type DutyRecord } from '../../shared/domain/duties/duty-record.ts'
import { addDays } from '../../shared/domain/dates/day.ts'
import { aMembership, preset } from '../fixtures/duties.ts'
import { inTurns } from './support/timing.ts'

const studios = 70
const members = 10
const today = '2029-08-20'
/** Each weekly, two-weekly or by the term and person; a county has them side by side. */
const schemes = ['002', '004-03', '004-04'].map(preset)
const metrics = [
  'openLesson', 'lecture', 'seminar', 'paperWritten', 'reflection', 'lessonDesign', 'exchangeLessons', 'growthPlan', 'workSummary', 'outreachTeaching', 'projectTakenPart', 'onlinePost',
  'showcaseLesson', 'planningMeeting', 'summaryMeeting', 'bookRead',
]
const terms = [2026, 2027, 2028].flatMap((year): CalendarTerm[] => [
  { key: `${year}-1`, schoolYear: year, ordinal: 1, startsOn: `${year}-09-01`, endsOn: `${year + 1}-01-20`, teachingStartsOn: `${year}-09-01`, teachingEndsOn: `${year + 1}-01-16` },
  { key: `${year}-2`, schoolYear: year, ordinal: 2, startsOn: `${year + 1}-02-20`, endsOn: `${year + 1}-07-05`, teachingStartsOn: `${year + 1}-02-20`, teachingEndsOn: `${year + 1}-07-01` },
])
const calendar = readDutyCalendar(terms, [{ name: '国庆节', kind: 'off', startsOn: '2026-10-01', endsOn: '2026-10-07' }])

/** Record number `i`: spread over the studios, the three years and the people; every third is the studio's. */
function aRecordOf(i: number): DutyRecord {
  const studio = i % studios
  const turn = Math.floor(i / studios)
  return {
    id: `record-${String(i).padStart(6, '0')}`, source: { kind: 'outcome', id: String(i) }, studioId: `studio-${studio}`, metrics: [metrics[turn % metrics.length] ?? 'lecture'],
    on: addDays('2026-09-01', (turn * 37 + studio) % 1080), personIds: turn % 3 === 0 ? [] : [`person-${studio}-${turn % members}`], byStudio: turn % 3 === 0,
    amounts: { count: 1 + (turn % 2), lessonHours: 1, chars: 1500 + (turn % 900) }, levelKey: turn % 2 === 0 ? 'county' : 'school', confirmed: true,
  }
}

function studioInput(studio: number, records: readonly DutyRecord[]): DutyInput {
  return {
    scheme: schemes[studio % schemes.length] ?? preset('002'), studio: { id: `studio-${studio}`, cycleFromOn: '2026-09-01', cycleToOn: '2029-08-31' },
    memberships: Array.from({ length: members }, (_, at) => aMembership(`person-${studio}-${at}`, at === 0 ? 'host' : 'member', at === 9 ? '2027-03-01' : '2026-09-01', at === 8 ? '2028-01-31' : null)),
    calendar, records, today, soonDays: 7,
  }
}

function deriveAll(records: readonly DutyRecord[]): number {
  const grouped = recordsByStudio(records)
  let lines = 0
  for (let studio = 0; studio < studios; studio++) {
    for (const duty of deriveDuties(studioInput(studio, grouped.get(`studio-${studio}`) ?? [])).duties) lines += duty.lines.length
  }
  return lines
}

/** The duties of a county (goal: at most 1 s from nothing, 50 ms for one studio after one more record), against one bare pass that groups the same records. */
export async function benchDuties(): Promise<Measurement[]> {
  const n = 40_000
  const records = Array.from({ length: 4 * n }, (_, i) => aRecordOf(i))
  const [one, two, four] = [records.slice(0, n), records.slice(0, 2 * n), records]
  const ofStudio = (recordsByStudio(one).get('studio-1') ?? []).concat({ ...aRecordOf(1), id: 'one-more' })
  const began = performance.now()
  const lines = deriveAll(one)
  const cold = performance.now() - began
  const [bare = 0, ms = 0, ms2 = 0, ms4 = 0, again = 0] = await inTurns(
    20, () => recordsByStudio(one), () => deriveAll(one), () => deriveAll(two), () => deriveAll(four), () => deriveDuties(studioInput(1, ofStudio)),
  )
  const size = `${studios} studios, ${members} members each, 3 years, ${n} records`
  const what = 'duties of a county'
  return [
    { what: `${what}: the first time`, size: `${size}, ${lines} lines`, value: cold, unit: 'ms', goal: 1000 },
    { what, size, value: ms, unit: 'ms', reference: { what: 'one bare pass grouping the same records by studio', value: bare } },
    { what: `${what}: growth to 2n`, size: `${2 * n} records`, value: ms2, unit: 'ms', reference: { what: 'n', value: ms }, goal: 2.2 },
    { what: `${what}: growth to 4n`, size: `${4 * n} records`, value: ms4, unit: 'ms', reference: { what: 'n', value: ms }, goal: 4.4 },
    { what: 'duties of one studio after one more record', size: `${ofStudio.length} records`, value: again, unit: 'ms', goal: 50 },
  ]
}
