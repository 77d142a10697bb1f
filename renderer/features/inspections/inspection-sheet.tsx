import type { OutputOf } from '../../../shared/contract/routes.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { findingStateNames } from '../../../shared/domain/inspections/follow-up.ts'
import { inspectionFormNames, severityNames } from '../../../shared/domain/inspections/inspection-words.ts'
import { useStanding } from '../../app/standing.tsx'
import { aboutWords } from './finding-words.ts'

/** The report of an inspection on paper: facts, the written report, what was found. */
export function InspectionSheet({ inspection }: { readonly inspection: OutputOf<'inspections.get'> }) {
  const { schoolName } = useStanding()
  const { title, form, startsOn, endsOn, inspectors, scope, report, findings, closedOn } = inspection
  return (
    <div className="print-sheet" aria-hidden>
      <h2>{schoolName}{title}情况</h2>
      <p>时间：{dayInText(startsOn)}至{dayInText(endsOn)}　方式：{inspectionFormNames[form]}{inspectors.length > 0 ? `　检查人：${inspectors.map(({ name }) => name).join('、')}` : ''}</p>
      {scope && <p>范围：{scope}</p>}
      {report !== '' && <p className="keep-lines">{report}</p>}
      <table>
        <thead><tr><th>对象</th><th>检查项目</th><th>程度</th><th>情况</th><th>负责整改</th><th>期限</th><th>状态</th></tr></thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.id}>
              <td>{aboutWords(finding)}</td><td>{finding.item}</td><td>{severityNames[finding.severity]}</td><td>{finding.text}</td><td>{finding.responsibleName}</td><td>{finding.dueOn}</td>
              <td>{findingStateNames[finding.state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="right">教务处　{closedOn === null ? '' : dayInText(closedOn)}</p>
    </div>
  )
}
