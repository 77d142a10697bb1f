import { Select } from 'antd'
import { useState } from 'react'
import { useCall, useWrite } from '../../api/client.ts'
import { FormField } from '../../ui/form-field.tsx'
import { useDone } from '../../ui/use-done.ts'
import { ReasonFoot } from './reason-foot.tsx'

/** Asks somebody to take the shift, in exchange for one of hers or not. */
export function SwapForm({ shiftId, onDone }: { readonly shiftId: string; readonly onDone: () => void }) {
  const choices = useCall('shifts.swapChoices', { shiftId })
  const ask = useWrite('shifts.askSwap')
  const { done, failed } = useDone()
  const [withPerson, setWithPerson] = useState<string | null>(null)
  const [inExchange, setInExchange] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const people = choices.data?.people ?? []
  const other = people.find(({ personId }) => personId === withPerson)
  const send = () => {
    setTried(true)
    if (other === undefined || reason.trim() === '') return
    ask.mutate({ shiftId, withPersonId: other.personId, inExchangeShiftId: inExchange, reason }, {
      onSuccess: () => {
        done(`已向${other.name}申请换班，等对方答复`)
        onDone()
      },
      onError: failed,
    })
  }
  return (
    <section className="shift-form" aria-label="申请换班">
      <FormField id="swap-with" label="和谁换" required fault={tried && other === undefined ? '请选择和谁换' : undefined}>
        <Select<string>
          id="swap-with" autoFocus value={withPerson} placeholder="当天没有值班的人" showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }}
          options={people.map(({ personId, name, unable }) => ({ value: personId, label: unable === null ? name : `${name}（${unable}）` }))}
          onChange={(id) => {
            setWithPerson(id)
            setInExchange(null)
          }}
        />
      </FormField>
      <FormField id="swap-exchange" label="换回对方的哪一班" hint="不选就是请对方代班">
        <Select<string> id="swap-exchange" allowClear value={inExchange} placeholder="不换回，请对方代班" style={{ width: '100%' }} options={(other?.shifts ?? []).map(({ id, words }) => ({ value: id, label: words }))} onChange={(id: string | undefined) => setInExchange(id ?? null)} />
      </FormField>
      <ReasonFoot id="swap-reason" reason={reason} onReason={setReason} tried={tried} example="例如：外出听课" verb="发出申请" pending={ask.isPending} onGo={send} onCancel={onDone} />
    </section>
  )
}
