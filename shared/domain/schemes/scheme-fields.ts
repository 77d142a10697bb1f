import { periodNames } from './scheme-fragments.ts'
import type { Words } from './scheme-words.ts'

type PlainKind =
  | 'line' | 'text' | 'texts' | 'yes' | 'money' | 'monthDay' | 'partialDay' | 'fraction' | 'numberOrFraction' | 'level' | 'role' | 'meeting' | 'duties' | 'metric'
  | 'grades' | 'value' | 'steps'

/** How one field of a fact is filled in and read. */
export type FieldControl =
  | { readonly kind: PlainKind }
  | { readonly kind: 'number'; readonly whole: boolean }
  /** One of `words`; another value that the scheme holds already is kept and shown as it is. */
  | { readonly kind: 'choice' | 'choices'; readonly words: Words }
  /** The value itself or a setting of the scheme, which is then named. */
  | { readonly kind: 'settable'; readonly words: Words; readonly many?: true }
  /** Names with a figure each (名额, 分值), one a line; `range`: a figure may be 3—5. */
  | { readonly kind: 'table'; readonly range: boolean }
  /** What else must hold, one a line with its name; the keys in `apart` have fields of their own. */
  | { readonly kind: 'conditions'; readonly apart: readonly string[] }
  /** Several of the same kind, each with a form of its own; a group needs at least `least`. */
  | { readonly kind: 'group'; readonly fields: readonly SchemeField[]; readonly least: number; readonly blank: Readonly<Record<string, unknown>> }
  /** The reading of an unclear place, to be exchanged for one of its alternatives. */
  | { readonly kind: 'reading' }
  /** What else an unclear place may mean: answers that the program can act on, each with its words. */
  | { readonly kind: 'alternatives' }

export interface SchemeField {
  /** Key in the fact; a dot leads into an inner object (`conditions.levelMin`). */
  readonly key: string
  readonly label: string
  readonly control: FieldControl
  readonly required?: true
  /** A line below the field. */
  readonly hint?: string
}

const field = (key: string, label: string, control: FieldControl, more: Pick<SchemeField, 'required' | 'hint'> = {}): SchemeField => ({ key, label, control, ...more })
const required = { required: true } as const

export const line = (key: string, label: string, more: Pick<SchemeField, 'required' | 'hint'> = {}) => field(key, label, { kind: 'line' }, more)
export const text = (key: string, label: string, more: Pick<SchemeField, 'required' | 'hint'> = {}) => field(key, label, { kind: 'text' }, more)
export const texts = (key: string, label: string, more: Pick<SchemeField, 'required' | 'hint'> = {}) => field(key, label, { kind: 'texts' }, { hint: '每行一项', ...more })
export const whole = (key: string, label: string, more: Pick<SchemeField, 'required' | 'hint'> = {}) => field(key, label, { kind: 'number', whole: true }, more)
export const number = (key: string, label: string, more: Pick<SchemeField, 'required' | 'hint'> = {}) => field(key, label, { kind: 'number', whole: false }, more)
export const yes = (key: string, label: string, more: Pick<SchemeField, 'hint'> = {}) => field(key, label, { kind: 'yes' }, more)
export const choice = (key: string, label: string, words: Words, more: Pick<SchemeField, 'required' | 'hint'> = {}) => field(key, label, { kind: 'choice', words }, more)
export const choices = (key: string, label: string, words: Words, more: Pick<SchemeField, 'required' | 'hint'> = {}) => field(key, label, { kind: 'choices', words }, more)
export const settable = (key: string, label: string, words: Words, more: Pick<SchemeField, 'required'> & { many?: true } = {}) =>
  field(key, label, { kind: 'settable', words, ...(more.many ? { many: true as const } : {}) }, more.required ? required : {})
export const special = (key: string, label: string, kind: PlainKind, more: Pick<SchemeField, 'required' | 'hint'> = {}) => field(key, label, { kind }, more)
export const alternatives = (key: string, label: string) => field(key, label, { kind: 'alternatives' })
export const table = (key: string, label: string, { range = false } = {}) =>
  field(key, label, { kind: 'table', range }, { hint: range ? '每行一项，如 语文：2；不止一个数的写 3—5' : '每行一项，如 笔试：50' })
export const group = (key: string, label: string, least: number, fields: readonly SchemeField[], blank: Readonly<Record<string, unknown>>) =>
  field(key, label, { kind: 'group', fields, least, blank })
export const reading = (key: string, label: string) => field(key, label, { kind: 'reading' })

export const strengthWords: Words = { hard: '必须遵守', soft: '只提醒' }
export const softFields: readonly SchemeField[] = [
  choice('strength', '约束', strengthWords, { hint: '没有写的按必须遵守' }), line('softWord', '原文用词', { hint: '如 一般、原则上、左右' }),
]
export const remarkFields: readonly SchemeField[] = [text('reading', '我们的理解'), text('note', '备注')]
export const periodField = (label = '周期') => choice('per', label, periodNames)
export const dueFields: readonly SchemeField[] = [line('dueAt', '期限', { hint: '按原文写，如 学期末' }), special('dueMonthDay', '每年几月几日', 'monthDay')]

/** Conditions on which the program acts. */
const judgedConditions: readonly SchemeField[] = [
  special('conditions.levelMin', '级别不低于', 'level'), special('conditions.level', '级别为', 'level'), whole('conditions.charsAtLeast', '字数不少于'),
  whole('conditions.charsAbout', '字数约'), yes('conditions.allMembersAttend', '全体成员参加才算'), line('conditions.denominator', '几分之几，占哪些人的'),
  whole('conditions.year', '只在第几年'), whole('conditions.batch', '只对第几批'),
]

/** How much is asked for, in duties and meetings alike. */
export const amountFields: readonly SchemeField[] = [
  special('minimum', '最少数量', 'numberOrFraction', { hint: '没有写数的留空' }), number('maximum', '最多数量'), line('unit', '单位', required), periodField(),
  line('perText', '周期的说法', { hint: '以上周期都不合适时填写，如 任期内' }), yes('mustExist', '没有写数，但必须有'), ...dueFields, texts('anyOf', '完成其中一项即可'),
  ...judgedConditions, field('conditions', '另外的要求', { kind: 'conditions', apart: judgedConditions.map(({ key }) => key.slice('conditions.'.length)) }, { hint: '每行一项，如 对象：全县；软件不判断，提醒人工核对' }),
]
