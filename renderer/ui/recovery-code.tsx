import { Button, Checkbox } from 'antd'
import { useState } from 'react'

/** The recovery code, shown this one time, to be printed and put into the school's safe. */
export function RecoveryCode({ code, schoolName, doneLabel, onDone }: {
  readonly code: string
  readonly schoolName?: string
  readonly doneLabel: string
  readonly onDone: () => void
}) {
  const [kept, setKept] = useState(false)
  return (
    <section className="recovery" aria-label="恢复码">
      <p>请打印或抄下这个恢复码，装入信封，与学校印章一同保管。管理员忘记密码时，只有它能打开本校资料；它不会再次显示。</p>
      {schoolName !== undefined && <p className="print-only">{schoolName} · 杏坛恢复码</p>}
      <p className="recovery-code" data-testid="recovery-code">{code}</p>
      <div className="no-print recovery-actions">
        <Button onClick={() => window.print()}>打印</Button>
        <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>已打印或抄好</Checkbox>
        <Button type="primary" disabled={!kept} onClick={onDone}>{doneLabel}</Button>
      </div>
    </section>
  )
}
