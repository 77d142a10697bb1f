import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memberRoleNames } from '../studios/studio-words.ts'
import type { MemberRole } from '../studios/studio-words.ts'
import { checkExpense } from './check-expense.ts'
import type { ExpenseDraft, ExpenseRules } from './check-expense.ts'
import { countHeads, perHeadAmount } from './count-heads.ts'
import type { CountableMembership } from './count-heads.ts'
import { invoiceKey, readInvoiceNumber } from './invoice-number.ts'
import { makeReversal } from './make-reversal.ts'
import { balanceOf, withRunningBalance } from './running-balance.ts'
import type { LedgerLine } from './running-balance.ts'
import { termSheet } from './term-sheet.ts'

const anEntry = (entryNo: number, amountFen: number, more: Partial<LedgerLine> = {}): LedgerLine => ({
  id: `e${entryNo}`, entryNo, kind: amountFen > 0 ? 'allotment' : 'expense', happenedOn: '2026-09-10', termKey: '2026-1', amountFen,
  summary: amountFen > 0 ? '活动经费' : '购书', category: amountFen > 0 ? null : '图书资料', invoiceCode: null, invoiceNo: null, reversesEntryId: null, ...more,
})
const reverse = (target: LedgerLine, entries: readonly LedgerLine[]): LedgerLine =>
  ({ ...anEntry(entries.length + 1, 1), ...makeReversal(target, entries, '2026-09-20', '记错', 'allow'), termKey: target.termKey })
const anyAccount = fc.array(fc.record({ amount: fc.integer({ min: -500_000, max: 900_000 }).filter((amount) => amount !== 0), term: fc.constantFrom('2025-2', '2026-1', '2026-2'), category: fc.constantFrom('图书资料', '差旅', null) }), { maxLength: 30 })
  .map((rows) => rows.map((row, index) => anEntry(index + 1, row.amount, { termKey: row.term, category: row.amount > 0 ? null : row.category })))

describe('the running account', () => {
  it('shows after each entry what is left, and at the end the balance', () => {
    fc.assert(fc.property(anyAccount, (entries) => {
      const lines = withRunningBalance(entries.toReversed())
      expect(lines.map((line) => line.entryNo)).toEqual(entries.map((entry) => entry.entryNo))
      expect(lines.at(-1)?.balanceFen ?? 0).toBe(balanceOf(entries))
    }))
  })

  it('is back at the start when everything has been reversed', () => {
    fc.assert(fc.property(anyAccount, (entries) => {
      const all = [...entries]
      for (const entry of entries) all.push(reverse(entry, all))
      expect(balanceOf(all)).toBe(0)
      for (const key of ['2025-2', '2026-1', '2026-2']) {
        expect(termSheet(all, key)).toMatchObject({ netAllottedFen: 0, netSpentFen: 0, closingFen: 0 })
        expect(termSheet(all, key).byCategory.every((sum) => sum.spentFen === 0 && sum.times === 0)).toBe(true)
      }
    }))
  })
})

describe('the sheet of a term', () => {
  it('adds up, and closes where the next term opens', () => {
    fc.assert(fc.property(anyAccount, (entries) => {
      const sheet = termSheet(entries, '2026-1')
      expect(sheet.openingFen + sheet.allotmentsFen + sheet.expensesFen + sheet.reversalsFen).toBe(sheet.closingFen)
      expect(sheet.openingFen + sheet.netAllottedFen - sheet.netSpentFen).toBe(sheet.closingFen)
      expect(sheet.byCategory.reduce((sum, group) => sum + group.spentFen, 0)).toBe(sheet.netSpentFen)
      expect(termSheet(entries, '2026-2').openingFen).toBe(sheet.closingFen)
      expect(sheet.lines.at(-1)?.balanceFen ?? sheet.openingFen).toBe(sheet.closingFen)
    }))
  })

  it('of six members at 300 yuan with two expenses and one reversal leaves 1,500 yuan', () => {
    const entries = [anEntry(1, 180000), anEntry(2, -30000), anEntry(3, -50000, { category: '会务' })]
    const sheet = termSheet([...entries, reverse(entries[2] ?? anEntry(3, 1), entries)], '2026-1')
    expect(sheet).toMatchObject({ openingFen: 0, allotmentsFen: 180000, expensesFen: -80000, reversalsFen: 50000, closingFen: 150000, netSpentFen: 30000 })
    expect(sheet.byCategory).toEqual([{ category: '图书资料', spentFen: 30000, times: 1 }, { category: '会务', spentFen: 0, times: 0 }])
  })
})

describe('a reversal', () => {
  const entries = [anEntry(1, 180000), anEntry(2, -30000)]
  it('is the same entry with the other sign, worded as the accounting rule wants', () => {
    expect(makeReversal(anEntry(2, -30000), entries, '2026-09-20', '发票退回')).toEqual({
      kind: 'reversal', happenedOn: '2026-09-20', amountFen: 30000, summary: '冲销9月10日第 2 笔：购书（发票退回）', category: '图书资料', reversesEntryId: 'e2',
    })
  })

  it('is refused twice, of a reversal, without a reason, and where the money is gone', () => {
    const undone = [...entries, reverse(anEntry(2, -30000), entries)]
    expect(() => makeReversal(anEntry(2, -30000), undone, '2026-09-20', '又错')).toThrow('已经冲销过')
    expect(() => makeReversal(undone[2] ?? anEntry(9, 1), undone, '2026-09-20', '又错')).toThrow('不能再冲销')
    expect(() => makeReversal(anEntry(2, -30000), entries, '2026-09-20', ' ')).toThrow('原因')
    expect(() => makeReversal(anEntry(1, 180000), entries, '2026-09-20', '多拨')).toThrow('现结余 1,500.00 元')
  })
})

describe('counting heads for an allotment', () => {
  const member = (personId: string, role: MemberRole, fromOn: string, toOn: string | null = null, more: Partial<CountableMembership> = {}): CountableMembership =>
    ({ membershipId: `m-${personId}-${role}`, personId, personName: personId, role, fromOn, toOn, voidedAt: null, ...more })
  const rule = { countingOn: '2026-09-30', rolesCounted: ['host', 'member'] as const }
  const count = (memberships: readonly CountableMembership[], rolesCounted: readonly MemberRole[] = rule.rolesCounted) =>
    countHeads(memberships, { ...rule, rolesCounted }, (role) => memberRoleNames[role])

  it('a member who joins after the counting day is not counted, nor one who left before it', () => {
    const result = count([member('甲', 'host', '2026-09-01'), member('乙', 'member', '2026-10-01'), member('丙', 'member', '2026-09-01', '2026-09-29'), member('丁', 'member', '2026-09-30', '2026-09-30')])
    expect(result).toMatchObject({ count: 2, hostCounted: true })
    expect(result.lines.map((line) => [line.personName, line.counted])).toEqual([['甲', true], ['丁', true], ['丙', false], ['乙', false]])
    expect(result.lines[2]?.reason).toContain('已离任')
    expect(result.lines[3]?.reason).toContain('才加入')
    expect(perHeadAmount(result, 30000)).toBe(60000)
  })

  it('each person counts once, a voided membership never, and the host only if the setting says so', () => {
    const members = [member('甲', 'host', '2026-09-01'), member('甲', 'member', '2026-09-01'), member('乙', 'member', '2026-09-01'), member('戊', 'member', '2026-09-01', null, { voidedAt: '2026-09-02T00:00:00Z' })]
    expect(count(members).count).toBe(2)
    expect(count(members).lines.find((line) => line.reason.includes('不重复计'))?.role).toBe('member')
    expect(count(members.slice(0, 1), ['member'])).toMatchObject({ count: 0, hostCounted: false })
    expect(count(members.slice(0, 1), ['member']).lines[0]?.reason).toBe('主持人不在计数范围内，不计')
  })

  it('lists who joined on the same day in the order of the studio, whatever their ids are', () => {
    const members = [member('z', 'member', '2026-09-01'), member('a', 'member', '2026-09-01'), member('m', 'host', '2026-09-01')]
    expect(count(members).lines.map((line) => line.personName)).toEqual(['m', 'z', 'a'])
  })

  it('whom it counts does not depend on the order, and never exceeds the persons', () => {
    const anyMember = fc.record({ person: fc.constantFrom('a', 'b', 'c', 'd'), role: fc.constantFrom<MemberRole>('host', 'member', 'assistant', 'advisor'), from: fc.constantFrom('2026-09-01', '2026-09-30', '2026-10-01'), to: fc.constantFrom(null, '2026-09-30', '2026-10-31') })
    fc.assert(fc.property(fc.array(anyMember, { maxLength: 12 }), (rows) => {
      const members = rows.map((row, index) => member(row.person, row.role, row.from, row.to, { membershipId: `m${index}` }))
      const counted = (all: CountableMembership[]) => count(all).lines.filter((line) => line.counted).map((line) => line.personId).toSorted()
      expect(counted(members.toReversed())).toEqual(counted(members))
      expect(count(members).count).toBeLessThanOrEqual(new Set(rows.map((row) => row.person)).size)
      expect(count(members).lines.length).toBe(rows.length)
    }))
  })
})

describe('an expense', () => {
  const term = { key: '2026-1', startsOn: '2026-09-01', endsOn: '2027-01-29' }
  const rules: ExpenseRules = { categories: ['图书资料', '会务'], otherCategories: 'refuse', overspend: 'refuse' }
  const draft: ExpenseDraft = { amountFen: 30000, happenedOn: '2026-09-10', termKey: '2026-1', category: '图书资料', invoiceCode: null, invoiceNo: '23442000000014209621' }
  const fund = [anEntry(1, 180000)]
  const messages = (more: Partial<ExpenseDraft>, entries = fund, own = rules, others: LedgerLine[] = []) =>
    checkExpense({ ...draft, ...more }, { balanceFen: balanceOf(entries), entries }, term, own, others).map((problem) => `${problem.severity} ${problem.message}`).join('\n')

  it('within the fund, the term and the categories is fine', () => {
    expect(messages({})).toBe('')
    expect(messages({ amountFen: 180000 })).toBe('')
  })

  it('beyond the balance is refused with the amounts, unless the scheme says otherwise', () => {
    expect(messages({ amountFen: 180001 })).toBe('refuse 本次支出 1,800.01 元，专项经费结余 1,800.00 元，超出 0.01 元。请先登记拨款，或减少支出。')
    expect(messages({ amountFen: 180001 }, fund, { ...rules, overspend: 'warn' })).toContain('warn 本次支出')
    expect(messages({ amountFen: 180001 }, fund, { ...rules, overspend: 'allow' })).toBe('')
  })

  it('of nothing, outside the term, or for something that the scheme does not name is refused', () => {
    expect(messages({ amountFen: 0 })).toContain('大于 0')
    expect(messages({ amountFen: -5 })).toContain('红字冲销')
    expect(messages({ happenedOn: '2026-08-31' })).toContain('不在2026—2027学年第一学期')
    expect(messages({ happenedOn: '' })).toContain('请填写支出日期')
    expect(messages({ category: '招待' })).toContain('不在规程允许的支出范围内（图书资料、会务）')
    expect(messages({ category: null })).toContain('请选择支出科目')
    expect(messages({ category: '招待' }, fund, { ...rules, otherCategories: 'warn' })).toContain('warn')
    expect(messages({ category: null }, fund, { ...rules, categories: [] })).toBe('')
  })

  it('with an invoice that was booked before is refused, also when another studio booked it, but not when that was reversed', () => {
    const booked = anEntry(2, -20000, { invoiceNo: '２３４４２０００００００14209621' })
    expect(messages({}, [...fund, booked])).toContain('已在第 2 笔（2026-09-10 购书，200.00 元）报销过')
    expect(messages({}, fund, rules, [booked])).toContain('另一工作室的第 2 笔')
    expect(messages({}, [...fund, booked, reverse(booked, [...fund, booked])])).toBe('')
  })

  it('is never refused for money while the balance covers it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 180000 }), (amountFen) => {
      expect(messages({ amountFen })).toBe('')
      expect(messages({ amountFen: 180000 + amountFen })).toContain('refuse')
    }))
  })
})

describe('the number of an invoice', () => {
  it.each([
    ['011001605111', '80100798', 'withCode', 0], ['1200154130', '03630024', 'withCode', 0], [null, '23442000000014209621', 'fullyDigital', 0],
    ['23442000000014209621', null, 'fullyDigital', 0], ['1200154130', '23442000000014209621', 'fullyDigital', 1], [null, '80100798', 'unknown', 1],
    ['12001', '80100798', 'withCode', 1], ['211001605111', '80100798', 'withCode', 1], [null, 'A-17', 'unknown', 1], [null, null, 'unknown', 0],
    ['1200154130', ' ', 'unknown', 1], ['１２００１５４１３０', '０３６３００２４', 'withCode', 0],
  ])('%s / %s is of kind %s with %d gentle warnings', (code, no, kind, warnings) => {
    const invoice = readInvoiceNumber(code, no)
    expect([invoice.kind, invoice.warnings.length]).toEqual([kind, warnings])
  })

  it('is compared without blanks and full-width digits', () => {
    expect(invoiceKey(' 1200154130', '０３６３ ００２４')).toBe('1200154130/03630024')
    expect(invoiceKey(null, '')).toBeUndefined()
  })
})
