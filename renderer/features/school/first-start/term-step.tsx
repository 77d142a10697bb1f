import { Form, Select } from 'antd'
import type { Term } from '../../../../shared/contract/school.ts'
import { suggestTerm } from '../../../../shared/domain/terms/suggest-first-term.ts'
import { parseTermKey, termName } from '../../../../shared/domain/terms/term-key.ts'
import { TermFields } from '../term-fields.tsx'
import type { Draft } from './draft.ts'
import { type FieldError, StepForm } from './step-form.tsx'

export function TermStep({ draft, errors, onBack, onNext }: {
  readonly draft: Draft
  readonly errors: readonly FieldError[]
  readonly onBack: (term: Term) => void
  readonly onNext: (term: Term) => void
}) {
  const [form] = Form.useForm<Term>()
  const key = (Form.useWatch('key', form) as string | undefined) ?? draft.term.key
  const { schoolYear } = parseTermKey(draft.term.key)
  const keys = [schoolYear - 1, schoolYear, schoolYear + 1].flatMap((year) => [`${year}-1`, `${year}-2`])
  return (
    <StepForm<Term> form={form} initial={draft.term} errors={errors} onBack={onBack} onNext={(term) => onNext({ ...term, key })}>
      <p className="step-lead">日期先按惯例填好了，请照校历改准。以后的学期和放假、调休在「设置 → 学期与节假日」里登记。</p>
      <Form.Item name="key" label="学期" required>
        <Select
          autoFocus options={keys.map((each) => ({ value: each, label: termName(each) }))}
          onChange={(chosen: string) => {
            const { schoolYear: year, ordinal } = parseTermKey(chosen)
            const { startsOn, endsOn, teachingStartsOn, teachingEndsOn } = suggestTerm(year, ordinal)
            form.setFieldsValue({ startsOn, endsOn, teachingStartsOn, teachingEndsOn })
          }}
        />
      </Form.Item>
      <TermFields termKey={key} holidays={[]} />
    </StepForm>
  )
}
