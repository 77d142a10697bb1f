import { Input, Select } from 'antd'
import { activityKindNames, activityKinds, type ActivityKind } from '../../../shared/domain/activities/activity-words.ts'
import { FilterBox, FilterButton, type FilterChip, FilterChips } from '../../ui/list/filter-tools.tsx'
import { type ActivityFilter, type ChangeActivityFilter, type FilingFilter, filingFilterNames, filingFilters, noActivityConditions } from './use-activity-filter.ts'

interface Props {
  readonly filter: ActivityFilter
  readonly onFilter: ChangeActivityFilter
}

export function ActivitySearch({ filter: { text }, onFilter }: Props) {
  return (
    <Input.Search
      key={text} aria-label="查找活动" placeholder="名称、主题、姓名…" allowClear defaultValue={text} style={{ width: 240 }}
      onSearch={(typed) => onFilter({ text: typed.trim() })}
    />
  )
}

/** 筛选: the kinds and the state of the filing. */
export function ActivityFilters({ filter, onFilter }: Props) {
  return (
    <FilterButton count={filter.kinds.length + (filter.filing === null ? 0 : 1)}>
      <FilterBox id="filter-kind" label="类别">
        <Select<readonly ActivityKind[]>
          id="filter-kind" mode="multiple" allowClear style={{ width: '100%' }} placeholder="全部" value={filter.kinds} onChange={(kinds) => onFilter({ kinds })}
          options={activityKinds.map((value) => ({ value, label: activityKindNames[value] }))} showSearch={{ optionFilterProp: 'label' }}
        />
      </FilterBox>
      <FilterBox id="filter-filing" label="备案">
        <Select<FilingFilter>
          id="filter-filing" allowClear style={{ width: '100%' }} placeholder="全部" value={filter.filing} onChange={(filing: FilingFilter | undefined) => onFilter({ filing: filing ?? null })}
          options={filingFilters.map((value) => ({ value, label: filingFilterNames[value] }))}
        />
      </FilterBox>
    </FilterButton>
  )
}

/** What the list is narrowed by, as it stands beside the views. */
export function ActivityChips({ filter: { kinds, filing, text }, onFilter }: Props) {
  const chips: FilterChip[] = kinds.map((kind) => ({ text: `类别：${activityKindNames[kind]}`, remove: () => onFilter((now) => ({ kinds: now.kinds.filter((each) => each !== kind) })) }))
  if (filing !== null) chips.push({ text: `备案：${filingFilterNames[filing]}`, remove: () => onFilter({ filing: null }) })
  if (text !== '') chips.push({ text: `含“${text}”`, remove: () => onFilter({ text: '' }) })
  return <FilterChips chips={chips} onClear={() => onFilter(noActivityConditions)} />
}
