import { Button, Form, Tooltip } from 'antd'
import { useState } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.ts'
import { sexNames } from '../../../shared/domain/people/id-number.ts'
import { type PersonField, personFields } from '../../../shared/domain/people/person-fields.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { ProblemError, upload, useWrite } from '../../api/client.ts'
import { useTerm } from '../../app/term.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useLeaveGuard } from '../../ui/leave-guard.tsx'
import { NumberField } from './number-field.tsx'
import { BasicFields, type PersonValues, RestFields, WorkFields } from './person-fields.tsx'
import { personHints } from './person-hints.ts'
import { type PhotoChange, PhotoField } from './photo-field.tsx'

/** Everything that is kept of a person, in the order of the paper form. */
export function PersonForm({ person, mayWrite, onSaved, onLeave, onReveal }: {
  readonly person: PersonRecord | null
  readonly mayWrite: boolean
  readonly onSaved: (id: string, name: string, revision: number) => void
  readonly onLeave: () => void
  readonly onReveal: () => void
}) {
  const [form] = Form.useForm<PersonValues>()
  const [dirty, setDirty] = useState(false)
  const [photo, setPhoto] = useState<PhotoChange>({ kind: 'kept' })
  // The revision that was opened: what somebody else saves meanwhile must not be overwritten.
  const [revision] = useState(person?.revision ?? null)
  const { guard, pass } = useLeaveGuard({ dirty, what: person ? `「${person.name}」` : '新增的人员', save: async () => (await store()) !== null })
  const write = useWrite('people.save')
  const [error, setError] = useState<Error | null>(null)
  const [saving, setSaving] = useState(false)
  const values = (Form.useWatch([], form) as PersonValues | undefined) ?? {}
  const { today } = useTerm()
  const hints = personHints(today === null ? {} : values, today ?? '')
  const readOnly = !mayWrite || (person?.removedAt ?? null) !== null

  /** What was saved, or null when the form shows why not. */
  const store = async () => {
    setSaving(true)
    setError(null)
    try {
      await form.validateFields()
      const filled = form.getFieldsValue()
      const draft = Object.fromEntries(personFields.flatMap((field) => (filled[field] === undefined ? [] : [[field, filled[field]]]))) as PersonValues
      const saved = await write.mutateAsync({
        ...draft, name: draft.name ?? '', sex: draft.sex === 'male' || draft.sex === 'female' ? draft.sex : null, id: person?.id ?? null, revision,
        ...(photo.kind === 'kept' ? {} : { photo: photo.kind === 'chosen' ? (await upload(photo.file)).token : null }),
      })
      return { ...saved, name: draft.name ?? '' }
    } catch (caught) {
      // What a field itself refuses stands under the field already.
      if (caught instanceof Error) setError(caught)
      showPlaces(caught)
      return null
    } finally {
      setSaving(false)
    }
  }
  const save = async () => {
    const saved = await store()
    if (!saved) return
    pass()
    onSaved(saved.id, saved.name, saved.revision)
  }
  const showPlaces = (caught: unknown) => {
    const places = caught instanceof ProblemError ? caught.problem.places ?? [] : []
    const found = places.flatMap(({ field, message }) => {
      const name = personFields.find((known) => known === field)
      return name === undefined ? [] : [{ name, errors: [message] }]
    })
    form.setFields(found)
    if (found[0]) form.focusField(found[0].name)
  }
  useShortcut('ctrl+s', () => form.submit(), !readOnly)

  const number = (field: 'idNumber' | 'phone') => (
    <NumberField
      field={field} personId={person?.id ?? null} masked={(field === 'idNumber' ? person?.idNumberMasked : person?.phoneMasked) ?? null}
      onReveal={onReveal} warning={hints.warnings.get(field)} disabled={readOnly}
    />
  )
  const take = () => {
    if (!hints.offer) return
    if (!values.sex) form.setFieldValue('sex', hints.offer.sex)
    if (!values.bornOn) form.setFieldValue('bornOn', hints.offer.bornOn)
    setDirty(true)
  }
  return (
    <Form
      form={form} layout="vertical" disabled={readOnly} initialValues={valuesOf(person)} scrollToFirstError={{ focus: true }}
      onValuesChange={() => setDirty(true)} onFinish={() => void save()}
    >
      <section className="card">
        <div className="person-top">
          <div>
            <BasicFields warnings={hints.warnings} ageHint={hints.age} isNew={person === null} />
            <div className="person-two">{number('idNumber')}{number('phone')}</div>
            {hints.offer && !readOnly && (
              <div className="offer" role="status">
                <span>身份证号表示：{sexNames[hints.offer.sex]}，{hints.offer.bornOn} 出生</span>
                <Button size="small" onClick={take}>填入空着的</Button>
              </div>
            )}
          </div>
          <PhotoField
            personId={person?.id ?? null} hasPhoto={person?.hasPhoto ?? false} change={photo} disabled={readOnly}
            onChange={(change) => { setPhoto(change); setDirty(true) }}
          />
        </div>
        <WorkFields warnings={hints.warnings} teachingHint={hints.teaching} />
        <RestFields />
        {error && <div style={{ marginBottom: 12 }}><ErrorNotice error={error} /></div>}
        {!readOnly && (
          <div className="person-foot">
            <Button onClick={onLeave}>返回</Button>
            <Tooltip title="Ctrl+S"><Button type="primary" htmlType="submit" loading={saving}>保存</Button></Tooltip>
          </div>
        )}
      </section>
      {guard}
    </Form>
  )
}

function valuesOf(person: PersonRecord | null): PersonValues {
  if (!person) return {}
  const shown = (field: PersonField) => field !== 'idNumber' && field !== 'phone'
  return Object.fromEntries(personFields.filter(shown).map((field) => [field, (person as unknown as Record<string, string | number | null>)[field] ?? null])) as PersonValues
}
