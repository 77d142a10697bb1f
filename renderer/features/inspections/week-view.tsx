import { Button, Select, Space } from 'antd'
import { type ReactNode, useState } from 'react'
import type { LogWeek } from '../../../shared/contract/inspections.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { useCall } from '../../api/client.ts'
import { useTerm } from '../../app/term.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLeaveGuard } from '../../ui/leave-guard.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { ClassesDialog } from './classes-dialog.tsx'
import { WeekGrid } from './week-grid.tsx'
import { WeekSheet } from './week-sheet.tsx'
import { WeekSummary } from './week-summary.tsx'
import { useWeekLogs } from './use-week-logs.ts'
import { useWeekSummary } from './use-week-summary.ts'

type Week = OutputOf<'inspections.week'>

/** 教学日记 of one week: the classes in a table like Excel's, who has not handed in, the office's summary. */
export function WeekView({ termKey, asked, onWeek }: { readonly termKey: string; readonly asked: string | null; readonly onWeek: (week: string) => void }) {
  const { today } = useTerm()
  const week = useCall('inspections.week', { termKey, weekStartsOn: asked }, { placeholderData: (before) => before })
  const choices = useCall('inspections.choices', {})
  const [classes, setClasses] = useState(false)
  const isOffice = choices.data?.isOffice ?? false
  const manage = isOffice && <Button onClick={() => setClasses(true)}>班级…</Button>
  const fill = isOffice && <Button type="primary" onClick={() => setClasses(true)}>填写班级</Button>
  return (
    <>
      <LoadingOr of={week}>
        {(data) => data.week === null
          ? <EmptyState title="这个学期没有上课的周" hint="请在「设置 → 学期」里核对上课的起止日期。" />
          : data.lines.length === 0
            ? <EmptyState title={isOffice ? '还没有班级' : '没有您的班级'} hint={isOffice ? '把班级和班主任粘贴进来，每周的教学日记就有地方登记了。' : '您不是班主任，这里没有要送交的教学日记。'}>{fill}</EmptyState>
            : (
              <OneWeek
                key={`${data.week.startsOn} ${data.lines.map(({ classId }) => classId).join()}`} data={data} week={data.week} today={today ?? data.week.startsOn} isOffice={isOffice}
                head={<><WeekChoice data={data} today={today} onWeek={onWeek} /><span className="grow" />{manage}</>}
              />
            )}
      </LoadingOr>
      {classes && <ClassesDialog termKey={termKey} onClose={() => setClasses(false)} />}
    </>
  )
}

/** The logs and the summary of one week: what of them is not saved is asked about before another week is shown. */
function OneWeek({ data, week, today, isOffice, head }: {
  readonly data: Week; readonly week: LogWeek; readonly today: string; readonly isOffice: boolean; readonly head: ReactNode
}) {
  const logs = useWeekLogs(week, data.lines, today)
  const summary = useWeekSummary(data)
  const { guard } = useLeaveGuard({
    dirty: logs.changed > 0 || summary.changed, what: `第 ${week.number ?? '—'} 周的教学日记${summary.changed ? '和小结' : ''}`, searchLeads: true,
    save: async () => (await logs.save()) && (!summary.changed || await summary.save(false)),
  })
  return (
    <>
      {guard}
      <section className="card no-print">
        <div className="week-head">{head}</div>
        <WeekGrid week={week} lines={data.lines} figures={data.figures} logs={logs} />
      </section>
      {(isOffice || data.summary !== null) && <WeekSummary data={data} isOffice={isOffice} written={summary} />}
      <WeekSheet data={data} />
    </>
  )
}

function WeekChoice({ data, today, onWeek }: { readonly data: Week; readonly today: string | null; readonly onWeek: (week: string) => void }) {
  const begun = data.weeks.filter(({ startsOn }) => today === null || startsOn <= today)
  const at = begun.findIndex(({ startsOn }) => startsOn === data.week?.startsOn)
  const go = (to: number) => {
    const week = begun[to]
    if (week) onWeek(week.startsOn)
  }
  return (
    <Space size={8} wrap>
      <Button aria-label="上一周" disabled={at <= 0} onClick={() => go(at - 1)}>‹</Button>
      <Select
        aria-label="哪一周" style={{ width: 320 }} value={data.week?.startsOn ?? ''} onChange={onWeek}
        options={begun.map(({ number, startsOn, endsOn, figures }) => ({
          value: startsOn, label: `第 ${number ?? '—'} 周（${startsOn.slice(5)} 至 ${endsOn.slice(5)}）${figures.missing > 0 ? `　未交 ${figures.missing}` : ''}`,
        }))}
      />
      <Button aria-label="下一周" disabled={at < 0 || at >= begun.length - 1} onClick={() => go(at + 1)}>›</Button>
      {data.week && <span className="quiet">应于 {dayInTable(data.week.dueOn)} 前送交</span>}
    </Space>
  )
}
