import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { FilingOfActivity, FilingRow } from '../../../shared/contract/activity-filing.ts'
import { troubleInWords } from '../../../shared/domain/activities/activity-filing.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { useMay } from '../../app/standing.tsx'
import { momentInTable } from '../../ui/moment-text.ts'
import { useDone } from '../../ui/use-done.ts'
import { ApproveFilings, type FiledActivity, SubmitFiling } from './filing-dialogs.tsx'
import { FilingTag } from './filing-tag.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

/** 备案 on the page of an activity: why it is asked, how far it is, and the steps that are this person's. Without any of it, no card. */
export function FilingCard({ activity, studioId, unsaved = false }: { readonly activity: FiledActivity; readonly studioId: string; readonly unsaved?: boolean }) {
  const mayMake = useMay('documents.make')
  const { data } = useCall('activities.filing', { activityId: activity.id })
  if (!data || (data.need === null && data.rows.length === 0)) return null
  const current = data.rows.find(({ id }) => id === data.standing.filingId)
  const before = data.rows.filter((row) => row !== current)
  return (
    <section className="card filing-card" id="filing" aria-labelledby="filing-title">
      <h2 id="filing-title" className="filing-head">备案 <small><FilingTag filing={data.standing} /></small></h2>
      <p className="filing-why">{whyInWords(data)}</p>
      {data.standing.trouble !== null && <p className="note bad">{troubleSentence(data, current)}</p>}
      {current && <FilingFacts filing={current} />}
      <Steps activity={activity} filing={data} current={current} unsaved={unsaved}>
        {mayMake && <Link to={`/documents?form=activity-filing&studio=${studioId}&activity=${activity.id}`}>做活动备案表</Link>}
      </Steps>
      {before.length > 0 && (
        <details className="filing-before">
          <summary>以前的 {before.length} 次送审</summary>
          <ul>{before.map((row) => <li key={row.id}>{endInWords(row)}</li>)}</ul>
        </details>
      )}
    </section>
  )
}

function Steps({ activity, filing: { steps }, current, unsaved, children }: {
  readonly activity: FiledActivity; readonly filing: FilingOfActivity; readonly current: FilingRow | undefined; readonly unsaved: boolean; readonly children: ReactNode
}) {
  const [dialog, setDialog] = useState<'submit' | 'approve' | 'return' | null>(null)
  const withdraw = useWrite('activities.withdrawFiling')
  const reopen = useWrite('activities.reopenFilings')
  const giveBack = useWrite('activities.returnFiling')
  const { done, failed } = useDone()
  const close = () => setDialog(null)
  const id = current?.id ?? ''
  const may = (step: (typeof steps)[number]) => steps.includes(step)
  return (
    <div className="filing-steps">
      {may('submit') && <Button type="primary" disabled={unsaved} title={unsaved ? '先保存活动的修改，再送审' : undefined} onClick={() => setDialog('submit')}>{current ? '重新送审' : '送审'}</Button>}
      {may('approve') && <Button type="primary" onClick={() => setDialog('approve')}>批准</Button>}
      {may('return') && <Button onClick={() => setDialog('return')}>退回</Button>}
      {may('withdraw') && <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ id }, { onSuccess: () => done('已撤回送审，可以重新送'), onError: failed })}>撤回送审</Button>}
      {may('reopen') && (
        <Button loading={reopen.isPending} onClick={() => reopen.mutate({ filingIds: [id] }, { onSuccess: () => done('审批已撤销，备案回到待审'), onError: failed })}>
          {current?.decision === 'returned' ? '撤销退回' : '撤销批准'}
        </Button>
      )}
      {children}
      {dialog === 'submit' && <SubmitFiling activity={activity} onGone={close} />}
      {dialog === 'approve' && <ApproveFilings filingIds={[id]} what={`「${activity.title}」`} onApproved={() => done(`已批准「${activity.title}」的备案`)} onGone={close} />}
      {dialog === 'return' && (
        <ReasonDialog
          title={`退回「${activity.title}」的备案`} verb="退回" example="如：请补安全预案" pending={giveBack.isPending} error={giveBack.error} onClose={close}
          onGo={(reason) => giveBack.mutate({ id, reason }, {
            onSuccess: () => {
              done('已退回，工作室改好后可以重新送审')
              close()
            },
          })}
        >工作室看到原因后可以改好重新送审。</ReasonDialog>
      )}
    </div>
  )
}

function FilingFacts({ filing }: { readonly filing: FilingRow }) {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['送审', `${filing.submittedBy}，${momentInTable(filing.submittedAt)}`],
    ['内容', `${filing.filed.title}，${dayInTable(filing.filed.heldOn)}，${filing.filed.place ?? '地点未填'}`],
    ['参加', [filing.audience, filing.headcount !== null && `${filing.headcount} 人`].filter(Boolean).join('，')],
    ['说明', filing.note],
    ...(filing.decision === 'approved' ? [
      ['批准', [filing.approvedOn && dayInTable(filing.approvedOn), filing.approver, filing.fileNo].filter(Boolean).join('，')] as const,
      ['登记', `${filing.decidedBy ?? ''}，${momentInTable(filing.decidedAt ?? '')}`] as const,
      ['意见', filing.decisionNote] as const,
    ] : []),
    ...(filing.decision === 'returned' ? [['退回', `${filing.decidedBy ?? ''}，${momentInTable(filing.decidedAt ?? '')}：${filing.decisionNote ?? ''}`] as const] : []),
  ]
  return <dl className="facts">{facts.filter(([, value]) => value).map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name}-`}>{value}</dd>])}</dl>
}

function whyInWords({ need }: FilingOfActivity): string {
  if (need === null) return '规程不要求这次活动备案。'
  if (need.rule === null) return '学校规定活动先备案，批准了再开。'
  return `规程要求：${need.rule}${need.to === null ? '' : `（报${need.to}）`}`
}

function troubleSentence({ standing }: FilingOfActivity, current: FilingRow | undefined): string {
  switch (standing.trouble) {
    case 'heldWithout': return '活动已经开了，备案还没有批准。'
    case 'approvedLate': return `活动开了以后，${current?.approvedOn ? dayInTable(current.approvedOn) : ''} 才批准。`
    default: return `${current?.decision === 'approved' ? '批准的' : '送审的'}不是现在这样，${troubleInWords(standing)}。`
  }
}

/** 2026-10-09 周五 10:00 教务 送审，已退回：缺安全预案 */
function endInWords({ submittedAt, submittedBy, withdrawnAt, decision, decisionNote, approvedOn }: FilingRow): string {
  const end = withdrawnAt !== null ? '已撤回' : decision === 'returned' ? `已退回：${decisionNote ?? ''}` : decision === 'approved' ? `${approvedOn ?? ''} 批准，后来重新送审` : '待审'
  return `${momentInTable(submittedAt)} ${submittedBy}送审，${end}`
}
