import { Input, type InputRef, Select, Tooltip } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { PeopleFilter } from '../../../shared/contract/people.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { FilterBox, FilterButton, FilterChips } from '../../ui/list/filter-tools.tsx'
import { noConditions } from './use-people-filter.ts'

type Choices = OutputOf<'people.choices'>
type Key = Exclude<keyof PeopleFilter, 'query'>

const labels: Readonly<Record<Key, string>> = {
  schoolName: '工作单位', subject: '任教学科', schoolStage: '任教学段', professionalTitle: '职称', sex: '性别', inStudio: '工作室',
}

/** Search by pinyin, and the filters as chips. */
export function PeopleFilters({ filter, choices, onChange }: {
  readonly filter: PeopleFilter
  readonly choices: Choices | undefined
  readonly onChange: (change: Partial<PeopleFilter>) => void
}) {
  const chips = (Object.keys(labels) as Key[]).flatMap((key) => (filter[key] === null ? [] : [{ text: `${labels[key]}：${wordOf(key, filter)}`, remove: () => onChange({ [key]: null }) }]))
  return (
    <>
      <SearchBox query={filter.query} onChange={(query) => onChange({ query })} />
      <FilterButton count={chips.length}><FilterBoxes filter={filter} choices={choices} onChange={onChange} /></FilterButton>
      <FilterChips chips={chips} onClear={() => onChange(noConditions)} />
    </>
  )
}

function SearchBox({ query, onChange }: { readonly query: string; readonly onChange: (query: string) => void }) {
  const field = useRef<InputRef>(null)
  const [typed, setTyped] = useState(query)
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  const [seen, setSeen] = useState(query)
  const [sent, setSent] = useState(query)
  if (query !== seen) {
    setSeen(query)
    // Changed elsewhere (a condition taken away, the way back); what came from here may be behind what is being typed.
    if (query !== sent) setTyped(query)
  }
  useEffect(() => {
    if (typed === query) return
    const timer = setTimeout(() => {
      setSent(typed)
      latest.current(typed)
    }, 150)
    return () => clearTimeout(timer)
  }, [typed, query])
  useShortcut('ctrl+f', () => field.current?.focus({ cursor: 'all' }))
  return (
    <Tooltip title="Ctrl+F" mouseEnterDelay={0.6}>
      <Input
        ref={field} aria-label="查找人员" placeholder="姓名、全拼或拼音首字母" allowClear style={{ width: 220 }}
        value={typed} maxLength={60} onChange={(event) => setTyped(event.target.value)}
      />
    </Tooltip>
  )
}

function FilterBoxes({ filter, choices, onChange }: {
  readonly filter: PeopleFilter; readonly choices: Choices | undefined; readonly onChange: (change: Partial<PeopleFilter>) => void
}) {
  const words: Readonly<Record<string, readonly string[] | undefined>> = {
    schoolName: choices?.schoolNames, subject: choices?.subjects, schoolStage: choices?.schoolStages, professionalTitle: choices?.professionalTitles,
  }
  return (
    <>
      {(['schoolName', 'subject', 'schoolStage', 'professionalTitle'] as const).map((key) => (
        <FilterBox key={key} id={`filter-${key}`} label={labels[key]}>
          <Select<string>
            id={`filter-${key}`} allowClear showSearch style={{ width: '100%' }} placeholder="全部" value={filter[key]}
            options={(words[key] ?? []).map((word) => ({ value: word, label: word }))} onChange={(word: string | undefined) => onChange({ [key]: word ?? null })}
          />
        </FilterBox>
      ))}
      <FilterBox id="filter-sex" label={labels.sex}>
        <Select<'male' | 'female'>
          id="filter-sex" allowClear style={{ width: '100%' }} placeholder="全部" value={filter.sex}
          options={[{ value: 'male', label: '男' }, { value: 'female', label: '女' }]} onChange={(sex: 'male' | 'female' | undefined) => onChange({ sex: sex ?? null })}
        />
      </FilterBox>
      <FilterBox id="filter-studio" label={labels.inStudio}>
        <Select<string>
          id="filter-studio" allowClear style={{ width: '100%' }} placeholder="全部" value={filter.inStudio === null ? null : String(filter.inStudio)}
          options={[{ value: 'true', label: '在工作室' }, { value: 'false', label: '不在工作室' }]}
          onChange={(chosen: string | undefined) => onChange({ inStudio: chosen === undefined ? null : chosen === 'true' })}
        />
      </FilterBox>
    </>
  )
}

function wordOf(key: Key, filter: PeopleFilter): string {
  if (key === 'sex') return filter.sex === 'male' ? '男' : '女'
  if (key === 'inStudio') return filter.inStudio ? '在工作室' : '不在工作室'
  return filter[key] ?? ''
}
