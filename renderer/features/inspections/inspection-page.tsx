import { DownOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { inspectionFormNames, inspectionKindNames, inspectionStateNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { useTerm } from '../../app/term.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useLeaveGuard } from '../../ui/leave-guard.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RecordHistory } from '../../ui/record-history.tsx'
import { useDone } from '../../ui/use-done.ts'
import { BriefingsCard } from './briefings-card.tsx'
import { FindingEntry } from './finding-entry.tsx'
import { FindingList } from './finding-list.tsx'
import { InspectionSheet } from './inspection-sheet.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { RemoveRecord } from './remove-record.tsx'
import './inspections.css'

type Inspection = OutputOf<'inspections.get'>

/** `/inspections/:id`: what an inspection found, and its written report. */
export function InspectionPage() {
  const { id = '' } = useParams()
  const inspection = useCall('inspections.get', { id })
  return (
    <>
      {inspection.error && <PageHead title="检查" />}
      <LoadingOr of={inspection}>{(data) => <Whole inspection={data} />}</LoadingOr>
    </>
  )
}

function Whole({ inspection }: { readonly inspection: Inspection }) {
  const { today } = useTerm()
  const choices = useCall('inspections.choices', {})
  const [editing, setEditing] = useState(false)
  const [removing, setRemoving] = useState(false)
  const go = useNavigate()
  const { id, title, kind, form, state, startsOn, endsOn, inspectors, scope, figures, mayWrite } = inspection
  const facts = [
    `${inspectionKindNames[kind]}，${inspectionFormNames[form]}，${inspectionStateNames[state]}`, startsOn === endsOn ? dayInText(startsOn) : `${dayInText(startsOn)}至${dayInText(endsOn)}`,
    inspectors.length > 0 ? `检查人 ${inspectors.map(({ name }) => name).join('、')}` : '', scope ?? '', `问题 ${figures.findings} 条，未销号 ${figures.open} 条，好的做法 ${figures.good} 条`,
  ].filter((part) => part !== '').join('　')
  return (
    <div className="wide">
      <div className="no-print">
        <PageHead
          title={title} facts={facts}
          actions={<><Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>打印</Button>{mayWrite && <Button onClick={() => setEditing(true)}>修改</Button>}{mayWrite && <MenuButton items={[{ key: 'remove', danger: true, label: '移到回收站…', onClick: () => setRemoving(true) }]}>更多 <DownOutlined aria-hidden /></MenuButton>}</>}
        />
      </div>
      {mayWrite && state === 'running' && (
        <section className="card no-print"><h2>记一条</h2><FindingEntry inspectionId={id} feedbackId={null} items={inspection.items} today={today ?? startsOn} /></section>
      )}
      {mayWrite && state === 'planned' && <p className="note info no-print">这次检查从{dayInText(startsOn)}开始，到那天就可以记录发现的情况。</p>}
      <div className="inspection-findings no-print">
        <FindingList
          name="inspectionFindings" label="发现的情况" rows={inspection.findings} height="420px" ofOneInspection
          empty={<EmptyState title="还没有记录" hint="一条一条记下：哪个班、哪位教师、哪一项、什么情况。好的做法也记下来。" />}
        />
      </div>
      <Report key={inspection.revision} inspection={inspection} />
      <BriefingsCard inspection={inspection} today={today ?? startsOn} />
      <div className="no-print inspection-history"><RecordHistory kind="inspection" id={id} /></div>
      <InspectionSheet inspection={inspection} />
      {removing && (
        <RemoveRecord route="inspections.remove" id={id} revision={inspection.revision} title={`把「${title}」移到回收站`} example="如：安排重了" onClose={() => setRemoving(false)} onGone={() => void go('/inspections?view=inspections')}>
          {inspection.findings.length > 0 ? `里面还有 ${inspection.findings.length} 条检查发现，请先移除它们。` : '里面没有检查发现；书面总结一起移走，以后可以恢复。'}
        </RemoveRecord>
      )}
      {editing && <PlanDialog inspection={inspection} checklists={choices.data?.checklists ?? []} today={today ?? startsOn} onClose={() => setEditing(false)} onSaved={() => undefined} />}
    </div>
  )
}

/** 书面总结: each inspection has one; with it the inspection ends. */
function Report({ inspection }: { readonly inspection: Inspection }) {
  const { id, revision, state, mayWrite, figures } = inspection
  const [report, setReport] = useState(inspection.report)
  const save = useWrite('inspections.saveReport')
  const reopen = useWrite('inspections.reopen')
  const { done, failed } = useDone()
  const store = async (close: boolean): Promise<boolean> => {
    const saved = await save.mutateAsync({ id, revision, report, close }).catch(() => null)
    if (saved !== null) done(close ? '检查已结束，问题继续在「待整改」里办' : '已保存总结')
    return saved !== null
  }
  const { guard } = useLeaveGuard({ dirty: mayWrite && state !== 'closed' && report.trim() !== inspection.report, what: `「${inspection.title}」的书面总结`, save: () => store(false) })
  if (!mayWrite || state === 'closed') {
    return (
      <section className="card no-print">
        <h2>书面总结</h2>
        <p className="keep-lines">{inspection.report === '' ? '还没有写。' : inspection.report}</p>
        {mayWrite && <Button onClick={() => reopen.mutate({ id, revision, reason: '补充检查情况' }, { onSuccess: () => done('已重新打开'), onError: failed })}>重新打开</Button>}
      </section>
    )
  }
  const byItem = inspection.items.flatMap((item) => {
    const own = inspection.findings.filter((finding) => finding.item === item && finding.severity !== 'good')
    return own.length === 0 ? [] : [`${item}：${own.length} 条，${own.map(({ text }) => text).join('；')}。`]
  })
  const good = inspection.findings.filter(({ severity }) => severity === 'good').map(({ text }) => text)
  const draft = [
    `本次检查共发现问题 ${figures.findings} 条，其中较重 ${figures.serious} 条；好的做法 ${figures.good} 条。`, ...(good.length > 0 ? [`好的做法：${good.join('；')}。`] : []), ...byItem,
  ].join('\n')
  return (
    <section className="card no-print">
      {guard}
      <h2>书面总结</h2>
      <Input.TextArea aria-label="书面总结" value={report} maxLength={10_000} autoSize={{ minRows: 4, maxRows: 16 }} onChange={(event) => setReport(event.target.value)} placeholder="好的做法、存在的问题、整改要求" />
      {save.error && <ErrorNotice error={save.error} />}
      <div className="week-tools after">
        <Button onClick={() => setReport(draft)}>按记录写一段</Button>
        <Button loading={save.isPending} onClick={() => void store(false)}>保存总结</Button>
        {state === 'running' && <Button loading={save.isPending} disabled={report.trim() === ''} onClick={() => void store(true)}>结束检查</Button>}
      </div>
    </section>
  )
}
