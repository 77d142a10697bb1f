import { CheckCircleFilled, CloseCircleFilled, QuestionCircleOutlined, WarningFilled } from '@ant-design/icons'
import type { JudgedCriterion, MemberPreview } from '../../../shared/contract/studios.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { FillField } from './fill-field.tsx'
import { JudgedRecords } from './judged-records.tsx'

/** Every state by shape, word and colour. */
const looks = {
  met: { word: '符合', tone: 'good', icon: CheckCircleFilled },
  exceptional: { word: '须说明理由', tone: 'bad', icon: WarningFilled },
  notMet: { word: '不符合', tone: 'bad', icon: CloseCircleFilled },
  unknown: { word: '待核对', tone: 'quiet', icon: QuestionCircleOutlined },
} as const
const states = ['notMet', 'exceptional', 'unknown', 'met'] as const

/**
 * What the scheme asks of each person in the role, criterion by criterion: what stands in the way or is missing in front, the rest folded away.
 * `onGo` leads to another page, from where one comes back.
 */
export function EligibilityLines({ people, countedOn, onGo }: { readonly people: MemberPreview['eligibility']; readonly countedOn: string; readonly onGo: ((path: string) => void) | undefined }) {
  if (people.length === 0) return null
  return (
    <section className="eligibility" aria-label="人选条件">
      <p className="eligibility-title">人选条件<small>年龄、年限和成果算到{dayInText(countedOn)}</small></p>
      {people.map(({ personId, personName, criteria }) => <Person key={personId} personId={personId} name={personName} criteria={criteria} onGo={onGo} />)}
    </section>
  )
}

interface PersonProps {
  readonly personId: string
  readonly name: string
  readonly criteria: readonly JudgedCriterion[]
  readonly onGo: ((path: string) => void) | undefined
}

function Person({ personId, name, criteria, onGo }: PersonProps) {
  const isUrgent = ({ state, missing, add }: JudgedCriterion) => state === 'notMet' || state === 'exceptional' || missing !== null || add !== null
  const urgent = criteria.filter(isUrgent)
  const rest = criteria.filter((each) => !isUrgent(each))
  const figures = states.flatMap((state) => {
    const count = criteria.filter((each) => each.state === state).length
    return count === 0 ? [] : [`${looks[state].word} ${count} 项`]
  })
  return (
    <div className="eligible">
      <strong>{name}</strong> <span className="eligible-figures">{figures.join('，')}</span>
      {urgent.length > 0 && <Lines personId={personId} name={name} criteria={urgent} onGo={onGo} />}
      {rest.length > 0 && (
        <details>
          <summary>{urgent.length > 0 ? `其余 ${rest.length} 项` : `${rest.length} 项条件`}</summary>
          <Lines personId={personId} name={name} criteria={rest} onGo={onGo} />
        </details>
      )}
    </div>
  )
}

function Lines({ personId, name, criteria, onGo }: PersonProps) {
  return (
    <ul className="limits">
      {criteria.map((criterion) => {
        const { rule, state, strength, message, missing } = criterion
        const { word, tone, icon: Icon } = looks[state]
        return (
          <li key={rule}>
            <span className={`limit ${tone}`}><Icon aria-hidden />{word}</span>
            <span>
              {message}{strength === 'soft' && state !== 'met' && <span className="limit-soft">（只提醒）</span>}
              {missing !== null && <FillField personId={personId} name={name} field={missing} />}
              <JudgedRecords personId={personId} name={name} criterion={criterion} onGo={onGo} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
