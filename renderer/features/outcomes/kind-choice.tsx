import { Select } from 'antd'
import { outcomeGroupNames, type OutcomeGroup } from '../../../shared/domain/outcomes/outcome-kind.ts'
import { isOutcomeKind, kindMatches, type OutcomeKind, outcomeKindKeys, specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'

const grouped = (Object.keys(outcomeGroupNames) as OutcomeGroup[]).map((group) => ({
  label: outcomeGroupNames[group],
  options: outcomeKindKeys.filter((kind) => specOf(kind).group === group).map((kind) => ({ value: kind, label: specOf(kind).name })),
}))

/** Finds a kind by characters or by the initials of its name (gkk 公开课). */
export function KindChoice({ id, value, onChange, allowClear = false, autoFocus = false, only, placeholder = '输入名称或拼音首字母，如 gkk' }: {
  readonly id: string
  readonly value: OutcomeKind | null
  readonly onChange: (kind: OutcomeKind | null) => void
  readonly allowClear?: boolean
  readonly autoFocus?: boolean
  /** The kinds to choose from; all of them when absent. */
  readonly only?: (kind: OutcomeKind) => boolean
  readonly placeholder?: string
}) {
  return (
    <Select<OutcomeKind>
      id={id} value={value} allowClear={allowClear} autoFocus={autoFocus} placeholder={placeholder} style={{ width: '100%' }} listHeight={360}
      options={only === undefined ? grouped : grouped.map((group) => ({ ...group, options: group.options.filter(({ value: kind }) => only(kind)) })).filter(({ options }) => options.length > 0)} notFoundContent="没有这一类，可选「其他」"
      showSearch={{ filterOption: (typed, option) => typeof option?.value === 'string' && isOutcomeKind(option.value) && kindMatches(typed, option.value) }}
      onChange={(kind: OutcomeKind | undefined) => onChange(kind ?? null)}
    />
  )
}
