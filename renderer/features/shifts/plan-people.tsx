import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { call, useCall } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { PersonPicker } from '../../ui/person-picker.tsx'
import { useDone } from '../../ui/use-done.ts'
import type { PlanForm } from './plan-form-state.ts'
import { weekdayOptions } from './plan-rule.tsx'

type PoolPerson = PlanForm['pool'][number]
const able = { weekdays: [], spans: [] }

/** Step 2: who takes turns, in which order, and when somebody cannot. */
export function PlanPeople({ form, faults, onForm }: { readonly form: PlanForm; readonly faults: ReadonlyMap<string, string>; readonly onForm: (form: PlanForm) => void }) {
  const studios = useCall('studios.list', {})
  const { done, failed } = useDone()
  /** The picker begins anew after each choice. */
  const [round, setRound] = useState(0)
  const { pool } = form
  const setPool = (next: readonly PoolPerson[]) => onForm({ ...form, pool: [...next] })
  const add = (people: readonly { readonly id: string; readonly name: string }[]) => {
    const there = new Set(pool.map(({ personId }) => personId))
    const fresh = people.filter(({ id }) => !there.has(id))
    setPool([...pool, ...fresh.map(({ id, name }) => ({ personId: id, name, unable: able }))])
    return fresh.length
  }
  const addStudio = async (id: string) => {
    try {
      const { name, memberships } = await call('studios.get', { id })
      const now = memberships.filter(({ toOn, voidedAt }) => toOn === null && voidedAt === null)
      done(`已从${name}加入 ${add(now.map(({ personId, personName }) => ({ id: personId, name: personName })))} 人`)
    } catch (error) {
      failed(error as Error)
    }
  }
  return (
    <div className="plan-step">
      <div className="plan-two">
        <FormField id="plan-person" label="加一个人" fault={faults.get('pool')}>
          <PersonPicker
            key={round} id="plan-person" autoFocus taken={new Map(pool.map(({ personId }) => [personId, '已经在名单里']))}
            onChange={(person) => {
              if (person === null) return
              add([person])
              setRound((now) => now + 1)
            }}
          />
        </FormField>
        <FormField id="plan-studio" label="加入整个工作室的人">
          <Select<string> id="plan-studio" style={{ width: '100%' }} value={null} placeholder="选择工作室" options={(studios.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => void addStudio(id)} />
        </FormField>
      </div>
      <p className="quiet">{pool.length === 0 ? '按名单的顺序轮流；谁值得最少，就轮到谁。' : `共 ${pool.length} 人，按名单的顺序轮流。不能来的星期和日期写在各人后面。`}</p>
      <ol className="plan-people">
        {pool.map((person, at) => (
          <PersonLine key={person.personId} person={person} at={at} onChange={(next) => setPool(pool.map((each, index) => (index === at ? next : each)))} onRemove={() => setPool(pool.filter((_, index) => index !== at))} />
        ))}
      </ol>
    </div>
  )
}

function PersonLine({ person, at, onChange, onRemove }: { readonly person: PoolPerson; readonly at: number; readonly onChange: (person: PoolPerson) => void; readonly onRemove: () => void }) {
  const { name, unable } = person
  const [span] = unable.spans
  const [open, setOpen] = useState(span !== undefined)
  const setSpan = (change: Partial<{ fromOn: string; toOn: string; why: string }>) => {
    const next = { fromOn: '', toOn: '', why: '', ...span, ...change }
    onChange({ ...person, unable: { ...unable, spans: [next, ...unable.spans.slice(1)] } })
  }
  return (
    <li>
      <span className="plan-no">{at + 1}</span>
      <strong>{name}</strong>
      <Select<number[]> mode="multiple" aria-label={`${name}不能值班的星期`} placeholder="星期几不能" style={{ width: 210 }} value={[...unable.weekdays]} options={weekdayOptions} onChange={(weekdays) => onChange({ ...person, unable: { ...unable, weekdays } })} />
      {open
        ? (
          <span className="plan-span">
            <DayField aria-label={`${name}不能值班：从`} placeholder="从" allowClear value={span?.fromOn ?? null} onChange={(day) => (day === null ? onChange({ ...person, unable: { ...unable, spans: [] } }) : setSpan({ fromOn: day, ...(span?.toOn ? {} : { toOn: day }) }))} />
            <DayField aria-label={`${name}不能值班：到`} placeholder="到" value={span?.toOn ?? null} onChange={(day) => day !== null && setSpan({ toOn: day, ...(span?.fromOn ? {} : { fromOn: day }) })} />
            <Input aria-label={`${name}不能值班的原因`} placeholder="原因" maxLength={30} value={span?.why ?? ''} disabled={span === undefined} onChange={(event) => setSpan({ why: event.target.value })} />
          </span>
        )
        : <Button type="link" onClick={() => setOpen(true)}>有几天不能</Button>}
      <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={`从名单去掉${name}`} onClick={onRemove} />
    </li>
  )
}
