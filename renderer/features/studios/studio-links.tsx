import { Tooltip } from 'antd'
import { Link } from 'react-router'
import { useMay } from '../../app/standing.tsx'

interface StudioLink {
  readonly to: string
  readonly label: string
}

/** The studio's records on other pages, as far as her role may open them. */
export function useStudioLinks(id: string): readonly StudioLink[] {
  return [
    { to: `/activities?studio=${id}`, label: '活动与会议', may: useMay('activities.read') },
    { to: `/duties?studio=${id}`, label: '职责', may: useMay('duties.read') },
    { to: `/ledger?studio=${id}`, label: '经费', may: useMay('ledger.read') },
    { to: `/documents?studio=${id}`, label: '文书', may: useMay('documents.make') },
  ].filter(({ may }) => may)
}

/** What the section and its line in the index are called: 活动与会议、职责、经费、文书, or less. */
export const titleOf = (links: readonly StudioLink[]): string => links.map(({ label }) => label).join('、')

export function LinksCard({ links }: { readonly links: readonly StudioLink[] }) {
  return (
    <section className="card" id="more" tabIndex={-1} aria-labelledby="more-title">
      <h2 id="more-title">{titleOf(links)}</h2>
      <div className="links">
        {links.map(({ to, label }) => <Tooltip key={to} title={`打开${label}，只看这个工作室`}><Link to={to}>{label}</Link></Tooltip>)}
      </div>
    </section>
  )
}
