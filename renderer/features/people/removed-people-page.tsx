import { Button } from 'antd'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { useWrite } from '../../api/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { usePagedList } from '../../ui/list/use-paged-list.ts'
import { momentInTable } from '../../ui/moment-text.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { useDone } from '../../ui/use-done.ts'

type Row = OutputOf<'people.removed'>['rows'][number]

/** The recycle bin of people. */
export function RemovedPeoplePage() {
  const go = useNavigate()
  const { shown, total } = usePagedList('people.removed', {}, ({ id }) => id)
  const back = useWrite('people.bringBack')
  const { done, failed } = useDone()
  const bringBack = ({ id, name }: Row) => back.mutate({ id }, { onSuccess: () => done(`「${name}」已恢复到人员名单`), onError: failed })
  const columns: readonly ListColumn<Row>[] = [
    { id: 'name', title: '姓名', value: ({ name }) => name, width: 100 },
    { id: 'schoolName', title: '工作单位', value: ({ schoolName }) => schoolName, width: 220 },
    { id: 'removedAt', title: '移入时间', value: ({ removedAt }) => momentInTable(removedAt), width: 190 },
    { id: 'reason', title: '原因', value: ({ removedReason }) => removedReason, width: 300 },
    { id: 'act', title: '操作', onScreenOnly: true, value: () => null, sortable: false, width: 100, cell: (row) => <Button size="small" onClick={() => bringBack(row)} aria-label={`恢复${row.name}`}>恢复</Button> },
  ]
  return (
    <>
      <PageHead title="人员回收站" facts={total !== undefined && `${total} 人`} actions={<Button onClick={() => void go('/people')}>人员名单</Button>} />
      <DataList
        name="people.removed" label="回收站里的人员" columns={columns} {...shown} rowKey={({ id }) => id}
        empty={<EmptyState title="回收站里没有人" hint="移入回收站的人员会在这里，随时可以恢复。" />}
      />
    </>
  )
}
