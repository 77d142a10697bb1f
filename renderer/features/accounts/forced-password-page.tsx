import { Button } from 'antd'
import { useEffect } from 'react'
import { useWrite } from '../../api/client.ts'
import { ChangePasswordForm } from '../../ui/change-password-form.tsx'
import { Door } from '../../ui/door.tsx'
import { useDone } from '../../ui/use-done.ts'

/** Somebody else chose this password for her; before anything else she chooses her own. */
export function ForcedPasswordPage({ name }: { readonly name: string }) {
  const signOut = useWrite('accounts.signOut')
  const { done } = useDone()
  useEffect(() => {
    document.title = '换密码 · 杏坛'
  }, [])
  return (
    <Door title="请换成自己的密码" subtitle={`${name}，您现在的密码是管理员设的，换好才能继续`}>
      <ChangePasswordForm autoFocus oldLabel="现在的密码" onDone={() => done('已换成您自己的密码')} />
      <Button type="link" block style={{ marginTop: 8 }} onClick={() => signOut.mutate({})}>退出登录</Button>
    </Door>
  )
}
