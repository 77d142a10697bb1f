import { Button, Space, Steps, Tooltip } from 'antd'
import { useState } from 'react'
import { shiftPlanFacts, type ShiftPlan } from '../../../shared/contract/shifts.ts'
import type { Term } from '../../../shared/contract/school.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useAsk } from '../../ui/use-ask.ts'
import { useDone } from '../../ui/use-done.ts'
import { factsOfForm, formOf, newPlan, type PlanForm } from './plan-form-state.ts'
import { PlanPeople } from './plan-people.tsx'
import { PlanPreview } from './plan-preview.tsx'
import { PlanRule } from './plan-rule.tsx'

interface Props {
  /** Null: a new plan. */
  readonly id: string | null
  readonly term: Term
  readonly today: string
  readonly onGone: () => void
  /** The rota has been made. */
  readonly onMade: (planId: string) => void
}

/** 值班安排 in three steps: days and places, people, preview. Of a plan in force the rota is made anew from a day on. */
export function PlanDrawer(props: Props) {
  const { open, onCancel, afterClose } = useDialog(props.onGone)
  const plan = useCall('shifts.plan', { id: props.id ?? '' }, { enabled: props.id !== null })
  const [form, setForm] = useState<PlanForm | null>(() => (props.id === null ? newPlan(props.term, props.today) : null))
  const shown = form ?? (plan.data ? formOf(plan.data) : null)
  return (
    <Drawer open={open} size={880} title={props.id === null ? '新建值班安排' : '值班安排'} onClose={onCancel} afterOpenChange={(isOpen) => !isOpen && afterClose()}>
      {props.id !== null && !plan.data
        ? <LoadingOr of={plan}>{() => null}</LoadingOr>
        : shown && <Wizard {...props} plan={plan.data ?? null} form={shown} onForm={setForm} onClose={onCancel} />}
    </Drawer>
  )
}

function Wizard({ plan, form, onForm, today, onMade, onClose }: Props & {
  readonly plan: ShiftPlan | null
  readonly form: PlanForm
  readonly onForm: (form: PlanForm) => void
  readonly onClose: () => void
}) {
  const isInForce = plan?.state === 'inForce'
  const [step, setStep] = useState(0)
  const [tried, setTried] = useState(false)
  const [fromOn, setFromOn] = useState(today)
  const save = useWrite('shifts.savePlan')
  const putInForce = useWrite('shifts.putInForce')
  const regenerate = useWrite('shifts.regenerate')
  const remove = useWrite('shifts.removePlan')
  const { done, failed } = useDone()
  const ask = useAsk()
  const faults = faultsOf(form)
  const troubled = (of: 'rule' | 'pool') => [...faults.keys()].some((field) => field.startsWith('pool') === (of === 'pool'))
  const go = (to: number) => {
    const stuck = to > 0 && troubled('rule') ? 0 : to > 1 && troubled('pool') ? 1 : to
    setTried(stuck < to)
    setStep(stuck)
  }
  const saved = () => save.mutateAsync({ id: plan?.id ?? null, revision: plan?.revision ?? null, facts: factsOfForm(form) })
  const keep = async () => {
    if (faults.size > 0) return go(2)
    try {
      await saved()
      done(isInForce ? `已保存「${form.name}」，现有的班次没有变` : `已保存「${form.name}」，还没有执行`)
      onClose()
    } catch (error) {
      failed(error as Error)
    }
  }
  const make = async () => {
    if (faults.size > 0) return go(2)
    try {
      const { id, revision } = await saved()
      if (isInForce) {
        const { changed } = await regenerate.mutateAsync({ id, revision, fromOn })
        done(`已从 ${fromOn} 起重新排班，改动 ${changed} 班`)
      } else {
        const { shifts, open } = await putInForce.mutateAsync({ id, revision })
        done(`已排出 ${shifts} 班${open > 0 ? `，其中 ${open} 班空缺` : ''}`)
      }
      onMade(id)
      onClose()
    } catch (error) {
      failed(error as Error)
    }
  }
  const drop = () => plan && ask({
    title: `移除草稿「${plan.name}」？`, yes: '移除', no: '留着', danger: true,
    onYes: () => remove.mutate({ id: plan.id, revision: plan.revision, reason: '不再需要' }, {
      onSuccess: () => {
        done(`已移除草稿「${plan.name}」`)
        onClose()
      },
      onError: failed,
    }),
  })
  useShortcut('ctrl+s', () => void keep())
  const busy = save.isPending || putInForce.isPending || regenerate.isPending
  const shown = tried ? faults : new Map<string, string>()
  return (
    <div className="plan-wizard">
      <Steps size="small" current={step} onChange={go} items={[{ title: '日子和班次' }, { title: '人员' }, { title: '预览' }]} />
      {step === 0 && <PlanRule form={form} faults={shown} onForm={onForm} />}
      {step === 1 && <PlanPeople form={form} faults={shown} onForm={onForm} />}
      {step === 2 && <PlanPreview id={plan?.id ?? null} form={form} isInForce={isInForce} fromOn={fromOn} today={today} onFromOn={setFromOn} />}
      <FormError error={save.error} />
      <Space className="plan-foot">
        {step > 0 && <Button onClick={() => go(step - 1)}>上一步</Button>}
        {step < 2 && <Button type="primary" onClick={() => go(step + 1)}>下一步</Button>}
        {step === 2 && <Button type="primary" loading={busy} onClick={() => void make()}>{isInForce ? `从 ${fromOn} 起重新排班` : '执行这份值班表'}</Button>}
        <Tooltip title="Ctrl+S"><Button loading={busy} onClick={() => void keep()}>{isInForce ? '只保存' : '保存草稿'}</Button></Tooltip>
        {plan?.state === 'draft' && <Button type="text" danger onClick={drop}>移除草稿</Button>}
      </Space>
    </div>
  )
}

/** What is wrong, by field of the form. */
function faultsOf(form: PlanForm): ReadonlyMap<string, string> {
  const parsed = shiftPlanFacts.safeParse(factsOfForm(form))
  const own = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message] as const)
  const order = form.fromOn > form.toOn ? [['toOn', '结束日期不能早于开始日期'] as const] : []
  const weekdays = form.rule.days !== 'daysOff' && form.rule.weekdays.length === 0 ? [['rule.weekdays', '请选择星期几值勤'] as const] : []
  return new Map([...own, ...order, ...weekdays])
}
