import { keepPreviousData } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { OutputOf } from '../../shared/contract/routes.ts'
import { useCall } from '../api/client.ts'

export type PersonChoice = OutputOf<'people.search'>['rows'][number]

interface Common {
  readonly id?: string
  readonly placeholder?: string
  readonly 'aria-label'?: string
  readonly autoFocus?: boolean
  /** People who cannot be chosen, e.g. those who are in already; they are listed with why. */
  readonly taken?: ReadonlyMap<string, string>
}

/** Finds one person by 汉字, full pinyin or initials; shows school and title, because names repeat. */
export function PersonPicker({ value, onChange, ...rest }: Common & {
  readonly value?: PersonChoice | null
  readonly onChange?: (person: PersonChoice | null) => void
}) {
  const { found, nameOf, options, search } = usePeople(value ? [value] : [], rest.taken)
  return (
    <Select<string>
      {...fieldProps(rest)} allowClear options={options} value={value?.id ?? null} notFoundContent={search.nothing}
      showSearch={{ filterOption: false, onSearch: search.type }}
      onChange={(id: string | undefined) => onChange?.(found(id) ?? null)} labelRender={nameOf}
      optionRender={({ data }) => <PersonOption option={data as Option} />}
    />
  )
}

/** The same for several people at once. */
export function PeoplePicker({ value = [], onChange, ...rest }: Common & {
  readonly value?: readonly PersonChoice[]
  readonly onChange?: (people: readonly PersonChoice[]) => void
}) {
  const { found, nameOf, options, search } = usePeople(value, rest.taken)
  const [open, setOpen] = useState(false)
  const byEnter = useRef(false)
  return (
    <Select<string[]>
      {...fieldProps(rest)} mode="multiple" allowClear options={options} value={value.map(({ id }) => id)} notFoundContent={search.nothing}
      showSearch={{ filterOption: false, onSearch: search.type, autoClearSearchValue: true }}
      // Tab chooses what is marked in an open list; after Enter that would be the person just chosen, who would go out again. So Enter
      // closes the list; the next letter opens it. By mouse several are picked one after the other.
      open={open} onOpenChange={setOpen} onInputKeyDown={({ key }) => { byEnter.current = key === 'Enter' }}
      onChange={(ids) => {
        if (byEnter.current) setOpen(false)
        onChange?.(ids.flatMap((id) => found(id) ?? []))
      }}
      labelRender={nameOf}
      optionRender={({ data }) => <PersonOption option={data as Option} />}
    />
  )
}

interface Option {
  readonly value: string
  readonly label: string
  readonly about: string
  readonly why: string | undefined
  readonly disabled: boolean
}

function PersonOption({ option }: { readonly option: Option }) {
  return (
    <span style={{ display: 'flex', gap: 8, justifyContent: 'space-between' }}>
      <span>{option.label}</span>
      <span style={{ color: 'var(--secondary)', fontSize: 12, overflow: 'hidden', textOverflow: 'ellipsis' }}>{option.why ?? option.about}</span>
    </span>
  )
}

/** School, subject and title, as far as they are known. */
export function aboutPerson({ schoolName, subject, professionalTitle }: Omit<PersonChoice, 'id' | 'name'>): string {
  return [schoolName, subject, professionalTitle].filter((part) => part !== null && part !== '').join(' · ')
}

function usePeople(chosen: readonly PersonChoice[], taken: ReadonlyMap<string, string> | undefined) {
  const [typed, setTyped] = useState('')
  const query = useSettled(typed.trim())
  const { data, isFetching } = useCall('people.search', { query, limit: 20 }, { placeholderData: keepPreviousData })
  const rows = data?.rows ?? []
  const options = rows.map((person): Option => {
    const why = taken?.get(person.id)
    return { value: person.id, label: person.name, about: aboutPerson(person), why, disabled: why !== undefined }
  })
  const found = (id: string | undefined) => rows.find((person) => person.id === id) ?? chosen.find((person) => person.id === id)
  return {
    options,
    found,
    // Somebody chosen earlier may not be among the rows that are found now; the field must still show the name.
    nameOf: ({ value }: { readonly value: string | number }) => found(String(value))?.name ?? '',
    search: { type: setTyped, nothing: isFetching ? '正在查找' : `没有找到${typed === '' ? '人' : `「${typed}」`}，可输入姓名、全拼或拼音首字母` },
  }
}

/** The text once nobody has typed for a moment, so that not every key asks. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 120)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

function fieldProps({ id, autoFocus, placeholder = '输入姓名、全拼或首字母', 'aria-label': label }: Common) {
  return { ...(id === undefined ? {} : { id }), ...(label === undefined ? {} : { 'aria-label': label }), autoFocus: autoFocus ?? false, placeholder, style: { width: '100%' } }
}
