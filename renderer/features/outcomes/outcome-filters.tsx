import { Input, Select } from 'antd'
import type { OutcomeFilter } from '../../../shared/contract/outcomes.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { outcomeGroupNames } from '../../../shared/domain/outcomes/outcome-kind.ts'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { outcomeStateNames, outcomeStates } from '../../../shared/domain/outcomes/outcome-record.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { useMay } from '../../app/standing.tsx'
import { useTerm } from '../../app/term.tsx'
import { useCall } from '../../api/client.ts'
import { FilterBox, FilterButton, FilterChips } from '../../ui/list/filter-tools.tsx'
import { PersonPicker } from '../../ui/person-picker.tsx'
import { KindChoice } from './kind-choice.tsx'

type Choices = OutputOf<'outcomes.choices'>

interface Props {
  readonly filter: OutcomeFilter
  readonly choices: Choices | undefined
  readonly onChange: (change: Partial<OutcomeFilter>) => void
}

/** Search, the term, and the other conditions as chips. */
export function OutcomeFilters({ filter, choices, onChange }: Props) {
  const { terms } = useTerm()
  const person = useCall('outcomes.list', { personId: filter.personId, limit: 1 }, { enabled: filter.personId !== null })
  const personName = person.data?.rows[0]?.people.find(({ personId }) => personId === filter.personId)?.name ?? '所选的人'
  const levels = levelsOf(choices)
  const conditions: readonly (readonly [string, Partial<OutcomeFilter>])[] = [
    ...(filter.group === null ? [] : [[`大类：${outcomeGroupNames[filter.group]}`, { group: null }] as const]),
    ...(filter.kind === null ? [] : [[`类别：${specOf(filter.kind).name}`, { kind: null }] as const]),
    ...(filter.studioId === null ? [] : [[`工作室：${choices?.studios.find(({ id }) => id === filter.studioId)?.name ?? '所选的工作室'}`, { studioId: null }] as const]),
    ...(filter.personId === null ? [] : [[`人员：${personName}`, { personId: null }] as const]),
    ...(filter.levelKey === null ? [] : [[`级别：${levels.find(({ key }) => key === filter.levelKey)?.name ?? filter.levelKey}`, { levelKey: null }] as const]),
  ]
  const chips = conditions.map(([text, without]) => ({ text, remove: () => onChange(without) }))
  return (
    <>
      <Input.Search
        key={filter.text} aria-label="查找成果" placeholder="名称、姓名或编号" allowClear defaultValue={filter.text} style={{ width: 210 }}
        onSearch={(text) => onChange({ text: text.trim() })}
      />
      <Select
        aria-label="哪个学期" style={{ width: 208 }} value={filter.termKey ?? 'all'} onChange={(key) => onChange({ termKey: key === 'all' ? null : key })}
        options={[{ value: 'all', label: '全部时间' }, ...[...terms].reverse().map(({ key }) => ({ value: key, label: termName(key) }))]}
      />
      <Select
        aria-label="状态" style={{ width: 104 }} value={filter.state ?? 'all'} onChange={(chosen) => onChange({ state: outcomeStates.find((state) => state === chosen) ?? null })}
        options={[{ value: 'all', label: '全部状态' }, ...outcomeStates.map((state) => ({ value: state, label: outcomeStateNames[state] }))]}
      />
      <FilterButton count={chips.length}><FilterBoxes filter={filter} choices={choices} onChange={onChange} /></FilterButton>
      <FilterChips chips={chips} onClear={() => onChange({ group: null, kind: null, studioId: null, personId: null, levelKey: null })} />
    </>
  )
}

function FilterBoxes({ filter, choices, onChange }: Props) {
  const mayFindPeople = useMay('people.read')
  return (
    <>
      <FilterBox id="filter-group" label="大类">
        <Select
          id="filter-group" allowClear style={{ width: '100%' }} placeholder="全部" value={filter.group} onChange={(group) => onChange({ group: group ?? null, kind: null })}
          options={Object.entries(outcomeGroupNames).map(([value, label]) => ({ value: value as keyof typeof outcomeGroupNames, label }))}
        />
      </FilterBox>
      <FilterBox id="filter-kind" label="类别">
        <KindChoice id="filter-kind" value={filter.kind} allowClear placeholder="全部" onChange={(kind) => onChange({ kind, group: null })} />
      </FilterBox>
      {mayFindPeople && (
        <FilterBox id="filter-person" label="人员">
          <PersonPicker id="filter-person" placeholder="全部" onChange={(person) => onChange({ personId: person?.id ?? null })} />
        </FilterBox>
      )}
      <FilterBox id="filter-studio" label="工作室">
        <Select
          id="filter-studio" allowClear style={{ width: '100%' }} placeholder="全部" value={filter.studioId} onChange={(id: string | undefined) => onChange({ studioId: id ?? null })}
          options={(choices?.studios ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FilterBox>
      <FilterBox id="filter-level" label="级别">
        <Select
          id="filter-level" allowClear style={{ width: '100%' }} placeholder="全部" value={filter.levelKey} onChange={(key: string | undefined) => onChange({ levelKey: key ?? null })}
          options={levelsOf(choices).map(({ key, name }) => ({ value: key, label: name }))}
        />
      </FilterBox>
    </>
  )
}

/** The levels of all studios' schemes, each key once, in the words of the first. */
function levelsOf(choices: Choices | undefined): readonly { readonly key: string; readonly name: string }[] {
  const all = choices === undefined ? [] : [...choices.studios.flatMap(({ levels }) => levels), ...choices.levels]
  return [...new Map(all.toReversed().map((level) => [level.key, level])).values()].toReversed()
}
