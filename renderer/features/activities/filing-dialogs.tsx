import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { useWrite } from '../../api/client.ts'
import { useTerm } from '../../app/term.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'
import './filing.css'

export interface FiledActivity {
  readonly id: string
  readonly revision: number
  readonly title: string
  readonly heldOn: string
  readonly place: string | null
}

/** 送审: what stands on the paper besides the activity itself. */
export function SubmitFiling({ activity, onGone }: { readonly activity: FiledActivity; readonly onGone: () => void }) {
  const submit = useWrite('activities.submitFiling')
  const dialog = useDialog(onGone)
  const { done } = useDone()
  const [audience, setAudience] = useState('')
  const [headcount, setHeadcount] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const go = () => submit.mutate({ activityId: activity.id, revision: activity.revision, audience: audience.trim() || null, headcount, note: note.trim() || null }, {
    onSuccess: () => {
      done(`「${activity.title}」已送审备案`)
      dialog.onCancel()
    },
  })
  return (
    <Modal
      title={`送审备案：${activity.title}`} width={560} {...dialog}
      footer={[<Button key="no" onClick={dialog.onCancel}>不了</Button>, <Button key="yes" type="primary" loading={submit.isPending} onClick={go}>送审</Button>]}
    >
      <p>按现在登记的送审：{dayInTable(activity.heldOn)}，{activity.place ?? '地点未填'}。批准以后再改名称、日期或地点，会标明与备案的不同。</p>
      <div className="filing-form">
        <FormField id="filing-audience" label="参加人员"><Input id="filing-audience" value={audience} maxLength={60} autoFocus placeholder="如：全县初中语文教师" onChange={(event) => setAudience(event.target.value)} onPressEnter={go} /></FormField>
        <FormField id="filing-headcount" label="人数"><InputNumber<number> id="filing-headcount" value={headcount} min={1} max={100_000} precision={0} style={{ width: '100%' }} onChange={setHeadcount} /></FormField>
        <FormField id="filing-note" label="说明" wide><Input.TextArea id="filing-note" value={note} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} placeholder="如：主要内容、安全预案。可不填" onChange={(event) => setNote(event.target.value)} /></FormField>
      </div>
      {submit.error && <ErrorNotice error={submit.error} />}
    </Modal>
  )
}

/** 批准, one or several with the same day and number. */
export function ApproveFilings({ filingIds, what, onApproved, onGone }: {
  readonly filingIds: readonly string[]
  /** 「全县讲座」 or 3 个活动. */
  readonly what: string
  readonly onApproved: (filingIds: readonly string[]) => void
  readonly onGone: () => void
}) {
  const { today } = useTerm()
  const approve = useWrite('activities.approveFilings')
  const dialog = useDialog(onGone)
  const [approvedOn, setApprovedOn] = useState(today)
  const [approver, setApprover] = useState('')
  const [fileNo, setFileNo] = useState('')
  const [note, setNote] = useState('')
  const go = () => {
    if (approvedOn === null) return
    approve.mutate({ filingIds: [...filingIds], approvedOn, approver: approver.trim() || null, fileNo: fileNo.trim() || null, note: note.trim() || null }, {
      onSuccess: () => {
        onApproved(filingIds)
        dialog.onCancel()
      },
    })
  }
  return (
    <Modal
      title={`批准${what}的备案`} width={560} {...dialog}
      footer={[<Button key="no" onClick={dialog.onCancel}>不了</Button>, <Button key="yes" type="primary" loading={approve.isPending} disabled={approvedOn === null} onClick={go}>批准</Button>]}
    >
      <div className="filing-form">
        <FormField id="filing-approvedOn" label="批准日期" required><DayField id="filing-approvedOn" value={approvedOn} onChange={setApprovedOn} {...(today === null ? {} : { to: today })} /></FormField>
        <FormField id="filing-fileNo" label="备案号或文号"><Input id="filing-fileNo" value={fileNo} maxLength={40} autoFocus placeholder="可不填" onChange={(event) => setFileNo(event.target.value)} onPressEnter={go} /></FormField>
        <FormField id="filing-approver" label="批准人或单位" wide><Input id="filing-approver" value={approver} maxLength={40} placeholder="如：名师工作室领导小组办公室。可不填" onChange={(event) => setApprover(event.target.value)} onPressEnter={go} /></FormField>
        <FormField id="filing-decisionNote" label="意见" wide><Input id="filing-decisionNote" value={note} maxLength={200} placeholder="可不填" onChange={(event) => setNote(event.target.value)} onPressEnter={go} /></FormField>
      </div>
      {approve.error && <ErrorNotice error={approve.error} />}
    </Modal>
  )
}
