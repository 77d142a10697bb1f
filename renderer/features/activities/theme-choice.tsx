import { Select } from 'antd'
import { useState } from 'react'
import { sameTitle } from '../../../shared/domain/activities/themes.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { useDone } from '../../ui/use-done.ts'

export interface ChosenTheme {
  readonly id: string
  readonly title: string
}

/** Stands for no theme that is there: choosing it adds the one that is typed. */
const toAdd = 'add'

/** 研讨主题 of an activity: one of the studio's in the term of the day, the likeliest first; a name that is typed and is none of them can be added. */
export function ThemeChoice({ id, studioId, heldOn, value, onChoose }: {
  readonly id: string
  readonly studioId: string
  readonly heldOn: string
  readonly value: ChosenTheme | null
  readonly onChoose: (theme: ChosenTheme | null) => void
}) {
  const [typed, setTyped] = useState('')
  const add = useWrite('activities.saveTheme')
  const { done, failed } = useDone()
  const known = studioId !== '' && heldOn !== ''
  const { data } = useCall('activities.themesOn', { studioId, heldOn }, { enabled: known })
  const rows = data?.rows.toSorted((a, b) => Number(b.id === data.likelyId) - Number(a.id === data.likelyId)) ?? []
  const termKey = data?.termKey ?? null
  const title = typed.trim()
  const isNew = title !== '' && termKey !== null && !rows.some((row) => sameTitle(row.title, title))
  const isForeign = value !== null && data !== undefined && !rows.some((row) => row.id === value.id)
  const addTyped = () => termKey !== null && add.mutate(
    { id: null, revision: null, fields: { studioId, termKey, title, aim: null, fromOn: null, toOn: null } },
    {
      onSuccess: (theme) => {
        done(`已定下主题「${title}」`)
        onChoose({ id: theme.id, title })
      },
      onError: failed,
    },
  )
  return (
    <>
      <Select
        id={id} style={{ width: '100%' }} allowClear disabled={!known} loading={add.isPending} value={value?.id ?? null}
        placeholder={!known ? '先选工作室和日期' : rows.length === 0 ? '可不填；打字可以添加新主题' : '可不填；打字查找或添加'}
        options={[
          ...(isForeign ? [{ value: value.id, label: value.title }] : []),
          ...rows.map((row) => ({ value: row.id, label: row.title })),
          ...(isNew ? [{ value: toAdd, label: `添加主题「${title}」` }] : []),
        ]}
        showSearch={{ searchValue: typed, onSearch: setTyped, filterOption: (text, option) => option?.value === toAdd || (option?.label ?? '').includes(text.trim()) }}
        notFoundContent={termKey === null && data !== undefined ? '这一天不在任何一个学期里' : '打字添加新主题'}
        onChange={(chosen: string | null | undefined) => {
          setTyped('')
          if (chosen === toAdd) addTyped()
          else onChoose(rows.find((row) => row.id === chosen) ?? (chosen === value?.id ? value : null))
        }}
      />
      {isForeign && <p className="field-hint">这一天所在的学期没有这个主题，或它已在回收站里，建议重选或清空。</p>}
    </>
  )
}
