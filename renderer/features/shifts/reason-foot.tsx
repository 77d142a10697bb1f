import { Button, Space } from 'antd'
import { FormField } from '../../ui/form-field.tsx'
import { ReasonInput } from '../../ui/reason-input.tsx'

/** What every change of a shift ends with: why, the verb that does it, and the way out. */
export function ReasonFoot({ id, reason, onReason, tried, example, verb, pending, onGo, onCancel }: {
  readonly id: string
  readonly reason: string
  readonly onReason: (reason: string) => void
  /** Whether it was tried without one. */
  readonly tried: boolean
  readonly example: string
  readonly verb: string
  readonly pending: boolean
  readonly onGo: () => void
  readonly onCancel: () => void
}) {
  return (
    <>
      <FormField id={id} label="原因" required fault={tried && reason.trim() === '' ? '请填写原因' : undefined}>
        <ReasonInput id={id} value={reason} placeholder={example} onChange={(event) => onReason(event.target.value)} onPressEnter={onGo} />
      </FormField>
      <Space><Button type="primary" loading={pending} onClick={onGo}>{verb}</Button><Button onClick={onCancel}>取消</Button></Space>
    </>
  )
}
