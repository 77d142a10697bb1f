import { Button } from 'antd'
import { useState } from 'react'
import type { AccountRow } from '../../../shared/contract/accounts.ts'
import { roleNames } from '../../../shared/domain/accounts/permissions.ts'
import { useCall } from '../../api/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { momentInTable } from '../../ui/moment-text.ts'
import { AccountDialog } from './account-dialog.tsx'

const columns: readonly ListColumn<AccountRow>[] = [
  { id: 'displayName', title: '姓名', value: (row) => row.displayName, width: 120 },
  { id: 'signInName', title: '登录名', value: (row) => row.signInName, width: 130 },
  { id: 'role', title: '身份', value: (row) => roleNames[row.role], width: 110 },
  { id: 'person', title: '人员档案', value: (row) => row.personName, width: 110 },
  { id: 'lastSignIn', title: '上次登录', value: (row) => (row.lastSignInAt ? momentInTable(row.lastSignInAt) : '还没有登录过'), width: 180 },
  { id: 'state', title: '状态', value: (row) => (row.disabled ? '已停用' : '可用'), width: 80 },
]

/** 账号: who may sign in, and as what. */
export function AccountsSection() {
  const accounts = useCall('accounts.list', {})
  const [open, setOpen] = useState<AccountRow | 'new' | null>(null)
  return (
    <>
      <DataList
        name="accounts" label="账号名单" columns={columns} rows={accounts.data?.rows} rowKey={(row) => row.id} onOpen={setOpen} height="320px"
        error={accounts.error} onRetry={() => void accounts.refetch()} empty={<EmptyState title="还没有账号" hint="为每位使用的人添加一个账号。" />}
        rowClass={(row) => (row.disabled ? 'faded' : undefined)}
        tools={<Button type="primary" onClick={() => setOpen('new')}>添加账号</Button>}
      />
      {open !== null && <AccountDialog key={open === 'new' ? 'new' : open.id} account={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}
