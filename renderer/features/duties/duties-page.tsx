import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useCall } from '../../api/client.ts'
import { dutiesAndOutcomes } from '../../app/navigation.ts'
import { PageSwitch } from '../../app/page-switch.tsx'
import { useTerm } from '../../app/term.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { DueCalendar } from './due-calendar.tsx'
import { DueListView } from './due-list-view.tsx'
import { type AskedCell, DutyDrawer } from './duty-drawer.tsx'
import { MatrixView } from './matrix-view.tsx'
import { PeopleView } from './people-view.tsx'
import { TermsView } from './terms-view.tsx'
import { type DutyView, useDutiesAddress, viewsOfOneStudio } from './use-duties-address.ts'
import './duties.css'

const sisters = <PageSwitch name="职责与成果" pages={dutiesAndOutcomes} />

const factsOf: Readonly<Record<DutyView, string>> = {
  due: '按规程还要做的事，最急的在前', calendar: '哪一天有什么到期，点一天看清单', matrix: '规程要求的每一项，谁做了多少', people: '每个人做到多少，点一项看背后的记录',
  terms: '这个周期的各学期，要求的做了多少',
}

/** `/duties`: what is still to be done, and what each has done of what the scheme asks for. */
export function DutiesPage() {
  const [address, setAddress] = useDutiesAddress()
  const { term, today } = useTerm()
  const navigate = useNavigate()
  const studios = useCall('duties.studios', {})
  const [opened, setOpened] = useState<AskedCell | null>(null)
  const rows = studios.data?.rows
  const shownStudio = rows?.find(({ id }) => id === address.studioId) ?? (viewsOfOneStudio.has(address.view) ? rows?.[0] : undefined) ?? null
  const facts = factsOf[address.view]
  if (studios.error) return <><PageHead title="职责" beside={sisters} /><ErrorNotice error={studios.error} onRetry={() => void studios.refetch()} /></>
  return (
    <div className="wide">
      <div className="no-print"><PageHead title="职责" beside={sisters} facts={facts} /></div>
      <div className="duties-switch no-print">
        <Segmented<DutyView>
          aria-label="看法" value={address.view} onChange={(view) => setAddress({ view })}
          options={[{ value: 'due', label: '待办' }, { value: 'calendar', label: '日历' }, { value: 'matrix', label: '完成情况' }, { value: 'people', label: '每人进度' }, { value: 'terms', label: '学期对比' }]}
        />
        {rows !== undefined && rows.length > 1 && (
          <Select
            aria-label="工作室" style={{ width: 260 }} allowClear={!viewsOfOneStudio.has(address.view)} placeholder="全部工作室" value={shownStudio?.id ?? null}
            onChange={(id: string | undefined) => setAddress({ studioId: id ?? null })} options={rows.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </div>
      {rows?.length === 0 && <NoStudio />}
      {term === null && rows !== undefined && rows.length > 0 && (
        <EmptyState title="还没有学期" hint="职责按学期计算，请先设置学期的起止日期。"><Button onClick={() => void navigate('/settings')}>去设置</Button></EmptyState>
      )}
      {term !== null && rows !== undefined && rows.length > 0 && (viewsOfOneStudio.has(address.view)
        ? shownStudio !== null && <OneStudio key={shownStudio.id} view={address.view} studioId={shownStudio.id} termKey={term.key} column={address.column} onChoose={(column) => setAddress({ column })} onOpen={setOpened} />
        : address.view === 'calendar'
          ? today !== null && <DueCalendar studioId={shownStudio?.id ?? null} termKey={term.key} today={today} manyStudios={rows.length > 1} filter={address} day={address.day} onFilter={setAddress} onDay={(day) => setAddress({ day })} onOpen={setOpened} />
          : <DueListView studioId={shownStudio?.id ?? null} termKey={term.key} manyStudios={rows.length > 1} filter={address} onFilter={setAddress} onOpen={setOpened} />)}
      {opened !== null && <DutyDrawer asked={opened} onClose={() => setOpened(null)} />}
    </div>
  )
}

/** What is shown of one studio in the term. */
function OneStudio({ view, studioId, termKey, column, onChoose, onOpen }: {
  readonly view: DutyView
  readonly studioId: string
  readonly termKey: string
  readonly column: string | null
  readonly onChoose: (column: string | null) => void
  readonly onOpen: (asked: AskedCell) => void
}) {
  if (view === 'people') return <PeopleView studioId={studioId} termKey={termKey} column={column} onChoose={onChoose} onOpen={onOpen} />
  if (view === 'terms') return <TermsView studioId={studioId} termKey={termKey} column={column} onChoose={onChoose} onOpen={onOpen} />
  return <MatrixView studioId={studioId} termKey={termKey} onOpen={onOpen} />
}

function NoStudio() {
  return <EmptyState title="还没有工作室" hint="设立工作室、选好规程以后，这里会列出规程要求的每一件事：谁做、做多少、什么时候做完。" />
}
