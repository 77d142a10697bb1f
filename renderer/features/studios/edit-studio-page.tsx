import { Button, Form, Input, Tooltip } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { SchemeHead } from '../../../shared/contract/schemes.ts'
import type { StudioRecord } from '../../../shared/contract/studios.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { ProblemError, useCall, useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useLeaveGuard } from '../../ui/leave-guard.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useDone } from '../../ui/use-done.ts'
import { showPlaces, whenValid } from './show-places.ts'
import { BodyFields, factsOf, KindField, NoteField, schemeKeyOf, type StudioFormValues } from './studio-fields.tsx'
import './studios.css'

export function EditStudioPage() {
  const { id = '' } = useParams()
  const studio = useCall('studios.get', { id })
  const schemes = useCall('schemes.list', {})
  return (
    <div className="studio-form">
      {studio.error && <PageHead title="修改基本信息" />}
      <LoadingOr of={studio}>
        {(record) => (
          <>
            <PageHead title="修改基本信息" facts={record.name} />
            <LoadingOr of={schemes}>{({ schemes: known }) => <EditForm key={record.id} studio={record} schemes={known} />}</LoadingOr>
          </>
        )}
      </LoadingOr>
    </div>
  )
}

function EditForm({ studio, schemes }: { readonly studio: StudioRecord; readonly schemes: readonly SchemeHead[] }) {
  const go = useNavigate()
  const { done } = useDone()
  const [form] = Form.useForm<StudioFormValues>()
  const [dirty, setDirty] = useState(false)
  // The revision that she opened: what somebody else saves meanwhile must not be overwritten.
  const [revision] = useState(studio.revision)
  const save = useWrite('studios.save')
  const store = async (filled: StudioFormValues): Promise<boolean> => {
    try {
      await save.mutateAsync({ id: studio.id, revision, facts: factsOf(filled) })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      showPlaces(form, error, ['name'])
      return false
    }
    done('已保存基本信息')
    return true
  }
  const { guard, pass } = useLeaveGuard({ dirty, what: `「${studio.name}」`, save: () => whenValid(form, store) })
  const values = Form.useWatch([], form) as Partial<StudioFormValues> | undefined
  const back = () => void go(`/studios/${studio.id}`)
  useShortcut('ctrl+s', () => form.submit())
  return (
    <Form
      form={form} layout="vertical" scrollToFirstError={{ focus: true }} onValuesChange={() => setDirty(true)}
      initialValues={{ ...studio, scheme: schemeKeyOf({ code: studio.schemeCode, version: studio.schemeVersion }) }}
      onFinish={(filled) => void store(filled).then((isSaved) => {
        if (!isSaved) return
        pass()
        back()
      })}
    >
      <section className="card">
        <Form.Item name="name" label="工作室名称" rules={[{ required: true, whitespace: true, message: '请填写工作室名称' }]}><Input autoFocus maxLength={60} /></Form.Item>
        <KindField />
        <Form.Item name="scheme" hidden><Input /></Form.Item>
        <p className="studio-scheme-line">遵循的规程：{studio.schemeTitle ?? studio.schemeCode}，第 {studio.schemeVersion} 版。<span>换规程在工作室页的「规程要点」里，可先看变化。</span></p>
        <BodyFields scheme={schemes.find((each) => schemeKeyOf(each) === values?.scheme)} />
        <NoteField />
        {save.error && <div style={{ marginBottom: 16 }}><ErrorNotice error={save.error} /></div>}
        <div className="form-foot">
          <Button onClick={back}>取消</Button>
          <Tooltip title="Ctrl+S"><Button type="primary" htmlType="submit" loading={save.isPending}>保存</Button></Tooltip>
        </div>
      </section>
      {guard}
    </Form>
  )
}
