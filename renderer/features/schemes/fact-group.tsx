import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { isRecord, type SchemeDocument, type SchemeFact, valueAt, withValueAt } from '../../../shared/domain/schemes/scheme-document.ts'
import type { FieldControl, SchemeField } from '../../../shared/domain/schemes/scheme-fields.ts'
import { FactField } from './fact-field.tsx'

interface FactGroupProps {
  readonly id: string
  readonly scheme: SchemeDocument
  readonly field: SchemeField
  readonly control: Extract<FieldControl, { kind: 'group' }>
  readonly value: unknown
  /** What is wrong, by `anyOf.1.value`; of the group as a whole, by `anyOf`. */
  readonly problems: ReadonlyMap<string, string>
  /** `inner` tells which field of which one is typed in. */
  readonly onChange: (value: unknown, inner: string) => void
}

/** Several alternatives or companions of a fact, each with a small form of its own. */
export function FactGroup({ id, scheme, field, control, value, problems, onChange }: FactGroupProps) {
  const parts = Array.isArray(value) ? value.filter(isRecord) : []
  const problem = problems.get(field.key)
  const set = (next: readonly SchemeFact[], inner: string) => onChange(next.length === 0 ? undefined : next, inner)
  // A choice needs two from the first press on.
  const add = () => set([...parts, ...Array.from({ length: Math.max(1, control.least - parts.length) }, () => control.blank)], '')
  return (
    <fieldset id={id} tabIndex={-1} className={`fact-group wide${problem === undefined ? '' : ' wrong'}`}>
      <legend>{field.label}{parts.length > 0 && <span>{parts.length} 项</span>}</legend>
      {parts.map((part, at) => (
        <Part
          // Nothing else tells them apart; what is typed stands in the draft itself.
          key={at} id={`${id}.${at}`} name={`${field.label}第 ${at + 1} 项`} scheme={scheme} fields={control.fields} part={part}
          problemOf={(key) => problems.get(`${field.key}.${at}.${key}`)}
          onChange={(key, next) => set(parts.map((each, place) => (place === at ? withValueAt(each, key, next) : each)), `.${at}.${key}`)}
          onRemove={() => set(parts.toSpliced(at, 1), '')}
        />
      ))}
      {problem !== undefined && <div className="fact-about" role="alert">{problem}</div>}
      <Button type="link" size="small" icon={<PlusOutlined />} onClick={add}>添加{field.label}的一项</Button>
    </fieldset>
  )
}

/** So many fields are always there; the others when they say something, or when they are asked for. */
const alwaysShown = 4

function Part({ id, name, scheme, fields, part, problemOf, onChange, onRemove }: {
  readonly id: string; readonly name: string; readonly scheme: SchemeDocument; readonly fields: readonly SchemeField[]; readonly part: SchemeFact
  readonly problemOf: (key: string) => string | undefined; readonly onChange: (key: string, value: unknown) => void; readonly onRemove: () => void
}) {
  const [opened, setOpened] = useState(false)
  // What says something at first stays on the page when it is emptied.
  const [said] = useState(() => new Set(fields.filter(({ key }) => valueAt(part, key) !== undefined).map(({ key }) => key)))
  const shown = fields.filter(({ key }, at) => opened || at < alwaysShown || said.has(key) || valueAt(part, key) !== undefined || problemOf(key) !== undefined)
  return (
    <div className="fact-group-part" role="group" aria-label={name}>
      <div className="fact-group-fields">
        {shown.map((field) => (
          <FactField key={field.key} id={`${id}.${field.key}`} scheme={scheme} field={field} value={valueAt(part, field.key)} problem={problemOf(field.key)} onChange={(value) => onChange(field.key, value)} />
        ))}
      </div>
      <div className="fact-group-acts">
        <Tooltip title="删除，可撤销"><Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={`删除${name}`} onClick={onRemove} /></Tooltip>
        {shown.length < fields.length && <Button type="link" size="small" aria-label={`${name}的更多内容`} onClick={() => setOpened(true)}>更多</Button>}
      </div>
    </div>
  )
}
