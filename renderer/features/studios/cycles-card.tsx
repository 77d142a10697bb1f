import { Button, Form } from 'antd'
import { useState } from 'react'
import type { Cycle, StudioRecord } from '../../../shared/contract/studios.ts'
import { addDays } from '../../../shared/domain/dates/day.ts'
import { suggestCycle } from '../../../shared/domain/studios/suggest-studio.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { AskButton } from '../../ui/ask-button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDone } from '../../ui/use-done.ts'
import { DayField } from '../../ui/day-field.tsx'
import { showPlaces } from './show-places.ts'

export function CyclesCard({ studio, mayWrite }: { readonly studio: StudioRecord; readonly mayWrite: boolean }) {
  const [editing, setEditing] = useState<Cycle | 'new' | null>(null)
  const remove = useWrite('studios.removeCycle')
  const { done, failed } = useDone()
  return (
    <section className="card" id="cycles" tabIndex={-1} aria-labelledby="cycles-title">
      <h2 id="cycles-title">周期<span className="grow" />{mayWrite && <Button size="small" onClick={() => setEditing('new')}>添加周期</Button>}</h2>
      <table className="plain-table">
        <thead><tr><th scope="col">周期</th><th scope="col">起止</th>{mayWrite && <th scope="col"><span className="visually-hidden">操作</span></th>}</tr></thead>
        <tbody>
          {studio.cycles.map((cycle) => (
            <tr key={cycle.id}>
              <td>第 {cycle.ordinal} 周期{cycle.id === studio.cycle?.id && studio.cycles.length > 1 ? '（当前）' : ''}</td>
              <td>{cycle.startsOn} 至 {cycle.endsOn}</td>
              {mayWrite && (
                <td>
                  <Button type="link" size="small" aria-label={`修改第 ${cycle.ordinal} 周期`} onClick={() => setEditing(cycle)}>修改</Button>
                  {studio.cycles.length > 1 && (
                    <AskButton
                      type="link" size="small" danger aria-label={`删除第 ${cycle.ordinal} 周期`}
                      question={`删除第 ${cycle.ordinal} 周期？成员和活动的记录不变。`} answer="删除"
                      onYes={() => remove.mutate({ studioId: studio.id, id: cycle.id }, { onSuccess: () => done('已删除周期'), onError: failed })}
                    >
                      删除
                    </AskButton>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {editing !== null && <CycleDialog studio={studio} cycle={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </section>
  )
}

function CycleDialog({ studio, cycle, onClose }: { readonly studio: StudioRecord; readonly cycle: Cycle | null; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ startsOn: string; endsOn: string }>()
  const save = useWrite('studios.saveCycle')
  const schemes = useCall('schemes.list', {})
  const { done } = useDone()
  const last = studio.cycles.at(-1)
  const years = schemes.data?.schemes.find(({ code, version }) => code === studio.schemeCode && version === studio.schemeVersion)?.cycleYears ?? 3
  const first = cycle ?? (last ? suggestCycle(addDays(last.endsOn, 1), years) : {})
  return (
    <Modal
      open title={cycle ? `修改第 ${cycle.ordinal} 周期` : '添加周期'} okText="保存" cancelText="取消" onOk={() => form.submit()} onCancel={onClose}
      confirmLoading={save.isPending} width={440} className="studio-dialog"
    >
      <Form
        form={form} layout="vertical" initialValues={first}
        onFinish={(days) => save.mutate({ studioId: studio.id, id: cycle?.id ?? null, ...days }, {
          onSuccess: ({ ordinal }) => {
            done(`已保存第 ${ordinal} 周期`)
            onClose()
          },
          onError: (error) => showPlaces(form, error, ['startsOn', 'endsOn']),
        })}
      >
        <div className="form-two">
          <Form.Item name="startsOn" label="开始" rules={[{ required: true, message: '请填写开始日期' }]}><DayField /></Form.Item>
          <Form.Item name="endsOn" label="结束" rules={[{ required: true, message: '请填写结束日期' }]}><DayField /></Form.Item>
        </div>
        {save.error && <ErrorNotice error={save.error} />}
      </Form>
    </Modal>
  )
}
