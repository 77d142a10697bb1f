import { Form } from 'antd'
import type { FundAccount, LedgerEntryRow } from '../../../shared/contract/ledger.ts'
import { entryKindNames } from '../../../shared/domain/ledger/ledger-words.ts'
import { formatFen } from '../../../shared/domain/money/fen.ts'
import { useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDone } from '../../ui/use-done.ts'
import { DayField } from '../../ui/day-field.tsx'
import { signedFen } from './entry-words.ts'
import { markPlaces } from './mark-places.ts'
import { RememberingInput } from './remembering-input.tsx'

const usualReasons = ['金额记错', '重复登记', '发票退回', '科目记错', '拨款人数有误']

/** 红字冲销: says in figures what will happen, then does it. */
export function ReversalModal({ account, row, onClose }: { readonly account: FundAccount; readonly row: LedgerEntryRow; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ happenedOn: string; reason: string }>()
  const reverse = useWrite('ledger.reverse')
  const { done } = useDone()
  const after = account.balanceFen - row.amountFen
  const overdraws = row.amountFen > 0 && after < 0 && account.overspend === 'refuse'
  const post = async () => {
    const values = await form.validateFields().catch(() => null)
    if (values === null || overdraws || reverse.isPending) return
    reverse.mutate({ entryId: row.id, ...values }, {
      onSuccess: (posted) => {
        done(`已冲销第 ${row.entryNo} 笔（红字第 ${posted.entryNo} 笔），结余 ${formatFen(posted.balanceFen)} 元`)
        onClose()
      },
      onError: (error) => markPlaces(form, error),
    })
  }
  useShortcut('ctrl+s', () => void post())
  return (
    <Modal
      open title={`冲销第 ${row.entryNo} 笔`} onCancel={onClose} onOk={() => void post()} okText="冲销" cancelText="不冲销"
      okButtonProps={{ danger: true, disabled: overdraws, loading: reverse.isPending }}
    >
      <p className={overdraws ? 'note bad' : 'note warn'} style={{ marginBottom: 16 }}>
        {overdraws
          ? `第 ${row.entryNo} 笔拨款 ${formatFen(row.amountFen)} 元已用去一部分，现结余 ${formatFen(account.balanceFen)} 元，不够冲销。请先冲销用这笔钱的支出。`
          : `${entryKindNames[row.kind]}「${row.summary}」${formatFen(Math.abs(row.amountFen))} 元。将记一笔红字 ${signedFen(-row.amountFen)} 元，结余由 ${formatFen(account.balanceFen)} 元变为 ${formatFen(after)} 元。原来的记录保留，并注明已冲销；红字记在冲销日期所在的学期。`}
      </p>
      {reverse.error && <ErrorNotice error={reverse.error} />}
      <Form form={form} layout="vertical" requiredMark initialValues={{ happenedOn: account.today < row.happenedOn ? row.happenedOn : account.today, reason: '' }} disabled={overdraws}>
        <Form.Item name="reason" label="冲销原因" rules={[{ required: true, whitespace: true, message: '请填写冲销原因' }, { max: 80, message: '最多 80 个字' }]}>
          <RememberingInput autoFocus suggestions={usualReasons} placeholder="例如 金额记错" />
        </Form.Item>
        <Form.Item name="happenedOn" label="冲销日期" rules={[{ required: true, message: '请填写冲销日期' }]}>
          <DayField from={row.happenedOn} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
