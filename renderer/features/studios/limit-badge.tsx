import {
  CheckCircleFilled, ClockCircleOutlined, CloseCircleFilled, ExclamationCircleFilled, QuestionCircleOutlined, WarningFilled,
} from '@ant-design/icons'
import type { LimitLine, LimitState } from '../../../shared/contract/studios.ts'

/** Every state by shape, word and colour, so that none of them is alone. */
const looks: Readonly<Record<LimitState, { readonly word: string; readonly tone: string; readonly icon: typeof CheckCircleFilled }>> = {
  met: { word: '符合', tone: 'good', icon: CheckCircleFilled },
  near: { word: '已到上限', tone: 'warn', icon: ExclamationCircleFilled },
  under: { word: '人数未满', tone: 'info', icon: ClockCircleOutlined },
  over: { word: '不符合', tone: 'bad', icon: CloseCircleFilled },
  excepted: { word: '已说明理由', tone: 'warn', icon: WarningFilled },
  unknown: { word: '待核对', tone: 'quiet', icon: QuestionCircleOutlined },
}

export const limitWord = (state: LimitState) => looks[state].word

export function LimitBadge({ state }: { readonly state: LimitState }) {
  const { word, tone, icon: Icon } = looks[state]
  return <span className={`limit ${tone}`}><Icon aria-hidden />{word}</span>
}

/** The rules of the scheme, one a line: how it stands, and the sentence with the figures. */
export function LimitLines({ limits }: { readonly limits: readonly LimitLine[] }) {
  return (
    <ul className="limits">
      {limits.map(({ rule, state, strength, message }) => (
        <li key={rule}>
          <LimitBadge state={state} />
          <span>{message}{strength === 'soft' && <span className="limit-soft">（只提醒）</span>}</span>
        </li>
      ))}
    </ul>
  )
}
