import { Button, Form, type FormInstance } from 'antd'
import { type ReactNode, useEffect } from 'react'

export interface FieldError {
  readonly name: string
  readonly errors: string[]
}

/** One step: Enter or the button goes on when its fields are right; the first wrong one gets the cursor. */
export function StepForm<T extends object>({ form, initial, errors, onBack, onNext, nextLabel = '下一步', nothingToFill = false, busy = false, children }: {
  readonly form: FormInstance<T>
  readonly initial: T
  /** What the program refused about fields of this step. */
  readonly errors: readonly FieldError[]
  readonly onBack?: ((soFar: T) => void) | undefined
  readonly onNext: (values: T) => void
  readonly nextLabel?: string
  /** The cursor begins on the button, since no field takes it: Enter goes on here as everywhere. */
  readonly nothingToFill?: boolean
  readonly busy?: boolean
  readonly children: ReactNode
}) {
  useEffect(() => {
    if (errors.length === 0) return
    form.setFields(errors as never)
    form.focusField((errors[0]?.name ?? '') as never)
  }, [errors, form])
  return (
    <Form<T>
      form={form} layout="vertical" initialValues={initial} onFinish={onNext} scrollToFirstError={{ focus: true }} validateTrigger="onBlur"
      className="first-start-form"
    >
      {children}
      <div className="first-start-actions">
        {onBack && <Button onClick={() => onBack(form.getFieldsValue(true) as T)}>上一步</Button>}
        <Button type="primary" htmlType="submit" loading={busy} autoFocus={nothingToFill}>{nextLabel}</Button>
      </div>
    </Form>
  )
}
