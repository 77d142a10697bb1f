import { Button, Form, Input } from 'antd'
import { useId } from 'react'
import { useWrite } from '../api/client.ts'
import { ErrorNotice } from './error-notice.tsx'
import { NewPasswordFields } from './new-password-fields.tsx'

interface Fields {
  readonly oldPassword: string
  readonly newPassword: string
  readonly again: string
}

/** Her own password: the present one, then the new one twice. */
export function ChangePasswordForm({ oldLabel = '原密码', autoFocus = false, onDone }: {
  readonly oldLabel?: string
  readonly autoFocus?: boolean
  readonly onDone: () => void
}) {
  // On the settings page the menu's dialog may stand over the section with the same fields.
  const id = useId()
  const [form] = Form.useForm<Fields>()
  const change = useWrite('accounts.changePassword')
  return (
    <Form<Fields>
      form={form} name={id} layout="vertical" validateTrigger="onBlur" scrollToFirstError={{ focus: true }}
      onFinish={({ oldPassword, newPassword }) => change.mutate({ oldPassword, newPassword }, {
        onSuccess: () => {
          form.resetFields()
          onDone()
        },
      })}
    >
      <Form.Item name="oldPassword" label={oldLabel} rules={[{ required: true, message: `请填写${oldLabel}` }]}>
        <Input.Password autoFocus={autoFocus} autoComplete="current-password" maxLength={128} />
      </Form.Item>
      <NewPasswordFields />
      {change.error && <div style={{ marginBottom: 16 }}><ErrorNotice error={change.error} /></div>}
      <Button type="primary" htmlType="submit" loading={change.isPending}>保存新密码</Button>
    </Form>
  )
}
