import { Link } from 'react-router'
import type { MissingFacts } from '../../../shared/contract/documents.ts'

/** What the records lack and the form leaves blank, with the way to each record. */
export function MissingList({ missing }: { readonly missing: readonly MissingFacts[] }) {
  if (missing.length === 0) return <p className="note good">资料齐全</p>
  return (
    <div className="note warn documents-missing">
      <p>还缺（打印时留空，可以手写）：</p>
      <ul>
        {missing.map(({ labels, where, path }) => (
          <li key={`${where}${labels.join()}`}>{labels.join('、')}{path === null ? <>（{where}）</> : <>　<Link to={path}>去补：{where}</Link></>}</li>
        ))}
      </ul>
    </div>
  )
}
