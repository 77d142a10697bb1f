import { AutoComplete, Form, Input, InputNumber, type InputNumberProps, Select } from 'antd'
import type { ReactNode } from 'react'
import { personDraftSchema } from '../../../shared/domain/people/person-draft.ts'
import { type PersonField, personFieldNames } from '../../../shared/domain/people/person-fields.ts'
import { professionalTitles } from '../../../shared/domain/people/professional-title.ts'
import { educations, ethnicities, politicalStatuses, schoolStages, subjects } from '../../../shared/domain/people/vocabularies.ts'
import { readChineseDate } from '../../../shared/domain/dates/read-chinese-date.ts'
import { useTerm } from '../../app/term.tsx'

/** What the form holds; a number that is not touched is not there. */
export type PersonValues = Partial<Record<Exclude<PersonField, 'homeroomYears'>, string | null>> & { homeroomYears?: number | null }

const degrees = ['学士', '硕士', '博士']

/** One field by the rule of its schema, checked on leaving it. */
function Field({ field, hint, warning, required = false, className, children }: {
  readonly field: PersonField
  readonly hint?: ReactNode
  readonly warning?: string | undefined
  readonly required?: boolean
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    <Form.Item
      name={field} label={personFieldNames[field]} required={required} validateTrigger="onBlur" {...(className === undefined ? {} : { className })}
      extra={warning === undefined ? hint : <span className="hint-warn">{warning}</span>}
      rules={[{ validator: (_, value: unknown) => check(field, value) }]}
    >
      {children}
    </Form.Item>
  )
}

/** What the schema says of one value; also used for numbers. */
export async function check(field: PersonField, value: unknown): Promise<void> {
  const result = personDraftSchema.shape[field].safeParse(field === 'name' ? value ?? '' : value === '' ? null : value ?? null)
  const message = result.success ? undefined : result.error.issues[0]?.message
  if (message !== undefined) throw new Error(message)
}

/** 15, 15.5: the steps of half a year would show 15.0. What is being typed stays as it is. */
const yearsText: NonNullable<InputNumberProps<number>['formatter']> = (value, { userTyping, input }) => (userTyping ? input : value === undefined || String(value) === '' ? '' : String(Number(value)))

type Given = { readonly warnings: ReadonlyMap<string, string> }

export function BasicFields({ warnings, ageHint, isNew }: Given & { readonly ageHint: string | undefined; readonly isNew: boolean }) {
  return (
    <div className="person-two">
      <Field field="name" required><Input maxLength={80} autoComplete="off" autoFocus={isNew} /></Field>
      <Field field="sex" warning={warnings.get('sex')}>
        <Select allowClear placeholder="未填" options={[{ value: 'male', label: '男' }, { value: 'female', label: '女' }]} />
      </Field>
      <Field field="bornOn" warning={warnings.get('bornOn')} hint={ageHint}><DayText /></Field>
      <Field field="ethnicity"><Words words={ethnicities} /></Field>
      <Field field="politicalStatus"><Words words={politicalStatuses} /></Field>
      <Field field="staffNo"><Input /></Field>
    </div>
  )
}

export function WorkFields({ warnings, teachingHint }: Given & { readonly teachingHint: string | undefined }) {
  return (
    <div className="person-two">
      <Field field="schoolName"><Input /></Field>
      <Field field="post"><Input /></Field>
      <Field field="subject"><Words words={subjects} /></Field>
      <Field field="schoolStage"><Words words={schoolStages} /></Field>
      <Field field="professionalTitle"><Words words={professionalTitles} /></Field>
      <Field field="titleGrantedOn" warning={warnings.get('titleGrantedOn')}><DayText /></Field>
      <Field field="teachingSince" warning={warnings.get('teachingSince')} hint={teachingHint}><DayText /></Field>
      <Field field="homeroomYears" warning={warnings.get('homeroomYears')}><InputNumber min={0} max={60} step={0.5} formatter={yearsText} style={{ width: '100%' }} suffix="年" /></Field>
      <Field field="education"><Words words={educations} /></Field>
      <Field field="degree"><Words words={degrees} /></Field>
      <Field field="graduatedFrom" className="both"><Input /></Field>
    </div>
  )
}

export function RestFields() {
  return (
    <div className="person-two">
      <Field field="email" className="both"><Input type="email" /></Field>
      <Field field="honours" className="both" hint="一行写一项"><Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} /></Field>
      <Field field="note" className="both"><Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} /></Field>
    </div>
  )
}

/** Words to choose from; any other may be typed. */
function Words({ words, ...rest }: { readonly words: readonly string[]; readonly id?: string; readonly value?: string; readonly onChange?: (text: string) => void }) {
  return (
    <AutoComplete
      {...rest} options={words.map((word) => ({ value: word }))} allowClear
      showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
    />
  )
}

/** A day, month or year as people write it (1988.6、88年6月15日); on leaving it stands as 1988-06. */
function DayText({ value, onChange, ...rest }: {
  readonly id?: string; readonly value?: string | null; readonly onChange?: (text: string) => void; readonly onBlur?: () => void
}) {
  const { today } = useTerm()
  const leave = () => {
    const reading = value && today !== null ? readChineseDate(value, { earliestYear: 1900, latestYear: Number(today.slice(0, 4)) + 1 }) : null
    if (reading?.ok && reading.value !== value) onChange?.(reading.value)
    rest.onBlur?.()
  }
  return <Input {...rest} value={value ?? ''} placeholder="如 1988-06-15 或 1988.6" onChange={(event) => onChange?.(event.target.value)} onBlur={leave} />
}
