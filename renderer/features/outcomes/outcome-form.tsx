import { Button, Checkbox } from 'antd'
import { Link } from 'react-router'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { outcomeStateNames } from '../../../shared/domain/outcomes/outcome-record.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { ErrandLine } from '../../ui/errand-line.tsx'
import { DraftNotice } from '../../ui/form-draft.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RecordHistory } from '../../ui/record-history.tsx'
import { OutcomeEvidence } from './outcome-evidence.tsx'
import { OutcomeFields } from './outcome-fields.tsx'
import { OutcomeStanding } from './outcome-standing.tsx'
import { type OutcomeFormProps, useOutcomeForm } from './use-outcome-form.ts'

/** One form for a new record and for one that is there: kind first, then its paper; Ctrl+S saves, Ctrl+Enter saves and begins the next. */
export function OutcomeForm(props: OutcomeFormProps) {
  const { record, activity, choices, onReload } = props
  const { id, saved, form, set, files, setFiles, shownFaults, leaveField, isDirty, mayConfirm, confirms, setConfirms, saveNow, drop, ...more } = useOutcomeForm(props)
  useShortcut('ctrl+s', () => void saveNow('open'))
  useShortcut('ctrl+enter', () => void saveNow('again'))
  const { name } = specOf(form.kind)
  const isOpen = record === null || record.state === 'draft' || record.state === 'returned'
  return (
    <div className="wide outcome">
      <PageHead
        title={id === null ? `登记${name}` : saved.title}
        facts={<>{record ? `${name}，${dayInTable(saved.onDay)}，${outcomeStateNames[record.state]}` : '带 * 的必填，其余可以以后再补'}{isDirty && <span className="unsaved">　有修改未保存</span>}</>}
        actions={(
          <>
            {id === null && <Button onClick={() => void more.lastTime()} title="把上一条同类记录的工作室、人员和不变的内容带过来">沿用上次</Button>}
            {isOpen && <Button onClick={() => void saveNow('open', true)}>存为草稿</Button>}
            <Button onClick={() => void saveNow('again')} title="Ctrl+Enter">保存并再记一条</Button>
            <Button type="primary" loading={more.saving} onClick={() => void saveNow('open')} title="Ctrl+S">{record !== null && isOpen ? '保存并提交' : '保存'}</Button>
          </>
        )}
      />
      <ErrandLine />
      {more.draftNotice && <DraftNotice {...more.draftNotice} />}
      {record?.state === 'returned' && <p className="note bad notice" role="status">已退回：{record.returnReason}。改好以后再提交。</p>}
      {record?.state === 'confirmed' && !record.mayConfirm && <p className="note info notice">这条已经确认。修改后会变回「待确认」，由主持人或教务处再看一次。</p>}
      <Trouble problem={more.problem} isDuplicate={more.isDuplicate} onRepeat={() => void more.repeat()} onSeeNew={() => { drop(); onReload() }} />
      <div className="outcome-columns">
        <section className="card" aria-labelledby="outcome-what">
          <h2 id="outcome-what">{name}</h2>
          <OutcomeFields form={form} set={set} faults={shownFaults} onLeave={leaveField} choices={choices} />
          {mayConfirm && (
            <div className="outcome-after"><Checkbox checked={confirms} onChange={(event) => setConfirms(event.target.checked)}>已核对，保存时直接确认</Checkbox></div>
          )}
        </section>
        <div>
          {record && <OutcomeStanding record={record} dirty={isDirty} onChanged={() => { drop(); onReload() }} />}
          <section className="card" aria-labelledby="outcome-evidence">
            <h2 id="outcome-evidence">佐证材料</h2>
            <OutcomeEvidence kind={form.kind} record={record} waiting={files} onWait={setFiles} mayWrite />
          </section>
          {activity && <section className="card" aria-labelledby="outcome-activity"><h2 id="outcome-activity">源于活动</h2><Link to={`/activities/${activity.id}`}>{activity.title}</Link>　{dayInTable(activity.heldOn)}</section>}
          {id !== null && <RecordHistory kind="outcome" id={id} />}
        </div>
      </div>
      {more.guard}
    </div>
  )
}

/** Why it was not saved, and what can be done about it: insist on a second record of the same, or look at what somebody else saved. */
function Trouble({ problem, isDuplicate, onRepeat, onSeeNew }: {
  readonly problem: ReturnType<typeof useOutcomeForm>['problem']; readonly isDuplicate: boolean; readonly onRepeat: () => void; readonly onSeeNew: () => void
}) {
  if (!problem) return null
  if (isDuplicate) return <p className="note warn notice" role="alert">{problem.message} <Button size="small" onClick={onRepeat}>仍要保存</Button></p>
  return (
    <div className="notice">
      <ErrorNotice error={problem} />
      {problem.problem.kind === 'conflict' && <Button size="small" onClick={onSeeNew}>看新的内容（放弃我的修改）</Button>}
    </div>
  )
}
