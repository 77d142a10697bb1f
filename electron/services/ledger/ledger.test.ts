import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../../shared/contract/routes.ts'
import { freshProgram, type TestProgram } from '../../../tests/fixtures/program.ts'
import { aRicherScheme } from '../../../tests/fixtures/schemes.ts'
import { aMembership, aPerson, aStudioOfSix, type StudioOfSix, withFile } from '../../../tests/fixtures/studio-of-six.ts'

const termKey = '2026-1'
const day = '2026-09-03'
let test: TestProgram
let studio: StudioOfSix
beforeEach(async () => {
  test = await freshProgram()
  studio = aStudioOfSix(test)
})
afterEach(() => test.close())

const anExpense = (more: Partial<InputOf<'ledger.postExpense'>> = {}): InputOf<'ledger.postExpense'> => ({
  studioId: studio.studioId, termKey, happenedOn: day, amount: '300', summary: '购教研用书', category: '图书资料', payee: '新华书店', invoiceCode: null,
  invoiceNo: null, activityId: null, handledBy: '江一帆', witnessedBy: null, approvedBy: '陶秋蓝', note: null, warningsSeen: false, ...more,
})
const give = (amount: string) =>
  test.admin.call('ledger.postAmount', { studioId: studio.studioId, termKey, happenedOn: day, amount, summary: '活动经费', note: null })
const rule = { countingOn: '2026-09-01', rolesCounted: ['host', 'member'] as ('host' | 'member')[] }
const perHead = (more: Partial<InputOf<'ledger.postPerHead'>> = {}): InputOf<'ledger.postPerHead'> =>
  ({ studioId: studio.studioId, termKey, happenedOn: day, rule, rate: '300', expectedCount: 6, note: null, ...more })
const account = () => test.admin.call('ledger.account', { studioId: studio.studioId, termKey })
const reverse = (entryId: string, reason = '记错') => ({ entryId, happenedOn: day, reason })

describe('an allotment per head', () => {
  it('is proposed by the scheme with everybody and why, six people at 300 yuan making 1,800', async () => {
    const proposal = await test.admin.call('ledger.proposeAllotment', { studioId: studio.studioId, termKey, rule: null })
    expect(proposal).toMatchObject({ rateFen: 30000, rule, count: 6, amountFen: 180000, alreadyEntryNo: null, givenThisSchoolYearFen: 0, amounts: [] })
    expect(proposal.source).toContain('每人每学期 300.00 元')
    expect(proposal.lines[0]).toMatchObject({ personName: '陶秋蓝', roleName: '首席教师', counted: true, reason: '2026-09-01 在任首席教师，计入' })
  })

  it('does not count who came after the counting day, and says so', async () => {
    aMembership(test, studio.studioId, aPerson(test, '晚来人'), 'member', '2026-09-02')
    const proposal = await test.admin.call('ledger.proposeAllotment', { studioId: studio.studioId, termKey, rule: null })
    expect(proposal.count).toBe(6)
    expect(proposal.lines.find(({ personName }) => personName === '晚来人')).toMatchObject({ counted: false, reason: expect.stringContaining('才加入') })
    const later = await test.admin.call('ledger.proposeAllotment', { studioId: studio.studioId, termKey, rule: { ...rule, countingOn: '2026-09-02' } })
    expect(later).toMatchObject({ count: 7, amountFen: 210000 })
  })

  it('makes the fund, is its first entry, and keeps who was counted and as what', async () => {
    const entry = await test.admin.call('ledger.postPerHead', perHead())
    expect(entry).toMatchObject({ entryNo: 1, kind: 'allotment', amountFen: 180000, balanceFen: 180000, countedPeople: 6, postedBy: '周管理' })
    const counted = await test.admin.call('ledger.counted', { entryId: entry.id })
    expect(counted).toMatchObject({ countingOn: '2026-09-01', rateFen: 30000 })
    expect(counted.people.map(({ personName }) => personName)).toHaveLength(6)
    expect(counted.people[0]).toMatchObject({ personName: '陶秋蓝', roleName: '首席教师' })
  })

  it('is refused when somebody has joined or left since the person looked, even when the number is the same', async () => {
    aMembership(test, studio.studioId, aPerson(test, '新人'), 'member')
    expect(await test.admin.refused('ledger.postPerHead', perHead())).toMatchObject({ code: 'ledger.countChanged', kind: 'conflict', message: expect.stringContaining('现在应计 7 人') })
    const seen = [...studio.people.map(({ personId }) => personId), 'somebody-else']
    expect((await test.admin.refused('ledger.postPerHead', perHead({ expectedCount: 7, expectedPersonIds: seen }))).code).toBe('ledger.countChanged')
    expect((await account()).lines).toEqual([])
  })

  it('is given once a term; the refusal names the entry, and a reversal makes room again', async () => {
    const first = await test.admin.call('ledger.postPerHead', perHead())
    expect(await test.admin.refused('ledger.postPerHead', perHead())).toMatchObject({ code: 'ledger.alreadyAllotted', message: expect.stringContaining('第 1 笔') })
    expect((await test.admin.call('ledger.proposeAllotment', { studioId: studio.studioId, termKey, rule: null })).alreadyEntryNo).toBe(1)
    await test.admin.call('ledger.reverse', reverse(first.id))
    expect((await test.admin.call('ledger.counted', { entryId: first.id })).people).toHaveLength(6)
    expect(await test.admin.call('ledger.postPerHead', perHead())).toMatchObject({ entryNo: 3, balanceFen: 180000 })
  })

  it('proposes next time what was chosen this time, for every studio under the scheme', async () => {
    const other = aStudioOfSix(test, { name: '第三工作室', names: ['甲乙', '丙丁'] })
    await test.admin.call('ledger.postPerHead', perHead({ rule: { countingOn: '2027-01-31', rolesCounted: ['member'] }, rate: '280.50', expectedCount: 5 }))
    const proposal = await test.admin.call('ledger.proposeAllotment', { studioId: other.studioId, termKey, rule: null })
    expect(proposal).toMatchObject({ rateFen: 28050, rule: { countingOn: '2027-01-31', rolesCounted: ['member'] }, count: 1 })
    expect(proposal.source).toContain('与上次拨款相同')
  })

  it('follows the school again once it has settled another reading of its scheme', async () => {
    await test.admin.call('ledger.postPerHead', perHead({ rate: '280.50' }))
    await test.admin.call('schemes.choose', { code: '004-03', version: '1', key: 'rolesCounted', value: ['member'] })
    const other = aStudioOfSix(test, { name: '第三工作室' })
    expect(await test.admin.call('ledger.proposeAllotment', { studioId: other.studioId, termKey, rule: null })).toMatchObject({ rateFen: 30000, count: 5 })
  })

  it('cannot be given where nobody counts', async () => {
    expect((await test.admin.refused('ledger.postPerHead', perHead({ expectedCount: 0 }))).message).toContain('没有可计入的人')
  })
})

describe('an allotment per head of a studio that moves to another scheme', () => {
  const move = async (fromOn: string) => {
    await test.admin.call('studios.saveCycle', { studioId: studio.studioId, id: null, startsOn: '2026-08-31', endsOn: '2029-08-30' })
    const { revision } = await test.admin.call('studios.get', { id: studio.studioId })
    await test.admin.call('studios.moveScheme', { id: studio.studioId, revision, ...(await aRicherScheme(test)), fromOn, reason: '校务会决定' })
  }
  const propose = (tried: typeof rule | null) => test.admin.call('ledger.proposeAllotment', { studioId: studio.studioId, termKey, rule: tried })

  it('follows the scheme of the counting day, before and after the move', async () => {
    await move('2026-09-02')
    expect(await propose(null)).toMatchObject({ rateFen: 30000, rule: { countingOn: '2026-09-01' } })
    expect(await propose({ ...rule, countingOn: '2026-09-02' })).toMatchObject({ rateFen: 40000, amountFen: 240000 })
  })

  it('follows the new scheme from the first day on which it holds, and keeps what was chosen under it', async () => {
    await move('2026-09-01')
    expect(await propose(null)).toMatchObject({ rateFen: 40000 })
    await test.admin.call('ledger.postPerHead', perHead({ rate: '380' }))
    const kept = withFile(test, ({ sqlite }) => sqlite.prepare(`SELECT key FROM setting WHERE key LIKE 'ledger.heads.%'`).all())
    expect(kept).toEqual([{ key: 'ledger.heads.004-03-A@1' }])
  })
})

describe('an allotment by amount', () => {
  it('is suggested by a county scheme, with what this school year has had already', async () => {
    const county = aStudioOfSix(test, { name: '县级工作室', schemeCode: '004-04', level: 'county' })
    await test.admin.call('ledger.postAmount', { studioId: county.studioId, termKey, happenedOn: day, amount: '１０，０００', summary: '学年经费', note: null })
    const proposal = await test.admin.call('ledger.proposeAllotment', { studioId: county.studioId, termKey, rule: null })
    expect(proposal.amounts).toEqual([{ amountFen: 1_000_000, label: '规程 004-04：每个工作室每学年 10,000.00 元（原则上）' }])
    expect(proposal).toMatchObject({ rateFen: null, givenThisSchoolYearFen: 1_000_000 })
  })

  it.each([['1,200.5', 120050], ['１２００', 120000], ['￥1,200.50元', 120050]])('reads %s', async (typed, fen) => {
    expect((await give(typed)).amountFen).toBe(fen)
  })

  it.each([['12.345', '小数超过两位'], ['-1', '负数'], ['0', '大于 0'], ['1万', '换算成元'], ['12,34', '千分位']])('refuses %s in words, at the field', async (typed, words) => {
    const refusal = await test.admin.refused('ledger.postAmount', { studioId: studio.studioId, termKey, happenedOn: day, amount: typed, summary: '活动经费', note: null })
    expect(refusal.message).toContain(words)
    expect(refusal.places).toMatchObject([{ field: 'amount' }])
  })
})

describe('an expense', () => {
  it('lowers the balance and stands in the account with everything that the paper asks for', async () => {
    await give('1800')
    const entry = await test.admin.call('ledger.postExpense', anExpense({ amount: '1,200.5', invoiceNo: '１２３４５６７８９０１２３４５６７８９０' }))
    expect(entry).toMatchObject({ entryNo: 2, kind: 'expense', amountFen: -120050, balanceFen: 59950, invoiceNo: '12345678901234567890', payee: '新华书店' })
    expect(await account()).toMatchObject({ openingFen: 0, netAllottedFen: 180000, netSpentFen: 120050, closingFen: 59950, byCategory: [{ category: '图书资料', spentFen: 120050, times: 1 }] })
  })

  it('is refused when it is more than there is, with the figures', async () => {
    await give('100')
    const refusal = await test.admin.refused('ledger.postExpense', anExpense({ amount: '100.01', warningsSeen: true }))
    expect(refusal).toMatchObject({ code: 'ledger.expenseRefused', places: [{ field: 'amount' }] })
    expect(refusal.message).toContain('超出 0.01 元')
  })

  it('is refused outside its term, and every place is told at once', async () => {
    const refusal = await test.admin.refused('ledger.postExpense', anExpense({ amount: '5', happenedOn: '2026-08-01' }))
    expect(refusal.places?.map(({ field }) => field)).toEqual(['amount', 'happenedOn'])
  })

  it('with a doubtful invoice is posted only after the person has seen the doubt', async () => {
    await give('1000')
    const doubtful = anExpense({ invoiceNo: '1234567' })
    expect(await test.admin.refused('ledger.postExpense', doubtful)).toMatchObject({ code: 'ledger.warnings', kind: 'precondition', places: [{ field: 'invoiceNo' }] })
    expect((await test.admin.call('ledger.checkExpense', { ...doubtful, amount: '', summary: '' })).problems).toMatchObject([{ field: 'invoiceNo', severity: 'warn' }])
    expect(await test.admin.call('ledger.postExpense', { ...doubtful, warningsSeen: true })).toMatchObject({ entryNo: 2 })
  })

  it('with an invoice that any fund has booked is refused, until that entry is undone', async () => {
    await give('1000')
    const other = aStudioOfSix(test, { name: '另一工作室' })
    await test.admin.call('ledger.postAmount', { studioId: other.studioId, termKey, happenedOn: day, amount: '500', summary: '活动经费', note: null })
    const invoice = { invoiceCode: '3200191130', invoiceNo: '12345678' }
    const booked = await test.admin.call('ledger.postExpense', anExpense({ ...invoice, studioId: other.studioId }))
    const refusal = await test.admin.refused('ledger.postExpense', anExpense({ invoiceCode: '３２００１９１１３０', invoiceNo: '1234 5678', warningsSeen: true }))
    expect(refusal).toMatchObject({ code: 'ledger.expenseRefused', message: expect.stringContaining('另一工作室的第 2 笔') })
    await test.admin.call('ledger.reverse', reverse(booked.id))
    expect(await test.admin.call('ledger.postExpense', anExpense(invoice))).toMatchObject({ entryNo: 2 })
  })

  it('outside the categories of its scheme warns, and does not stop', async () => {
    const county = aStudioOfSix(test, { name: '县级工作室', schemeCode: '004-04', level: 'county' })
    await test.admin.call('ledger.postAmount', { studioId: county.studioId, termKey, happenedOn: day, amount: '500', summary: '学年经费', note: null })
    const categories = await test.admin.call('ledger.categories', { studioId: county.studioId })
    expect(categories).toMatchObject({ closed: false, categories: expect.arrayContaining(['送培送教']) })
    const odd = anExpense({ studioId: county.studioId, category: '图书资料' })
    expect((await test.admin.refused('ledger.postExpense', odd)).places).toMatchObject([{ field: 'category' }])
    await test.admin.call('ledger.postExpense', { ...odd, warningsSeen: true })
  })

  it('cannot point at an activity of another studio', async () => {
    await give('1000')
    const refusal = await test.admin.refused('ledger.postExpense', anExpense({ activityId: 'not-ours', warningsSeen: true }))
    expect(refusal.places).toMatchObject([{ field: 'activityId' }])
  })

  it('is remembered for the next one: payees and people', async () => {
    await give('1000')
    await test.admin.call('ledger.postExpense', anExpense())
    expect(await test.admin.call('ledger.usual', {})).toEqual({
      payees: ['新华书店'], handlers: ['江一帆', '陶秋蓝'], last: { handledBy: '江一帆', witnessedBy: null, approvedBy: '陶秋蓝' },
    })
  })
})

describe('a reversal', () => {
  it('gives the money back, names what it undoes, and cannot be had twice or be undone', async () => {
    await give('1000')
    const expense = await test.admin.call('ledger.postExpense', anExpense())
    const red = await test.admin.call('ledger.reverse', reverse(expense.id, '发票退回'))
    expect(red).toMatchObject({ entryNo: 3, kind: 'reversal', amountFen: 30000, balanceFen: 100000, reversesEntryNo: 2, reversesKind: 'expense', summary: '冲销9月3日第 2 笔：购教研用书（发票退回）' })
    expect((await account()).lines[1]).toMatchObject({ reversedByEntryNo: 3 })
    expect((await test.admin.refused('ledger.reverse', reverse(expense.id))).code).toBe('ledger.alreadyReversed')
    expect((await test.admin.refused('ledger.reverse', reverse(red.id))).code).toBe('ledger.reversalOfReversal')
  })

  it('of an allotment that is spent is refused until the expense is undone', async () => {
    const allotment = await give('1000')
    const expense = await test.admin.call('ledger.postExpense', anExpense())
    expect((await test.admin.refused('ledger.reverse', reverse(allotment.id))).code).toBe('ledger.reversalOverdraws')
    await test.admin.call('ledger.reverse', reverse(expense.id))
    expect(await test.admin.call('ledger.reverse', reverse(allotment.id))).toMatchObject({ balanceFen: 0 })
  })

  it('made in a later term leaves the sheet of the earlier term as it was signed', async () => {
    await test.admin.call('school.saveTerm', { key: '2026-2', startsOn: '2027-02-20', endsOn: '2027-07-10', teachingStartsOn: '2027-02-22', teachingEndsOn: '2027-07-02' })
    await give('1000')
    const expense = await test.admin.call('ledger.postExpense', anExpense())
    const signed = await account()
    await test.admin.call('ledger.reverse', { entryId: expense.id, happenedOn: '2027-03-01', reason: '发票退回' })
    const { lines, ...figures } = await account()
    expect(figures).toMatchObject({ netSpentFen: signed.netSpentFen, closingFen: signed.closingFen, balanceFen: 100000 })
    expect(lines).toHaveLength(2)
    expect(await test.admin.call('ledger.account', { studioId: studio.studioId, termKey: '2026-2' }))
      .toMatchObject({ openingFen: 70000, netSpentFen: -30000, closingFen: 100000, earlierTerms: [{ termKey, netAllottedFen: 100000, netSpentFen: 30000, closingFen: 70000 }] })
  })

  it('is named on both lines, though they stand on the sheets of two terms, and so is its category', async () => {
    await test.admin.call('school.saveTerm', { key: '2026-2', startsOn: '2027-02-20', endsOn: '2027-07-10', teachingStartsOn: '2027-02-22', teachingEndsOn: '2027-07-02' })
    await give('1000')
    const expense = await test.admin.call('ledger.postExpense', anExpense())
    await test.admin.call('ledger.reverse', { entryId: expense.id, happenedOn: '2027-03-01', reason: '发票退回' })
    expect((await account()).lines.map(({ entryNo, reversedByEntryNo, balanceFen }) => [entryNo, reversedByEntryNo, balanceFen])).toEqual([[1, null, 100000], [2, 3, 70000]])
    const { lines, byCategory } = await test.admin.call('ledger.account', { studioId: studio.studioId, termKey: '2026-2' })
    expect(lines).toMatchObject([{ entryNo: 3, reversesEntryNo: 2, reversesKind: 'expense', reversedByEntryNo: null, balanceFen: 100000 }])
    expect(byCategory).toEqual([{ category: lines[0]?.category ?? null, spentFen: -30000, times: 0 }])
  })

  it('does not stand before what it undoes', async () => {
    const allotment = await give('1000')
    expect((await test.admin.refused('ledger.reverse', { ...reverse(allotment.id), happenedOn: '2026-09-01' })).places).toMatchObject([{ field: 'happenedOn' }])
  })
})

describe('the account', () => {
  it('numbers from 1 without a gap when many post at once', async () => {
    const clerk = await test.as('clerk')
    await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? test.admin : clerk)
      .call('ledger.postAmount', { studioId: studio.studioId, termKey, happenedOn: day, amount: '1', summary: `第 ${at} 次`, note: null })))
    expect((await account()).lines.map(({ entryNo }) => entryNo)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  })

  it('spends its last money once when two spend it at the same time', async () => {
    await give('300')
    const clerk = await test.as('clerk')
    const both = await Promise.allSettled([test.admin.call('ledger.postExpense', anExpense()), clerk.call('ledger.postExpense', anExpense())])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await account()).balanceFen).toBe(0)
  })

  it('leaves no number behind for a posting that was refused', async () => {
    await give('10')
    await test.admin.refused('ledger.postExpense', anExpense())
    expect(await give('20')).toMatchObject({ entryNo: 2 })
  })

  it('cannot be changed with an SQL tool either', async () => {
    await test.admin.call('ledger.postPerHead', perHead())
    const attempts = [
      'UPDATE ledger_entry SET amount_fen = 1', 'DELETE FROM ledger_entry', 'DELETE FROM allotment_count', "UPDATE allotment_count SET person_name = '某某'",
      'INSERT OR REPLACE INTO ledger_entry SELECT * FROM ledger_entry',
      "INSERT INTO ledger_entry (id, fund_id, entry_no, kind, happened_on, term_key, fiscal_year, amount_fen, summary, posted_at, posted_by_account_id) SELECT 'x', fund_id, 99, 'allotment', happened_on, term_key, fiscal_year, 1.5, summary, posted_at, posted_by_account_id FROM ledger_entry",
    ]
    withFile(test, ({ sqlite }) => {
      for (const sql of attempts) expect(() => sqlite.exec(sql), sql).toThrow(/append_only|ledger_entry_amount_is_whole_fen/)
    })
    expect((await account()).lines).toHaveLength(1)
  })

  it('has every posting in the history, with who did it', async () => {
    const entry = await test.admin.call('ledger.postPerHead', perHead())
    const { rows } = await test.admin.call('audit.ofRecord', { kind: 'ledgerEntry', id: entry.id })
    expect(rows).toMatchObject([{ action: 'ledger.postPerHead', actorName: '周管理' }])
    expect(rows[0]?.changes.map(({ kind }) => kind)).toEqual(['fund', 'ledgerEntry', 'allotmentCount', 'setting'])
  })
})

describe('who sees the money', () => {
  it('a member of the studio has no way to it at all', async () => {
    const member = await test.as('member', studio.people[1]?.personId ?? null)
    expect((await member.refused('ledger.overview', { termKey })).kind).toBe('forbidden')
    expect((await member.refused('ledger.account', { studioId: studio.studioId, termKey })).kind).toBe('forbidden')
    expect((await member.refused('ledger.export', { studioId: studio.studioId, termKey })).kind).toBe('forbidden')
  })

  it('a host reads her own studio and no other, and posts nothing', async () => {
    const other = aStudioOfSix(test, { name: '另一工作室' })
    const theirs = await test.admin.call('ledger.postPerHead', perHead({ studioId: other.studioId }))
    const host = await test.as('host', studio.people[0]?.personId ?? null)
    const { funds } = await host.call('ledger.overview', { termKey })
    expect(funds.map(({ studioName }) => studioName)).toEqual([studio.name])
    await host.call('ledger.account', { studioId: studio.studioId, termKey })
    expect((await host.refused('ledger.account', { studioId: other.studioId, termKey })).code).toBe('studios.notYours')
    expect((await host.refused('ledger.counted', { entryId: theirs.id })).code).toBe('studios.notYours')
    expect((await host.refused('ledger.export', { studioId: other.studioId, termKey })).code).toBe('studios.notYours')
    expect((await host.refused('ledger.postPerHead', perHead())).code).toBe('accounts.notAllowed')
  })

  it('finance posts, an auditor only reads', async () => {
    const finance = await test.as('finance')
    await finance.call('ledger.postPerHead', perHead())
    const auditor = await test.as('auditor')
    expect((await auditor.call('ledger.overview', { termKey })).funds).toMatchObject([{ balanceFen: 180000, entries: 1 }])
    expect((await auditor.refused('ledger.postExpense', anExpense())).code).toBe('accounts.notAllowed')
  })

  it('lists a studio that has no entry yet with zeros', async () => {
    expect((await test.admin.call('ledger.overview', { termKey })).funds).toMatchObject([{ studioName: studio.name, balanceFen: 0, entries: 0, removed: false }])
  })
})
