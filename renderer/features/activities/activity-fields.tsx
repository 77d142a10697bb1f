import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { activityKindNames, activityKinds } from '../../../shared/domain/activities/activity-words.ts'
import { studioLevelNames, studioLevels } from '../../../shared/domain/studios/studio-words.ts'
import { tidyTime } from '../../../shared/domain/dates/tidy-time.ts'
import { RichTextEditor } from '../../ui/rich-text-editor.tsx'
import { FormField } from '../../ui/form-field.tsx'
import type { FieldName, FormState } from './form-state.ts'
import { type Choosable, PersonChoice } from './person-choice.tsx'
import { ThemeChoice } from './theme-choice.tsx'

interface Props {
  readonly form: FormState
  readonly set: (change: Partial<FormState>) => void
  readonly faults: Partial<Record<FieldName, string>>
  /** A field was left: from now on what is wrong with it is shown. */
  readonly onLeave: (field: FieldName) => void
  /** Where the account may record; one already recorded stays with its studio. */
  readonly studios: readonly { readonly id: string; readonly name: string }[]
  readonly studioFixed: boolean
  /** Without a theme it does not count for what it is entered for. */
  readonly themeAsked: boolean
  /** Makes the editor start anew, e.g. when a draft came back. */
  readonly editorKey: string
}

/** The fields in the order of the paper form 活动(会议)记录表. */
export function ActivityFields({ form, set, faults, onLeave, studios, studioFixed, themeAsked, editorKey }: Props) {
  const near: readonly Choosable[] = form.lines.map(({ personId, name, schoolName }) => ({ id: personId, name, schoolName }))
  const of = (field: FieldName) => ({ id: `activity-${field}`, fault: faults[field], onLeave: () => onLeave(field) })
  const described = (field: FieldName) => faults[field] === undefined ? {} : { 'aria-describedby': `activity-${field}-fault`, status: 'error' as const }
  const text = (field: 'title' | 'place' | 'centralSpeaker', max: number, placeholder?: string) => (
    <Input
      id={`activity-${field}`} value={form[field]} maxLength={max} autoComplete="off" onChange={(event) => set({ [field]: event.target.value })}
      {...(placeholder === undefined ? {} : { placeholder })} {...described(field)}
    />
  )
  const time = (field: 'startTime' | 'endTime', label: string, placeholder: string) => (
    <Input
      id={`activity-${field}`} aria-label={label} value={form[field]} placeholder={placeholder} autoComplete="off" {...described(field)}
      onChange={(event) => set({ [field]: event.target.value })} onBlur={(event) => set({ [field]: tidyTime(event.target.value) })}
    />
  )
  const area = (field: 'experts' | 'agenda' | 'resolutions', max: number, rows: number, placeholder: string) => (
    <Input.TextArea
      id={`activity-${field}`} value={form[field]} maxLength={max} autoSize={{ minRows: rows, maxRows: 14 }} placeholder={placeholder}
      onChange={(event) => set({ [field]: event.target.value })} {...described(field)}
    />
  )
  return (
    <div className="fields">
        <FormField {...of('studioId')} label="工作室" required>
          {studioFixed ? <Input id="activity-studioId" readOnly value={studios.find(({ id }) => id === form.studioId)?.name ?? ''} /> : <Select
            id="activity-studioId" value={form.studioId || null} placeholder="请选择" options={studios.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(studioId: string) => set({ studioId })} style={{ width: '100%' }} {...described('studioId')}
          />}
        </FormField>
        <FormField {...of('kind')} label="类别" required>
          <Select
            id="activity-kind" value={form.kind} options={activityKinds.map((kind) => ({ value: kind, label: activityKindNames[kind] }))}
            showSearch={{ optionFilterProp: 'label' }} onChange={(kind) => set({ kind })} style={{ width: '100%' }}
          />
        </FormField>
        <FormField {...of('title')} label="活动名称" required wide>{text('title', 60, '如：第3次例会')}</FormField>
        <FormField {...of('heldOn')} label="日期" required>
          <DatePicker
            id="activity-heldOn" value={form.heldOn === '' ? null : dayjs(form.heldOn)} format={{ format: 'YYYY-MM-DD', type: 'mask' }} style={{ width: '100%' }}
            onChange={(day) => set({ heldOn: day?.isValid() ? day.format('YYYY-MM-DD') : '' })} {...described('heldOn')}
          />
        </FormField>
        <div className="field-pair">
          <FormField {...of('startTime')} label="开始">{time('startTime', '开始时间', '如 1430')}</FormField>
          <FormField {...of('endTime')} label="结束">{time('endTime', '结束时间', '如 1600')}</FormField>
        </div>
        <FormField {...of('place')} label="地点">{text('place', 60)}</FormField>
        <FormField {...of('level')} label="级别">
          <Select
            id="activity-level" value={form.level} allowClear placeholder="可不填" options={studioLevels.map((level) => ({ value: level, label: studioLevelNames[level] }))}
            onChange={(level) => set({ level: level ?? null })} style={{ width: '100%' }}
          />
        </FormField>
        <FormField {...of('chairPersonId')} label="主持">
          <PersonChoice id="activity-chairPersonId" label="主持" near={near} value={form.chair} onChoose={(chair) => set({ chair })} />
        </FormField>
        <FormField {...of('recorderPersonId')} label="记录">
          <PersonChoice id="activity-recorderPersonId" label="记录" near={near} value={form.recorder} onChoose={(recorder) => set({ recorder })} />
        </FormField>
        <FormField {...of('themeId')} label="研讨主题" wide {...(themeAsked && form.theme === null ? { hint: '规程要求围绕主题研讨，写明主题才计入职责' } : {})}>
          <ThemeChoice id="activity-themeId" studioId={form.studioId} heldOn={form.heldOn} value={form.theme} onChoose={(theme) => set({ theme })} />
        </FormField>
        <FormField {...of('centralSpeaker')} label="中心发言（主讲）" wide>{text('centralSpeaker', 60)}</FormField>
        <FormField {...of('experts')} label="特邀专家" wide>{area('experts', 1000, 1, '一行一位：姓名，单位')}</FormField>
        <FormField {...of('agenda')} label="议程" wide>{area('agenda', 4000, 2, '一行一项')}</FormField>
        <FormField {...of('minutes')} label="活动记录" wide>
          <RichTextEditor key={editorKey} id="activity-minutes" label="活动记录" value={form.minutes} onChange={(minutes) => set({ minutes })} />
        </FormField>
        <FormField {...of('resolutions')} label="决议" wide>{area('resolutions', 4000, 2, '一行一条')}</FormField>
    </div>
  )
}
