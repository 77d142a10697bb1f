import { DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import type { DocumentSubject, FormCard, NoticeFacts } from '../../../shared/contract/documents.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { useTerm } from '../../app/term.tsx'
import { type PersonChoice, PersonPicker } from '../../ui/person-picker.tsx'

type Choices = OutputOf<'documents.subjects'>
type Change = (changes: Readonly<Record<string, string | null>>) => void

/** About whom or what: studio, then its people or its activities; for a notice how long it hangs. */
export function SubjectFields({ card, subject, choices, notice, onNotice, onChange }: {
  readonly card: FormCard
  readonly subject: Omit<DocumentSubject, 'form'>
  readonly choices: Choices | null
  readonly notice: NoticeFacts | null
  readonly onNotice: (notice: NoticeFacts) => void
  readonly onChange: Change
}) {
  const { terms } = useTerm()
  const studios = choices?.studios ?? []
  return (
    <Form layout="vertical" component="div" className="documents-fields">
      {card.subject !== 'person' && (
        <Form.Item label="学期" htmlFor="document-term">
          <Select id="document-term" value={subject.termKey} onChange={(term) => onChange({ term, activity: null })} options={[...terms].reverse().map(({ key }) => ({ value: key, label: termName(key) }))} />
        </Form.Item>
      )}
      <Form.Item label="工作室" htmlFor="document-studio">
        <Select
          id="document-studio" popupMatchSelectWidth={false} showSearch={{ optionFilterProp: 'label' }} placeholder="选择工作室" value={subject.studioId} notFoundContent="没有可以做文书的工作室"
          onChange={(studio) => onChange({ studio, person: null, activity: null })} options={studios.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      {card.subject === 'person' && <PersonField card={card} subject={subject} people={choices?.people ?? []} onChange={onChange} />}
      {card.subject === 'activity' && (
        <Form.Item label="活动" htmlFor="document-activity">
          <Select
            id="document-activity" popupMatchSelectWidth={false} showSearch={{ optionFilterProp: 'label' }} disabled={subject.studioId === null} placeholder="选择活动" value={subject.activityId} notFoundContent="这个学期还没有活动"
            onChange={(activity) => onChange({ activity })} options={(choices?.activities ?? []).map(({ id, title, heldOn, kind }) => ({ value: id, label: `${heldOn}　${title}（${kind}）` }))}
          />
        </Form.Item>
      )}
      {card.code === 'member-list-notice' && notice && <NoticeFields notice={notice} onNotice={onNotice} />}
    </Form>
  )
}

function PersonField({ card, subject, people, onChange }: {
  readonly card: FormCard
  readonly subject: Omit<DocumentSubject, 'form'>
  readonly people: Choices['people']
  readonly onChange: Change
}) {
  const [other, setOther] = useState<PersonChoice | null>(null)
  // For an application to host, those who host stand first; anybody else may apply too.
  const ordered = card.code === 'host-application' ? people : people.toSorted((a, b) => Number(a.role === 'host') - Number(b.role === 'host'))
  const known = people.some(({ id }) => id === subject.personId)
  return (
    <>
      <Form.Item label="工作室里的人" htmlFor="document-person">
        <Select
          id="document-person" showSearch={{ optionFilterProp: 'label' }} disabled={subject.studioId === null} placeholder="选择人员" value={known ? subject.personId : null}
          notFoundContent="工作室里还没有人" onChange={(person) => { setOther(null); onChange({ person }) }}
          options={ordered.map(({ id, name, roleName, about }) => ({ value: id, label: `${name}（${roleName}）`, title: about }))}
        />
      </Form.Item>
      <Form.Item label="或其他申请人" htmlFor="document-other">
        <PersonPicker id="document-other" value={known ? null : other} onChange={(person) => { setOther(person); onChange({ person: person?.id ?? null }) }} />
      </Form.Item>
    </>
  )
}

function NoticeFields({ notice, onNotice }: { readonly notice: NoticeFacts; readonly onNotice: (notice: NoticeFacts) => void }) {
  const text = (key: 'basis' | 'office' | 'phone' | 'address', label: string, max: number) => (
    <Form.Item label={label} htmlFor={`notice-${key}`}>
      <Input id={`notice-${key}`} maxLength={max} value={notice[key] ?? ''} onChange={(event) => onNotice({ ...notice, [key]: event.target.value === '' ? null : event.target.value })} />
    </Form.Item>
  )
  return (
    <>
      <div className="documents-pair">
        <Form.Item label="公示开始" htmlFor="notice-from">
          <DatePicker id="notice-from" style={{ width: '100%' }} format="YYYY-MM-DD" value={notice.startsOn === null ? null : dayjs(notice.startsOn)} onChange={(day) => onNotice({ ...notice, startsOn: day ? day.format('YYYY-MM-DD') : null })} />
        </Form.Item>
        <Form.Item label="工作日" htmlFor="notice-days">
          <InputNumber id="notice-days" style={{ width: '100%' }} min={1} max={60} precision={0} value={notice.workingDays} onChange={(days) => onNotice({ ...notice, workingDays: days })} />
        </Form.Item>
      </div>
      {text('basis', '公示依据（文件名）', 80)}
      {text('office', '受理部门', 40)}
      {text('phone', '受理电话（办公电话）', 30)}
      {text('address', '受理地址', 60)}
    </>
  )
}
