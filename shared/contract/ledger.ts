import { z } from 'zod'
import { entryKinds } from '../domain/ledger/ledger-words.ts'
import { memberRoles } from '../domain/studios/studio-words.ts'
import { dayText, idText, lineText, outgoingFile, requiredLine, termKeyText } from './common.ts'
import { defineRoutes } from './define.ts'

/** A whole number of fen; money in is positive, money out negative. */
const fen = z.int()
/** An amount as it was typed, `1,200.50`; read by `parseFen`, never as a float. */
const typedAmount = z.string().trim().min(1, '请填写金额').max(40)
const optionalLine = (max: number) => lineText(max).nullable().transform((text) => (text === '' ? null : text))

/** One studio's money in one term; a studio whose fund has no entry yet stands there with zeros. */
export const fundOverview = z.object({
  studioId: idText,
  studioName: z.string(),
  /** What the terms before have left. */
  openingFen: fen,
  /** Of this term, less what was reversed of it. */
  allottedFen: fen,
  spentFen: fen,
  closingFen: fen,
  /** Of all terms, as of now. */
  balanceFen: fen,
  /** How many entries this term has. */
  entries: z.int(),
  /** Whether the studio lies in the recycle bin; it is listed as long as it has an account. */
  removed: z.boolean(),
})
export type FundOverview = z.output<typeof fundOverview>

export const ledgerEntryRow = z.object({
  id: idText,
  entryNo: z.int(),
  kind: z.enum(entryKinds),
  happenedOn: dayText,
  termKey: termKeyText,
  amountFen: fen,
  balanceFen: fen,
  summary: z.string(),
  category: z.string().nullable(),
  payee: z.string().nullable(),
  invoiceCode: z.string().nullable(),
  invoiceNo: z.string().nullable(),
  activityId: idText.nullable(),
  activityTitle: z.string().nullable(),
  handledBy: z.string().nullable(),
  witnessedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  note: z.string().nullable(),
  reversesEntryId: idText.nullable(),
  /** Of a reversal: the number and the kind of the entry that it undid. */
  reversesEntryNo: z.int().nullable(),
  reversesKind: z.enum(entryKinds).nullable(),
  /** The number of the reversal that undid this entry. */
  reversedByEntryNo: z.int().nullable(),
  /** How many people were counted, for an allotment per head. */
  countedPeople: z.int().nullable(),
  postedAt: z.string(),
  postedBy: z.string(),
})
export type LedgerEntryRow = z.output<typeof ledgerEntryRow>

export const fundAccount = z.object({
  studioId: idText,
  studioName: z.string(),
  termKey: termKeyText,
  /** What the terms before have left, and how it came about, the latest term first. */
  openingFen: fen,
  earlierTerms: z.array(z.object({ termKey: termKeyText, netAllottedFen: fen, netSpentFen: fen, closingFen: fen })),
  netAllottedFen: fen,
  netSpentFen: fen,
  closingFen: fen,
  /** Of all terms, as of now. */
  balanceFen: fen,
  /** The program's own day, for the forms that begin with it. */
  today: dayText,
  /** Whether the scheme lets the fund be overdrawn. */
  overspend: z.enum(['refuse', 'warn', 'allow']),
  byCategory: z.array(z.object({ category: z.string().nullable(), spentFen: fen, times: z.int() })),
  lines: z.array(ledgerEntryRow),
})
export type FundAccount = z.output<typeof fundAccount>

const headLine = z.object({
  membershipId: idText, personId: idText, personName: z.string(), role: z.enum(memberRoles), roleName: z.string(), counted: z.boolean(), reason: z.string(),
})

/** The days that a scheme may name for counting heads, and one chosen by hand. */
export const countingDays = ['termStart', 'teachingStart', 'termEnd', 'chosen'] as const

/** How an allotment per head is counted; where it comes from is told, because bureaus differ. */
const headRule = z.object({ countingOn: dayText, rolesCounted: z.array(z.enum(memberRoles)).min(1, '请至少选一种身份') })

export const allotmentProposal = z.object({
  /** The scheme's rate a head, or null when the scheme gives no money per head. */
  rateFen: fen.nullable(),
  source: z.string(),
  rule: headRule,
  roles: z.array(z.object({ role: z.enum(memberRoles), name: z.string() })),
  /** The days that the rule of a scheme may name, to choose from. */
  days: z.array(z.object({ key: z.enum(countingDays), name: z.string(), on: dayText })),
  count: z.int(),
  /** Count × rate; 0 while there is no rate. */
  amountFen: fen,
  lines: z.array(headLine),
  /** Entry number of this term's allotment per head, when there is one that stands. */
  alreadyEntryNo: z.int().nullable(),
  /** Amounts that the scheme names for a studio of this level, to be posted by amount. */
  amounts: z.array(z.object({ amountFen: fen, label: z.string() })),
  /** What has been given in this term's school year, reversals taken off. */
  givenThisSchoolYearFen: fen,
})
export type AllotmentProposal = z.output<typeof allotmentProposal>

export const expenseInput = z.object({
  studioId: idText,
  termKey: termKeyText,
  happenedOn: dayText,
  amount: typedAmount,
  summary: requiredLine('用途', 80),
  category: optionalLine(30),
  payee: optionalLine(60),
  invoiceCode: optionalLine(20),
  invoiceNo: optionalLine(30),
  activityId: idText.nullable(),
  handledBy: optionalLine(40),
  witnessedBy: optionalLine(40),
  approvedBy: optionalLine(40),
  note: optionalLine(200),
})
export type ExpenseInput = z.input<typeof expenseInput>

/** The same while it is still being typed: nothing is required yet. */
export const expenseDraft = expenseInput.extend({ amount: z.string().trim().max(40), summary: lineText(80) })

const expenseProblem = z.object({ field: z.string(), severity: z.enum(['refuse', 'warn']), message: z.string() })

export const ledgerRoutes = defineRoutes({
  'ledger.overview': { input: z.object({ termKey: termKeyText }), output: z.object({ funds: z.array(fundOverview) }), writes: false, may: 'ledger.read' },
  'ledger.account': { input: z.object({ studioId: idText, termKey: termKeyText }), output: fundAccount, writes: false, may: 'ledger.read' },
  /** Who was counted for one allotment, as it was on that day. */
  'ledger.counted': {
    input: z.object({ entryId: idText }),
    output: z.object({ countingOn: dayText, rateFen: fen, people: z.array(z.object({ personId: idText, personName: z.string(), role: z.enum(memberRoles), roleName: z.string() })) }),
    writes: false, may: 'ledger.read',
  },
  /** What the scheme would give for a term, with every head and why it counts; the rule can be changed before posting. */
  'ledger.proposeAllotment': {
    input: z.object({ studioId: idText, termKey: termKeyText, rule: headRule.nullable() }),
    output: allotmentProposal, writes: false, may: 'ledger.write',
  },
  'ledger.postPerHead': {
    input: z.object({
      studioId: idText, termKey: termKeyText, happenedOn: dayText, rule: headRule, rate: typedAmount,
      /** How many the person saw; another number now means that somebody changed the members meanwhile. */
      expectedCount: z.int().min(1, '没有可计入的人，不能拨款'),
      /** Whom the person saw counted; sharper than the number, because one may have left and another come. */
      expectedPersonIds: z.array(idText).max(500).nullable().default(null),
      note: optionalLine(200),
    }),
    output: ledgerEntryRow, writes: true, may: 'ledger.write',
  },
  'ledger.postAmount': {
    input: z.object({ studioId: idText, termKey: termKeyText, happenedOn: dayText, amount: typedAmount, summary: requiredLine('说明', 80), note: optionalLine(200) }),
    output: ledgerEntryRow, writes: true, may: 'ledger.write',
  },
  /** What stands against an expense while it is typed; what is still empty is no problem yet. */
  'ledger.checkExpense': { input: expenseDraft, output: z.object({ problems: z.array(expenseProblem) }), writes: false, may: 'ledger.write' },
  'ledger.postExpense': {
    input: expenseInput.extend({ warningsSeen: z.boolean().default(false) }), output: ledgerEntryRow, writes: true, may: 'ledger.write',
  },
  'ledger.reverse': {
    input: z.object({ entryId: idText, happenedOn: dayText, reason: requiredLine('冲销原因', 80) }),
    output: ledgerEntryRow, writes: true, may: 'ledger.write',
  },
  /** Categories to choose from: the scheme's closed list, or the usual ones. */
  'ledger.categories': {
    input: z.object({ studioId: idText }), output: z.object({ categories: z.array(z.string()), closed: z.boolean() }), writes: false, may: 'ledger.write',
  },
  /** Payees and people of earlier entries, for the fields that remember; `last` is who signed the latest expense, of this studio where it has one. */
  'ledger.usual': {
    input: z.object({ studioId: idText.nullable().default(null) }),
    output: z.object({
      payees: z.array(z.string()), handlers: z.array(z.string()),
      last: z.object({ handledBy: z.string().nullable(), witnessedBy: z.string().nullable(), approvedBy: z.string().nullable() }).nullable(),
    }),
    writes: false, may: 'ledger.write',
  },
  /** The sheet of one term as .xlsx. */
  'ledger.export': { input: z.object({ studioId: idText, termKey: termKeyText }), output: outgoingFile, writes: false, may: 'ledger.read' },
})
