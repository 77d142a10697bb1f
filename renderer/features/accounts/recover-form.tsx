import { Button, Form, Input } from 'antd'
import { useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { RecoveryCode } from '../../ui/recovery-code.tsx'

/** A forgotten password: most people ask their administrator; the administrator has the printed recovery code. */
export function RecoverForm({ onBack }: { readonly onBack: () => void }) {
  const recover = useWrite('accounts.recover')
  if (recover.data) return <RecoveryCode code={recover.data.recoveryCode} doneLabel="去登录" onDone={onBack} />
  return (
    <>
      <p className="note info" style={{ marginBottom: 16 }}>普通账号请找管理员重设密码。管理员自己忘了密码，请取出首次设置时打印的恢复码。</p>
      <Form layout="vertical" requiredMark={false} onFinish={recover.mutate}>
        <Form.Item name="signInName" label="管理员的登录名" rules={[{ required: true, message: '请填写登录名' }]}><Input autoFocus /></Form.Item>
        <Form.Item name="recoveryCode" label="恢复码" rules={[{ required: true, message: '请填写恢复码' }]}>
          <Input placeholder="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX" autoComplete="off" />
        </Form.Item>
        <Form.Item name="newPassword" label="新密码" rules={[{ required: true, min: 8, message: '密码至少 8 位' }]}><Input.Password autoComplete="new-password" /></Form.Item>
        {recover.error && <div style={{ marginBottom: 16 }}><ErrorNotice error={recover.error} /></div>}
        <Button type="primary" htmlType="submit" block loading={recover.isPending}>重设密码</Button>
        <Button type="link" block onClick={onBack}>返回登录</Button>
      </Form>
    </>
  )
}
