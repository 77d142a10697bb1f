import { Form, Input } from 'antd'
import { signInNameText } from '../../../../shared/contract/accounts.ts'
import { requiredLine } from '../../../../shared/contract/common.ts'
import { NewPasswordFields } from '../../../ui/new-password-fields.tsx'
import { zodRule } from '../../../ui/zod-rule.ts'
import type { Draft } from './draft.ts'
import { type FieldError, StepForm } from './step-form.tsx'

type Fields = Draft['admin'] & { readonly again: string }

export function AdminStep({ draft, errors, onBack, onNext }: {
  readonly draft: Draft
  readonly errors: readonly FieldError[]
  readonly onBack: (admin: Draft['admin']) => void
  readonly onNext: (admin: Draft['admin']) => void
}) {
  const [form] = Form.useForm<Fields>()
  const adminOf = ({ displayName, signInName, password }: Fields): Draft['admin'] => ({
    displayName: displayName.trim(), signInName: signInName.trim(), password,
  })
  return (
    <StepForm<Fields>
      form={form} initial={{ ...draft.admin, again: draft.admin.password }} errors={errors}
      onBack={(soFar) => onBack(adminOf(soFar))} onNext={(values) => onNext(adminOf(values))}
    >
      <p className="step-lead">管理员可以添加其他人的账号、重设密码、备份和恢复。密码同时保护身份证号和电话，忘了只能用恢复码打开。</p>
      <div className="field-grid">
        <Form.Item name="displayName" label="您的姓名" required rules={[zodRule(requiredLine('您的姓名', 40))]}><Input autoFocus maxLength={40} autoComplete="off" /></Form.Item>
        <Form.Item name="signInName" label="登录名" required rules={[zodRule(signInNameText)]}><Input maxLength={40} autoComplete="username" /></Form.Item>
        <NewPasswordFields name="password" label="密码" />
      </div>
    </StepForm>
  )
}
