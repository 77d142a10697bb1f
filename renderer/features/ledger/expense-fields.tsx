import { Button, Form, Input, Select } from 'antd'
import type { FundAccount } from '../../../shared/contract/ledger.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { useCall } from '../../api/client.ts'
import { useMay } from '../../app/standing.tsx'
import { useTerm } from '../../app/term.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import type { ExpenseValues } from './expense-values.ts'
import { RememberingInput } from './remembering-input.tsx'

/** The fields in the order of the paper: when, how much, what for, from whom, by whom. */
export function ExpenseFields({ account, onLeave, suggestions }: {
  readonly account: FundAccount
  readonly onLeave: () => void
  readonly suggestions: OutputOf<'ledger.usual'> | undefined
}) {
  const form = Form.useFormInstance<ExpenseValues>()
  const { term } = useTerm()
  const mayReadActivities = useMay('activities.read')
  const { studioId, termKey } = account
  const categories = useCall('ledger.categories', { studioId })
  const activities = useCall('activities.list', { termKey, studioId }, { enabled: mayReadActivities })
  const last = suggestions?.last ?? null
  const max = (length: number) => ({ max: length, message: `最多 ${length} 个字` })
  return (
    <>
      <div className="two-fields">
        <Form.Item name="amount" label="金额" rules={[{ required: true, whitespace: true, message: '请填写金额' }]}>
          <MoneyField onBlur={onLeave} autoFocus />
        </Form.Item>
        <Form.Item name="happenedOn" label="日期" rules={[{ required: true, message: '请填写日期' }]}>
          <DayField onBlur={onLeave} {...(term === null ? {} : { from: term.startsOn, to: term.endsOn })} />
        </Form.Item>
      </div>
      <Form.Item name="summary" label="用途" rules={[{ required: true, whitespace: true, message: '请填写用途' }, max(80)]}>
        <Input placeholder="例如 购买教研用书 12 册" autoComplete="off" />
      </Form.Item>
      <div className="two-fields">
        <Form.Item name="category" label="科目">
          {categories.data?.closed === true
            ? <Select options={categories.data.categories.map((value) => ({ value }))} onBlur={onLeave} placeholder="选择科目" />
            : <RememberingInput suggestions={categories.data?.categories} onBlur={onLeave} placeholder="选择或填写" />}
        </Form.Item>
        <Form.Item name="payee" label="收款方" rules={[max(60)]}>
          <RememberingInput suggestions={suggestions?.payees} placeholder="单位或个人" />
        </Form.Item>
        <Form.Item name="invoiceNo" label="发票号码" rules={[max(30)]}>
          <Input onBlur={onLeave} placeholder="8 位，数电票 20 位" autoComplete="off" inputMode="numeric" />
        </Form.Item>
        <Form.Item name="invoiceCode" label="发票代码" rules={[max(20)]}>
          <Input onBlur={onLeave} placeholder="数电票没有代码，不填" autoComplete="off" inputMode="numeric" />
        </Form.Item>
      </div>
      {mayReadActivities && (
        <Form.Item name="activityId" label="用于哪次活动">
          <Select
            allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="不关联活动" onBlur={onLeave}
            notFoundContent="本学期还没有登记活动"
            options={(activities.data?.rows ?? []).map(({ id, heldOn, title }) => ({ value: id, label: `${heldOn} ${title}` }))}
          />
        </Form.Item>
      )}
      {last !== null && (
        <div className="form-legend">
          签字的人
          <Button
            size="small"
            onClick={() => form.setFieldsValue({ handledBy: last.handledBy ?? '', witnessedBy: last.witnessedBy ?? '', approvedBy: last.approvedBy ?? '' })}
          >沿用上次</Button>
        </div>
      )}
      <div className="three-fields">
        {([['handledBy', '经手人'], ['witnessedBy', '证明人'], ['approvedBy', '审批人']] as const).map(([name, label]) => (
          <Form.Item key={name} name={name} label={label} rules={[max(40)]}>
            <RememberingInput suggestions={suggestions?.handlers} />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="note" label="备注" rules={[max(200)]}><Input autoComplete="off" /></Form.Item>
    </>
  )
}
