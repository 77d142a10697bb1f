import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { OutcomeRecord } from '../../../shared/contract/outcomes.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { outcomeStateNames, type SaveIntent } from '../../../shared/domain/outcomes/outcome-record.ts'
import { call, ProblemError, useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useLeaveGuard } from '../../ui/leave-guard.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RecordHistory } from '../../ui/record-history.tsx'
import { useDone } from '../../ui/use-done.ts'
import { OutcomeEvidence, storeEvidence } from './outcome-evidence.tsx'
import { OutcomeFields } from './outcome-fields.tsx'
import { type Choices, controlId, factsOf, faultsOf, forNext, ofDraft, type OutcomeFormState } from './outcome-form-state.ts'
import { OutcomeStanding } from './outcome-standing.tsx'

export interface OutcomeFormProps {
  /** Null for a new one. */
  readonly record: OutcomeRecord | null
  readonly atFirst: OutcomeFormState
  readonly activity: OutcomeRecord['activity']
  readonly choices: Choices
  /** Reads the record again, dropping what was typed. */
  readonly onReload: () => void
}

type Then = 'open' | 'again' | 'leave'

/** One form for a new record and for one that is there: kind first, then its paper; Ctrl+S saves, Ctrl+Enter saves and begins the next. */
export function OutcomeForm({ record, atFirst, activity, choices, onReload }: OutcomeFormProps) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { done, warned, failed } = useDone()
  const id = record?.id ?? null
  const [saved, setSaved] = useState(atFirst)
  const [form, setForm] = useState(atFirst)
  const [revision, setRevision] = useState(record?.revision ?? null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [asDraft, setAsDraft] = useState(false)
  const [files, setFiles] = useState<readonly File[]>([])
  const [duplicate, setDuplicate] = useState(false)
  const mayConfirm = form.studioId === null ? choices.me === null && choices.studios.some((studio) => studio.mayConfirm) : (choices.studios.find((studio) => studio.id === form.studioId)?.mayConfirm ?? record?.mayConfirm ?? false)
  const [confirms, setConfirms] = useState(record?.state === 'confirmed')
  const save = useWrite('outcomes.save')

  const isDirty = JSON.stringify(form) !== JSON.stringify(saved) || files.length > 0
  const faults = faultsOf(form, asDraft)
  const shownFaults = new Map([...faults].filter(([field]) => left.has(field)))
  const set = (change: Partial<OutcomeFormState>) => {
    setDuplicate(false)
    setForm((before) => ({ ...before, ...change }))
  }

  // A new form begins where something has to be filled in.
  useEffect(() => {
    if (id !== null) return
    const [first] = faultsOf(atFirst, false).keys()
    if (first !== undefined) document.getElementById(controlId(first))?.focus()
  }, [atFirst, id])

  const saveNow = async (then: Then, draft = false): Promise<boolean> => {
    setAsDraft(draft)
    const wrong = faultsOf(form, draft)
    setLeft(new Set([...left, ...wrong.keys()]))
    const [first] = wrong.keys()
    if (first !== undefined) {
      document.getElementById(controlId(first))?.focus()
      return false
    }
    const as: SaveIntent = draft ? 'draft' : confirms && mayConfirm ? 'confirmed' : 'submitted'
    try {
      const answer = await save.mutateAsync({ id, revision, facts: factsOf(form), activityId: activity?.id ?? null, as, duplicateSeen: duplicate })
      if (id === null && files.length > 0) {
        const { refused } = await storeEvidence(answer.id, files, () => undefined)
        if (refused.length > 0) warned(refused.join('\n'))
        await queries.invalidateQueries()
      }
      setFiles([])
      const wasConfirmed = record?.state === 'confirmed' && answer.state === 'submitted'
      done(wasConfirmed ? `已保存「${form.title.trim()}」，要由主持人或教务处再确认一次` : `已保存「${form.title.trim()}」，${outcomeStateNames[answer.state]}`)
      pass()
      if (then === 'again') {
        // The state of a saved form is gone with the page; the next one begins with what stays the same.
        await navigate(activity === null ? '/outcomes/new' : `/outcomes/new?activity=${activity.id}`, { replace: id === null, state: { next: forNext(form) } })
      } else if (then === 'open' && id === null) await navigate(`/outcomes/${answer.id}`, { replace: true })
      else if (then === 'open') {
        setSaved(form)
        setRevision(answer.revision)
        onReload()
      }
      return true
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      if (error.problem.code === 'outcomes.duplicate') setDuplicate(true)
      return false
    }
  }
  const { guard, pass } = useLeaveGuard({ dirty: isDirty, what: saved.title === '' ? '这条记录' : `「${saved.title}」`, save: () => saveNow('leave') })
  useShortcut('ctrl+s', () => void saveNow('open'))
  useShortcut('ctrl+enter', () => void saveNow('again'))
  const lastTime = async () => {
    try {
      const { draft } = await call('outcomes.asLastTime', { kind: form.kind })
      if (!draft) return done(`您还没有登记过${specOf(form.kind).name}`)
      setForm({ ...ofDraft(draft), title: form.title || draft.title, onDay: form.onDay || draft.onDay })
      done(`已沿用上次${specOf(form.kind).name}的内容`)
    } catch (error) {
      failed(error as Error)
    }
  }

  const { name } = specOf(form.kind)
  return (
    <div className="wide outcome">
      <PageHead
        title={id === null ? `登记${name}` : saved.title}
        facts={<>{record ? `${name}，${dayInTable(saved.onDay)}，${outcomeStateNames[record.state]}` : '带 * 的必填，其余可以以后再补'}{isDirty && <span className="unsaved">　有修改未保存</span>}</>}
        actions={(
          <>
            {id === null && <Button onClick={() => void lastTime()} title="把上一条同类记录的工作室、人员和不变的内容带过来">沿用上次</Button>}
            {(record === null || record.state === 'draft' || record.state === 'returned') && <Button onClick={() => void saveNow('open', true)}>存为草稿</Button>}
            <Button onClick={() => void saveNow('again')} title="Ctrl+Enter">保存并再记一条</Button>
            <Button type="primary" loading={save.isPending} onClick={() => void saveNow('open')} title="Ctrl+S">{record?.state === 'draft' || record?.state === 'returned' ? '保存并提交' : '保存'}</Button>
          </>
        )}
      />
      {record?.state === 'returned' && <p className="note bad notice" role="status">已退回：{record.returnReason}。改好以后再提交。</p>}
      {record?.state === 'confirmed' && !record.mayConfirm && <p className="note info notice">这条已经确认。修改后会变回「待确认」，由主持人或教务处再看一次。</p>}
      {duplicate && save.error
        ? <p className="note warn notice" role="alert">{save.error.message} <Button size="small" onClick={() => void saveNow('open', asDraft)}>仍要保存</Button></p>
        : save.error && (
          <div className="notice">
            <ErrorNotice error={save.error} />
            {save.error.problem.kind === 'conflict' && <Button size="small" onClick={() => { pass(); onReload() }}>看新的内容（放弃我的修改）</Button>}
          </div>
        )}
      <div className="outcome-columns">
        <section className="card" aria-labelledby="outcome-what">
          <h2 id="outcome-what">{name}</h2>
          <OutcomeFields form={form} set={set} faults={shownFaults} onLeave={(field) => setLeft((before) => before.has(field) ? before : new Set([...before, field]))} choices={choices} />
          {mayConfirm && (
            <div className="outcome-after"><Checkbox checked={confirms} onChange={(event) => setConfirms(event.target.checked)}>已核对，保存时直接确认</Checkbox></div>
          )}
        </section>
        <div>
          {record && <OutcomeStanding record={record} dirty={isDirty} onChanged={() => { pass(); onReload() }} />}
          <section className="card" aria-labelledby="outcome-evidence">
            <h2 id="outcome-evidence">佐证材料</h2>
            <OutcomeEvidence kind={form.kind} record={record} waiting={files} onWait={setFiles} mayWrite />
          </section>
          {activity && <section className="card" aria-labelledby="outcome-activity"><h2 id="outcome-activity">源于活动</h2><Link to={`/activities/${activity.id}`}>{activity.title}</Link>　{dayInTable(activity.heldOn)}</section>}
          {id !== null && <RecordHistory kind="outcome" id={id} />}
        </div>
      </div>
      {guard}
    </div>
  )
}
