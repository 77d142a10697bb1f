import { Button, Form } from 'antd'
import { schoolFacts } from '../../../shared/contract/school.ts'
import { type OutputOf } from '../../../shared/contract/routes.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { FormError } from '../../ui/form-error.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { type ChosenLogo, LogoField } from '../../ui/logo-field.tsx'
import { useDone } from '../../ui/use-done.ts'
import { fieldErrors } from '../../ui/zod-rule.ts'
import { SchoolFields } from './school-fields.tsx'
import './school.css'

/** 学校信息 */
export function SchoolSection() {
  const facts = useCall('school.facts', {})
  return <LoadingOr of={facts}>{(data) => <FactsForm facts={data} />}</LoadingOr>
}

interface Fields {
  readonly name: string
  readonly shortName: string | null
  readonly bureauName: string
  readonly county: string | null
  readonly logo: ChosenLogo | null
}

function FactsForm({ facts }: { readonly facts: OutputOf<'school.facts'> }) {
  const [form] = Form.useForm<Fields>()
  const logo = useCall('school.logo', {})
  const save = useWrite('school.saveFacts')
  const { done } = useDone()
  return (
    <Form<Fields>
      form={form} name="school" layout="vertical" initialValues={{ ...facts, logo: null }} validateTrigger="onBlur" scrollToFirstError={{ focus: true }}
      onFinish={({ logo: chosen, ...values }) => save.mutate(
        { facts: schoolFacts.parse({ ...values, shortName: values.shortName || null, county: values.county || null }), logo: chosen?.token ?? null },
        {
          onSuccess: () => {
            form.setFieldValue('logo', null)
            done('已保存学校信息')
          },
          onError: (error) => form.setFields(fieldErrors(error) as never),
        },
      )}
    >
      <SchoolFields />
      <Form.Item name="logo" label="校徽（可不填）"><LogoField present={logo.data?.dataUrl ?? null} /></Form.Item>
      <FormError error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>保存</Button>
    </Form>
  )
}
