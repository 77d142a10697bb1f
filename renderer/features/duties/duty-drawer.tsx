import { Tag } from 'antd'
import { Link } from 'react-router'
import type { DutyExplanation, DutySource } from '../../../shared/contract/duties.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { dutyStateNames } from '../../../shared/domain/duties/duty-words.ts'
import { assertNever } from '../../../shared/must.ts'
import { useMay } from '../../app/standing.tsx'
import { useCall } from '../../api/client.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { FulfilButton } from '../../ui/fulfil-button.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { stateMarks } from '../../ui/duty-marks.ts'

/** A duty of one subject in a term. */
export interface AskedCell {
  readonly studioId: string
  readonly termKey: string
  readonly ref: string
  readonly column: string
}

/** The records behind a figure: what counts, what does not, and why. */
export function DutyDrawer({ asked, onClose }: { readonly asked: AskedCell; readonly onClose: () => void }) {
  const found = useCall('duties.explain', asked)
  return (
    <Drawer open title={found.data ? `${found.data.title}　${found.data.subject}` : '职责'} size={560} onClose={onClose}>
      <LoadingOr of={found}>{(explanation) => <Explanation of={explanation} asked={asked} />}</LoadingOr>
    </Drawer>
  )
}

function Explanation({ of: { lines, unplaced, readings, per, ref, checks }, asked }: { readonly of: DutyExplanation; readonly asked: AskedCell }) {
  const firstOpen = lines.find(({ fulfilment }) => fulfilment !== null)
  return (
    <>
      <p className="duty-source">{per}，规程第 {ref} 条</p>
      {checks.length > 0 && <p className="note info" style={{ marginBottom: 12 }}>请人工核对：{checks.join('；')}</p>}
      {lines.map(({ key, column, subject, state, sentence, basis, sources, fulfilment }) => (
        <section key={key} className="duty-line">
          <h2><Tag className={`duty-state ${state}`}>{stateMarks[state]} {dutyStateNames[state]}</Tag>{subject !== null && `${subject}　`}{sentence}</h2>
          {fulfilment !== null && (
            <p className="duty-fulfil"><FulfilButton toFulfil={{ studioId: asked.studioId, column, fulfilment }} primary={key === firstOpen?.key} autoFocus={key === firstOpen?.key} /></p>
          )}
          {basis.map((step) => <p key={step} className="duty-basis">{step}</p>)}
          <Sources of={sources} asked={asked} empty="还没有计入的记录。" />
        </section>
      ))}
      {lines.length === 0 && <p>这个学期没有这一项要求。</p>}
      {readings.settings.length > 0 && <Readings of={readings} />}
      {unplaced.length > 0 && (
        <section className="duty-line">
          <h2>同类记录，但没有计入</h2>
          <Sources of={unplaced} asked={asked} empty="" />
        </section>
      )}
    </>
  )
}

const deciders = { school: '学校选定', scheme: '规程没有写清，暂按此理解', program: '规程没有写，通常这样算' } as const

/** What the scheme leaves open and these figures rest on. */
function Readings({ of: { schemeCode, schemeVersion, settings } }: { readonly of: DutyExplanation['readings'] }) {
  const mayChoose = useMay('settings.manage')
  return (
    <section className="duty-line">
      <h2>以上按这些理解计算</h2>
      <ul className="duty-readings">
        {settings.map(({ key, question, answer, decidedBy }) => <li key={key}>{question}<strong>{answer}</strong><small>{deciders[decidedBy]}</small></li>)}
      </ul>
      {mayChoose && <Link to={`/schemes/${encodeURIComponent(schemeCode)}/${encodeURIComponent(schemeVersion)}`}>到规程页改</Link>}
    </section>
  )
}

/** Where a record is opened; what belongs to a week is found by its Monday, a theme on the page of its studio. */
function pathOf(kind: DutySource['kind'], id: string, on: string, { studioId, termKey }: AskedCell): string {
  switch (kind) {
    case 'activity': return `/activities/${id}`
    case 'theme': return `/studios/${studioId}?theme=${id}&term=${termKey}`
    case 'outcome': return `/outcomes/${id}`
    case 'patrol': return `/shifts?view=rota&month=${on.slice(0, 7)}`
    case 'weeklyLogs': case 'weeklySummary': return `/inspections?week=${id}`
    case 'inspection': case 'inspectionReport': case 'briefing': return `/inspections/${id}`
    case 'feedback': return '/inspections?view=feedback'
    default: return assertNever(kind)
  }
}

function Sources({ of: sources, asked, empty }: { readonly of: readonly DutySource[]; readonly asked: AskedCell; readonly empty: string }) {
  if (sources.length === 0) return <p className="duty-basis">{empty}</p>
  return (
    <ul className="duty-sources">
      {sources.map(({ recordId, kind, id, title, on, amount, why }) => (
        <li key={recordId}>
          <span aria-hidden>{why === null ? '✓' : '✗'}</span>
          <span>
            {id === null ? title : <Link to={pathOf(kind, id, on, asked)}>{title}</Link>}
            <small>{dayInTable(on)}{why === null ? `，计 ${amount ?? 1}` : `，不计：${why}`}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}
