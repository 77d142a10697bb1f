import { Button, Space } from 'antd'
import { useState } from 'react'
import type { RotaShiftRow, ShiftPlan } from '../../../shared/contract/shifts.ts'
import { shiftSourceNames, slotMinutes } from '../../../shared/domain/shifts/shift-plan.ts'
import { hoursInWords, shiftInWords } from '../../../shared/domain/shifts/shift-words.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { useMay, useStanding } from '../../app/standing.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { momentInTable } from '../../ui/moment-text.ts'
import { type PersonChoice, PersonPicker } from '../../ui/person-picker.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'
import { ReasonFoot } from './reason-foot.tsx'
import { SwapForm } from './swap-form.tsx'

/** One shift: who, why, what became of it, and what can be done about it. */
export function ShiftDrawer({ plan, shift, today, onGone, onWrite, onPrintDay }: {
  readonly plan: ShiftPlan
  readonly shift: RotaShiftRow
  readonly today: string
  readonly onGone: () => void
  readonly onWrite: (shift: RotaShiftRow) => void
  readonly onPrintDay: (day: string) => void
}) {
  const { open, onCancel, afterClose } = useDialog(onGone)
  const { me } = useStanding()
  const mayWrite = useMay('shifts.write')
  const mayOwn = useMay('shifts.own')
  const [doing, setDoing] = useState<'change' | 'swap' | null>(null)
  const slot = plan.rule.slots.find(({ key }) => key === shift.slotKey)
  const isMine = shift.personId !== null && shift.personId === me.personId
  return (
    <Drawer
      open={open} size={460} onClose={onCancel} afterOpenChange={(isOpen) => !isOpen && afterClose()}
      title={shiftInWords({ ...shift, slotName: slot?.name ?? '' })}
    >
      <dl className="shift-facts">
        <dt>值班</dt><dd><strong>{shift.name ?? '空缺'}</strong></dd>
        {slot && <><dt>时间</dt><dd>{slot.from}–{slot.to}，{hoursInWords(slotMinutes(slot))}</dd></>}
        <dt>来由</dt><dd>{shiftSourceNames[shift.source]}{shift.reason === null ? '' : `：${shift.reason}`}</dd>
        <dt>记录</dt><dd>{shift.logged ? (shift.findings > 0 ? `已写，发现 ${shift.findings} 项` : '已写，一切正常') : shift.onDay <= today ? '还没有写' : '还没有到这一天'}</dd>
      </dl>
      <Space wrap>
        {mayOwn && shift.onDay <= today && (mayWrite || isMine) && <Button type="primary" onClick={() => onWrite(shift)}>{shift.logged ? '看记录' : '写值勤记录'}</Button>}
        {mayWrite && <Button onClick={() => setDoing('change')}>改派</Button>}
        {mayOwn && (isMine || mayWrite) && shift.personId !== null && shift.onDay >= today && !shift.swapOpen && <Button onClick={() => setDoing('swap')}>申请换班</Button>}
        <Button onClick={() => onPrintDay(shift.onDay)}>准备当天记录单</Button>
      </Space>
      {doing === 'change' && <ChangeForm shift={shift} onDone={() => setDoing(null)} />}
      {doing === 'swap' && <SwapForm shiftId={shift.id} onDone={() => setDoing(null)} />}
      <Changes shiftId={shift.id} />
    </Drawer>
  )
}

function ChangeForm({ shift, onDone }: { readonly shift: RotaShiftRow; readonly onDone: () => void }) {
  const [person, setPerson] = useState<PersonChoice | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const change = useWrite('shifts.changePerson')
  const { done, failed } = useDone()
  const save = () => {
    setTried(true)
    if (person === null || reason.trim() === '') return
    change.mutate({ shiftId: shift.id, revision: shift.revision, personId: person.id, reason }, {
      onSuccess: () => {
        done(`${shift.onDay} 改由${person.name}值班`)
        onDone()
      },
      onError: failed,
    })
  }
  return (
    <section className="shift-form" aria-label="改派">
      <FormField id="change-person" label="改派为" required fault={tried && person === null ? '请选择改派给谁' : undefined}>
        <PersonPicker id="change-person" autoFocus value={person} onChange={setPerson} />
      </FormField>
      <ReasonFoot id="change-reason" reason={reason} onReason={setReason} tried={tried} example="例如：外出培训" verb="保存改派" pending={change.isPending} onGo={save} onCancel={onDone} />
    </section>
  )
}

function Changes({ shiftId }: { readonly shiftId: string }) {
  const { data } = useCall('shifts.changesOf', { shiftId })
  if (data === undefined || data.rows.length === 0) return null
  return (
    <section className="shift-changes" aria-label="变动经过">
      <h2>变动经过</h2>
      <ul>{data.rows.map(({ at, from, to, source, reason, by }) => <li key={at}>{from ?? '空缺'} → {to ?? '空缺'}<small>{shiftSourceNames[source]}，{reason}；{by}，{momentInTable(at)}</small></li>)}</ul>
    </section>
  )
}
