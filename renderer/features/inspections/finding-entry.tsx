import { AutoComplete, Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { addDays } from '../../../shared/domain/dates/day.ts'
import { type Severity, severities, severityNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { PersonPicker, type PersonChoice } from '../../ui/person-picker.tsx'
import { useDone } from '../../ui/use-done.ts'
import { asChoice } from './as-choice.ts'

const daysToMend = 7

/**
 * A finding in one line of fields: the next one keeps the item and the class. Whoever is responsible is the teacher, else the teacher of the
 * class, unless somebody else is chosen.
 */
export function FindingEntry({ inspectionId, feedbackId, items, today, begin }: {
  readonly inspectionId: string | null
  readonly feedbackId: string | null
  readonly items: readonly string[]
  readonly today: string
  readonly begin?: { readonly classId: string | null; readonly person: PersonChoice | null; readonly text: string }
}) {
  const choices = useCall('inspections.choices', {})
  const [item, setItem] = useState(items[0] ?? '')
  const [classId, setClassId] = useState<string | null>(begin?.classId ?? null)
  const [person, setPerson] = useState<PersonChoice | null>(begin?.person ?? null)
  const [department, setDepartment] = useState('')
  const [severity, setSeverity] = useState<Severity>('minor')
  const [text, setText] = useState(begin?.text ?? '')
  const [dueOn, setDueOn] = useState<string | null>(addDays(today, daysToMend))
  const [chosen, setChosen] = useState<PersonChoice | null>(null)
  const save = useWrite('inspections.saveFinding')
  const { done } = useDone()
  const schoolClass = choices.data?.classes.find(({ id }) => id === classId)
  const leader = schoolClass?.homeroomPersonId ? asChoice({ personId: schoolClass.homeroomPersonId, name: schoolClass.homeroomName ?? '' }) : null
  const responsible = severity === 'good' ? null : chosen ?? person ?? leader
  const store = () => save.mutate({
    id: null, revision: null,
    facts: {
      inspectionId, feedbackId, classId, personId: person?.id ?? null, department: department === '' ? null : department, item, severity, text, foundOn: today,
      dueOn: severity === 'good' ? null : dueOn, responsiblePersonId: responsible?.id ?? null,
    },
  }, {
    onSuccess: () => {
      done('已记下一条')
      setText('')
      setPerson(null)
      setChosen(null)
    },
  })
  return (
    <form className="finding-entry no-print" aria-label="记一条" onSubmit={(event) => { event.preventDefault(); store() }}>
      <div className="finding-grid">
        <FormField id="finding-item" label="检查项目" required><AutoComplete id="finding-item" value={item} onChange={setItem} options={items.map((value) => ({ value }))} /></FormField>
        <FormField id="finding-class" label="班级"><Select id="finding-class" allowClear showSearch={{ optionFilterProp: 'label' }} value={classId} onChange={(value: string | undefined) => setClassId(value ?? null)} options={(choices.data?.classes ?? []).map(({ id, name }) => ({ value: id, label: name }))} /></FormField>
        <FormField id="finding-person" label="教师"><PersonPicker id="finding-person" value={person} onChange={setPerson} /></FormField>
        <FormField id="finding-department" label="教研组"><AutoComplete id="finding-department" value={department} onChange={setDepartment} options={(choices.data?.departments ?? []).map((value) => ({ value }))} /></FormField>
      </div>
      <FormField id="finding-text" label="发现的情况" required><Input.TextArea id="finding-text" value={text} maxLength={500} autoSize={{ minRows: 1, maxRows: 5 }} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter' && event.ctrlKey) store() }} /></FormField>
      <div className="finding-grid">
        <FormField id="finding-severity" label="程度"><Radio.Group id="finding-severity" value={severity} onChange={(event) => setSeverity(event.target.value as Severity)} options={severities.map((value) => ({ value, label: severityNames[value] }))} /></FormField>
        {severity !== 'good' && <FormField id="finding-due" label="整改期限"><DayField id="finding-due" value={dueOn} onChange={setDueOn} from={today} allowClear /></FormField>}
        {severity !== 'good' && <FormField id="finding-responsible" label="负责整改"><PersonPicker id="finding-responsible" value={responsible} onChange={setChosen} placeholder="默认是教师本人或班主任" /></FormField>}
        <div className="finding-go"><Button type="primary" htmlType="submit" loading={save.isPending} title="在文字里按 Ctrl+Enter">记下</Button></div>
      </div>
      {save.error && <ErrorNotice error={save.error} />}
    </form>
  )
}
