import { Button, Input } from 'antd'
import { useState } from 'react'
import type { FindingRow } from '../../../shared/contract/inspections.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { findingStateNames, type StepKind, stepKindNames, stepsWithWords } from '../../../shared/domain/inspections/follow-up.ts'
import { severityNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { momentInTable } from '../../ui/moment-text.ts'
import { RecordFiles } from '../../ui/record-files.tsx'
import { RecordHistory } from '../../ui/record-history.tsx'
import { useDone } from '../../ui/use-done.ts'
import { FindingEdit } from './finding-edit.tsx'
import { findingFiles } from './finding-files.ts'
import { aboutWords } from './finding-words.ts'
import { RemoveRecord } from './remove-record.tsx'

/** One finding: what was found, what has been done about it, and the next step. */
export function FindingDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const finding = useCall('inspections.finding', { id })
  return (
    <Drawer open onClose={onClose} size={520} title="检查发现">
      <LoadingOr of={finding}>{(data) => <Finding key={`${data.steps.length} ${data.revision}`} finding={data} onClose={onClose} />}</LoadingOr>
    </Drawer>
  )
}

function Finding({ finding, onClose }: { readonly finding: OutputOf<'inspections.finding'>; readonly onClose: () => void }) {
  const [editing, setEditing] = useState(false)
  const [removing, setRemoving] = useState(false)
  if (editing) return <FindingEdit finding={finding} onDone={() => setEditing(false)} />
  const facts: readonly (readonly [string, string | null])[] = [
    ['对象', aboutWords(finding)], ['检查项目', finding.item], ['程度', severityNames[finding.severity]], ['发现', dayInText(finding.foundOn)],
    ['整改期限', finding.dueOn === null ? null : dayInText(finding.dueOn)], ['负责整改', finding.responsibleName], ['来自', finding.inspectionTitle],
  ]
  return (
    <>
      <p className="finding-said">{finding.text}</p>
      <p><span className={`log-tag ${finding.overdue ? 'overdue' : finding.state}`}>{findingStateNames[finding.state]}{finding.overdue ? '，已过期限' : ''}</span></p>
      <dl className="finding-facts">{facts.map(([name, value]) => value === null || value === '' ? null : <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {finding.steps.length > 0 && (
        <ol className="finding-steps" aria-label="整改经过">
          {finding.steps.map(({ kind, note, at, byName }) => <li key={at + kind}><b>{stepKindNames[kind]}</b><span className="quiet">　{byName}，{momentInTable(at)}</span>{note && <p className="keep-lines">{note}</p>}</li>)}
        </ol>
      )}
      {finding.nextSteps.length > 0 && <NextStep finding={finding} />}
      <h3 className="finding-title">附件</h3>
      <RecordFiles
        doors={findingFiles} recordId={finding.id} files={finding.attachments} waiting={[]} onWait={() => undefined} mayWrite={finding.mayWrite || finding.nextSteps.includes('answer')}
        counted="份附件" empty="没有附件。整改前后的照片、补写的教案可以放在这里。"
      />
      {finding.mayWrite && (
        <div className="week-tools after">
          <Button onClick={() => setEditing(true)}>修改这一条</Button>
          <Button danger type="text" onClick={() => setRemoving(true)}>移除这一条…</Button>
        </div>
      )}
      {removing && (
        <RemoveRecord route="inspections.removeFinding" id={finding.id} revision={finding.revision} title="把这一条移到回收站" example="如：记错了班" onClose={() => setRemoving(false)} onGone={onClose}>
          「{finding.text}」连同整改经过{finding.evidence > 0 ? `和 ${finding.evidence} 份附件` : ''}一起移走，不再计入统计；以后可以恢复。
        </RemoveRecord>
      )}
      <RecordHistory kind="finding" id={finding.id} as="section" />
    </>
  )
}

/** The usual step is the main button; what must say something says it in the field above. */
function NextStep({ finding }: { readonly finding: FindingRow }) {
  const [note, setNote] = useState('')
  const [tried, setTried] = useState<StepKind | null>(null)
  const step = useWrite('inspections.step')
  const { done } = useDone()
  const take = (kind: StepKind) => {
    setTried(kind)
    if (stepsWithWords.has(kind) && note.trim() === '') return
    step.mutate({ findingId: finding.id, kind, note: note.trim() === '' ? null : note, seenSteps: finding.steps.length }, {
      onSuccess: ({ state }) => done(kind === 'close' ? '已销号' : `已${stepKindNames[kind]}，现在${findingStateNames[state]}`),
    })
  }
  const [opened, setOpened] = useState(finding.state !== 'closed')
  const [usual, ...others] = finding.nextSteps
  // What is done asks for nothing: taking it up again waits behind a button.
  if (!opened) return <p><Button onClick={() => setOpened(true)}>还有问题，重新打开…</Button></p>
  const label = usual === 'answer' ? '做了哪些整改' : '说明'
  const missing = tried !== null && stepsWithWords.has(tried) && note.trim() === '' ? (tried === 'answer' ? '请写做了哪些整改' : '请写明原因') : undefined
  return (
    <section className="finding-next" aria-label="下一步">
      <FormField id="step-note" label={label} required={usual !== undefined && stepsWithWords.has(usual)} fault={missing}>
        <Input.TextArea id="step-note" autoFocus value={note} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => setNote(event.target.value)} />
      </FormField>
      {step.error && <ErrorNotice error={step.error} />}
      <div className="week-tools">
        {usual && <Button type="primary" loading={step.isPending} onClick={() => take(usual)}>{stepKindNames[usual]}</Button>}
        {others.map((kind) => <Button key={kind} loading={step.isPending} onClick={() => take(kind)}>{stepKindNames[kind]}</Button>)}
      </div>
    </section>
  )
}
