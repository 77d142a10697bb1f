import type { TermComparison } from '../../../shared/contract/duties.ts'
import { cellFigure } from '../../../shared/domain/duties/cell-figure.ts'
import { dutyStateNames } from '../../../shared/domain/duties/duty-words.ts'
import { DutyBar, DutyMark } from '../../ui/duty-bar.tsx'

type Row = TermComparison['longer'][number]

/** 按学年或周期要求的: how far each is in its period, and below each term what of it was done then. */
export function LongerTable({ terms, rows, onOpen }: {
  readonly terms: TermComparison['terms']
  readonly rows: readonly Row[]
  /** The figure of a row: asks for the records behind it, in the last of its terms. */
  readonly onOpen: (ref: string, termKey: string) => void
}) {
  return (
    <section className="duty-longer" aria-label="按学年或周期要求的">
      <h2>按学年或周期要求的</h2>
      <div className="duty-longer-scroll">
        <table className="duty-matrix">
          <thead>
            <tr>
              <th scope="col">要求</th>
              <th scope="col">整个期间</th>
              {terms.map(({ key, name, roleName }) => <th key={key} scope="col">{name}做的<small>{roleName}</small></th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" title={row.title}>{row.title}<small>{row.who}，{row.period || row.per}{row.softWord !== null && `，${row.softWord}`}</small></th>
                <td className={row.whole.state} title={dutyStateNames[row.whole.state]}><Whole row={row} onOpen={onOpen} /></td>
                {terms.map(({ key }) => <td key={key}>{doneIn(row, key)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Whole({ row: { ref, title, whole, shares }, onOpen }: { readonly row: Row; readonly onOpen: (ref: string, termKey: string) => void }) {
  const last = shares.at(-1)?.termKey
  const figure = <><DutyMark state={whole.state} /><span className="visually-hidden">{dutyStateNames[whole.state]}</span> {cellFigure(whole)}</>
  return (
    <>
      {last === undefined ? figure : <button type="button" aria-label={`${title}：${dutyStateNames[whole.state]}，${cellFigure(whole)}，看背后的记录`} onClick={() => onOpen(ref, last)}>{figure}</button>}
      <DutyBar done={whole.done} needed={whole.needed ?? 0} state={whole.state} />
    </>
  )
}

/** 2 篇; a dash for nothing, empty for a term that the period does not touch. */
function doneIn({ shares, unit }: Row, termKey: string): string {
  const share = shares.find((each) => each.termKey === termKey)
  return share === undefined ? '' : share.done === 0 ? '—' : `${share.done} ${unit}`
}
