import type { AuditRow } from '../../shared/contract/audit.ts'
import { changedFields, kindInWords } from '../../shared/domain/audit/change-words.ts'
import { withMomentInTable } from './moment-text.ts'
import './change-table.css'

/** What one write changed, record by record: field, before, after. */
export function ChangeTable({ changes }: { readonly changes: AuditRow['changes'] }) {
  // A form saves all of its records at once; one in which nothing changed would stand there as an empty table.
  const told = changes.map((change) => ({ change, fields: changedFields(change) })).filter(({ fields }) => fields.length > 0)
  if (told.length === 0) return <p className="change-none">这一步没有改动记录内容。</p>
  return told.map(({ change, fields }, at) => {
    const what = change.before === null ? '新增' : change.after === null ? '去掉' : '修改'
    return (
      <table key={`${change.kind}${change.id}${at}`} className="change-table">
        <caption>{what}{kindInWords(change.kind)}</caption>
        <thead><tr><th scope="col">项目</th>{change.before && <th scope="col">原来</th>}{change.after && <th scope="col">现在</th>}</tr></thead>
        <tbody>
          {fields.map(({ field, before, after }) => (
            <tr key={field}><th scope="row">{field}</th>{change.before && <td>{withMomentInTable(before)}</td>}{change.after && <td>{withMomentInTable(after)}</td>}</tr>
          ))}
        </tbody>
      </table>
    )
  })
}
