import { keepPreviousData } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import type { SchemeMovePreview, StudioRecord } from '../../../shared/contract/studios.ts'
import { ProblemError, useCall, useWrite } from '../../api/client.ts'
import { DifferenceLines } from '../../ui/difference-lines.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'
import { DayField } from '../../ui/day-field.tsx'
import { showPlaces } from './show-places.ts'
import { schemeKeyOf, SchemeField } from './studio-fields.tsx'

interface Values {
  readonly scheme: string
  readonly fromOn: string
  readonly reason: string
}

const keyIn = (scheme: string) => ({ schemeCode: scheme.slice(0, scheme.lastIndexOf('@')), schemeVersion: scheme.slice(scheme.lastIndexOf('@') + 1) })

/** 换规程: what changes for this studio is seen before anything is saved. `to`: the scheme (`code@version`) that is chosen at first. */
export function MoveSchemeDialog({ studio, to, onClose }: { readonly studio: StudioRecord; readonly to: string | null; readonly onClose: () => void }) {
  const dialog = useDialog(onClose)
  const [form] = Form.useForm<Values>()
  const { done } = useDone()
  const move = useWrite('studios.moveScheme')
  const schemes = useCall('schemes.list', {})
  const scheme = Form.useWatch('scheme', form) as string | undefined
  const fromOn = Form.useWatch('fromOn', form) as string | null | undefined
  const store = (values: Values) => move.mutate({ id: studio.id, revision: studio.revision, ...keyIn(values.scheme), fromOn: values.fromOn, reason: values.reason }, {
    onSuccess: () => {
      done(`「${studio.name}」自 ${values.fromOn} 起按新规程`)
      dialog.onCancel()
    },
    onError: (error) => {
      if (error instanceof ProblemError) showPlaces(form, error, ['fromOn', 'reason', 'scheme'])
    },
  })
  const others = schemes.data?.schemes.filter((each) => schemeKeyOf(each) !== schemeKeyOf({ code: studio.schemeCode, version: studio.schemeVersion }))
  return (
    <Modal {...dialog} title="换规程" okText="换成这份规程" cancelText="取消" onOk={() => form.submit()} confirmLoading={move.isPending} width={680} className="studio-dialog">
      <p style={{ marginBottom: 12 }}>现在按「{studio.schemeTitle ?? studio.schemeCode}」第 {studio.schemeVersion} 版。以前的活动、经费和职责仍按当时的规程，不会改变。日期可以是以后的某一天，到那天自动改用。</p>
      {/* The name keeps the fields' ids apart from the sections of the page, one of which is called scheme too. */}
      <Form name="move" form={form} layout="vertical" onFinish={store} initialValues={{ fromOn: studio.asOf, ...(to === null ? {} : { scheme: to }) }}>
        <SchemeField schemes={others ?? []} kind={studio.kind} label="换成哪份规程" />
        <div className="form-two">
          <Form.Item name="fromOn" label="从哪天起" rules={[{ required: true, message: '请填写日期' }]}><DayField /></Form.Item>
          <Form.Item name="reason" label="换规程的依据" rules={[{ required: true, whitespace: true, message: '请写明依据' }]}><Input maxLength={200} placeholder="如：县局 2026 年第 12 号文" /></Form.Item>
        </div>
        {scheme !== undefined && <Preview id={studio.id} scheme={scheme} fromOn={fromOn ?? null} />}
        <FormError error={move.error} />
      </Form>
    </Modal>
  )
}

function Preview({ id, scheme, fromOn }: { readonly id: string; readonly scheme: string; readonly fromOn: string | null }) {
  const preview = useCall('studios.previewScheme', { id, ...keyIn(scheme), fromOn }, { placeholderData: keepPreviousData })
  if (preview.error) return <div style={{ marginBottom: 12 }}><ErrorNotice error={preview.error} /></div>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section className="move-preview" aria-label="换规程以后的变化" tabIndex={0}>
      <LoadingOr of={preview}>{(data) => <Changes preview={data} />}</LoadingOr>
    </section>
  )
}

const turnWords = { broken: '将超出', mended: '不再超出', added: '新增的限制', other: '改为' } as const

function Changes({ preview }: { readonly preview: SchemeMovePreview }) {
  const { limits, duties, money, others, open, effects, warnings, obstacles, earliestOn } = preview
  const nothing = limits.length + duties.length + money.length + others.length === 0
  return (
    <>
      {obstacles.map((words) => <p key={words} className="note bad">{words}</p>)}
      {warnings.map((words) => <p key={words} className="note warn">{words}</p>)}
      {nothing && <p>两份规程的要求相同，换了以后没有变化。</p>}
      {effects.length > 0 && <><h3>从什么时候起</h3><ul>{effects.map((words) => <li key={words}>{words}</li>)}</ul></>}
      {limits.length > 0 && (
        <>
          <h3>人数和比例</h3>
          <ul>
            {limits.map(({ turn, message, strength }) => (
              <li key={message} className={turn === 'broken' ? 'bad' : turn === 'mended' ? 'good' : ''}>{turnWords[turn]}：{message}{strength === 'soft' ? '（只提醒）' : ''}</li>
            ))}
          </ul>
        </>
      )}
      <Part title="职责和会议" lines={duties} />
      <Part title="经费" lines={money} />
      <Part title="其他" lines={others} />
      {open.length > 0 && (
        <>
          <h3>新规程没有写清、学校还没有定的</h3>
          <ul>{open.map(({ key, question, reading }) => <li key={key}>{question} <span className="quiet">暂按「{reading}」</span></li>)}</ul>
        </>
      )}
      <p className="quiet" style={{ marginTop: 8 }}>最早可从 {earliestOn} 起</p>
    </>
  )
}

function Part({ title, lines }: { readonly title: string; readonly lines: SchemeMovePreview['duties'] }) {
  if (lines.length === 0) return null
  return <><h3>{title}（{lines.length} 处）</h3><DifferenceLines lines={lines} /></>
}
