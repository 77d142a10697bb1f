import { AutoComplete, Form, Input, Radio, Select } from 'antd'
import { studioKindNames, studioKinds } from '../../../shared/domain/studios/studio-words.ts'
import type { StudioFacts } from '../../../shared/contract/studios.ts'
import type { SchemeHead } from '../../../shared/contract/schemes.ts'
import { halfWidth } from '../../../shared/domain/dates/half-width.ts'

const subjects = ['语文', '数学', '英语', '物理', '化学', '生物', '道德与法治', '政治', '历史', '地理', '体育', '音乐', '美术', '信息科技', '科学', '心理健康']
const stages = ['幼儿园', '小学', '初中', '高中', '完全中学', '中职']
const asOptions = (words: readonly string[]) => words.map((value) => ({ value }))

/** What the form holds; the scheme is one choice for its number and version. */
export interface StudioFormValues extends Omit<StudioFacts, 'schemeCode' | 'schemeVersion'> {
  readonly scheme: string
}

export const schemeKeyOf = ({ code, version }: Pick<SchemeHead, 'code' | 'version'>) => `${code}@${version}`

export function factsOf({ scheme, kind, name, subject, schoolStage, level, hostSchool, note }: StudioFormValues): StudioFacts {
  const at = scheme.lastIndexOf('@')
  const orNull = (text: string | null | undefined) => (text === undefined || text === null || text.trim() === '' ? null : text)
  return {
    kind, name, level, hostSchool, subject: orNull(subject), schoolStage: orNull(schoolStage), note: orNull(note),
    schemeCode: scheme.slice(0, at), schemeVersion: scheme.slice(at + 1),
  }
}

const required = (what: string) => [{ required: true, whitespace: true, message: `请填写${what}` }]

/** Schemes for this kind of studio first; the others may be followed too, and say what they are for. */
export function schemeOptions(schemes: readonly SchemeHead[], kind: StudioFacts['kind'] | undefined) {
  const own = schemes.filter(({ studioKind }) => studioKind === kind)
  const others = schemes.filter(({ studioKind }) => studioKind !== kind)
  const option = (scheme: SchemeHead) => ({ value: schemeKeyOf(scheme), label: `${scheme.code}　${scheme.title}${scheme.state === 'preset' ? '' : `（本校第 ${scheme.version} 版）`}` })
  return [
    ...(own.length > 0 ? [{ label: '适用于这类工作室', options: own.map(option) }] : []),
    ...(others.length > 0 ? [{ label: own.length > 0 ? '其他' : '没有专为这类工作室写的规程，可参照', options: others.map(option) }] : []),
  ]
}

/** Whether every word that she typed stands in the line, in any order; blanks and width of letters do not matter. */
const hasWords = (line: string, typed: string) => halfWidth(typed).split(' ').every((word) => halfWidth(line).toLowerCase().includes(word.toLowerCase()))

export function KindField() {
  return (
    <Form.Item name="kind" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
      <Radio.Group optionType="button" options={studioKinds.map((value) => ({ value, label: studioKindNames[value] }))} />
    </Form.Item>
  )
}

/** Retired schemes are kept by those that follow them, and begun with by nobody. */
export function SchemeField({ schemes, kind, label = '遵循的规程' }: {
  readonly schemes: readonly SchemeHead[]; readonly kind: StudioFacts['kind'] | undefined; readonly label?: string
}) {
  return (
    <Form.Item name="scheme" label={label} rules={[{ required: true, message: '请选择规程' }]}>
      <Select
        options={schemeOptions(schemes.filter(({ state }) => state !== 'retired'), kind)} placeholder="选择，或输入编号、名称中的字查找" listHeight={320} notFoundContent="没有这样的规程"
        showSearch={{ filterOption: (typed, option) => typeof option?.label === 'string' && hasWords(option.label, typed) }}
      />
    </Form.Item>
  )
}

export function BodyFields({ scheme }: { readonly scheme: SchemeHead | undefined }) {
  return (
    <>
      <div className="form-two">
        <Form.Item name="hostSchool" label="所在学校" rules={required('所在学校')}><Input maxLength={60} /></Form.Item>
        <Form.Item name="level" label="级别" rules={[{ required: true, message: '请选择级别' }]}>
          <Select options={(scheme?.levels ?? []).map(({ key, name }) => ({ value: key, label: name }))} placeholder={scheme ? '请选择级别' : '请先选择规程'} />
        </Form.Item>
        <Form.Item name="subject" label="学科"><AutoComplete options={asOptions(subjects)} allowClear maxLength={20} placeholder="跨学科的可不填" /></Form.Item>
        <Form.Item name="schoolStage" label="学段"><AutoComplete options={asOptions(stages)} allowClear maxLength={20} /></Form.Item>
      </div>
    </>
  )
}

export function NoteField() {
  return <Form.Item name="note" label="备注"><Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} /></Form.Item>
}
