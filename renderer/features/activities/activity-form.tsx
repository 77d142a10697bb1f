import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ActivityDetail, ActivityRef } from '../../../shared/contract/activities.ts'
import { newSheet } from '../../../shared/domain/activities/attendance-sheet.ts'
import { dayInTable, dayInText } from '../../../shared/domain/dates/format-day.ts'
import { call, ProblemError, useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { DraftNotice, type DraftState, type KeptDraft, useFormDraft } from '../../ui/form-draft.tsx'
import { useLeaveGuard } from '../../ui/leave-guard.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RecordHistory } from '../../ui/record-history.tsx'
import { storeFiles } from '../../ui/stored-files.ts'
import { useDone } from '../../ui/use-done.ts'
import { ActivityAttachments } from './activity-attachments.tsx'
import { activityFiles } from './activity-files.ts'
import { ActivityOutcomes } from './activity-outcomes.tsx'
import { ActivityFields } from './activity-fields.tsx'
import { AttendanceGrid, type PersonLine } from './attendance-grid.tsx'
import { FilingCard } from './filing-card.tsx'
import { SubmitFiling } from './filing-dialogs.tsx'
import { draftKeyOf, type FieldName, faultsOf, fieldsOf, type FormState, withLastTime, withMembers } from './form-state.ts'
import { PersonChoice } from './person-choice.tsx'
import { CancelActivity, RemoveActivity } from './remove-activity.tsx'

export interface ActivityFormProps {
  /** Null for a new one. */
  readonly activity: ActivityDetail | null
  readonly atFirst: FormState
  /** What was typed earlier and not saved. */
  readonly draft: KeptDraft<FormState> | null
  readonly studios: readonly { readonly id: string; readonly name: string }[]
  /** 补开: the cancelled activity that this new one, or the one that is open, makes up for. */
  readonly replaces?: ActivityRef | null
  /** What she came to do counts only with a theme. */
  readonly themeAsked?: boolean
  /** Reads the record again, dropping what was typed. */
  readonly onReload: () => void
}

/** One form for a new activity and for one that is there: fields, attendance and files, saved together by Ctrl+S. */
export function ActivityForm({ activity, atFirst, draft, studios, replaces = null, themeAsked = false, onReload }: ActivityFormProps) {
  const navigate = useNavigate()
  const { done, warned } = useDone()
  const id = activity?.id ?? null
  // A draft that was typed on an older state of the record waits to be looked at; one of this state comes back by itself.
  const fits = draft !== null && draft.revision === (activity?.revision ?? null)
  const [saved, setSaved] = useState(atFirst)
  const [form, setForm] = useState(fits ? draft.form : atFirst)
  const [sheet, setSheet] = useState(() => newSheet<PersonLine>((fits ? draft.form : atFirst).lines))
  const [revision, setRevision] = useState(activity?.revision ?? null)
  const [notice, setNotice] = useState<DraftState | null>(draft === null ? null : fits ? 'restored' : 'older')
  const [editorKey, setEditorKey] = useState(0)
  const [left, setLeft] = useState<ReadonlySet<FieldName>>(new Set())
  const [files, setFiles] = useState<readonly File[]>([])
  const save = useWrite('activities.save')

  const whole = useMemo<FormState>(() => ({ ...form, lines: sheet.lines }), [form, sheet.lines])
  const isDirty = JSON.stringify(whole) !== JSON.stringify(saved) || files.length > 0
  const { forget } = useFormDraft(draftKeyOf(id, replaces?.id ?? null), isDirty && notice !== 'older' ? { revision, form: whole } : null)
  const faults = faultsOf(whole)
  const shownFaults = Object.fromEntries(Object.entries(faults).filter(([field]) => left.has(field as FieldName))) as typeof faults
  const set = (change: Partial<FormState>) => setForm((before) => ({ ...before, ...change }))
  const takeOver = (next: FormState) => {
    setForm(next)
    setSheet(newSheet(next.lines))
    setEditorKey((key) => key + 1)
  }
  useExpectedPeople(form, saved, id === null, (people) => {
    setSheet((before) => newSheet(withMembers(before.lines, people)))
    // The members of the day are nothing that she typed: a new form with only them is still an untouched one.
    if (id === null) setSaved((before) => ({ ...before, lines: withMembers([], people) }))
  })
  const trouble = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (save.error) trouble.current?.scrollIntoView({ block: 'nearest' })
  }, [save.error])

  /** @param then whether the saved record is opened, or another page waits */
  const saveNow = async (then: 'open' | 'leave' = 'open'): Promise<boolean> => {
    setLeft(new Set([...left, ...(Object.keys(faults) as FieldName[])]))
    const first = Object.keys(faults)[0]
    if (first !== undefined) {
      document.getElementById(`activity-${first}`)?.focus()
      return false
    }
    const fields = fieldsOf(whole)
    try {
      const answer = await save.mutateAsync({
        id, revision, fields, sheet: whole.lines.map(({ personId, mark, note }) => ({ personId, mark, note: note || null })),
        replacesId: id === null && replaces !== null ? replaces.id : null,
      })
      setSaved(whole)
      setRevision(answer.revision)
      setNotice(null)
      forget()
      const marked = whole.lines.filter(({ mark }) => mark !== null).length
      done(`已保存「${fields.title}」${marked > 0 ? `，记录 ${marked} 人出勤` : ''}`)
      if (id === null && then === 'leave' && files.length > 0) {
        const { refused } = await storeFiles(activityFiles, answer.id, files)
        if (refused.length > 0) warned(refused.join('\n'))
      } else if (id === null && then === 'open') {
        pass()
        await navigate(`/activities/${answer.id}`, { replace: true, state: { files } })
      }
      return true
    } catch (error) {
      if (error instanceof ProblemError) return false
      throw error
    }
  }
  const { guard, pass } = useLeaveGuard({
    dirty: isDirty, what: saved.title === '' ? '这次活动' : `「${saved.title}」`, save: () => saveNow('leave'), discard: forget,
  })
  useShortcut('ctrl+s', () => void saveNow())
  const lastTime = async () => {
    const { draft: last } = await call('activities.asLastTime', { studioId: form.studioId, heldOn: form.heldOn, kind: form.title === '' && id === null ? null : form.kind })
    if (!last) return done('这个工作室在此之前还没有活动')
    takeOver(withLastTime(whole, last))
    done(`已沿用 ${dayInText(last.from.heldOn)}「${last.from.title}」`)
  }
  const discard = () => {
    forget()
    setNotice(null)
    takeOver(saved)
    setFiles([])
  }

  const title = id === null ? '登记活动' : saved.title
  const facts = activity ? `${activity.studioName}，${dayInTable(saved.heldOn)}` : '一张表记完：内容、出勤、附件'
  const filed = id === null || revision === null ? null : { id, revision, title: saved.title, heldOn: saved.heldOn, place: saved.place || null }
  const more = [
    { key: 'file', label: '送审备案', disabled: isDirty, onClick: () => setDialog('file') },
    { key: 'again', label: '登记下一次', onClick: () => void navigate(`/activities/new?studio=${saved.studioId}`) },
    { key: 'cancel', label: '取消这次活动', onClick: () => setDialog('cancel') },
    { key: 'remove', label: '移到回收站', danger: true, onClick: () => setDialog('remove') },
  ]
  const [dialog, setDialog] = useState<'cancel' | 'remove' | 'file' | null>(null)
  const ofDialog = (ofId: string, ofRevision: number) => ({
    id: ofId, revision: ofRevision, title: saved.title, attendance: whole.lines.filter(({ mark }) => mark !== null).length, onClose: () => setDialog(null),
  })
  return (
    <div className="wide activity">
      <PageHead
        title={title} facts={<>{facts}{isDirty && <span className="unsaved">　有修改未保存</span>}</>}
        actions={(
          <>
            {id === null && <Button onClick={() => void lastTime()} disabled={form.studioId === '' || form.heldOn === ''} hidden={replaces !== null} title="把上一次的名称、时间、地点和人员带过来">沿用上次</Button>}
            {id !== null && <MenuButton items={more}>更多</MenuButton>}
            <Button type="primary" loading={save.isPending} onClick={() => void saveNow()} title="Ctrl+S">保存</Button>
          </>
        )}
      />
      {replaces !== null && <p className="note notice">补开 {dayInTable(replaces.heldOn)} 取消的「<Link to={`/activities/${replaces.id}`}>{replaces.title}</Link>」</p>}
      {notice !== null && draft !== null && (
        <DraftNotice state={notice} onShow={() => { takeOver(draft.form); setNotice('restored') }} onDiscard={discard} />
      )}
      {save.error && (
        <div className="notice" ref={trouble}>
          <ErrorNotice error={save.error} />
          {save.error.problem.kind === 'conflict' && <Button size="small" onClick={() => { forget(); pass(); onReload() }}>看新的内容（放弃我的修改）</Button>}
        </div>
      )}
      <div className="activity-columns">
        <section className="card" aria-labelledby="activity-what">
          <h2 id="activity-what">活动（会议）记录</h2>
          <ActivityFields
            form={whole} set={set} faults={shownFaults} onLeave={(field) => setLeft((before) => before.has(field) ? before : new Set([...before, field]))}
            studios={studios} studioFixed={id !== null} themeAsked={themeAsked} editorKey={String(editorKey)}
          />
        </section>
        <div className="activity-side">
          {filed && <FilingCard activity={filed} studioId={saved.studioId} unsaved={isDirty} />}
          <section className="card" aria-labelledby="activity-who">
            <h2 id="activity-who">出勤</h2>
            {whole.lines.length === 0 && <p className="quiet">{form.studioId === '' || form.heldOn === '' ? '选好工作室和日期，成员会列在这里。' : '这一天工作室没有成员，可在下面加入列席的人。'}</p>}
            <AttendanceGrid
              sheet={sheet} onChange={setSheet}
              adder={(
                <div className="sheet-adder">
                  <PersonChoice
                    label="加入列席人员" placeholder="加入列席人员：姓名或拼音" near={[]} allowClear={false} value={null}
                    onChoose={(person) => {
                      if (!person || sheet.lines.some(({ personId }) => personId === person.id)) return
                      setSheet((before) => ({
                        lines: [...before.lines, { personId: person.id, name: person.name, schoolName: person.schoolName, role: null, roleName: null, mark: null, note: '' }],
                        past: [...before.past, before.lines], undone: [],
                      }))
                    }}
                  />
                </div>
              )}
            />
          </section>
          <section className="card" aria-labelledby="activity-files">
            <h2 id="activity-files">附件</h2>
            <ActivityAttachments activity={activity} waiting={files} onWait={setFiles} mayWrite />
          </section>
          {id !== null && <ActivityOutcomes activityId={id} />}
          {id !== null && <RecordHistory kind="activity" id={id} />}
        </div>
      </div>
      {guard}
      {activity && dialog === 'remove' && revision !== null && (
        <RemoveActivity {...ofDialog(activity.id, revision)} files={activity.attachments.length} onGone={() => { forget(); pass(); void navigate(`/activities?studio=${saved.studioId}`) }} />
      )}
      {filed && dialog === 'file' && <SubmitFiling activity={filed} onGone={() => setDialog(null)} />}
      {activity && dialog === 'cancel' && revision !== null && <CancelActivity {...ofDialog(activity.id, revision)} onGone={() => { forget(); pass(); onReload() }} />}
    </div>
  )
}

/** When studio or day are chosen or changed, the sheet is made of the members of that day. */
function useExpectedPeople(
  { studioId, heldOn }: FormState, saved: FormState, isNew: boolean, take: (people: Awaited<ReturnType<typeof call<'activities.expected'>>>['people']) => void,
): void {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  const asked = useRef(isNew ? '' : `${saved.studioId} ${saved.heldOn}`)
  useEffect(() => {
    const key = `${studioId} ${heldOn}`
    if (studioId === '' || heldOn === '' || asked.current === key) return
    asked.current = key
    let stale = false
    call('activities.expected', { studioId, heldOn }).then(({ people }) => {
      if (!stale) latest.current(people)
    }, () => undefined)
    return () => {
      stale = true
      asked.current = ''
    }
  }, [studioId, heldOn])
}
