import { Button } from 'antd'
import { Link } from 'react-router'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { useCall } from '../../api/client.ts'
import { useMay, useStanding } from '../../app/standing.tsx'
import { useTerm } from '../../app/term.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { AttendanceCard } from './attendance-card.tsx'
import { ComingCard } from './coming-card.tsx'
import { DueCard } from './due-card.tsx'
import { MattersCard } from './matters-card.tsx'
import { MoneyCard } from './money-card.tsx'
import { StudiosCard } from './studios-card.tsx'
import './workbench.css'

/** The first page: this term at a glance. Every figure leads to its records. */
export function WorkbenchPage() {
  const { me } = useStanding()
  const { term, today } = useTerm()
  const maySeeMoney = useMay('ledger.read')
  const maySeeActivities = useMay('activities.read')
  const maySeeDuties = useMay('duties.read')
  const studios = useCall('studios.list', {})
  const facts = [term ? termName(term.key) : '还没有学期', today ? dayInTable(today) : ''].filter(Boolean).join(' · ')
  if (studios.data?.rows.length === 0) return <FirstSteps name={me.displayName} facts={facts} />
  return (
    <>
      <PageHead title="工作台" facts={facts} />
      <div className="workbench">
        <div>
          <MattersCard />
          {maySeeDuties && <DueCard />}
          <StudiosCard />
          {maySeeActivities && <AttendanceCard />}
        </div>
        <div>
          {maySeeMoney && <MoneyCard />}
          {maySeeActivities && <ComingCard />}
        </div>
      </div>
    </>
  )
}

/** A school that has just begun: what comes first, in order. */
function FirstSteps({ name, facts }: { readonly name: string; readonly facts: string }) {
  const mayImport = useMay('people.import')
  const maySetUp = useMay('studios.write')
  return (
    <>
      <PageHead title="工作台" facts={facts} />
      <div className="card">
        {maySetUp
          ? (
            <EmptyState title={`${name}，从这里开始`} hint="先导入教师花名册，再设立工作室；以后例会、经费和要打印的表都从这里进去。">
              {mayImport && <Link to="/people/import"><Button type="primary">导入花名册</Button></Link>}
              <Link to="/studios/new"><Button>设立工作室</Button></Link>
            </EmptyState>
          )
          : <EmptyState title="还没有与您有关的工作室" hint="您加入工作室以后，这里会显示它的活动和情况。" />}
      </div>
    </>
  )
}
