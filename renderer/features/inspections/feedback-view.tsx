import { Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { feedbackFacts, type FeedbackRow } from '../../../shared/contract/inspections.ts'
import { type FeedbackSource, feedbackSourceNames, feedbackSources } from '../../../shared/domain/inspections/inspection-words.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { useTerm } from '../../app/term.tsx'
import { Modal } from '../../ui/modal.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { PersonPicker, type PersonChoice } from '../../ui/person-picker.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'
import { fieldErrors, zodRule } from '../../ui/zod-rule.ts'
import { asChoice } from './as-choice.ts'
import { FindingEntry } from './finding-entry.tsx'
import { listHeight } from './list-height.ts'
import { RemoveRecord } from './remove-record.tsx'

const columns: readonly ListColumn<FeedbackRow>[] = [
  { id: 'onDay', title: '日期', value: ({ onDay }) => onDay, kind: 'date', width: 110 },
  { id: 'source', title: '来自', value: ({ source }) => feedbackSourceNames[source], width: 80 },
  { id: 'about', title: '关于', value: ({ className, personName }) => [className, personName].filter(Boolean).join('、'), width: 170 },
  { id: 'text', title: '反映的情况', value: ({ text }) => text, width: 320 },
  { id: 'to', title: '转给', value: ({ forwardedToName }) => forwardedToName, width: 90 },
  { id: 'state', title: '状态', value: ({ answeredOn, forwardedToName }) => answeredOn !== null ? '已答复' : forwardedToName !== null ? '待答复' : '待转交', width: 90 },
  { id: 'answer', title: '答复', value: ({ answer }) => answer, width: 220 },
]

/** 《教学信息反馈表》 of the term. */
export function FeedbackView({ termKey }: { readonly termKey: string }) {
  const forms = useCall('inspections.feedback', { termKey })
  const choices = useCall('inspections.choices', {})
  const [opened, setOpened] = useState<FeedbackRow | 'new' | null>(null)
  const isOffice = choices.data?.isOffice ?? false
  useShortcut('ctrl+n', () => setOpened('new'), isOffice)
  const add = isOffice && <Button type="primary" title="Ctrl+N" onClick={() => setOpened('new')}>登记反馈表</Button>
  return (
    <>
      <DataList
        height={listHeight} name="feedbackForms" label="教学信息反馈表" columns={columns} rows={forms.data?.rows} rowKey={({ id }) => id} error={forms.error} onRetry={() => void forms.refetch()} onOpen={setOpened} tools={add}
        empty={<EmptyState title="还没有反馈表" hint={isOffice ? '学生座谈、问卷和教师反映的教学情况登记在这里，转给有关教师答复。' : '转给您的反馈表会列在这里。'}>{add}</EmptyState>}
      />
      {opened !== null && (opened !== 'new' && !isOffice
        ? <AnswerDialog form={opened} onClose={() => setOpened(null)} />
        : <FeedbackDialog form={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />)}
    </>
  )
}

interface Fields {
  readonly onDay: string
  readonly source: FeedbackSource
  readonly classId: string | null
  readonly person: PersonChoice | null
  readonly text: string
  readonly to: PersonChoice | null
}

function FeedbackDialog({ form: feedback, onClose }: { readonly form: FeedbackRow | null; readonly onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const dialog = useDialog(onClose)
  const { today } = useTerm()
  const choices = useCall('inspections.choices', {})
  const save = useWrite('inspections.saveFeedback')
  const { done } = useDone()
  const [finding, setFinding] = useState(false)
  const [removing, setRemoving] = useState(false)
  const { shape } = feedbackFacts
  const about = feedback?.personId ? asChoice({ personId: feedback.personId, name: feedback.personName ?? '' }) : null
  return (
    <Modal {...dialog} title={feedback ? '反馈表' : '登记反馈表'} okText="保存" cancelText="取消" onOk={() => form.submit()} confirmLoading={save.isPending} width={640}>
      <Form<Fields>
        form={form} name="feedback" layout="vertical" validateTrigger="onBlur"
        initialValues={feedback
          ? { ...feedback, person: about, to: feedback.forwardedToPersonId ? asChoice({ personId: feedback.forwardedToPersonId, name: feedback.forwardedToName ?? '' }) : null }
          : { onDay: today, source: 'students', classId: null, person: null, text: '', to: null }}
        onFinish={({ onDay, source, classId, person, text, to }) => save.mutate({
          id: feedback?.id ?? null, revision: feedback?.revision ?? null,
          facts: { onDay, source, classId: classId ?? null, personId: person?.id ?? null, text, forwardedToPersonId: to?.id ?? null },
        }, {
          onSuccess: () => {
            done('已保存反馈表')
            dialog.onCancel()
          },
          onError: (error) => form.setFields(fieldErrors(error) as never),
        })}
      >
        <div className="field-grid">
          <Form.Item name="onDay" label="日期" required rules={[zodRule(shape.onDay)]}><DayField /></Form.Item>
          <Form.Item name="source" label="来自"><Radio.Group options={feedbackSources.map((value) => ({ value, label: feedbackSourceNames[value] }))} /></Form.Item>
          <Form.Item name="classId" label="班级"><Select allowClear options={(choices.data?.classes ?? []).map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
          <Form.Item name="person" label="关于哪位教师"><PersonPicker /></Form.Item>
        </div>
        <Form.Item name="text" label="反映的情况" required rules={[zodRule(shape.text)]}><Input.TextArea autoFocus maxLength={1000} autoSize={{ minRows: 3, maxRows: 8 }} /></Form.Item>
        <Form.Item name="to" label="转给谁答复"><PersonPicker /></Form.Item>
        <FormError error={save.error} />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </Form>
      {feedback?.answer && <p className="note good keep-lines">{feedback.answeredOn} 答复：{feedback.answer}</p>}
      {feedback && !feedback.answer && <Answer form={feedback} onDone={dialog.onCancel} />}
      {feedback && !finding && (
        <div className="week-tools after">
          <Button onClick={() => setFinding(true)}>立为整改{feedback.findings > 0 ? `（已有 ${feedback.findings} 条）` : ''}</Button>
          <Button danger type="text" onClick={() => setRemoving(true)}>移除这张反馈表…</Button>
        </div>
      )}
      {feedback && removing && (
        <RemoveRecord route="inspections.removeFeedback" id={feedback.id} revision={feedback.revision} title="把这张反馈表移到回收站" example="如：登记重了" onClose={() => setRemoving(false)} onGone={dialog.onCancel}>
          {feedback.findings > 0 ? `由它立的 ${feedback.findings} 条整改留着，继续办。` : '它还没有立为整改。'}以后可以恢复。
        </RemoveRecord>
      )}
      {feedback && finding && <section className="finding-next"><h3>立为整改</h3><FindingEntry inspectionId={null} feedbackId={feedback.id} items={['学生意见']} today={today ?? feedback.onDay} begin={{ classId: feedback.classId, person: about, text: feedback.text }} /></section>}
    </Modal>
  )
}

function AnswerDialog({ form, onClose }: { readonly form: FeedbackRow; readonly onClose: () => void }) {
  const dialog = useDialog(onClose)
  return (
    <Modal {...dialog} title="反馈表" footer={null}>
      <p className="keep-lines">{form.text}</p>
      {form.answer === null ? form.mayAnswer && <Answer form={form} onDone={dialog.onCancel} /> : <p className="note good keep-lines">{form.answeredOn} 答复：{form.answer}</p>}
    </Modal>
  )
}

function Answer({ form, onDone }: { readonly form: FeedbackRow; readonly onDone: () => void }) {
  const [answer, setAnswer] = useState('')
  const save = useWrite('inspections.answerFeedback')
  const { done } = useDone()
  return (
    <section className="finding-next" aria-label="答复这张反馈表">
      <Input.TextArea aria-label="答复" placeholder="答复" value={answer} maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => setAnswer(event.target.value)} />
      <FormError error={save.error} />
      <Button
        className="after" disabled={answer.trim() === ''} loading={save.isPending}
        onClick={() => save.mutate({ id: form.id, revision: form.revision, answer }, {
          onSuccess: () => {
            done('已答复')
            onDone()
          },
        })}
      >答复</Button>
    </section>
  )
}
