import { Button, Form, Tooltip } from 'antd'
import { useState } from 'react'
import type { FundAccount, LedgerEntryRow } from '../../../shared/contract/ledger.ts'
import type { Problem } from '../../../shared/errors.ts'
import { formatFen } from '../../../shared/domain/money/fen.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { call, useCall, useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { useTerm } from '../../app/term.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useAsk } from '../../ui/use-ask.ts'
import { useDone } from '../../ui/use-done.ts'
import { ExpenseFields } from './expense-fields.tsx'
import { asExpense, checkedFields, emptyExpense, type ExpenseValues } from './expense-values.ts'
import { markPlaces } from './mark-places.ts'

/** 登记支出: one form for a pile of receipts; it stays open for the next one. */
export function ExpenseDrawer({ account, onClose }: { readonly account: FundAccount; readonly onClose: () => void }) {
  const { studioId, termKey, studioName } = account
  const { term } = useTerm()
  const ask = useAsk()
  const { done } = useDone()
  const [form] = Form.useForm<ExpenseValues>()
  const post = useWrite('ledger.postExpense')
  const usual = useCall('ledger.usual', { studioId })
  // What the program doubts, and whether she meant to go on with the next one.
  const [warned, setWarned] = useState<{ readonly problem: Problem; readonly goOn: boolean } | null>(null)
  const [posted, setPosted] = useState<readonly LedgerEntryRow[]>([])
  const [dirty, setDirty] = useState(false)
  const today = term !== null && account.today >= term.startsOn && account.today <= term.endsOn ? account.today : null

  const save = async (goOn: boolean, warningsSeen = false) => {
    const values = await form.validateFields().catch(() => null)
    if (values === null || post.isPending) return
    post.mutate({ ...asExpense(values, studioId, termKey), warningsSeen }, {
      onSuccess: (entry) => {
        done(`已登记支出 ${formatFen(-entry.amountFen)} 元（第 ${entry.entryNo} 笔），结余 ${formatFen(entry.balanceFen)} 元`)
        setWarned(null)
        if (!goOn) return onClose()
        setPosted([...posted, entry])
        form.setFieldsValue({ ...emptyExpense(values.happenedOn), handledBy: values.handledBy, witnessedBy: values.witnessedBy, approvedBy: values.approvedBy })
        setDirty(false)
        form.focusField('amount')
      },
      onError: (error) => {
        const onlyDoubts = error.problem.code === 'ledger.warnings'
        setWarned(onlyDoubts ? { problem: error.problem, goOn } : null)
        markPlaces(form, error, onlyDoubts ? 'warnings' : 'errors')
      },
    })
  }
  /** On leaving a field: what the program says against the fields that have been filled in. */
  const check = async () => {
    const values = form.getFieldsValue()
    if (!values.happenedOn || !checkedFields.some((field) => form.isFieldTouched(field))) return
    const answer = await call('ledger.checkExpense', asExpense(values, studioId, termKey)).catch(() => null)
    if (answer === null) return
    for (const field of checkedFields.filter((each) => form.isFieldTouched(each))) {
      const own = answer.problems.filter((problem) => problem.field === field)
      const words = (severity: 'refuse' | 'warn') => own.filter((problem) => problem.severity === severity).map(({ message }) => message)
      form.setFields([{ name: field, errors: words('refuse'), warnings: words('warn') }])
    }
  }
  const leave = () => {
    if (!dirty) return onClose()
    ask({ title: '这一笔还没有保存', content: '关闭后，刚才填写的内容不会保留。', yes: '不保存，关闭', no: '继续填写', onYes: onClose })
  }
  useShortcut('ctrl+s', () => void save(true))
  return (
    <Drawer
      open title={`登记支出　${studioName}`} size={600} onClose={leave} mask={{ closable: false }} autoFocus={false}
      footer={(
        <div className="form-foot">
          <span className="grow">{posted.length > 0 && `本次已登记 ${posted.length} 笔`}</span>
          <Button onClick={leave}>关闭</Button>
          <Button onClick={() => void save(false)} disabled={post.isPending}>保存</Button>
          <Tooltip title="Ctrl+S"><Button type="primary" loading={post.isPending} onClick={() => void save(true)}>保存并继续</Button></Tooltip>
        </div>
      )}
    >
      <p className="allot-source">{termName(termKey)}，专项经费结余 {formatFen(account.balanceFen)} 元</p>
      {warned && (
        <div className="note warn" role="alert" style={{ marginBottom: 12 }}>
          请核对下面标出的地方：
          <ul>{warned.problem.places?.map(({ message }) => <li key={message}>{message}</li>)}</ul>
          <Button size="small" style={{ marginTop: 8 }} onClick={() => void save(warned.goOn, true)}>核对无误，仍要登记</Button>
        </div>
      )}
      {post.error && post.error.problem.code !== 'ledger.warnings' && (post.error.problem.places?.length ?? 0) === 0 && <ErrorNotice error={post.error} />}
      <Form
        form={form} layout="vertical" initialValues={emptyExpense(today)} validateTrigger="onBlur"
        onValuesChange={(changed: Partial<ExpenseValues>) => {
          setDirty(true)
          setWarned(null)
          form.setFields(Object.keys(changed).map((name) => ({ name: name as keyof ExpenseValues, errors: [], warnings: [] })))
        }}
      >
        <ExpenseFields account={account} onLeave={() => void check()} suggestions={usual.data} />
      </Form>
    </Drawer>
  )
}
