import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { dutyDayRuleNames, dutyDayRules, shiftKindNames, shiftKinds } from '../../../shared/domain/shifts/shift-plan.ts'
import { tidyTime } from '../../../shared/domain/dates/tidy-time.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { nextSlotKey, type PlanForm } from './plan-form-state.ts'

const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
export const weekdayOptions = weekdayNames.map((label, at) => ({ label, value: at + 1 }))

/** Step 1: from when to when, on which days, in which slots and where. */
export function PlanRule({ form, faults, onForm }: { readonly form: PlanForm; readonly faults: ReadonlyMap<string, string>; readonly onForm: (form: PlanForm) => void }) {
  const { rule } = form
  const set = (change: Partial<PlanForm>) => onForm({ ...form, ...change })
  const setRule = (change: Partial<PlanForm['rule']>) => set({ rule: { ...rule, ...change } })
  const under = (field: string) => [...faults].find(([at]) => at === field || at.startsWith(`${field}.`))?.[1]
  return (
    <div className="plan-step">
      <div className="plan-two">
        <FormField id="plan-name" label="名称" required fault={under('name')}><Input id="plan-name" value={form.name} maxLength={40} onChange={(event) => set({ name: event.target.value })} /></FormField>
        <FormField id="plan-kind" label="类别"><Select id="plan-kind" style={{ width: '100%' }} value={form.kind} onChange={(kind) => set({ kind })} options={shiftKinds.map((kind) => ({ value: kind, label: shiftKindNames[kind] }))} /></FormField>
        <FormField id="plan-from" label="从哪天起" required fault={under('fromOn')}><DayField id="plan-from" value={form.fromOn} onChange={(day) => set({ fromOn: day ?? '' })} /></FormField>
        <FormField id="plan-to" label="到哪天止" required fault={under('toOn')}><DayField id="plan-to" value={form.toOn} onChange={(day) => set({ toOn: day ?? '' })} /></FormField>
        <FormField id="plan-days" label="哪些日子值勤"><Select id="plan-days" style={{ width: '100%' }} value={rule.days} onChange={(days) => setRule({ days })} options={dutyDayRules.map((days) => ({ value: days, label: dutyDayRuleNames[days] }))} /></FormField>
        {rule.days !== 'daysOff' && (
          <fieldset className="plan-set wide">
            <legend>星期几</legend>
            <Checkbox.Group options={weekdayOptions} value={[...rule.weekdays]} onChange={(weekdays) => setRule({ weekdays: weekdays.toSorted() })} />
            {under('rule.weekdays') && <p className="field-fault" role="alert">{under('rule.weekdays')}</p>}
          </fieldset>
        )}
      </div>
      <fieldset className="plan-set">
        <legend>班次</legend>
        {rule.slots.map((slot, at) => {
          const change = (next: Partial<typeof slot>) => setRule({ slots: rule.slots.map((each, index) => (index === at ? { ...each, ...next } : each)) })
          return (
            <div key={slot.key} className="plan-line">
              <Input aria-label={`第 ${at + 1} 个班次的名称`} value={slot.name} maxLength={20} onChange={(event) => change({ name: event.target.value })} />
              <Input aria-label={`第 ${at + 1} 个班次开始`} className="plan-time" placeholder="如 0750" value={slot.from} onChange={(event) => change({ from: event.target.value })} onBlur={(event) => change({ from: tidyTime(event.target.value) })} />
              <span aria-hidden>–</span>
              <Input aria-label={`第 ${at + 1} 个班次结束`} className="plan-time" placeholder="如 2130" value={slot.to} onChange={(event) => change({ to: event.target.value })} onBlur={(event) => change({ to: tidyTime(event.target.value) })} />
              <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={`去掉班次${slot.name}`} disabled={rule.slots.length === 1} onClick={() => setRule({ slots: rule.slots.filter((_, index) => index !== at) })} />
            </div>
          )
        })}
        {under('rule.slots') && <p className="field-fault" role="alert">{under('rule.slots')}</p>}
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => setRule({ slots: [...rule.slots, { key: nextSlotKey(rule.slots), name: '', from: '18:30', to: '21:30' }] })}>加一个班次</Button>
      </fieldset>
      <fieldset className="plan-set">
        <legend>地点和人数</legend>
        {rule.places.map((place, at) => {
          const change = (next: Partial<typeof place>) => setRule({ places: rule.places.map((each, index) => (index === at ? { ...each, ...next } : each)) })
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a place has no other key than what is being typed
            <div key={at} className="plan-line">
              <Input aria-label={`第 ${at + 1} 个地点`} value={place.name} maxLength={20} onChange={(event) => change({ name: event.target.value })} />
              <InputNumber aria-label={`第 ${at + 1} 个地点的人数`} min={1} max={10} precision={0} suffix="人" value={place.posts} onChange={(posts) => change({ posts: posts ?? 1 })} />
              <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={`去掉地点${place.name}`} disabled={rule.places.length === 1} onClick={() => setRule({ places: rule.places.filter((_, index) => index !== at) })} />
            </div>
          )
        })}
        {under('rule.places') && <p className="field-fault" role="alert">{under('rule.places')}</p>}
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => setRule({ places: [...rule.places, { name: '', posts: 1 }] })}>加一个地点</Button>
      </fieldset>
      <div className="plan-texts">
      <FormField id="plan-items" label="值勤时检查什么（一行一项）" required fault={under('rule.items')}>
        <Input.TextArea id="plan-items" autoSize={{ minRows: 3 }} value={rule.items.join('\n')} onChange={(event) => setRule({ items: event.target.value.split('\n') })} onBlur={() => setRule({ items: rule.items.map((item) => item.trim()).filter(Boolean) })} />
      </FormField>
      <FormField id="plan-requirements" label="值班要求（印在值班表下面）"><Input.TextArea id="plan-requirements" autoSize={{ minRows: 2 }} maxLength={1000} value={rule.requirements} onChange={(event) => setRule({ requirements: event.target.value })} /></FormField>
      </div>
      <Checkbox checked={rule.swapsNeedApproval} onChange={(event) => setRule({ swapsNeedApproval: event.target.checked })}>双方同意后，换班还要教务处批准</Checkbox>
    </div>
  )
}
