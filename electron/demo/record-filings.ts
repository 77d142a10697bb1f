import type { InputOf, OutputOf, RouteName } from '../../shared/contract/routes.ts'
import type { DemoActivity } from './demo-school.ts'

type Call = <N extends RouteName>(route: N, input: InputOf<N>) => Promise<OutputOf<N>>

/**
 * Hands activities in for approval and enters what the paper says of those that were approved by today. One without a filing was simply held:
 * it stays in sight.
 */
export async function recordFilings(call: Call, { activities, ids, today }: { readonly activities: readonly DemoActivity[]; readonly ids: readonly string[]; readonly today: string }): Promise<void> {
  for (const [at, { filing }] of activities.entries()) {
    const activityId = ids[at]
    if (filing === undefined || activityId === undefined) continue
    const { audience, headcount, approvedOn, fileNo } = filing
    const { id } = await call('activities.submitFiling', { activityId, revision: 1, audience, headcount, note: null })
    if (approvedOn === undefined || approvedOn > today) continue
    await call('activities.approveFilings', { filingIds: [id], approvedOn, approver: '县教育局教研室', fileNo: fileNo ?? null, note: null })
  }
}
