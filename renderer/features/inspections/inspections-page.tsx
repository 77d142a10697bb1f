import { DownOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useNavigate } from 'react-router'
import { useMay } from '../../app/standing.tsx'
import { useTerm } from '../../app/term.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FeedbackView } from './feedback-view.tsx'
import { FollowUpView } from './follow-up-view.tsx'
import { InspectionsView } from './inspections-view.tsx'
import { StatisticsView } from './statistics-view.tsx'
import { type InspectionView, inspectionViewNames, inspectionViews, useInspectionsAddress } from './use-inspections-address.ts'
import { WeekView } from './week-view.tsx'
import './inspections.css'

const facts: Readonly<Record<InspectionView, string>> = {
  logs: '每周各班送交的教学日记，谁交了、谁没有交', inspections: '阶段检查和其他检查：安排、记录、书面总结', followUp: '检查发现的问题，最急的在前，一步一步到销号',
  feedback: '学生、教师、家长反映的教学情况，转给谁、怎样答复', statistics: '一个学期或一个月的教学日记与检查情况',
}

/** `/inspections`: 三查 but for the daily patrol. */
export function InspectionsPage() {
  const { view, week, allTerms, show, setAllTerms } = useInspectionsAddress()
  const { term } = useTerm()
  const navigate = useNavigate()
  const mayWrite = useMay('inspections.write')
  return (
    <div className="wide">
      <div className="no-print"><PageHead title="教学检查" facts={facts[view]} actions={mayWrite && <MenuButton items={[{ key: 'removed', label: '回收站', onClick: () => void navigate('/inspections/removed') }]}>更多 <DownOutlined aria-hidden /></MenuButton>} /></div>
      <div className="view-switch no-print">
        <Segmented<InspectionView> aria-label="看法" value={view} onChange={(next) => show(next)} options={inspectionViews.map((value) => ({ value, label: inspectionViewNames[value] }))} />
      </div>
      {term === null
        ? <EmptyState title="还没有学期" hint="教学周按学期计算，请先设置学期的起止日期。"><Button onClick={() => void navigate('/settings')}>去设置</Button></EmptyState>
        : view === 'logs' ? <WeekView termKey={term.key} asked={week} onWeek={(to) => show('logs', to)} />
          : view === 'inspections' ? <InspectionsView termKey={term.key} />
            : view === 'followUp' ? <FollowUpView termKey={allTerms ? null : term.key} onTerm={setAllTerms} />
              : view === 'feedback' ? <FeedbackView termKey={term.key} />
                : <StatisticsView key={term.key} termKey={term.key} />}
    </div>
  )
}
