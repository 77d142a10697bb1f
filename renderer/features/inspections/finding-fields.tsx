import { AutoComplete, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { FindingFacts } from '../../../shared/contract/inspections.ts'
import { type Severity, severities, severityNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { useCall } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { PersonPicker, type PersonChoice } from '../../ui/person-picker.tsx'
import { fieldErrors } from '../../ui/zod-rule.ts'
import { asChoice } from './as-choice.ts'

/** A finding as it is being filled in. */
export interface FindingDraft {
  readonly item: string
  readonly classId: string | null
  readonly person: PersonChoice | null
  readonly department: string
  readonly severity: Severity
  readonly text: string
  readonly foundOn: string | null
  readonly dueOn: string | null
  /** Who was chosen to mend it; null: the teacher, else the teacher of the class. */
  readonly chosen: PersonChoice | null
}

export interface FindingForm {
  readonly draft: FindingDraft
  set(change: Partial<FindingDraft>): void
  /** Who is to mend it, chosen or by the rule. */
  readonly responsible: PersonChoice | null
  factsFor(origin: Pick<FindingFacts, 'inspectionId' | 'feedbackId'>): FindingFacts
}

/** The fields of a finding and what they come to. Good practice has neither a day nor anybody who mends it. */
export function useFindingForm(begin: FindingDraft): FindingForm {
  const choices = useCall('inspections.choices', {})
  const [draft, setDraft] = useState(begin)
  const { chosen, person, classId, severity } = draft
  const schoolClass = choices.data?.classes.find(({ id }) => id === classId)
  const leader = schoolClass?.homeroomPersonId ? asChoice({ personId: schoolClass.homeroomPersonId, name: schoolClass.homeroomName ?? '' }) : null
  const responsible = severity === 'good' ? null : chosen ?? person ?? leader
  return {
    draft, set: (change) => setDraft((now) => ({ ...now, ...change })), responsible,
    factsFor: (origin) => ({
      ...origin, classId, personId: person?.id ?? null, department: draft.department.trim() === '' ? null : draft.department, item: draft.item, severity, text: draft.text,
      foundOn: draft.foundOn ?? '', dueOn: severity === 'good' ? null : draft.dueOn, responsiblePersonId: responsible?.id ?? null,
    }),
  }
}

/** The fields themselves, for a new finding and for one that is set right. Ctrl+Enter in the text is `onEnter`. */
export function FindingFields({ form, items, error, onEnter }: {
  readonly form: FindingForm; readonly items: readonly string[]; readonly error: Error | null; readonly onEnter: () => void
}) {
  const choices = useCall('inspections.choices', {})
  const { draft, set, responsible } = form
  const faultOf = (field: keyof FindingFacts) => error === null ? undefined : fieldErrors(error).find(({ name }) => name === field)?.errors[0]
  const mended = draft.severity !== 'good'
  return (
    <>
      <div className="finding-grid">
        <FormField id="finding-item" label="检查项目" required fault={faultOf('item')}><AutoComplete id="finding-item" value={draft.item} onChange={(item) => set({ item })} options={items.map((value) => ({ value }))} /></FormField>
        <FormField id="finding-class" label="班级" fault={faultOf('classId')}><Select id="finding-class" allowClear showSearch={{ optionFilterProp: 'label' }} value={draft.classId} onChange={(value: string | undefined) => set({ classId: value ?? null })} options={(choices.data?.classes ?? []).map(({ id, name }) => ({ value: id, label: name }))} /></FormField>
        <FormField id="finding-person" label="教师"><PersonPicker id="finding-person" value={draft.person} onChange={(person) => set({ person })} /></FormField>
        <FormField id="finding-department" label="教研组"><AutoComplete id="finding-department" value={draft.department} onChange={(department) => set({ department })} options={(choices.data?.departments ?? []).map((value) => ({ value }))} /></FormField>
      </div>
      <FormField id="finding-text" label="发现的情况" required fault={faultOf('text')}><Input.TextArea id="finding-text" value={draft.text} maxLength={500} autoSize={{ minRows: 1, maxRows: 5 }} onChange={(event) => set({ text: event.target.value })} onKeyDown={(event) => { if (event.key === 'Enter' && event.ctrlKey) onEnter() }} /></FormField>
      <div className="finding-grid">
        <FormField id="finding-severity" label="程度" fault={faultOf('severity')}><Radio.Group id="finding-severity" value={draft.severity} onChange={(event) => set({ severity: event.target.value as Severity })} options={severities.map((value) => ({ value, label: severityNames[value] }))} /></FormField>
        <FormField id="finding-found" label="发现日期" required fault={faultOf('foundOn')}><DayField id="finding-found" value={draft.foundOn} onChange={(foundOn) => set({ foundOn })} /></FormField>
        {mended && <FormField id="finding-due" label="整改期限" fault={faultOf('dueOn')}><DayField id="finding-due" value={draft.dueOn} onChange={(dueOn) => set({ dueOn })} {...(draft.foundOn === null ? {} : { from: draft.foundOn })} allowClear /></FormField>}
        {mended && <FormField id="finding-responsible" label="负责整改"><PersonPicker id="finding-responsible" value={responsible} onChange={(chosen) => set({ chosen })} placeholder="默认是教师本人或班主任" /></FormField>}
      </div>
    </>
  )
}
