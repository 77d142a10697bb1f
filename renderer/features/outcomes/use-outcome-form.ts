import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { OutcomeRecord } from '../../../shared/contract/outcomes.ts'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { outcomeStateNames, type SaveIntent } from '../../../shared/domain/outcomes/outcome-record.ts'
import { onErrand, useErrand } from '../../app/errand.ts'
import { call, ProblemError, useWrite } from '../../api/client.ts'
import { type DraftState, type KeptDraft, useFormDraft } from '../../ui/form-draft.tsx'
import { useLeaveGuard } from '../../ui/leave-guard.tsx'
import { storeFiles } from '../../ui/stored-files.ts'
import { useDone } from '../../ui/use-done.ts'
import { outcomeFiles } from './outcome-files.ts'
import { type Choices, controlId, draftKeyOf, factsOf, faultsOf, forNext, ofDraft, type OutcomeFormState } from './outcome-form-state.ts'

export interface OutcomeFormProps {
  /** Null for a new one. */
  readonly record: OutcomeRecord | null
  readonly atFirst: OutcomeFormState
  /** What was typed earlier and not saved. */
  readonly draft: KeptDraft<OutcomeFormState> | null
  readonly activity: OutcomeRecord['activity']
  readonly choices: Choices
  /** Reads the record again, dropping what was typed. */
  readonly onReload: () => void
}

/** Where she goes after saving: stays with the record, begins the next of the kind, or goes where she was going. */
export type Then = 'open' | 'again' | 'leave'

/** What stands in the form of a record and how it gets saved, kept over a lock, taken over from the last one. */
export function useOutcomeForm({ record, atFirst, draft, activity, choices, onReload }: OutcomeFormProps) {
  const navigate = useNavigate()
  const onWay = useErrand()
  const { done, warned, failed } = useDone()
  const id = record?.id ?? null
  const fits = draft !== null && draft.revision === (record?.revision ?? null)
  const [saved, setSaved] = useState(atFirst)
  const [form, setForm] = useState(fits ? draft.form : atFirst)
  const [revision, setRevision] = useState(record?.revision ?? null)
  const [notice, setNotice] = useState<DraftState | null>(draft === null ? null : fits ? 'restored' : 'older')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [asDraft, setAsDraft] = useState(false)
  const [files, setFiles] = useState<readonly File[]>([])
  const [duplicate, setDuplicate] = useState(false)
  const [confirms, setConfirms] = useState(record?.state === 'confirmed')
  const save = useWrite('outcomes.save')

  const mayConfirm = mayConfirmHere(form.studioId, choices, record)
  const isDirty = JSON.stringify(form) !== JSON.stringify(saved) || files.length > 0
  const { forget } = useFormDraft(draftKeyOf(id, atFirst.kind, activity?.id ?? null), isDirty && notice !== 'older' ? { revision, form } : null)
  const faults = faultsOf(form, asDraft)
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

  const goOn = async (then: Then, savedId: string, savedRevision: number) => {
    if (then === 'open' && id !== null) {
      setSaved(form)
      setRevision(savedRevision)
      return onReload()
    }
    if (then === 'open' && onWay === null) return navigate(`/outcomes/${savedId}`, { replace: true, state: { files } })
    if (id === null && files.length > 0) {
      const { refused } = await storeFiles(outcomeFiles, savedId, files)
      if (refused.length > 0) warned(refused.join('\n'))
    }
    setFiles([])
    if (then === 'open') return onWay?.goBack()
    if (then === 'again') {
      const address = activity === null ? `/outcomes/new?kind=${form.kind}` : `/outcomes/new?activity=${activity.id}`
      // The state of a saved form is gone with the page; the next one begins with what stays the same.
      await navigate(address, { replace: id === null, state: { next: forNext(form), ...(onWay === null ? {} : onErrand(onWay.errand)) } })
    }
  }
  const saveNow = async (then: Then, draftOnly = false): Promise<boolean> => {
    setAsDraft(draftOnly)
    const wrong = faultsOf(form, draftOnly)
    setLeft(new Set([...left, ...wrong.keys()]))
    const [first] = wrong.keys()
    if (first !== undefined) {
      document.getElementById(controlId(first))?.focus()
      return false
    }
    const as: SaveIntent = draftOnly ? 'draft' : confirms && mayConfirm ? 'confirmed' : 'submitted'
    try {
      const answer = await save.mutateAsync({ id, revision, facts: factsOf(form), activityId: activity?.id ?? null, as, duplicateSeen: duplicate })
      const wasConfirmed = record?.state === 'confirmed' && answer.state === 'submitted'
      done(wasConfirmed ? `已保存「${form.title.trim()}」，要由主持人或教务处再确认一次` : `已保存「${form.title.trim()}」，${outcomeStateNames[answer.state]}`)
      forget()
      pass()
      await goOn(then, answer.id, answer.revision)
      return true
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      if (error.problem.code === 'outcomes.duplicate') setDuplicate(true)
      return false
    }
  }
  const { guard, pass } = useLeaveGuard({
    dirty: isDirty, what: saved.title === '' ? '这条记录' : `「${saved.title}」`, save: () => saveNow('leave'), discard: forget,
  })
  const lastTime = async () => {
    try {
      const { draft: last } = await call('outcomes.asLastTime', { kind: form.kind })
      if (!last) return done(`您还没有登记过${specOf(form.kind).name}`)
      setForm({ ...ofDraft(last), title: form.title || last.title, onDay: form.onDay || last.onDay })
      done(`已沿用上次${specOf(form.kind).name}的内容`)
    } catch (error) {
      failed(error as Error)
    }
  }
  /** Gives up what was typed. */
  const drop = () => {
    forget()
    pass()
  }
  return {
    id, saved, form, set, files, setFiles, mayConfirm, confirms, setConfirms, isDirty, guard, saveNow, lastTime, drop,
    shownFaults: new Map([...faults].filter(([field]) => left.has(field))),
    leaveField: (field: string) => setLeft((before) => before.has(field) ? before : new Set([...before, field])),
    saving: save.isPending, problem: save.error, isDuplicate: duplicate && save.error !== null, repeat: () => saveNow('open', asDraft),
    draftNotice: notice === null || draft === null ? null : {
      state: notice,
      onShow: () => {
        setForm(draft.form)
        setNotice('restored')
      },
      onDiscard: () => {
        forget()
        setNotice(null)
        setForm(saved)
        setFiles([])
      },
    },
  }
}

/** Whether saving may confirm at the same time. */
function mayConfirmHere(studioId: string | null, choices: Choices, record: OutcomeRecord | null): boolean {
  if (studioId === null) return choices.me === null && choices.studios.some((studio) => studio.mayConfirm)
  return choices.studios.find((studio) => studio.id === studioId)?.mayConfirm ?? record?.mayConfirm ?? false
}
