import { Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { metricCatalogue, metricCategoryNames } from '../../../shared/domain/duties/metric-catalogue.ts'
import type { OutcomeDetailField, OutcomeField } from '../../../shared/domain/outcomes/outcome-kind.ts'
import { columnOf, specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import type { DetailValue } from '../../../shared/domain/outcomes/outcome-record.ts'
import { periodInWords } from '../../../shared/domain/outcomes/outcome-words.ts'
import { useTerm } from '../../app/term.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { CharactersField, withCountedText } from './characters-field.tsx'
import { CourseField } from './course-field.tsx'
import { KindChoice } from './kind-choice.tsx'
import { LogField } from './log-field.tsx'
import { asKind, type Choices, controlId, type OutcomeFormState } from './outcome-form-state.ts'
import { OutcomePeopleField } from './outcome-people-field.tsx'

interface Props {
  readonly form: OutcomeFormState
  readonly set: (change: Partial<OutcomeFormState>) => void
  readonly faults: ReadonlyMap<string, string>
  readonly onLeave: (field: string) => void
  readonly choices: Choices
}

/** The fields of the kind in the order of its paper form, the studio before them. */
export function OutcomeFields(props: Props) {
  const { form, set } = props
  return (
    <div className="fields">
      <Field {...props} field="kind" label="类别" required>
        <KindChoice id={controlId('kind')} value={form.kind} onChange={(kind) => kind && set(asKind(form, kind))} />
      </Field>
      <Field {...props} field="studioId" label="工作室">
        <Select
          id={controlId('studioId')} value={form.studioId} allowClear placeholder="不属于工作室" style={{ width: '100%' }} onChange={(studioId: string | undefined) => set({ studioId: studioId ?? null })}
          options={studioOptions(props)}
        />
      </Field>
      {specOf(form.kind).fields.map((field) => field.type === 'column' ? <Column key={field.key} {...props} column={field} /> : <Detail key={field.key} {...props} detail={field} />)}
    </div>
  )
}

function studioOptions({ form, choices }: Props): { value: string; label: string }[] {
  const options = choices.studios.map(({ id, name }) => ({ value: id, label: name }))
  return form.studioId === null || options.some(({ value }) => value === form.studioId) ? options : [...options, { value: form.studioId, label: '以前的工作室' }]
}

function Field({ field, label, required = false, wide = false, hint, faults, onLeave, children }: Pick<Props, 'faults' | 'onLeave'> & {
  readonly field: string; readonly label: string; readonly required?: boolean; readonly wide?: boolean; readonly hint?: string | undefined; readonly children: ReactNode
}) {
  return (
    <FormField id={controlId(field)} label={label} required={required} wide={wide} fault={faults.get(field)} {...(hint === undefined ? {} : { hint })} onLeave={() => onLeave(field)}>{children}</FormField>
  )
}

type ColumnField = Extract<OutcomeField, { type: 'column' }>

/** A field that every record has, under the name that this kind's paper gives it. */
function Column({ column, ...props }: Props & { readonly column: ColumnField }) {
  const { form, set, faults } = props
  const { label, required = false, hint, unit } = column
  const key = column.key === 'level' ? 'levelKey' : column.key === 'metric' ? 'metricKey' : column.key
  const id = controlId(key)
  const wrong = described(id, faults.has(key))
  const at = { ...props, field: key, label, required, hint }
  switch (column.key) {
    case 'title': return <Field {...at} wide><Input id={id} value={form.title} maxLength={100} autoComplete="off" onChange={(event) => set({ title: event.target.value })} {...wrong} /></Field>
    case 'onDay': return <Field {...at}><DayField id={id} value={form.onDay} onChange={(onDay) => set({ onDay: onDay ?? '' })} /></Field>
    case 'untilDay': return <Field {...at}><DayField id={id} value={form.untilDay} allowClear placeholder="可不填" onChange={(untilDay) => set({ untilDay })} /></Field>
    case 'people': return <Field {...at} required={specOf(form.kind).byStudio !== true} wide><OutcomePeopleField id={id} label={label} form={form} set={set} /></Field>
    case 'level': return <Field {...at}><LevelChoice {...props} id={id} /></Field>
    case 'quantity': return (
      <Field {...at}>
        <InputNumber<number> id={id} value={form.quantity > 0 ? form.quantity : null} min={0} step={1} style={{ width: '100%' }} {...(unit ? { suffix: unit } : {})} onChange={(quantity) => set({ quantity: quantity ?? 0 })} {...wrong} />
      </Field>
    )
    case 'characters': return <Field {...at}><CharactersField id={id} form={form} set={set} isWrong={faults.has(key)} /></Field>
    case 'forPeriod': return <Field {...at}><PeriodChoice {...props} id={id} /></Field>
    case 'metric': return <Field {...at}><MetricChoice {...props} id={id} /></Field>
    default: return null
  }
}

function LevelChoice({ id, form, set, choices }: Props & { readonly id: string }) {
  const levels = choices.studios.find((studio) => studio.id === form.studioId)?.levels ?? choices.levels
  return (
    <Select
      id={id} value={form.levelKey} allowClear placeholder="请选择" style={{ width: '100%' }} options={levels.map(({ key, name }) => ({ value: key, label: name }))}
      onChange={(levelKey: string | undefined) => set({ levelKey: levelKey ?? null })}
    />
  )
}

/** The whole cycle, school years, terms, calendar years: those around the terms that the school has entered. */
function PeriodChoice({ id, form, set }: Props & { readonly id: string }) {
  const { terms } = useTerm()
  const schoolYears = [...new Set(terms.map(({ key }) => key.slice(0, 4)))].toReversed()
  const years = [...new Set(terms.flatMap(({ startsOn, endsOn }) => [startsOn.slice(0, 4), endsOn.slice(0, 4)]))].toSorted().toReversed()
  const keys = [...terms.map(({ key }) => `term:${key}`).toReversed(), ...schoolYears.map((year) => `schoolYear:${year}`), ...years.map((year) => `year:${year}`), 'cycle']
  const all = form.forPeriod !== null && !keys.includes(form.forPeriod) ? [form.forPeriod, ...keys] : keys
  return (
    <Select
      id={id} value={form.forPeriod} placeholder="请选择" style={{ width: '100%' }} options={all.map((key) => ({ value: key, label: periodInWords(key) }))}
      onChange={(forPeriod: string) => set({ forPeriod })}
    />
  )
}

/** What the studio's scheme counts first, then everything that the program knows; a word of one's own may be typed. */
function MetricChoice({ id, form, set, choices }: Props & { readonly id: string }) {
  const ofScheme = choices.studios.find((studio) => studio.id === form.studioId)?.metrics ?? []
  const rest = Object.entries(metricCatalogue).filter(([key]) => !ofScheme.some((metric) => metric.key === key))
  const groups = Object.entries(metricCategoryNames).map(([category, label]) => ({
    label, options: rest.filter(([, metric]) => metric.category === category).map(([key, { name }]) => ({ value: key, label: name })),
  }))
  return (
    <Select
      id={id} value={form.metricKey} placeholder="请选择" style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }}
      options={[...(ofScheme.length === 0 ? [] : [{ label: '本工作室规程里的', options: ofScheme.map(({ key, name }) => ({ value: key, label: name })) }]), ...groups]}
      onChange={(metricKey: string) => set({ metricKey })}
    />
  )
}

/** A field of the kind's own. */
function Detail({ detail, ...props }: Props & { readonly detail: OutcomeDetailField }) {
  const { form, set, faults, choices } = props
  const key = `details.${detail.key}`
  const id = controlId(key)
  const value = form.details[detail.key]
  const change = (next: DetailValue | null) => {
    const { [detail.key]: _, ...others } = form.details
    set({ details: (next === null ? others : { ...others, [detail.key]: next }) as OutcomeFormState['details'] })
  }
  const wrong = described(id, faults.has(key))
  const asText = typeof value === 'string' ? value : ''
  const at = { ...props, field: key, label: detail.label, required: detail.required ?? false, hint: detail.hint }
  switch (detail.type) {
    case 'line': return <Field {...at}><Input id={id} value={asText} maxLength={detail.max} autoComplete="off" onChange={(event) => change(event.target.value)} {...wrong} /></Field>
    case 'text': return (
      <Field {...at} wide><Input.TextArea id={id} value={asText} maxLength={detail.max} autoSize={{ minRows: 2, maxRows: 14 }} onChange={(event) => detail.key === 'body' && columnOf(form.kind, 'characters') ? set(withCountedText(form, event.target.value)) : change(event.target.value)} {...wrong} /></Field>
    )
    case 'day': return <Field {...at}><DayField id={id} value={asText || null} allowClear placeholder="可不填" onChange={change} /></Field>
    case 'number': return (
      <Field {...at}><InputNumber<number> id={id} value={typeof value === 'number' ? value : null} min={0} max={detail.max} suffix={detail.unit} style={{ width: '100%' }} onChange={change} {...wrong} /></Field>
    )
    case 'choice': return (
      <Field {...at}>
        <Select
          id={id} value={asText || null} allowClear={detail.required !== true} placeholder={detail.required ? '请选择' : '可不选'} style={{ width: '100%' }}
          options={Object.entries(detail.options).map(([option, label]) => ({ value: option, label }))} onChange={(option: string | undefined) => change(option ?? null)}
        />
      </Field>
    )
    case 'step': return (
      <Field {...at}>
        <Select id={id} value={asText || null} placeholder="请选择" style={{ width: '100%' }} options={choices.ladder.map((step) => ({ value: step, label: step }))} onChange={change} />
      </Field>
    )
    case 'course': return <Field {...at} wide><CourseField id={id} label={detail.label} value={Array.isArray(value) ? value : []} onChange={change} /></Field>
    case 'log': return <Field {...at} wide><LogField id={id} label={detail.label} value={Array.isArray(value) ? value : []} onChange={change} /></Field>
  }
}

function described(id: string, isWrong: boolean) {
  return isWrong ? { 'aria-describedby': `${id}-fault`, status: 'error' as const } : {}
}
