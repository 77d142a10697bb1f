import { Checkbox, Radio, Select } from 'antd'
import type { RosterPreview, RosterPreviewRow } from '../../../shared/contract/people.ts'
import { type PersonField, personFieldNames, personFields } from '../../../shared/domain/people/person-fields.ts'
import { rosterProblemSentence, type RosterValues } from '../../../shared/domain/people/roster-reading.ts'
import { must } from '../../../shared/must.ts'
import { mayAdd, type RosterDecision } from './roster-decisions.ts'
import { sexText } from './people-words.ts'

const reasons = { idNumber: '身份证号相同', nameAndBirth: '姓名和出生日期相同', name: '姓名相同' } as const

/** One row of the roster: its main cells, its problems in words, and beside whom it may be. */
export function RosterRowView({ row, people, decision, onDecide }: {
  readonly row: RosterPreviewRow
  readonly people: RosterPreview['people']
  readonly decision: RosterDecision
  readonly onDecide: (decision: RosterDecision) => void
}) {
  const { values, rowNumber } = row
  const known = row.duplicates.flatMap(({ personId }) => people[personId] ?? [])
  return (
    <div className={decision.action === 'skip' ? 'roster-row skipped' : 'roster-row'} style={{ position: 'static' }}>
      <div className="roster-cells">
        <Checkbox
          aria-label={`导入第 ${rowNumber} 行 ${values.name}`} checked={decision.action !== 'skip'} disabled={!row.canImport || (row.duplicates.length > 0 && !mayAdd(row) && decision.action === 'skip')}
          onChange={(event) => onDecide(event.target.checked ? { action: 'add' } : { action: 'skip' })}
        />
        <span>{rowNumber}</span><span>{values.name}</span><span>{sexText(values.sex)}</span><span>{values.bornOn}</span><span>{values.idNumber}</span>
        <span>{values.phone}</span><span title={values.schoolName ?? ''}>{values.schoolName}</span><span>{values.subject}</span><span>{values.professionalTitle}</span>
      </div>
      {row.problems.length > 0 && (
        <ul className="roster-problems">
          {row.problems.map((problem) => (
            <li key={problem.message} className={problem.level}>{problem.level === 'error' ? '错误' : '提醒'} · {rosterProblemSentence(rowNumber, problem)}</li>
          ))}
        </ul>
      )}
      {known.length > 0 && row.canImport && <SamePerson row={row} people={people} decision={decision} onDecide={onDecide} />}
    </div>
  )
}

function SamePerson({ row, people, decision, onDecide }: Parameters<typeof RosterRowView>[0]) {
  const first = must(row.duplicates[0], 'shown only where there is one')
  const beside = decision.action === 'update' ? decision.personId : first.personId
  const person = people[beside]
  const by = row.duplicates.find(({ personId }) => personId === beside)?.by ?? first.by
  if (!person) return null
  const differing = personFields.filter((field) => row.values[field] !== null && shown(field, row.values) !== shown(field, person))
  const lines: readonly PersonField[] = [...new Set<PersonField>(['name', 'bornOn', 'schoolName', ...differing])]
  const act = (action: string) => onDecide(action === 'update' ? { action, personId: beside } : { action: action === 'add' ? 'add' : 'skip' })
  return (
    <div className="roster-same">
      <div className="choices">
        <span>与已有的「{person.name}」{reasons[by]}{differing.length === 0 && '，内容没有不同'}</span>
        {row.duplicates.length > 1 && (
          <Select
            size="small" aria-label={`第 ${row.rowNumber} 行与谁比较`} value={beside} style={{ minWidth: 200 }} onChange={(personId) => onDecide({ action: 'update', personId })}
            options={row.duplicates.map(({ personId }) => ({ value: personId, label: [people[personId]?.name, people[personId]?.schoolName, people[personId]?.bornOn].filter(Boolean).join(' ') }))}
          />
        )}
        <Radio.Group
          name={`row-${row.rowNumber}`} aria-label={`第 ${row.rowNumber} 行怎么办`} value={decision.action} onChange={(event) => act(String(event.target.value))}
          options={[{ value: 'skip', label: '跳过' }, { value: 'update', label: '更新已有的' }, ...(mayAdd(row) ? [{ value: 'add', label: '另外新增' }] : [])]}
        />
      </div>
      {differing.length > 0 && <table>
        <thead><tr><th scope="col">项目</th><th scope="col">已有的</th><th scope="col">花名册第 {row.rowNumber} 行</th></tr></thead>
        <tbody>
          {lines.map((field) => (
            <tr key={field}>
              <th scope="row">{personFieldNames[field]}</th><td>{shown(field, person) ?? '（空）'}</td>
              <td className={differing.includes(field) ? 'differs' : undefined}>{shown(field, row.values) ?? '（空，不动）'}</td>
            </tr>
          ))}
        </tbody>
      </table>}
    </div>
  )
}

function shown(field: PersonField, values: RosterValues): string | null {
  if (field === 'sex') return sexText(values.sex)
  const value = values[field]
  return value === null ? null : String(value)
}
