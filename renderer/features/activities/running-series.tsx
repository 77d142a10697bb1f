import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { SeriesRow } from '../../../shared/contract/activity-series.ts'
import { activityKindNames } from '../../../shared/domain/activities/activity-words.ts'
import { seriesRhythmNames } from '../../../shared/domain/activities/series-days.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDone } from '../../ui/use-done.ts'
import { tidyTime } from '../../../shared/domain/dates/tidy-time.ts'
import { PersonChoice } from './person-choice.tsx'
import { weekdayOptions } from './series-state.ts'
import { timeText } from '../../ui/time-text.ts'

/** The series of the term, each in one line: how it goes, what is next, how many are left. */
export function RunningSeries({ rows, mayWrite, today }: { readonly rows: readonly SeriesRow[]; readonly mayWrite: boolean; readonly today: string }) {
  const navigate = useNavigate()
  const [changing, setChanging] = useState<SeriesRow | null>(null)
  const end = useWrite('activities.endSeries')
  const resume = useWrite('activities.resumeSeries')
  const { done, failed } = useDone()
  if (rows.length === 0) return null
  return (
    <section className="card" aria-labelledby="plan-series">
      <h2 id="plan-series">已排的系列</h2>
      <ul className="plan-series">
        {rows.map((series) => (
          <li key={series.id}>
            <span>
              <b>{activityKindNames[series.kind]}「{series.title}」起</b>
              <span className="quiet">　{seriesRhythmNames[series.rhythm]}{weekdayOptions[series.weekday - 1]?.label} {timeText(series)}{series.place === null ? '' : `，${series.place}`}{series.chairName === null ? '' : `，${series.chairName}主持`}</span>
              <br />
              {series.endedAt !== null ? <span className="quiet">已结束，留下 {series.standing} 次</span>
                : <>共 {series.standing} 次，{series.nextOn === null ? '都已到日子' : `还有 ${series.coming} 次，下次 ${dayInTable(series.nextOn)}`}</>}
            </span>
            <span className="grow" />
            <Button size="small" onClick={() => void navigate(`/activities?studio=${series.studioId}&kind=${series.kind}`)}>看活动</Button>
            {mayWrite && series.endedAt === null && series.coming > 0 && <Button size="small" onClick={() => setChanging(series)}>调整以后的</Button>}
            {mayWrite && series.endedAt === null && series.coming > 0 && (
              <Button
                size="small" danger loading={end.isPending} title={`${today} 以后、还没记出勤的移到回收站，可以撤回`}
                onClick={() => end.mutate({ id: series.id, revision: series.revision }, { onSuccess: ({ removed }) => done(`已结束，移除还没到日子的 ${removed} 次；可以撤回`), onError: failed })}
              >结束系列</Button>
            )}
            {mayWrite && series.endedAt !== null && (
              <Button size="small" loading={resume.isPending} onClick={() => resume.mutate({ id: series.id }, { onSuccess: () => done('系列照常，移除的活动都回来了'), onError: failed })}>撤回结束</Button>
            )}
          </li>
        ))}
      </ul>
      {changing && <ChangeSeries series={changing} onClose={() => setChanging(null)} />}
    </section>
  )
}

function ChangeSeries({ series, onClose }: { readonly series: SeriesRow; readonly onClose: () => void }) {
  const change = useWrite('activities.changeSeries')
  const { done, warned } = useDone()
  const [weekday, setWeekday] = useState(series.weekday)
  const [startTime, setStartTime] = useState(series.startTime ?? '')
  const [endTime, setEndTime] = useState(series.endTime ?? '')
  const [place, setPlace] = useState(series.place ?? '')
  const [chair, setChair] = useState(series.chairPersonId === null ? null : { id: series.chairPersonId, name: series.chairName ?? '' })
  const save = () => change.mutate(
    { id: series.id, revision: series.revision, weekday, startTime: startTime || null, endTime: endTime || null, place: place || null, chairPersonId: chair?.id ?? null },
    {
      onSuccess: ({ changed, keptDays }) => {
        if (keptDays.length > 0) warned(`已调整 ${changed} 次；${keptDays.join('、')} 换不了星期（放假或不在学期里），日期没有动`)
        else done(`已调整以后的 ${changed} 次`)
        onClose()
      },
    },
  )
  return (
    <Modal open title={`调整以后的 ${series.coming} 次`} okText="调整" cancelText="不了" confirmLoading={change.isPending} onOk={save} onCancel={onClose} width={440}>
      <p className="quiet">已经开过和取消的不动。只改一次的话，打开那一次活动去改。</p>
      <FormField id="change-weekday" label="星期几"><Select id="change-weekday" value={weekday} options={weekdayOptions} onChange={setWeekday} style={{ width: '100%' }} /></FormField>
      <div className="field-pair">
        <FormField id="change-start" label="开始"><Input id="change-start" value={startTime} onChange={(event) => setStartTime(event.target.value)} onBlur={() => setStartTime(tidyTime(startTime))} /></FormField>
        <FormField id="change-end" label="结束"><Input id="change-end" value={endTime} onChange={(event) => setEndTime(event.target.value)} onBlur={() => setEndTime(tidyTime(endTime))} /></FormField>
      </div>
      <FormField id="change-place" label="地点"><Input id="change-place" value={place} maxLength={60} onChange={(event) => setPlace(event.target.value)} /></FormField>
      <FormField id="change-chair" label="主持"><PersonChoice id="change-chair" label="主持" near={[]} value={chair} onChoose={setChair} /></FormField>
      {change.error && <ErrorNotice error={change.error} />}
    </Modal>
  )
}
