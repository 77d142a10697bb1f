import { join } from 'node:path'
import { openDatabase } from '../../db/open-database.ts'
import type { Measurement } from '../../scripts/benching/measurements.ts'
import { freshProgram } from '../fixtures/program.ts'
import { addCrowd, addEntries, addHistory, addStudios, personId, studioId, termKey } from './support/big-school.ts'
import { inTurns } from './support/timing.ts'

const heldOn = '2026-09-03'
const forms = ['a person', 'an activity with 10 marks', 'an expense'] as const

/**
 * One saved form each, through its route (goal: at most 20 ms), while the history and the ledger grow. The reference is one bare
 * INSERT in a transaction of its own, with synchronous=FULL, on the same disk in the same run.
 */
export async function benchSaves(): Promise<Measurement[]> {
  const test = await freshProgram()
  const bare = openDatabase(join(test.folder, 'bare.db'))
  try {
    addCrowd(test, 0, 1_000)
    addStudios(test, 2, 11)
    bare.sqlite.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)')
    const insert = bare.sqlite.prepare('INSERT INTO note (text) VALUES (?)')

    let count = 0
    const sheet = Array.from({ length: 10 }, (_, at) => ({ personId: personId(at + 1), mark: 'present' as const, note: null }))
    const works = [
      () => insert.run('出勤十人，研讨新课标下的作业设计。'),
      () => test.admin.call('people.save', { name: '林可', sex: 'female', bornOn: '1988-06', phone: String(15_500_000_000 + count++), schoolName: '云溪县实验中学', subject: '语文' }),
      () => test.admin.call('activities.save', {
        id: null, revision: null, sheet,
        fields: {
          studioId: studioId(0), kind: 'regularMeeting', title: '集体备课', heldOn, startTime: '14:00', endTime: '16:00', place: '会议室', level: null,
          chairPersonId: personId(0), recorderPersonId: personId(1), centralSpeaker: null, experts: null, agenda: '研讨作业设计', minutes: [], resolutions: null,
        },
      }),
      () => test.admin.call('ledger.postExpense', {
        studioId: studioId(0), termKey, happenedOn: heldOn, amount: '12.50', summary: '购教研用书', category: '图书资料', payee: '新华书店', invoiceCode: null,
        invoiceNo: `9${String(count++).padStart(11, '0')}`, activityId: null, handledBy: '江一帆', witnessedBy: null, approvedBy: '陶秋蓝', note: null, warningsSeen: true,
      }),
    ]

    const measured: Measurement[] = []
    const grown: number[][] = []
    let there = 0
    for (const entries of [2_500, 5_000, 10_000]) {
      addHistory(test, entries - there)
      // Half of them lie in another studio's fund: an invoice is looked for there too.
      for (const fund of [0, 1]) addEntries(test, fund, (entries - there) / 2)
      there = entries
      const took = await inTurns(25, ...works)
      grown.push([...took])
    }
    const [one = [], two = [], four = []] = grown
    const bareMs = four[0] ?? 0
    for (const [at, form] of forms.entries()) {
      const value = four[at + 1] ?? 0
      measured.push({ what: `saving ${form}`, size: '10,000 entries, 10,000 of history', value, unit: 'ms', goal: 20 })
      measured.push({ what: `saving ${form}`, size: '10,000 entries, 10,000 of history', value, unit: 'ms', reference: { what: 'one INSERT, synchronous=FULL', value: bareMs } })
      for (const [factor, now] of [[2, two], [4, four]] as const) {
        measured.push({ what: `saving ${form}: growth to ${factor}n`, size: `2,500 → ${(2_500 * factor).toLocaleString('en')} of each`, value: now[at + 1] ?? 0, unit: 'ms', reference: { what: 'n', value: one[at + 1] ?? 0 } })
      }
    }
    return measured
  } finally {
    bare.close()
    await test.close()
  }
}
