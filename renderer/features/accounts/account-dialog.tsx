import { Button, Form, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import { type AccountRow, passwordText, signInNameText } from '../../../shared/contract/accounts.ts'
import { requiredLine } from '../../../shared/contract/common.ts'
import { isScopedToOwnStudios, type Role, roleNames, roles } from '../../../shared/domain/accounts/permissions.ts'
import { useWrite } from '../../api/client.ts'
import { useStanding } from '../../app/standing.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Modal } from '../../ui/modal.tsx'
import { type PersonChoice, PersonPicker } from '../../ui/person-picker.tsx'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'
import { fieldErrors, zodRule } from '../../ui/zod-rule.ts'

interface Fields {
  readonly displayName: string
  readonly signInName: string
  readonly role: Role
  readonly person: PersonChoice | null
  readonly enabled: boolean
  readonly password: string
}

const roleHints: Readonly<Record<Role, string>> = {
  admin: '什么都可以，包括账号、备份和设置', clerk: '登记人员、工作室、活动和经费，打印文书', host: '只看和登记自己主持的工作室',
  finance: '登记经费，其他只看', leader: '都可以看，可以打印文书', member: '只看自己所在的工作室', auditor: '都可以看，包括操作日志，不能改',
}

/** Adds an account, or changes one; her first password, and a reset one, are told to her and changed by her at the first sign-in. */
export function AccountDialog({ account, onClose }: { readonly account: AccountRow | null; readonly onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const dialog = useDialog(onClose)
  const { me } = useStanding()
  const { done } = useDone()
  const add = useWrite('accounts.add')
  const change = useWrite('accounts.change')
  const [resetting, setResetting] = useState(false)
  const role = (Form.useWatch('role', form) as Role | undefined) ?? account?.role ?? 'clerk'
  const needsPerson = isScopedToOwnStudios(role)
  const refused = (error: Error) => form.setFields(fieldErrors(error) as never)
  const save = ({ displayName, signInName, role: chosen, person, enabled, password }: Fields) => {
    const finish = (sentence: string) => ({ onSuccess: () => { done(sentence); dialog.onCancel() }, onError: refused })
    if (account) {
      change.mutate(
        { id: account.id, revision: account.revision, displayName, role: chosen, personId: person?.id ?? null, disabled: !enabled },
        finish(enabled || account.disabled ? `已保存「${displayName}」的账号` : `已停用「${displayName}」的账号`),
      )
    } else {
      add.mutate({ signInName, displayName, role: chosen, personId: person?.id ?? null, password }, finish(`已添加「${displayName}」的账号，请把登录名和密码告诉本人`))
    }
  }
  const error = add.error ?? change.error
  return (
    <Modal
      {...dialog} title={account ? `修改账号：${account.signInName}` : '添加账号'} width={480}
      okText="保存" cancelText="取消" onOk={() => form.submit()} confirmLoading={add.isPending || change.isPending}
    >
      <Form<Fields>
        form={form} name="account" layout="vertical" onFinish={save} validateTrigger="onBlur" scrollToFirstError={{ focus: true }}
        initialValues={{ displayName: account?.displayName ?? '', signInName: account?.signInName ?? '', role: account?.role ?? 'clerk', person: presentPerson(account), enabled: !account?.disabled, password: '' }}
      >
        <Form.Item name="displayName" label="姓名" required rules={[zodRule(requiredLine('姓名', 40))]}><Input autoFocus maxLength={40} autoComplete="off" /></Form.Item>
        {!account && (
          <Form.Item name="signInName" label="登录名" required rules={[zodRule(signInNameText)]} extra="例如姓名的拼音，登录时输入">
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="role" label="身份" extra={roleHints[role]}>
          <Select options={roles.map((each) => ({ value: each, label: roleNames[each] }))} />
        </Form.Item>
        <Form.Item name="person" label={needsPerson ? '对应的人员' : '对应的人员（可不填）'} extra={needsPerson ? '主持人和成员按人员档案找到自己的工作室' : undefined}>
          <PersonPicker />
        </Form.Item>
        {!account && (
          <Form.Item name="password" label="初始密码" required rules={[zodRule(passwordText)]} extra="告诉本人，第一次登录时必须换成自己的">
            <Input.Password autoComplete="new-password" maxLength={128} />
          </Form.Item>
        )}
        {account && account.id !== me.accountId && (
          <Form.Item name="enabled" label="可以登录" valuePropName="checked" extra="停用后立即不能使用，记录都保留"><Switch checkedChildren="可用" unCheckedChildren="停用" /></Form.Item>
        )}
        <FormError error={error} />
        {/* Enter saves. */}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </Form>
      {account && account.id !== me.accountId && <Button onClick={() => setResetting(true)}>重设密码</Button>}
      {account && resetting && <ResetDialog account={account} onClose={() => setResetting(false)} />}
    </Modal>
  )
}

function presentPerson(account: AccountRow | null): PersonChoice | null {
  if (!account?.personId) return null
  return { id: account.personId, name: account.personName ?? '', schoolName: null, subject: null, schoolStage: null, professionalTitle: null }
}

function ResetDialog({ account, onClose }: { readonly account: AccountRow; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ newPassword: string }>()
  const dialog = useDialog(onClose)
  const { done } = useDone()
  const reset = useWrite('accounts.resetPassword')
  return (
    <Modal {...dialog} title={`重设「${account.displayName}」的密码`} width={420} okText="重设" cancelText="取消" onOk={() => form.submit()} confirmLoading={reset.isPending}>
      <Form
        form={form} name="reset" layout="vertical" validateTrigger="onBlur"
        onFinish={({ newPassword }) => reset.mutate({ id: account.id, newPassword }, { onSuccess: () => { done(`已重设，请把新密码告诉「${account.displayName}」`); dialog.onCancel() } })}
      >
        <Form.Item name="newPassword" label="新密码" required rules={[zodRule(passwordText)]} extra="告诉本人，下次登录时必须换成自己的；资料不会丢失">
          <Input.Password autoFocus autoComplete="new-password" maxLength={128} />
        </Form.Item>
        {reset.error && <ErrorNotice error={reset.error} />}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </Form>
    </Modal>
  )
}
