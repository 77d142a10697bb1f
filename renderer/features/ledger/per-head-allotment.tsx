import { Button, Checkbox, Form, Input, Select } from 'antd'
import type { AllotmentProposal, FundAccount } from '../../../shared/contract/ledger.ts'
import { formatFen, timesFen } from '../../../shared/domain/money/fen.ts'
import { capitalAmount } from '../../../shared/domain/money/capital-amount.ts'
import { parseFen } from '../../../shared/domain/money/parse-fen.ts'
import type { MemberRole } from '../../../shared/domain/studios/studio-words.ts'
import { useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { useDone } from '../../ui/use-done.ts'
import { DayField } from '../../ui/day-field.tsx'
import { markPlaces } from './mark-places.ts'

interface Values { readonly rate: string; readonly happenedOn: string; readonly note: string }

/** Who counts on which day, and what that makes. */
export function PerHeadAllotment({ account, proposal, counting, onRule, onRecount, onClose }: {
  readonly account: FundAccount
  readonly proposal: AllotmentProposal
  /** A changed rule is being counted. */
  readonly counting: boolean
  readonly onRule: (rule: AllotmentProposal['rule']) => void
  /** After a refusal: somebody has changed the members or allotted meanwhile, and she must see it. */
  readonly onRecount: () => void
  readonly onClose: () => void
}) {
  const { rule, lines, count, days, alreadyEntryNo } = proposal
  const [form] = Form.useForm<Values>()
  const { done } = useDone()
  const post = useWrite('ledger.postPerHead')
  const rate = Form.useWatch('rate', form) ?? (proposal.rateFen === null ? '' : formatFen(proposal.rateFen))
  const reading = parseFen(rate)
  const amountFen = reading.ok && reading.value > 0 && count > 0 ? timesFen(reading.value, count) : null
  const give = async () => {
    const values = await form.validateFields().catch(() => null)
    if (values === null || amountFen === null || counting || post.isPending) return
    post.mutate({
      studioId: account.studioId, termKey: account.termKey, rule, ...values,
      expectedCount: count, expectedPersonIds: lines.filter(({ counted }) => counted).map(({ personId }) => personId),
    }, {
      onSuccess: (entry) => {
        done(`已拨款 ${formatFen(entry.amountFen)} 元（${entry.countedPeople} 人，第 ${entry.entryNo} 笔），结余 ${formatFen(entry.balanceFen)} 元`)
        onClose()
      },
      onError: (error) => {
        markPlaces(form, error)
        onRecount()
      },
    })
  }
  useShortcut('ctrl+s', () => void give())
  const ready = amountFen !== null && alreadyEntryNo === null
  return (
    <>
      {alreadyEntryNo !== null && <p className="note warn" style={{ marginBottom: 12 }}>本学期已按人数拨过款（第 {alreadyEntryNo} 笔）。补拨请用「按金额」；如拨错，请先冲销第 {alreadyEntryNo} 笔。</p>}
      <p className="allot-source">{proposal.source}</p>
      {post.error && alreadyEntryNo === null && <div style={{ marginBottom: 12 }}><ErrorNotice error={post.error} /></div>}
      <Form
        form={form} layout="vertical"
        initialValues={{ rate: proposal.rateFen === null ? '' : formatFen(proposal.rateFen), happenedOn: account.today, note: '' }}
      >
        <div className="three-fields">
          <Form.Item label="计数日" htmlFor="counting-word">
            <Select
              id="counting-word" value={days.find(({ on }) => on === rule.countingOn)?.key ?? 'chosen'}
              onChange={(key) => onRule({ ...rule, countingOn: days.find((day) => day.key === key)?.on ?? account.today })}
              options={[...days.map(({ key, name }) => ({ value: key, label: name })), { value: 'chosen', label: '自选一天' }]}
            />
          </Form.Item>
          <Form.Item label="按哪一天在任的人" htmlFor="counting-day">
            <DayField id="counting-day" value={rule.countingOn} onChange={(day) => { if (day !== null) onRule({ ...rule, countingOn: day }) }} />
          </Form.Item>
          <Form.Item name="rate" label="每人标准" rules={[{ required: true, message: '请填写每人标准' }]}><MoneyField placeholder="例如 300" /></Form.Item>
        </div>
        <Form.Item label="计入哪些身份">
          <Checkbox.Group
            aria-label="计入哪些身份" value={rule.rolesCounted} options={proposal.roles.map(({ role, name }) => ({ value: role, label: name }))}
            onChange={(roles: MemberRole[]) => { if (roles.length > 0) onRule({ ...rule, rolesCounted: roles }) }}
          />
        </Form.Item>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling part must be reached by keyboard */}
        <div className={post.error || alreadyEntryNo !== null ? 'heads short' : 'heads'} tabIndex={0} role="region" aria-label="计数名单">
          <table className="plain-table">
            <thead><tr><th scope="col">姓名</th><th scope="col">身份</th><th scope="col">计入</th><th scope="col">为什么</th></tr></thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.membershipId} className={line.counted ? undefined : 'not-counted'}>
                  <td>{line.personName}</td><td>{line.roleName}</td><td>{line.counted ? '✓ 计入' : '不计'}</td><td>{line.reason}</td>
                </tr>
              ))}
              {lines.length === 0 && <tr><td colSpan={4}>工作室里还没有成员，请先在工作室页面加入成员。</td></tr>}
            </tbody>
          </table>
        </div>
        <div className="allot-sum" aria-live="polite">
          {amountFen === null
            ? <span>{count} 人{count === 0 && '，没有可计入的人，不能拨款'}</span>
            : <><span>{count} 人 × {reading.ok ? formatFen(reading.value) : ''} =</span><strong>{formatFen(amountFen)} 元</strong><span className="capitals">{capitalAmount(amountFen)}</span></>}
        </div>
        <div className="two-fields" style={{ marginTop: 12 }}>
          <Form.Item name="happenedOn" label="拨款日期" rules={[{ required: true, message: '请填写拨款日期' }]}><DayField /></Form.Item>
          <Form.Item name="note" label="备注" rules={[{ max: 200, message: '最多 200 个字' }]}><Input autoComplete="off" /></Form.Item>
        </div>
      </Form>
      <div className="form-foot">
        <span className="grow" />
        <Button onClick={onClose}>不拨</Button>
        <Button type="primary" disabled={!ready} loading={post.isPending || counting} onClick={() => void give()}>
          {ready ? `拨款 ${formatFen(amountFen)} 元` : '拨款'}
        </Button>
      </div>
    </>
  )
}
