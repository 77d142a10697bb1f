import { ChangePasswordForm } from '../../ui/change-password-form.tsx'
import { useDone } from '../../ui/use-done.ts'

/** 自己的账号: what everybody may change about herself. */
export function OwnAccountSection() {
  const { done } = useDone()
  return (
    <div className="narrow-form">
      <ChangePasswordForm onDone={() => done('已更换您的密码')} />
    </div>
  )
}
