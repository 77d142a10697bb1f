import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select, Tooltip } from 'antd'
import { useState } from 'react'
import { sameContent, type SchemeDocument, type SchemeFact } from '../../../shared/domain/schemes/scheme-document.ts'
import { alternativesOf, freshAlternative, settingValues, type SettingValues, unusedChoices, withAlternativeValue } from '../../../shared/domain/schemes/setting-values.ts'
import { readNumber } from './field-text.ts'

/** What else the school may choose for an unclear place: an answer that the program can act on, and how it is said. */
export function AlternativesField({ id, scheme, setting, label, problems, onChange }: {
  readonly id: string
  readonly scheme: SchemeDocument
  readonly setting: SchemeFact
  readonly label: string
  /** What is wrong, by `alternatives.1.label`. */
  readonly problems: ReadonlyMap<string, string>
  /** `inner` tells which field of which one is typed in. */
  readonly onChange: (value: unknown, inner: string) => void
}) {
  const values = settingValues(scheme, setting)
  const others = alternativesOf(setting)
  const fresh = freshAlternative(values, setting)
  const set = (at: number, next: SchemeFact, inner: string) => onChange(others.map((each, place) => (place === at ? next : each)), `.${at}.${inner}`)
  return (
    <fieldset id={id} tabIndex={-1} className="fact-group wide">
      <legend>{label}{others.length > 0 && <span>{others.length} 项</span>}</legend>
      {others.length === 0 && <p className="scheme-reading">没有别的可能：学校只能照上面的理解。</p>}
      {others.map((other, at) => {
        const name = `${label}第 ${at + 1} 项`
        const problemOf = (key: string) => problems.get(`alternatives.${at}.${key}`)
        return (
          // Nothing else tells them apart; what is typed stands in the draft itself.
          <div key={at} className="fact-alternative" role="group" aria-label={name}>
            <ValueControl
              id={`${id}.${at}.value`} name={`${name}的取值`} values={values} setting={setting} value={other['value']} wrong={problemOf('value') !== undefined}
              onChange={(value) => set(at, withAlternativeValue(values, other, value), 'value')}
            />
            <Input
              id={`${id}.${at}.label`} aria-label={`${name}的说法`} placeholder="这样说，如 按自然日算" value={String(other['label'] ?? '')} status={problemOf('label') === undefined ? '' : 'error'}
              onChange={({ target }) => set(at, { ...other, label: target.value }, 'label')}
            />
            <Tooltip title="删除，可撤销"><Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={`删除${name}`} onClick={() => onChange(others.toSpliced(at, 1), '')} /></Tooltip>
            {['value', 'label'].flatMap((key) => problemOf(key) ?? []).map((problem) => <div key={problem} className="fact-about" role="alert">{problem}</div>)}
          </div>
        )
      })}
      {fresh === null
        ? <p className="scheme-reading">软件能照着办的答案都列上了。</p>
        : <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => onChange([...others, fresh], '')}>添加一种可能</Button>}
    </fieldset>
  )
}

interface ValueProps {
  readonly id: string
  readonly name: string
  readonly values: SettingValues
  readonly setting: SchemeFact
  readonly value: unknown
  readonly wrong: boolean
  readonly onChange: (value: unknown) => void
}

function ValueControl({ id, name, values, setting, value, wrong, onChange }: ValueProps) {
  const status = wrong ? 'error' as const : '' as const
  if (values.kind === 'number') return <NumberControl id={id} name={name} value={value} status={status} onChange={onChange} />
  if (values.kind === 'roles') {
    const roles = Array.isArray(value) ? value.map(String) : []
    return <Select id={id} aria-label={name} mode="multiple" status={status} value={roles} placeholder="哪些人" options={Object.entries(values.words).map(([role, label]) => ({ value: role, label }))} onChange={onChange} />
  }
  const own = values.choices.find((choice) => sameContent(choice.value, value))
  const offered = [...(own === undefined ? [] : [own]), ...unusedChoices(values, setting)]
  return (
    <Select
      id={id} aria-label={name} status={status} value={own === undefined ? null : JSON.stringify(own.value)} options={offered.map((choice) => ({ value: JSON.stringify(choice.value), label: choice.label }))}
      onChange={(chosen: string) => onChange(offered.find((choice) => JSON.stringify(choice.value) === chosen)?.value)}
    />
  )
}

/** While she types, her own words stay; what is no number stays as text, and the rules of the format say so. */
function NumberControl({ id, name, value, status, onChange }: { readonly id: string; readonly name: string; readonly value: unknown; readonly status: 'error' | ''; readonly onChange: (value: unknown) => void }) {
  const [text, setText] = useState(String(value))
  const shown = sameContent(readNumber(text) ?? text, value) ? text : String(value)
  return (
    <Input
      id={id} aria-label={name} placeholder="数" inputMode="decimal" status={status} value={shown}
      onChange={({ target }) => {
        setText(target.value)
        onChange(readNumber(target.value) ?? target.value)
      }}
    />
  )
}
