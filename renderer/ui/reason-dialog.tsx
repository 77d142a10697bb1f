import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ErrorNotice } from './error-notice.tsx'
import { Modal } from './modal.tsx'
import { ReasonInput } from './reason-input.tsx'

/** Says in figures what will happen, and asks why. */
export function ReasonDialog({ title, verb, example, children, danger = false, pending, error, onGo, onClose }: {
  readonly title: string
  readonly verb: string
  readonly example: string
  readonly children: ReactNode
  readonly danger?: boolean
  readonly pending: boolean
  readonly error: Error | null
  readonly onGo: (reason: string) => void
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const ready = reason.trim() !== ''
  return (
    <Modal
      open title={title} onCancel={onClose} width={440}
      footer={[<Button key="no" onClick={onClose}>不了</Button>, <Button key="yes" danger={danger} type="primary" disabled={!ready} loading={pending} onClick={() => onGo(reason)}>{verb}</Button>]}
    >
      <p>{children}</p>
      <label htmlFor="reason-why" className="field-label">原因</label>
      <ReasonInput id="reason-why" value={reason} autoFocus placeholder={example} onChange={(event) => setReason(event.target.value)} onPressEnter={() => ready && onGo(reason)} />
      {error && <ErrorNotice error={error} />}
    </Modal>
  )
}
