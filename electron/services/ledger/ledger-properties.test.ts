import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { LedgerEntryRow } from '../../../shared/contract/ledger.ts'
import { formatFen } from '../../../shared/domain/money/fen.ts'
import { freshProgram, type TestProgram } from '../../../tests/fixtures/program.ts'
import { aStudioOfSix, withFile } from '../../../tests/fixtures/studio-of-six.ts'

const termKey = '2026-1'
const happenedOn = '2026-09-03'
let test: TestProgram
beforeAll(async () => {
  test = await freshProgram()
})
afterAll(() => test.close())

type Step = { does: 'give'; fen: number } | { does: 'perHead' } | { does: 'spend'; fen: number } | { does: 'reverse'; which: number }
const amount = fc.integer({ min: 1, max: 200_000 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('give' as const), fen: amount }),
  fc.record({ does: fc.constant('perHead' as const) }),
  fc.record({ does: fc.constant('spend' as const), fen: amount }),
  fc.record({ does: fc.constant('reverse' as const), which: fc.nat(30) }),
)

/** Tries one step as a clerk would; whether the program took it. */
async function tried(studioId: string, lines: readonly LedgerEntryRow[], { ...did }: Step): Promise<boolean> {
  const base = { studioId, termKey, happenedOn, note: null }
  const answer = await (() => {
    const { admin, program } = test
    const call = (route: string, input: object) => program.call(admin.session, route, input)
    switch (did.does) {
      case 'give': return call('ledger.postAmount', { ...base, amount: formatFen(did.fen), summary: '活动经费' })
      case 'perHead': return call('ledger.postPerHead', { ...base, rule: { countingOn: '2026-09-01', rolesCounted: ['host', 'member'] }, rate: '300', expectedCount: 6 })
      case 'spend': return call('ledger.postExpense', {
        ...base, amount: formatFen(did.fen), summary: '购书', category: null, payee: null, invoiceCode: null, invoiceNo: null, activityId: null,
        handledBy: null, witnessedBy: null, approvedBy: null, warningsSeen: true,
      })
      case 'reverse': {
        const target = lines[did.which % Math.max(1, lines.length)]
        return call('ledger.reverse', { entryId: target?.id ?? 'none', happenedOn, reason: '记错' })
      }
    }
  })()
  return answer.ok
}

it('whatever is given, spent and reversed in whatever order, the balance is the sum of the entries, never below zero, and the numbers have no gap', async () => {
  let taken = 0
  let refused = 0
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
    const { studioId } = aStudioOfSix(test, { name: '性质工作室' })
    let model = 0
    let count = 0
    for (const each of steps) {
      const before = (await test.admin.call('ledger.account', { studioId, termKey })).lines
      const ok = await tried(studioId, before, each)
      const account = await test.admin.call('ledger.account', { studioId, termKey })
      if (ok) {
        taken++
        count++
        const target = each.does === 'reverse' ? before[each.which % before.length] : undefined
        model += each.does === 'give' ? each.fen : each.does === 'perHead' ? 180_000 : each.does === 'spend' ? -each.fen : -(target?.amountFen ?? Number.NaN)
      } else refused++
      expect(account.balanceFen).toBe(model)
      expect(account.openingFen + account.netAllottedFen - account.netSpentFen).toBe(model)
      expect(account.lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(model)
      expect(model).toBeGreaterThanOrEqual(0)
      expect(account.lines.map(({ entryNo }) => entryNo)).toEqual(Array.from({ length: count }, (_, at) => at + 1))
    }
  }), { numRuns: 25 })
  expect(taken).toBeGreaterThan(20)
  expect(refused).toBeGreaterThan(5)
  const { rows, firstBroken } = await test.admin.call('audit.verify', {})
  expect(firstBroken).toBeNull()
  expect(rows).toBeGreaterThan(taken)
  withFile(test, ({ sqlite }) => {
    const odd = sqlite.prepare("SELECT count(*) AS n FROM ledger_entry WHERE typeof(amount_fen) <> 'integer'").get()
    expect(odd).toEqual({ n: 0 })
  })
}, 120_000)
