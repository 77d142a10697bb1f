import { Button, Form, Input, Tooltip } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { SchemeHead } from '../../../shared/contract/schemes.ts'
import { suggestCycle, suggestStudioName } from '../../../shared/domain/studios/suggest-studio.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { useTerm } from '../../app/term.tsx'
import { ProblemError, useCall, useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useLeaveGuard } from '../../ui/leave-guard.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type PersonChoice, PersonPicker } from '../../ui/person-picker.tsx'
import { useDone } from '../../ui/use-done.ts'
import { DayField } from '../../ui/day-field.tsx'
import { MemberPreviewView, usePreview } from './member-preview.tsx'
import { showPlaces, whenValid } from './show-places.ts'
import { BodyFields, factsOf, KindField, NoteField, schemeKeyOf, SchemeField, type StudioFormValues } from './studio-fields.tsx'
import './studios.css'

interface Values extends StudioFormValues {
  readonly host: PersonChoice | null
  readonly startsOn: string
  readonly endsOn: string
  readonly exceptionReason: string
}

export function NewStudioPage() {
  const schemes = useCall('schemes.list', {})
  const school = useCall('school.facts', {})
  return (
    <div className="studio-form">
      <PageHead title="新建工作室" facts="先选类别和规程，名称和周期会按规程给出建议" />
      <LoadingOr of={schemes}>
        {({ schemes: known }) => <LoadingOr of={school}>{({ name }) => <NewStudioForm schemes={known} schoolName={name} />}</LoadingOr>}
      </LoadingOr>
    </div>
  )
}

function NewStudioForm({ schemes, schoolName }: { readonly schemes: readonly SchemeHead[]; readonly schoolName: string }) {
  const go = useNavigate()
  const { term } = useTerm()
  const { done } = useDone()
  const [form] = Form.useForm<Values>()
  const [dirty, setDirty] = useState(false)
  const create = useWrite('studios.create')
  const values = Form.useWatch([], form) as Partial<Values> | undefined
  const scheme = schemes.find((each) => schemeKeyOf(each) === values?.scheme)
  const hostWord = scheme?.roles.find(({ role }) => role === 'host')?.name ?? '主持人'
  const draft = values?.kind && values.scheme && values.hostSchool ? factsOf(values as StudioFormValues) : null
  const preview = usePreview({
    studioId: null, draft, people: values?.host ? [{ personId: values.host.id, role: 'host' }] : [], fromOn: values?.startsOn ?? null,
  })
  const needsReason = (preview.data?.overstepped.length ?? 0) > 0

  /** What follows from what was just filled in, unless she has written it herself. */
  const suggest = (changed: Partial<Values>) => {
    setDirty(true)
    const all = form.getFieldsValue()
    const follows = schemes.find((each) => schemeKeyOf(each) === all.scheme)
    if (changed.kind !== undefined && !form.isFieldTouched('scheme')) {
      const own = schemes.filter(({ studioKind }) => studioKind === changed.kind)
      if (own.length === 1 && own[0]) form.setFieldValue('scheme', schemeKeyOf(own[0]))
    }
    if (changed.scheme !== undefined && follows && !follows.levels.some(({ key }) => key === all.level && form.isFieldTouched('level'))) {
      form.setFieldValue('level', follows.levels.find(({ key }) => key === follows.level)?.key)
    }
    if (changed.host && !form.isFieldTouched('subject') && changed.host.subject !== null) form.setFieldValue('subject', changed.host.subject)
    if (changed.host && !form.isFieldTouched('schoolStage') && changed.host.schoolStage !== null) form.setFieldValue('schoolStage', changed.host.schoolStage)
    if ((changed.scheme !== undefined || changed.startsOn !== undefined) && follows && follows.cycleYears !== null && !form.isFieldTouched('endsOn') && all.startsOn) {
      form.setFieldValue('endsOn', suggestCycle(all.startsOn, follows.cycleYears).endsOn)
    }
    if (!form.isFieldTouched('name')) {
      const now = form.getFieldsValue()
      const name = suggestStudioName(follows?.nameTemplate ?? null, {
        school: now.hostSchool, subject: now.subject ?? '', hostName: now.host?.name ?? '', stage: now.schoolStage ?? '',
      })
      if (name !== null) form.setFieldValue('name', name)
    }
  }

  /** The new studio's id, or null when it was refused. */
  const store = async (filled: Values): Promise<string | null> => {
    try {
      const { id } = await create.mutateAsync({
        facts: factsOf(filled), cycle: { startsOn: filled.startsOn, endsOn: filled.endsOn }, hostPersonId: filled.host?.id ?? null,
        exceptionReason: needsReason ? filled.exceptionReason : null,
      })
      done(`已新建「${filled.name}」`)
      return id
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      showPlaces(form, error, ['name', 'startsOn', 'endsOn', 'exceptionReason'])
      return null
    }
  }
  const { guard, pass } = useLeaveGuard({
    dirty, what: values?.name ? `「${values.name}」` : '新工作室', save: () => whenValid(form, async (filled) => await store(filled) !== null),
  })
  const save = async (filled: Values) => {
    const id = await store(filled)
    if (id === null) return
    pass()
    void go(`/studios/${id}`)
  }
  useShortcut('ctrl+s', () => form.submit())

  return (
    <Form
      form={form} layout="vertical" onFinish={(filled) => void save(filled)} onValuesChange={suggest} scrollToFirstError={{ focus: true }}
      initialValues={{ kind: 'teacher', hostSchool: schoolName, startsOn: term?.startsOn ?? null, host: null }}
    >
      <section className="card">
        <KindField />
        <SchemeField schemes={schemes} kind={values?.kind} />
        <Form.Item name="host" label={hostWord} extra="也可以先不填，以后在成员里添加"><PersonPicker /></Form.Item>
        <BodyFields scheme={scheme} />
        <Form.Item
          name="name" label="工作室名称" rules={[{ required: true, whitespace: true, message: '请填写工作室名称' }]}
          extra={scheme?.nameTemplate ? '已按规程的命名办法给出建议，可以修改' : undefined}
        >
          <Input maxLength={60} />
        </Form.Item>
        <div className="form-two">
          <Form.Item name="startsOn" label="周期开始" rules={[{ required: true, message: '请填写开始日期' }]}><DayField /></Form.Item>
          <Form.Item
            name="endsOn" label="周期结束" rules={[{ required: true, message: '请填写结束日期' }]}
            extra={scheme && scheme.cycleYears !== null ? `规程一个周期 ${scheme.cycleYears} 年` : undefined}
          >
            <DayField />
          </Form.Item>
        </div>
        <NoteField />
        {values?.host && preview.data && <MemberPreviewView preview={preview.data} quiet />}
        {needsReason && (
          <Form.Item name="exceptionReason" label="获准理由" rules={[{ required: true, whitespace: true, message: '不符合规程，请写明获准的理由' }]}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
          </Form.Item>
        )}
        {create.error && <div style={{ marginBottom: 16 }}><ErrorNotice error={create.error} /></div>}
        <div className="form-foot">
          <Button onClick={() => void go('/studios')}>取消</Button>
          <Tooltip title="Ctrl+S"><Button type="primary" htmlType="submit" loading={create.isPending}>保存</Button></Tooltip>
        </div>
      </section>
      {guard}
    </Form>
  )
}
