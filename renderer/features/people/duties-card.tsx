import { Link } from 'react-router'
import type { PersonDuties } from '../../../shared/contract/duties.ts'
import { cellFigure } from '../../../shared/domain/duties/cell-figure.ts'
import { isAsked, shareText } from '../../../shared/domain/duties/duty-share.ts'
import { dutyStateNames } from '../../../shared/domain/duties/duty-words.ts'
import { useCall } from '../../api/client.ts'
import { useTerm } from '../../app/term.tsx'
import { DutyBar, DutyMark, ShareBar } from '../../ui/duty-bar.tsx'
import { FulfilButton } from '../../ui/fulfil-button.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'

const shownAtMost = 5

/** What she has to do this term, in each of her studios: what is open stands first, one press from its form. */
export function DutiesCard({ personId }: { readonly personId: string }) {
  const { term } = useTerm()
  return (
    <section className="card" aria-labelledby="person-duties">
      <h2 id="person-duties">本学期职责</h2>
      {term === null ? <p className="duties-none">还没有学期。</p> : <InTerm personId={personId} termKey={term.key} />}
    </section>
  )
}

function InTerm({ personId, termKey }: { readonly personId: string; readonly termKey: string }) {
  const about = useCall('duties.ofPerson', { personId, termKey })
  return (
    <LoadingOr of={about}>
      {({ studios, troubles }) => (
        <>
          {troubles.map((trouble) => <p key={trouble} className="note warn">{trouble}</p>)}
          {studios.length === 0 && troubles.length === 0 && <p className="duties-none">这个学期不在工作室里，没有职责。</p>}
          {studios.map((studio) => <InStudio key={studio.studioId} studio={studio} />)}
        </>
      )}
    </LoadingOr>
  )
}

function InStudio({ studio: { studioId, studioName, roleName, column, share, rows } }: { readonly studio: PersonDuties['studios'][number] }) {
  const asked = rows.filter(({ cell }) => isAsked(cell))
  const open = asked.filter(({ cell }) => cell.missing > 0)
  const shown = [...open, ...asked.filter(({ cell }) => cell.missing === 0)].slice(0, shownAtMost)
  const all = `/duties?view=people&studio=${studioId}&who=${column}`
  return (
    <div className="duties-of-studio">
      <h3>{studioName}{roleName !== null && <small>{roleName}</small>}</h3>
      {share.asked > 0 && <ShareBar share={share} />}
      <p className="duties-none">{shareText(share)}{share.overdue > 0 && `，逾期 ${share.overdue} 项`}</p>
      <ul className="duties-rows">
        {shown.map(({ ref, title, cell, fulfilment }) => (
          <li key={ref}>
            <span>{title}</span>
            <span className="duties-figure"><DutyMark state={cell.state} /><span className="visually-hidden">{dutyStateNames[cell.state]}</span>{cellFigure(cell)}</span>
            <DutyBar done={cell.done} needed={cell.needed ?? 0} state={cell.state} />
            {fulfilment !== null && <FulfilButton toFulfil={{ studioId, column, fulfilment }} />}
          </li>
        ))}
      </ul>
      <Link to={all}>{asked.length > shown.length ? `看全部 ${asked.length} 项` : '看每一项的记录'}</Link>
    </div>
  )
}
