import { DownOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { peopleSorts, type PersonRow } from '../../../shared/contract/people.ts'
import { useMay } from '../../app/standing.tsx'
import { useShortcut } from '../../app/shortcuts.ts'
import { call, useCall } from '../../api/client.ts'
import { saveFile } from '../../api/save-file.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn, ListSort } from '../../ui/list/list-column.ts'
import { usePagedList } from '../../ui/list/use-paged-list.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useDone } from '../../ui/use-done.ts'
import { PeopleFilters } from './people-filters.tsx'
import { sexText } from './people-words.ts'
import { noConditions, usePeopleFilter } from './use-people-filter.ts'
import './people.css'

const columns: readonly ListColumn<PersonRow>[] = [
  { id: 'name', title: '姓名', value: ({ name }) => name, width: 92 },
  { id: 'sex', title: '性别', value: ({ sex }) => sexText(sex), width: 64 },
  { id: 'schoolName', title: '工作单位', value: ({ schoolName }) => schoolName, width: 200 },
  { id: 'subject', title: '任教学科', value: ({ subject }) => subject, width: 100 },
  { id: 'schoolStage', title: '学段', value: ({ schoolStage }) => schoolStage, width: 72 },
  { id: 'professionalTitle', title: '职称', value: ({ professionalTitle }) => professionalTitle, width: 104 },
  { id: 'bornOn', title: '出生日期', value: ({ bornOn }) => bornOn, width: 104 },
  { id: 'teachingSince', title: '任教时间', value: ({ teachingSince }) => teachingSince, width: 104 },
  { id: 'phoneMasked', title: '联系电话', value: ({ phoneMasked }) => phoneMasked, width: 124, sortable: false },
  { id: 'idNumberMasked', title: '身份证号', value: ({ idNumberMasked }) => idNumberMasked, width: 172, sortable: false, hiddenAtFirst: true },
  { id: 'post', title: '职务', value: ({ post }) => post, width: 120, hiddenAtFirst: true },
  { id: 'titleGrantedOn', title: '职称取得时间', value: ({ titleGrantedOn }) => titleGrantedOn, width: 124, hiddenAtFirst: true },
  { id: 'education', title: '学历', value: ({ education }) => education, width: 100, hiddenAtFirst: true },
  { id: 'politicalStatus', title: '政治面貌', value: ({ politicalStatus }) => politicalStatus, width: 110, hiddenAtFirst: true },
  { id: 'staffNo', title: '工号', value: ({ staffNo }) => staffNo, width: 100, hiddenAtFirst: true },
]

export function PeoplePage() {
  const go = useNavigate()
  const mayWrite = useMay('people.write')
  const mayImport = useMay('people.import')
  const [filter, setFilter, narrowed] = usePeopleFilter()
  const [sort, setSort] = useState<ListSort | null>(null)
  const { data: choices } = useCall('people.choices', {})
  const asked = { ...filter, sort: sortOf(sort) }
  const { shown, total } = usePagedList('people.list', asked, ({ id }) => id)
  const { exportPeople } = useExport(asked)
  useShortcut('ctrl+n', () => void go('/people/new'), mayWrite)

  const more = [
    { key: 'export', label: '导出全部人员', onClick: () => void exportPeople(null, total ?? 0) },
    ...(mayImport ? [{ key: 'imports', label: '导入记录', onClick: () => void go('/people/imports') }] : []),
    ...(mayWrite ? [{ key: 'removed', label: '回收站', onClick: () => void go('/people/removed') }] : []),
  ]
  const importButton = mayImport && <Button type="primary" onClick={() => void go('/people/import')}>导入 Excel</Button>
  const addButton = mayWrite && <Button onClick={() => void go('/people/new')}>新增人员</Button>
  const empty = narrowed
    ? <EmptyState title="没有符合条件的人" hint="去掉一些条件，或换一种写法：汉字、全拼、拼音首字母都可以。"><Button onClick={() => setFilter({ query: '', ...noConditions })}>去掉条件</Button></EmptyState>
    : <EmptyState title="还没有人员" hint="学校现有的花名册可以直接导入，列名不必改；也可以一个一个地新增。">{importButton}{addButton}</EmptyState>
  return (
    <div className="wide">
      <PageHead
        title="人员" facts={choices && (narrowed && total !== undefined ? `共 ${choices.total} 人，符合条件的 ${total} 人` : `共 ${choices.total} 人`)}
        actions={
          <>
            <MenuButton items={more}>更多 <DownOutlined aria-hidden /></MenuButton>
            {mayImport && <Button onClick={() => void go('/people/import')}>导入花名册</Button>}
            {mayWrite && <Tooltip title="Ctrl+N"><Button type="primary" onClick={() => void go('/people/new')}>新增人员</Button></Tooltip>}
          </>
        }
      />
      <DataList
        savesViews
        name="people" label="人员名单" columns={columns} {...shown} rowKey={({ id }) => id} onOpen={({ id }) => void go(`/people/${id}`)}
        sort={sort} onSort={setSort} tools={<PeopleFilters filter={filter} choices={choices} onChange={setFilter} />}
        batch={(chosen) => <Button size="small" onClick={() => void exportPeople(chosen.map(({ id }) => id), chosen.length)}>导出全部栏目</Button>}
        empty={empty}
      />
    </div>
  )
}

function sortOf(sort: ListSort | null) {
  const id = peopleSorts.find((known) => known === sort?.id)
  return sort && id ? { id, descending: sort.descending } : null
}

function useExport(asked: Omit<Parameters<typeof call<'people.export'>>[1], 'ids'>) {
  const { done, failed } = useDone()
  const exportPeople = async (ids: readonly string[] | null, count: number) => {
    try {
      const saved = await saveFile(await call('people.export', { ...(ids === null ? asked : {}), ids: ids && [...ids] }))
      if (saved) done(`已导出 ${count} 人，身份证号和电话只显示一部分`)
    } catch (error) {
      failed(error as Error)
    }
  }
  return { exportPeople }
}
