import type { OutputOf } from '../../../shared/contract/routes.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { logItemStateNames, logStandingNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { useStanding } from '../../app/standing.tsx'

/** 教学日记检查通报 on paper. On the screen the table stands in its place. */
export function WeekSheet({ data }: { readonly data: OutputOf<'inspections.week'> }) {
  const { schoolName } = useStanding()
  if (data.week === null) return null
  const { week, figures, lines, summary } = data
  const state = (value: keyof typeof logItemStateNames | null) => value === null ? '' : logItemStateNames[value]
  return (
    <div className="print-sheet" aria-hidden>
      <h2>{schoolName}第 {week.number ?? '—'} 周教学日记检查通报</h2>
      <p className="right">{dayInText(week.startsOn)}至{dayInText(week.endsOn)}</p>
      <p>应交 {figures.asked} 份，按时 {figures.onTime} 份，迟交 {figures.late} 份，未交 {figures.missing} 份。</p>
      <table>
        <thead><tr><th>班级</th><th>班主任</th><th>送交</th><th>情况</th><th>教学进度</th><th>实践环节</th><th>作业</th><th>课时（实/计划）</th><th>作业（批/布置）</th><th>说明</th></tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.classId}>
              <td>{line.className}</td><td>{line.homeroomName}</td><td>{line.handedInOn?.slice(5)}</td><td>{logStandingNames[line.standing]}</td>
              <td>{state(line.progress)}</td><td>{state(line.practice)}</td><td>{state(line.homework)}</td>
              <td>{line.lessonsHeld ?? ''}{line.lessonsPlanned === null ? '' : ` / ${line.lessonsPlanned}`}</td>
              <td>{line.homeworkCorrected ?? ''}{line.homeworkAssigned === null ? '' : ` / ${line.homeworkAssigned}`}</td><td>{line.remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {summary && <p className="keep-lines">{summary.text}</p>}
      <p className="right">教务处　{summary?.publishedOn ? dayInText(summary.publishedOn) : ''}</p>
    </div>
  )
}
