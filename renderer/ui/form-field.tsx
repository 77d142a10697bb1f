import type { ReactNode } from 'react'
import './form-field.css'

/** A labelled field of a form: the label on top, what is wrong below it, in words. */
export function FormField({ id, label, required = false, wide = false, fault, hint, onLeave, children }: {
  readonly id: string
  readonly label: string
  readonly required?: boolean
  /** Over both columns. */
  readonly wide?: boolean
  readonly fault?: string | undefined
  readonly hint?: string
  readonly onLeave?: () => void
  readonly children: ReactNode
}) {
  return (
    <div className={wide ? 'field wide' : 'field'} onBlur={onLeave}>
      <label htmlFor={id}>{label}{required && <span className="field-required" aria-hidden> *</span>}</label>
      {children}
      {fault ? <p className="field-fault" id={`${id}-fault`} role="alert">{fault}</p> : hint && <p className="field-hint">{hint}</p>}
    </div>
  )
}
