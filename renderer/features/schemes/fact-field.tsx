import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { metricCatalogue, metricCategoryNames } from '../../../shared/domain/duties/metric-catalogue.ts'
import { fieldWords } from '../../../shared/domain/schemes/fact-words.ts'
import { isRecord, sameContent, type SchemeDocument, type SchemeFact } from '../../../shared/domain/schemes/scheme-document.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'
import { subjectName } from '../../../shared/domain/schemes/scheme-names.ts'
import { dutySubjects } from '../../../shared/domain/schemes/scheme-words.ts'
import type { FieldControl, SchemeField } from '../../../shared/domain/schemes/scheme-fields.ts'
import { readText, typedText } from './field-text.ts'

export interface FactFieldProps {
  readonly id: string
  readonly scheme: SchemeDocument
  readonly field: SchemeField
  readonly value: unknown
  /** The fact that it stands in, where a field must know the others. */
  readonly fact?: SchemeFact
  readonly problem: string | undefined
  readonly onChange: (value: unknown) => void
}

const wide = new Set<FieldControl['kind']>(['text', 'texts', 'duties', 'grades', 'steps', 'choices', 'reading', 'conditions'])

/** One field of a fact: label on top, what is wrong below it. */
export function FactField(props: FactFieldProps) {
  const { id, field, problem } = props
  const { control, label, hint } = field
  const about = problem ?? hint
  return (
    <div className={`fact-field${wide.has(control.kind) ? ' wide' : ''}${problem === undefined ? '' : ' wrong'}`}>
      {control.kind === 'yes' ? null : <label className="fact-label" htmlFor={id}>{field.required && <span className="fact-required" aria-hidden>*</span>}{label}</label>}
      <Control {...props} />
      {about !== undefined && <div id={`${id}-about`} className="fact-about" role={problem === undefined ? undefined : 'alert'}>{about}</div>}
    </div>
  )
}

interface Option {
  readonly value: string
  readonly label: string
}

function Control({ id, scheme, field, value, fact, problem, onChange }: FactFieldProps) {
  const { control } = field
  const aria = { 'aria-invalid': problem !== undefined, ...(problem === undefined && field.hint === undefined ? {} : { 'aria-describedby': `${id}-about` }) }
  switch (control.kind) {
    case 'yes': return <Checkbox id={id} checked={value === true} onChange={({ target }) => onChange(target.checked ? true : undefined)}>{field.label}</Checkbox>
    case 'choice': return <One id={id} options={inWordsOf(scheme, control.words)} value={value} required={field.required} onChange={onChange} />
    case 'choices': return <Many id={id} options={wordOptions(control.words)} value={value} onChange={onChange} />
    case 'settable': return <Settable id={id} scheme={scheme} control={control} value={value} required={field.required} onChange={onChange} />
    case 'level': return <One id={id} options={listed(scheme, 'levels', 'key', 'name')} value={value} required={field.required} onChange={onChange} />
    case 'role': return <One id={id} options={listed(scheme, 'roles', 'role', 'displayName')} value={value} onChange={onChange} />
    case 'meeting': return <One id={id} options={listed(scheme, 'meetings', 'sourceRef', 'printedAs')} value={value} onChange={onChange} />
    case 'duties': return <Many id={id} options={listed(scheme, 'duties', 'sourceRef', 'title')} value={value} onChange={onChange} />
    case 'metric': return <Metric id={id} value={value} onChange={onChange} />
    case 'reading': return <Reading id={id} fact={fact ?? {}} onChange={onChange} />
    default: return <Typed id={id} control={control} label={field.label} value={value} onChange={onChange} aria={aria} />
  }
}

const wordOptions = (words: Readonly<Record<string, string>>): Option[] => Object.entries(words).map(([value, label]) => ({ value, label }))

/** Who owes a duty is offered in the scheme's own words for its roles (首席教师, 每位学员). */
function inWordsOf(scheme: SchemeDocument, words: Readonly<Record<string, string>>): Option[] {
  if (words !== dutySubjects) return wordOptions(words)
  return Object.keys(words).map((value) => ({ value, label: subjectName(scheme as unknown as Scheme, value) }))
}

function listed(scheme: SchemeDocument, list: string, key: string, name: string): Option[] {
  const entries = scheme[list]
  return Array.isArray(entries) ? entries.filter(isRecord).map((entry) => ({ value: String(entry[key]), label: String(entry[name] ?? entry[key]) })) : []
}

/** A value that the list does not know is kept, and shown as it is. */
function withOwn(options: readonly Option[], values: readonly string[]): Option[] {
  return [...options, ...values.filter((value) => !options.some((each) => each.value === value)).map((value) => ({ value, label: value }))]
}

const byLabel = { filterOption: (typed: string, option?: { label?: unknown }) => typeof option?.label === 'string' && option.label.includes(typed) }

function One({ id, options, value, required, onChange }: {
  readonly id: string; readonly options: readonly Option[]; readonly value: unknown; readonly required?: true | undefined; readonly onChange: (value: unknown) => void
}) {
  const own = typeof value === 'string' ? value : null
  return (
    <Select
      id={id} value={own} options={withOwn(options, own === null ? [] : [own])} allowClear={required !== true} showSearch={byLabel} placeholder="没有写" style={{ width: '100%' }}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)}
    />
  )
}

function Many({ id, options, value, onChange }: { readonly id: string; readonly options: readonly Option[]; readonly value: unknown; readonly onChange: (value: unknown) => void }) {
  const own = Array.isArray(value) ? value.map(String) : []
  return (
    <Select
      id={id} mode="multiple" value={own} options={withOwn(options, own)} showSearch={byLabel} placeholder="没有写" style={{ width: '100%' }}
      onChange={(chosen: string[]) => onChange(chosen.length === 0 ? undefined : chosen)}
    />
  )
}

/** Written out, or left to the school's reading of an unclear place. */
function Settable({ id, scheme, control, value, required, onChange }: {
  readonly id: string; readonly scheme: SchemeDocument; readonly control: Extract<FieldControl, { kind: 'settable' }>; readonly value: unknown; readonly required?: true | undefined
  readonly onChange: (value: unknown) => void
}) {
  const options = wordOptions(control.words)
  const [open] = useState(value)
  // The setting that the scheme came with stays to be chosen again.
  const setting = isRecord(value) ? value : isRecord(open) ? open : null
  const bySetting = setting === null ? [] : [{ value: `setting:${String(setting['setting'])}`, label: fieldWords(scheme, control, setting) }]
  if (control.many && !isRecord(value)) {
    return <Many id={id} options={options} value={value} onChange={onChange} />
  }
  const shown = isRecord(value) ? `setting:${String(value['setting'])}` : typeof value === 'string' ? value : undefined
  const choose = (chosen: unknown) => {
    if (typeof chosen !== 'string') onChange(undefined)
    else if (chosen.startsWith('setting:')) onChange({ setting: chosen.slice('setting:'.length) })
    else onChange(control.many ? [chosen] : chosen)
  }
  return <One id={id} options={[...bySetting, ...options]} value={shown} required={required} onChange={choose} />
}

const metricGroups = Object.entries(metricCategoryNames).map(([category, label]) => ({
  label, options: Object.entries(metricCatalogue).filter(([, metric]) => metric.category === category).map(([value, metric]) => ({ value, label: metric.name })),
}))

function Metric({ id, value, onChange }: { readonly id: string; readonly value: unknown; readonly onChange: (value: unknown) => void }) {
  const own = typeof value === 'string' ? value : null
  const strange = own !== null && !Object.hasOwn(metricCatalogue, own) ? [{ label: '本规程自己的', options: [{ value: own, label: own }] }] : []
  return <Select id={id} value={own} options={[...strange, ...metricGroups]} showSearch={byLabel} style={{ width: '100%' }} onChange={(chosen: string) => onChange(chosen)} />
}

/** Our reading of an unclear place, and the others that may take its place. */
function Reading({ id, fact, onChange }: { readonly id: string; readonly fact: SchemeFact; readonly onChange: (value: unknown) => void }) {
  const others = Array.isArray(fact['alternatives']) ? fact['alternatives'].filter(isRecord) : []
  const ways = [{ value: fact['reading'], label: fact['readingLabel'] }, ...others]
  return (
    <Select
      id={id} value={0} options={ways.map(({ label }, at) => ({ value: at, label: String(label) }))} style={{ width: '100%' }}
      onChange={(at: number) => onChange(ways[at]?.value)}
    />
  )
}

const severalLines = new Set<FieldControl['kind']>(['text', 'texts', 'grades', 'steps', 'value', 'table', 'conditions'])
const placeholders: Readonly<Partial<Record<FieldControl['kind'], string>>> = {
  fraction: '如 1/2、20%', numberOrFraction: '如 2，或 1/3', monthDay: '如 01-25', partialDay: '如 2026、2026-09、2026-09-01', grades: '合格：通过', steps: '新秀 → 能手',
}

/** A text field whose words are read as the value; while she types, her own words stay. */
function Typed({ id, control, label, value, onChange, aria }: {
  readonly id: string; readonly control: FieldControl; readonly label: string; readonly value: unknown; readonly onChange: (value: unknown) => void; readonly aria: object
}) {
  const { kind } = control
  const [text, setText] = useState(() => typedText(control, value))
  const shown = sameContent(readText(control, text, value), value) ? text : typedText(control, value)
  const type = (words: string) => {
    setText(words)
    onChange(readText(control, words, value))
  }
  const common = { id, value: shown, ...aria, ...(placeholders[kind] === undefined ? {} : { placeholder: placeholders[kind] }) }
  if (severalLines.has(kind)) return <Input.TextArea {...common} autoSize={{ minRows: kind === 'value' ? 1 : 2, maxRows: 8 }} onChange={({ target }) => type(target.value)} />
  return <Input {...common} {...(kind === 'number' || kind === 'money' ? { inputMode: 'decimal' as const } : {})} {...(kind === 'money' ? { suffix: '元' } : {})} title={label} onChange={({ target }) => type(target.value)} />
}
