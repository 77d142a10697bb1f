import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { queryKey, useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Door } from '../../ui/door.tsx'

/** Away for a while: only the same person's password opens it; somebody else signs in anew. */
export function LockedPage({ name }: { readonly name: string }) {
  const queries = useQueryClient()
  const unlock = useWrite('accounts.unlock')
  const signOut = useWrite('accounts.signOut')
  const stand = (standing: unknown) => queries.setQueryData(queryKey('accounts.standing', {}), standing)
  return (
    <Door title="已锁定" subtitle={`${name}，请输入密码继续`}>
      <Form layout="vertical" requiredMark={false} onFinish={(values: { password: string }) => unlock.mutate(values, { onSuccess: stand })}>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        {unlock.error && <div style={{ marginBottom: 16 }}><ErrorNotice error={unlock.error} /></div>}
        <Button type="primary" htmlType="submit" block loading={unlock.isPending}>解锁</Button>
        <Button type="link" block onClick={() => signOut.mutate({}, { onSuccess: stand })}>换一个人登录</Button>
      </Form>
    </Door>
  )
}
