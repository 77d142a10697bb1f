import { Button, Form, Input } from 'antd'
import type { AllotmentProposal, FundAccount } from '../../../shared/contract/ledger.ts'
import { formatFen } from '../../../shared/domain/money/fen.ts'
import { parseTermKey, schoolYearName } from '../../../shared/domain/terms/term-key.ts'
import { useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { useDone } from '../../ui/use-done.ts'
import { DayField } from '../../ui/day-field.tsx'
import { markPlaces } from './mark-places.ts'

interface Values { readonly amount: string; readonly happenedOn: string; readonly summary: string; readonly note: string }

/** An amount: what the scheme names for a school year, a supplement, money from elsewhere. */
export function AmountAllotment({ account, proposal, onClose }: {
  readonly account: FundAccount
  readonly proposal: AllotmentProposal
  readonly onClose: () => void
}) {
  const [form] = Form.useForm<Values>()
  const { done } = useDone()
  const post = useWrite('ledger.postAmount')
  const { schoolYear } = parseTermKey(account.termKey)
  const give = async () => {
    const values = await form.validateFields().catch(() => null)
    if (values === null || post.isPending) return
    post.mutate({ studioId: account.studioId, termKey: account.termKey, ...values }, {
      onSuccess: (entry) => {
        done(`已拨款 ${formatFen(entry.amountFen)} 元（第 ${entry.entryNo} 笔），结余 ${formatFen(entry.balanceFen)} 元`)
        onClose()
      },
      onError: (error) => markPlaces(form, error),
    })
  }
  useShortcut('ctrl+s', () => void give())
  return (
    <>
      <p className="allot-source">{schoolYearName(schoolYear)}已拨 {formatFen(proposal.givenThisSchoolYearFen)} 元</p>
      {proposal.amounts.length > 0 && (
        <div className="form-legend" style={{ flexWrap: 'wrap', marginBottom: 12 }}>
          {proposal.amounts.map(({ amountFen, label }) => (
            <Button
              key={label} onClick={() => form.setFieldsValue({ amount: formatFen(amountFen), summary: `${schoolYearName(schoolYear)}工作室经费` })}
            >{label}</Button>
          ))}
        </div>
      )}
      {post.error && (post.error.problem.places?.length ?? 0) === 0 && <div style={{ marginBottom: 12 }}><ErrorNotice error={post.error} /></div>}
      <Form form={form} layout="vertical" initialValues={{ amount: '', happenedOn: account.today, summary: '活动经费', note: '' }}>
        <div className="two-fields">
          <Form.Item name="amount" label="金额" rules={[{ required: true, whitespace: true, message: '请填写金额' }]}><MoneyField /></Form.Item>
          <Form.Item name="happenedOn" label="拨款日期" rules={[{ required: true, message: '请填写拨款日期' }]}><DayField /></Form.Item>
        </div>
        <Form.Item name="summary" label="说明" rules={[{ required: true, whitespace: true, message: '请填写说明' }, { max: 80, message: '最多 80 个字' }]}><Input autoComplete="off" /></Form.Item>
        <Form.Item name="note" label="备注" rules={[{ max: 200, message: '最多 200 个字' }]}><Input autoComplete="off" /></Form.Item>
      </Form>
      <div className="form-foot">
        <span className="grow" />
        <Button onClick={onClose}>不拨</Button>
        <Button type="primary" loading={post.isPending} onClick={() => void give()}>拨款</Button>
      </div>
    </>
  )
}
