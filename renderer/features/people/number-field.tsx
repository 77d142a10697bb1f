import { Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { personFieldNames } from '../../../shared/domain/people/person-fields.ts'
import { useMay } from '../../app/standing.tsx'
import { call } from '../../api/client.ts'
import { useDone } from '../../ui/use-done.ts'
import { grouped } from './people-words.ts'
import { check } from './person-fields.tsx'

const secondsShown = 10

/**
 * An ID number or a phone: masked, shown for a moment on request (which is recorded), typed anew to change it. What is not
 * typed anew is not sent, so a masked number can never be saved over a real one.
 */
export function NumberField({ field, personId, masked, onReveal, warning, disabled }: {
  readonly field: 'idNumber' | 'phone'
  readonly personId: string | null
  readonly masked: string | null
  readonly onReveal: () => void
  readonly warning?: string | undefined
  readonly disabled: boolean
}) {
  const [typing, setTyping] = useState(masked === null)
  const { shown, show, hide } = useShown(field, personId, onReveal)
  const form = Form.useFormInstance()
  const label = personFieldNames[field]
  const mayReveal = useMay('people.reveal')
  if (!typing && masked !== null) {
    return (
      <Form.Item label={label} htmlFor={`shown-${field}`}>
        <div className="number-field">
          <output id={`shown-${field}`} aria-live="polite">{grouped(field, shown ?? masked)}</output>
          {mayReveal && (shown === null
            ? <Button size="small" onClick={() => void show()} aria-label={`显示${label}`}>显示</Button>
            : <Button size="small" onClick={hide} aria-label={`收起${label}`}>收起</Button>)}
          {!disabled && <Button size="small" onClick={() => setTyping(true)} aria-label={`修改${label}`}>修改</Button>}
        </div>
        {shown !== null && <span className="hint-warn">{secondsShown} 秒后收起；这次查看已记入操作日志</span>}
      </Form.Item>
    )
  }
  return (
    <Form.Item
      name={field} label={label} validateTrigger="onBlur" rules={[{ validator: (_, value: unknown) => check(field, value) }]}
      extra={warning === undefined
        ? masked !== null && <Button type="link" size="small" style={{ padding: 0 }} onClick={() => { form.resetFields([field]); setTyping(false) }}>不改了，保留原来的（留空再保存会删去）</Button>
        : <span className="hint-warn">{warning}</span>}
    >
      <Input autoFocus={masked !== null} autoComplete="off" maxLength={30} />
    </Form.Item>
  )
}

function useShown(field: 'idNumber' | 'phone', personId: string | null, onReveal: () => void) {
  const [shown, setShown] = useState<string | null>(null)
  const { failed } = useDone()
  useEffect(() => {
    if (shown === null) return
    const timer = setTimeout(() => setShown(null), secondsShown * 1000)
    return () => clearTimeout(timer)
  }, [shown])
  const show = async () => {
    if (personId === null) return
    try {
      setShown((await call('people.reveal', { id: personId, field })).value)
      onReveal()
    } catch (error) {
      failed(error as Error)
    }
  }
  return { shown, show, hide: () => setShown(null) }
}
