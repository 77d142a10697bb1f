import { useQueryClient } from '@tanstack/react-query'
import { Steps } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { call, ProblemError } from '../../api/client.ts'
import { Door } from '../../ui/door.tsx'
import { RecoveryCode } from '../../ui/recovery-code.tsx'
import { fieldErrors } from '../../ui/zod-rule.ts'
import { AdminStep } from './first-start/admin-step.tsx'
import { type Draft, emptyDraft, stepOfField, steps } from './first-start/draft.ts'
import { FolderStep } from './first-start/folder-step.tsx'
import { ReviewStep } from './first-start/review-step.tsx'
import { SchoolStep } from './first-start/school-step.tsx'
import { TermStep } from './first-start/term-step.tsx'
import './school.css'

/** The first start: five steps, nothing saved before the last, then the recovery code. */
export function FirstStartPage() {
  const queries = useQueryClient()
  const [draft, setDraft] = useState(() => emptyDraft(dayjs().format('YYYY-MM-DD')))
  const [step, setStep] = useState(0)
  const [error, setError] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    document.title = '首次设置 · 杏坛'
  }, [])

  const keep = (changed: Partial<Draft>, next: number) => {
    setDraft({ ...draft, ...changed })
    setError(null)
    setStep(next)
  }
  const finish = async () => {
    setBusy(true)
    try {
      const { school, logo, admin, term } = draft
      // Not through useWrite: asking for the standing again would open the pages before the code has been read.
      setCode((await call('school.firstStart', { school, logo: logo?.token ?? null, admin, term })).recoveryCode)
    } catch (caught) {
      const refusal = caught instanceof Error ? caught : new Error(String(caught))
      setError(refusal)
      const [place] = refusal instanceof ProblemError ? fieldErrors(refusal) : []
      if (place) setStep(stepOfField(place.name))
    } finally {
      setBusy(false)
    }
  }

  if (code !== null) {
    return (
      <Door title="设置好了" subtitle="请收好恢复码" wide>
        <RecoveryCode code={code} schoolName={draft.school.name} doneLabel="进入杏坛" onDone={() => void queries.invalidateQueries()} />
      </Door>
    )
  }
  const errors = error ? fieldErrors(error).filter(({ name }) => stepOfField(name) === step) : []
  return (
    <Door title="首次设置" subtitle="五步，约三分钟；最后一步之前什么都不会保存" wide>
      <Steps current={step} size="small" items={steps.map((title) => ({ title }))} className="first-start-steps" />
      {step === 0 && <SchoolStep draft={draft} errors={errors} onNext={(changed) => keep(changed, 1)} />}
      {step === 1 && <FolderStep onBack={() => setStep(0)} onNext={() => setStep(2)} />}
      {step === 2 && <AdminStep draft={draft} errors={errors} onBack={(admin) => keep({ admin }, 1)} onNext={(admin) => keep({ admin }, 3)} />}
      {step === 3 && <TermStep draft={draft} errors={errors} onBack={(term) => keep({ term }, 2)} onNext={(term) => keep({ term }, 4)} />}
      {step === 4 && <ReviewStep draft={draft} error={error} busy={busy} onEdit={setStep} onFinish={() => void finish()} />}
    </Door>
  )
}
