import { AppstoreOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { PopoverButton } from '../popover-button.tsx'
import { useAddress } from '../use-address.ts'
import { useDone } from '../use-done.ts'
import type { ListSort } from './list-column.ts'
import { useRemembered } from './use-remembered.ts'

/** What a list shows under a name: the conditions (they stand in the address), the columns, the order. */
export interface SavedView {
  readonly name: string
  /** The query part of the address, without `?`. */
  readonly conditions: string
  readonly columns: readonly string[]
  readonly sort: ListSort | null
}

type Shown = Pick<SavedView, 'columns' | 'sort'>

const mostViews = 20

/**
 * 常用视图: what she looks at again and again, kept with her account. A list may offer it when its conditions stand in the address;
 * the same name saved again takes the place of the former one.
 */
export function SavedViews({ list, shown, onShow }: { readonly list: string; readonly shown: Shown; readonly onShow: (shown: Shown) => void }) {
  const [views, setViews] = useRemembered<readonly SavedView[]>(`list.${list}.views`, [])
  const [address, setAddress] = useAddress()
  const { done } = useDone()
  const show = (view: SavedView) => {
    setAddress(() => new URLSearchParams(view.conditions))
    onShow(view)
  }
  const save = (name: string) => {
    const view: SavedView = { name, conditions: address.toString(), columns: [...shown.columns], sort: shown.sort }
    setViews([...views.filter((other) => other.name !== name), view])
    done(`已保存视图「${name}」`)
  }
  const remove = (name: string) => setViews(views.filter((other) => other.name !== name))
  return (
    <PopoverButton
      label="常用视图" icon={<AppstoreOutlined aria-hidden />}
      content={(close) => (
        <div className="saved-views">
          <strong>常用视图</strong>
          {views.length === 0 && <p>把现在的筛选、列和排序存成一个视图，下次一按就到。</p>}
          <ul>
            {views.map((view) => (
              <li key={view.name}>
                <Button type="text" onClick={() => { close(); show(view) }}>{view.name}</Button>
                <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={`删除视图${view.name}`} onClick={() => remove(view.name)} />
              </li>
            ))}
          </ul>
          {views.length < mostViews ? <NameForm onSave={(name) => { close(); save(name) }} /> : <p>最多存 {mostViews} 个，请先删去不用的。</p>}
        </div>
      )}
    >
      视图
    </PopoverButton>
  )
}

function NameForm({ onSave }: { readonly onSave: (name: string) => void }) {
  const [name, setName] = useState('')
  const save = () => name.trim() !== '' && onSave(name.trim())
  return (
    <div className="saved-views-new">
      <Input aria-label="视图名称" placeholder="名称，如：语文组" maxLength={20} value={name} onChange={(event) => setName(event.target.value)} onPressEnter={save} />
      <Button disabled={name.trim() === ''} onClick={save}>保存现在的</Button>
    </div>
  )
}
