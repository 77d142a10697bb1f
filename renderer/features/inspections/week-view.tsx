import { Button, Select, Space } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { useCall } from '../../api/client.ts'
import { useTerm } from '../../app/term.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { ClassesDialog } from './classes-dialog.tsx'
import { WeekGrid } from './week-grid.tsx'
import { WeekSheet } from './week-sheet.tsx'
import { WeekSummary } from './week-summary.tsx'

type Week = OutputOf<'inspections.week'>

/** 教学日记 of one week: the classes in a table like Excel's, who has not handed in, the office's summary. */
export function WeekView({ termKey, asked, onWeek }: { readonly termKey: string; readonly asked: string | null; readonly onWeek: (week: string) => void }) {
  const { today } = useTerm()
  const week = useCall('inspections.week', { termKey, weekStartsOn: asked }, { placeholderData: (before) => before })
  const choices = useCall('inspections.choices', {})
  const [classes, setClasses] = useState(false)
  const isOffice = choices.data?.isOffice ?? false
  const manage = isOffice && <Button onClick={() => setClasses(true)}>班级…</Button>
  return (
    <>
      <LoadingOr of={week}>
        {(data) => data.week === null
          ? <EmptyState title="这个学期没有上课的周" hint="请在「设置 → 学期」里核对上课的起止日期。" />
          : data.lines.length === 0
            ? <EmptyState title={isOffice ? '还没有班级' : '没有您的班级'} hint={isOffice ? '把班级和班主任粘贴进来，每周的教学日记就有地方登记了。' : '您不是班主任，这里没有要送交的教学日记。'}>{manage}</EmptyState>
            : (
              <>
                <section className="card no-print">
                  <div className="week-head">
                    <WeekChoice data={data} today={today} onWeek={onWeek} />
                    <span className="grow" />
                    {manage}
                  </div>
                  <WeekGrid key={`${data.week.startsOn} ${data.lines.map(({ classId, revision }) => `${classId}${revision ?? ''}`).join()}`} week={data.week} lines={data.lines} figures={data.figures} today={today ?? data.week.startsOn} />
                </section>
                {(isOffice || data.summary !== null) && <WeekSummary key={`${data.week.startsOn} ${data.summary?.revision ?? 0}`} data={data} isOffice={isOffice} />}
                <WeekSheet data={data} />
              </>
            )}
      </LoadingOr>
      {classes && <ClassesDialog termKey={termKey} onClose={() => setClasses(false)} />}
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
