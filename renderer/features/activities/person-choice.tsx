import { Select } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/standing.tsx'
import { useCall } from '../../api/client.ts'

export interface Choosable {
  readonly id: string
  readonly name: string
  readonly schoolName: string | null
}

/**
 * Finds a person by 汉字, pinyin or initials among all people, the studio's own first. With `value` it is a field of a form; without,
 * it adds whoever is chosen.
 */
export function PersonChoice({ id, label, near, value, onChoose, placeholder, allowClear = true }: {
  readonly id?: string
  readonly label: string
  /** Offered before anything is typed. */
  readonly near: readonly Choosable[]
  readonly value?: { readonly id: string; readonly name: string } | null
  readonly onChoose: (person: Choosable | null) => void
  readonly placeholder?: string
  readonly allowClear?: boolean
}) {
  const [typed, setTyped] = useState('')
  const query = typed.trim()
  const maySearch = useMay('people.read')
  const found = useCall('people.search', { query, limit: 20 }, { enabled: maySearch && query !== '' })
  const others = query === '' ? [] : (found.data?.rows ?? []).filter((row) => !near.some((person) => person.id === row.id))
  const people: readonly Choosable[] = [...near.filter(({ name }) => query === '' || name.includes(query) || (found.data?.rows.some((row) => row.name === name) ?? false)), ...others]
  const shown = value && !people.some((person) => person.id === value.id) ? [{ id: value.id, name: value.name, schoolName: null }, ...people] : people
  return (
    <Select
      {...(id === undefined ? {} : { id })} aria-label={label} style={{ width: '100%' }} allowClear={allowClear} placeholder={placeholder ?? '姓名或拼音'}
      value={value?.id ?? null} notFoundContent={query === '' ? '请输入姓名或拼音' : found.isFetching ? '正在查找' : '没有找到这个人'}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      options={shown.map((person) => ({ value: person.id, label: person.name, schoolName: person.schoolName }))}
      optionRender={({ label: name, data }) => <span>{name}{data.schoolName && <small className="quiet">　{data.schoolName}</small>}</span>}
      onChange={(chosen: string | null | undefined) => {
        setTyped('')
        onChoose(chosen === null || chosen === undefined ? null : (shown.find((person) => person.id === chosen) ?? null))
      }}
    />
  )
}
