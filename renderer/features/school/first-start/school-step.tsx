import { Form } from 'antd'
import { schoolFacts } from '../../../../shared/contract/school.ts'
import { type ChosenLogo, LogoField } from '../../../ui/logo-field.tsx'
import { SchoolFields } from '../school-fields.tsx'
import type { Draft } from './draft.ts'
import { type FieldError, StepForm } from './step-form.tsx'

interface Fields {
  readonly name: string
  readonly shortName: string | null
  readonly bureauName: string
  readonly county: string | null
  readonly logo: ChosenLogo | null
}

export function SchoolStep({ draft, errors, onNext }: {
  readonly draft: Draft
  readonly errors: readonly FieldError[]
  readonly onNext: (changed: Pick<Draft, 'school' | 'logo'>) => void
}) {
  const [form] = Form.useForm<Fields>()
  return (
    <StepForm<Fields>
      form={form} initial={{ ...draft.school, logo: draft.logo }} errors={errors}
      onNext={({ logo, ...facts }) => onNext({ school: schoolFacts.parse({ ...facts, shortName: facts.shortName || null, county: facts.county || null }), logo })}
    >
      <SchoolFields autoFocus />
      <Form.Item name="logo" label="校徽（可不填）"><LogoField /></Form.Item>
    </StepForm>
  )
}
