import { Form } from 'antd'
import { dayText } from '../../../shared/contract/common.ts'
import type { Holiday, Term } from '../../../shared/contract/school.ts'
import { isDay } from '../../../shared/domain/dates/day.ts'
import { checkTerms } from '../../../shared/domain/terms/check-terms.ts'
import { teachingWeeks } from '../../../shared/domain/terms/teaching-weeks.ts'
import { parseTermKey } from '../../../shared/domain/terms/term-key.ts'
import { DayField } from '../../ui/day-field.tsx'
import { zodRule } from '../../ui/zod-rule.ts'

const fields = [['startsOn', '学期开始'], ['teachingStartsOn', '上课开始'], ['teachingEndsOn', '上课结束'], ['endsOn', '学期结束']] as const

/** The four days of a term, with the teaching weeks counted while they are typed. */
export function TermFields({ termKey, holidays }: { readonly termKey: string; readonly holidays: readonly Holiday[] }) {
  const form = Form.useFormInstance<Term>()
  const days = Form.useWatch([], form) as Partial<Term> | undefined
  return (
    <>
      <div className="field-grid">
        {fields.map(([name, label]) => (
          <Form.Item
            key={name} name={name} label={label} required validateTrigger={['onBlur', 'onChange']} dependencies={fields.map(([each]) => each).filter((each) => each !== name)}
            rules={[zodRule(dayText), ({ getFieldsValue }) => ({
              validator: () => {
                const problem = troubleOf({ ...(getFieldsValue(true) as Term), key: termKey }, name)
                return problem === null ? Promise.resolve() : Promise.reject(new Error(problem))
              },
            })]}
          >
            <DayField />
          </Form.Item>
        ))}
      </div>
      <p className="note good" aria-live="polite">{weeksInWords({ ...days, key: termKey }, holidays)}</p>
    </>
  )
}

/** 「教学周 20 周，上课 96 天」 */
export function weeksInWords(term: Partial<Term>, holidays: readonly Holiday[]): string {
  const { teachingStartsOn, teachingEndsOn } = term
  if (!teachingStartsOn || !teachingEndsOn || !isDay(teachingStartsOn) || !isDay(teachingEndsOn) || teachingStartsOn > teachingEndsOn) return '填好上课的起止日期后，这里算出教学周'
  const weeks = teachingWeeks({ teachingStartsOn, teachingEndsOn }, holidays)
  const days = weeks.reduce((sum, week) => sum + week.teachingDays.length, 0)
  return `教学周 ${weeks.length} 周，上课 ${days} 天（已扣除周末和登记的放假）`
}

function troubleOf(term: Partial<Term> & { key: string }, field: string): string | null {
  const { startsOn = '', endsOn = '', teachingStartsOn = '', teachingEndsOn = '' } = term
  if (![startsOn, endsOn, teachingStartsOn, teachingEndsOn].every((day) => isDay(day ?? ''))) return null
  const problems = checkTerms([{ key: term.key, ...parseTermKey(term.key), startsOn, endsOn, teachingStartsOn, teachingEndsOn }])
  return problems.find((problem) => problem.severity === 'refuse' && problem.field === field)?.message ?? null
}
