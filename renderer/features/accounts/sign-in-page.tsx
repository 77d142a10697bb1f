import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { queryKey, useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Door } from '../../ui/door.tsx'
import { RecoverForm } from './recover-form.tsx'

export function SignInPage({ schoolName, welcome }: { readonly schoolName: string | null; readonly welcome: string | null }) {
  const [forgotten, setForgotten] = useState(false)
  useEffect(() => {
    document.title = '登录 · 杏坛'
  }, [])
  return (
    <Door title="杏坛" subtitle={`${schoolName ?? ''} 名师工作室档案`}>
      {welcome && <p className="note info" style={{ marginBottom: 16 }}>{welcome}</p>}
      {forgotten ? <RecoverForm onBack={() => setForgotten(false)} /> : <SignInForm onForgotten={() => setForgotten(true)} />}
    </Door>
  )
}

function SignInForm({ onForgotten }: { readonly onForgotten: () => void }) {
  const queries = useQueryClient()
  const signIn = useWrite('accounts.signIn')
  return (
    <Form
      layout="vertical" requiredMark={false}
      onFinish={(values: { signInName: string; password: string }) =>
        signIn.mutate(values, { onSuccess: (standing) => queries.setQueryData(queryKey('accounts.standing', {}), standing) })}
    >
      <Form.Item name="signInName" label="登录名" rules={[{ required: true, message: '请填写登录名' }]}>
        <Input autoFocus autoComplete="username" />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {signIn.error && <div style={{ marginBottom: 16 }}><ErrorNotice error={signIn.error} /></div>}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>登录</Button>
      <Button type="link" block onClick={onForgotten}>忘记密码</Button>
    </Form>
  )
}
