import { Form, Input } from 'antd'
import { passwordText } from '../../shared/contract/accounts.ts'
import { passwordStrength, strengthNames } from '../../shared/domain/accounts/password-strength.ts'
import { zodRule } from './zod-rule.ts'

/** A new password, twice, with how strong it is in words; fields `newPassword` and `again` by default. */
export function NewPasswordFields({ name = 'newPassword', label = '新密码', autoFocus = false }: {
  readonly name?: string
  readonly label?: string
  readonly autoFocus?: boolean
}) {
  const password = (Form.useWatch(name) as string | undefined) ?? ''
  const { level, advice } = passwordStrength(password)
  return (
    <>
      <Form.Item
        name={name} label={label} required rules={[zodRule(passwordText)]} validateTrigger="onBlur"
        extra={<span aria-live="polite">{level === 'none' ? '至少 8 位，不能全是数字' : `强度：${strengthNames[level]}${advice === '' ? '' : `。${advice}`}`}</span>}
      >
        <Input.Password autoFocus={autoFocus} autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        name="again" label={`再输一遍${label}`} required dependencies={[name]} validateTrigger="onBlur"
        rules={[({ getFieldValue }) => ({
          validator: (_rule, value: unknown) => ((value ?? '') === getFieldValue(name) ? Promise.resolve() : Promise.reject(new Error('两遍不一样，请重新输入'))),
        })]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
    </>
  )
}
