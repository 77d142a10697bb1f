import { Segmented, Select } from 'antd'
import type { DueItem } from '../../../shared/contract/duties.ts'
import { startOfWeek } from '../../../shared/domain/dates/day.ts'
import { type DueWhen, dueWhens } from '../../../shared/domain/duties/due-list.ts'
import { dueWhenNames } from '../../../shared/domain/duties/duty-words.ts'
import type { DutiesAddress } from './use-duties-address.ts'
import { useWeekNames } from './use-week-names.ts'

export type DueFilter = Pick<DutiesAddress, 'column' | 'week' | 'when'>

/** Whether the item is asked for: of that person or the studio, due in that week, as pressing as that. */
export function isAskedFor({ column, dueOn, when }: DueItem, filter: DueFilter): boolean {
  return (filter.column === null || column === filter.column) && (filter.when === null || when === filter.when)
    && (filter.week === null || (dueOn !== null && startOfWeek(dueOn) === filter.week))
}

/** 谁、哪一周到期. */
export function DueFilters({ items, filter, ownOnly, withWeeks = true, onChange }: {
  readonly items: readonly DueItem[]
  readonly filter: DueFilter
  /** A member sees only her own: there is nobody to choose. */
  readonly ownOnly: boolean
  /** A calendar needs no choice of weeks. */
  readonly withWeeks?: boolean
  readonly onChange: (change: Partial<DueFilter>) => void
}) {
  const weekName = useWeekNames()
  const weeks = [...Map.groupBy(items.filter(({ dueOn }) => dueOn !== null), ({ dueOn }) => startOfWeek(dueOn ?? ''))].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return (
    <>
      {!ownOnly && (
        <Select<string>
          aria-label="谁" style={{ width: 150 }} allowClear placeholder="所有人" value={filter.column} showSearch={{ optionFilterProp: 'label' }} options={peopleOf(items)}
          onChange={(column: string | undefined) => onChange({ column: column ?? null })}
        />
      )}
      {withWeeks && (
        <Select<string>
          aria-label="哪一周到期" style={{ width: 190 }} allowClear placeholder="任何时候到期" value={filter.week}
          options={weeks.map(([monday, due]) => ({ value: monday, label: `${weekName(monday)}（${due.length}）` }))} onChange={(week: string | undefined) => onChange({ week: week ?? null })}
        />
      )}
    </>
  )
}

/** 多急; each choice with how much there is. */
export function WhenFilter({ items, filter, onChange }: {
  readonly items: readonly DueItem[]
  readonly filter: DueFilter
  readonly onChange: (change: Partial<DueFilter>) => void
}) {
  const left = items.filter((item) => isAskedFor(item, { ...filter, when: null }))
  const count = (wanted: DueWhen) => left.filter(({ when }) => when === wanted).length
  return (
    <Segmented<DueWhen | 'all'>
      aria-label="期限" value={filter.when ?? 'all'} onChange={(when) => onChange({ when: when === 'all' ? null : when })}
      options={[
        { value: 'all' as const, label: `全部 ${left.length}` },
        ...dueWhens.filter((each) => count(each) > 0 || each === filter.when).map((each) => ({ value: each, label: `${dueWhenNames[each]} ${count(each)}` })),
      ]}
    />
  )
}

/** The studio itself first, then the people by name; somebody of two studios once. */
function peopleOf(items: readonly DueItem[]): { value: string; label: string }[] {
  const names = new Map(items.map(({ column, subject }) => [column, column === 'studio' ? '工作室自己的' : subject]))
  return [...names].map(([value, label]) => ({ value, label })).toSorted((a, b) => Number(b.value === 'studio') - Number(a.value === 'studio') || a.label.localeCompare(b.label, 'zh-CN'))
}
