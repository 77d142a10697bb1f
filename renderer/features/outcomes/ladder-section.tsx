import { Button, Input } from 'antd'
import { useState } from 'react'
import { ladderSchema } from '../../../shared/domain/outcomes/growth-ladder.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { useDone } from '../../ui/use-done.ts'
import './outcomes.css'

/** 成长阶梯: the steps of the school, the lowest first. */
export function LadderSection() {
  const choices = useCall('outcomes.choices', {})
  return <LoadingOr of={choices}>{({ ladder }) => <LadderForm key={ladder.join('>')} ladder={ladder} />}</LoadingOr>
}

function LadderForm({ ladder }: { readonly ladder: readonly string[] }) {
  const [steps, setSteps] = useState<readonly string[]>(ladder)
  const [left, setLeft] = useState(false)
  const save = useWrite('outcomes.saveLadder')
  const { done } = useDone()
  const checked = ladderSchema.safeParse({ steps })
  const isDirty = steps.join('>') !== ladder.join('>')
  const move = (at: number) => setSteps(steps.map((step, index) => index === at - 1 ? (steps[at] ?? step) : index === at ? (steps[at - 1] ?? step) : step))
  return (
    <>
      <p style={{ marginBottom: 12 }}>登记「成长阶梯」时从这几级里选，从低到高。去掉的一级，以前的记录照样保留。</p>
      <div className="ladder-steps">
        {steps.map((step, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a step is known by its place until it is saved
          <div className="ladder-step" key={at}>
            <span className="ladder-figures">{at + 1}</span>
            <Input aria-label={`第 ${at + 1} 级`} value={step} maxLength={20} onChange={(event) => setSteps(steps.map((each, index) => index === at ? event.target.value : each))} onBlur={() => setLeft(true)} />
            <span>
              <Button type="text" disabled={at === 0} aria-label={`第 ${at + 1} 级往前移`} onClick={() => move(at)}>上移</Button>
              <Button type="text" disabled={steps.length === 1} aria-label={`去掉第 ${at + 1} 级`} onClick={() => setSteps(steps.filter((_, index) => index !== at))}>去掉</Button>
            </span>
          </div>
        ))}
      </div>
      {left && !checked.success && <p className="note bad" role="alert" style={{ marginBottom: 12 }}>{checked.error.issues[0]?.message}</p>}
      {save.error && <ErrorNotice error={save.error} />}
      <div style={{ display: 'flex', gap: 8 }}>
        <Button disabled={steps.length >= 12} onClick={() => setSteps([...steps, ''])}>添加一级</Button>
        <Button type="primary" disabled={!isDirty || !checked.success} loading={save.isPending} onClick={() => save.mutate({ steps: [...steps] }, { onSuccess: () => done('已保存成长阶梯') })}>保存</Button>
      </div>
    </>
  )
}
