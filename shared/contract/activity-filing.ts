import { z } from 'zod'
import { filedFields, filingStates, filingSteps, filingTroubles } from '../domain/activities/activity-filing.ts'
import { dayText, idText, lineText, nothing, reasonText } from './common.ts'
import { defineRoutes } from './define.ts'

/** How an activity stands with its filing; part of its row in the list. */
export const filingStanding = z.object({
  needed: z.boolean(),
  state: z.enum(filingStates),
  changed: z.array(z.enum(filedFields)),
  trouble: z.enum(filingTroubles).nullable(),
  turn: z.enum(['toFile', 'toDecide']).nullable(),
  /** The submission that holds. */
  filingId: idText.nullable(),
  /** Whether this account may approve or return it now. */
  mayDecide: z.boolean(),
})
export type FilingStandingRow = z.output<typeof filingStanding>

const filing = z.object({
  id: idText,
  filed: z.object({ title: z.string(), heldOn: dayText, place: z.string().nullable() }),
  audience: z.string().nullable(),
  headcount: z.int().nullable(),
  note: z.string().nullable(),
  submittedAt: z.string(),
  submittedBy: z.string(),
  withdrawnAt: z.string().nullable(),
  decision: z.enum(['approved', 'returned']).nullable(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  approvedOn: dayText.nullable(),
  approver: z.string().nullable(),
  fileNo: z.string().nullable(),
  decisionNote: z.string().nullable(),
})
export type FilingRow = z.output<typeof filing>

const filingOfActivity = z.object({
  standing: filingStanding,
  /** Why it is needed: the scheme's words, or null where the school asks it of all. Absent need: null. */
  need: z.object({ rule: z.string().nullable(), to: z.string().nullable() }).nullable(),
  /** The latest first; withdrawn ones among them. */
  rows: z.array(filing),
  steps: z.array(z.enum(filingSteps)),
})
export type FilingOfActivity = z.output<typeof filingOfActivity>

const submission = z.object({
  activityId: idText,
  /** The revision of the activity that was looked at. */
  revision: z.int(),
  audience: lineText(60).nullable(),
  headcount: z.int().min(1, '人数至少 1 人').max(100_000, '人数太大，请核对').nullable(),
  note: z.string().trim().max(500, '最多 500 个字').nullable(),
})

const approval = z.object({
  filingIds: z.array(idText).min(1, '请先选择要批准的备案').max(200, '一次最多批准 200 个'),
  approvedOn: dayText,
  approver: lineText(40).nullable(),
  fileNo: lineText(40).nullable(),
  note: lineText(200).nullable(),
})

/** 备案: reported before, approved, then held. */
export const activityFilingRoutes = defineRoutes({
  'activities.filing': { input: z.object({ activityId: idText }), output: filingOfActivity, writes: false, may: 'activities.read' },
  /** Hands the activity in as it stands now. */
  'activities.submitFiling': { input: submission, output: z.object({ id: idText }), writes: true, may: 'activities.write' },
  'activities.withdrawFiling': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'activities.write' },
  /** One or several with the same day, number and note, all or none. */
  'activities.approveFilings': { input: approval, output: z.object({ approved: z.int() }), writes: true, may: 'activities.approve' },
  'activities.returnFiling': { input: z.object({ id: idText, reason: reasonText() }), output: nothing, writes: true, may: 'activities.approve' },
  /** Takes decisions back: the submissions wait again. */
  'activities.reopenFilings': {
    input: z.object({ filingIds: z.array(idText).min(1, '请先选择备案').max(200, '一次最多 200 个') }),
    output: z.object({ waiting: z.int() }), writes: true, may: 'activities.approve',
  },
})
