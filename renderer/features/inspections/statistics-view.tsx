import { Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { useCall } from '../../api/client.ts'
import { type ChartOption, EChart } from '../../ui/charts/e-chart.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DataList } from '../../ui/list/data-list.tsx'
import type { ListColumn } from '../../ui/list/list-column.ts'
import { LoadingOr } from '../../ui/loading-or.tsx'

type Statistics = OutputOf<'inspections.statistics'>
type ClassRow = Statistics['classes'][number]
type PersonRow = Statistics['people'][number]
const share = (value: number | null) => value === null ? null : `${Math.floor(value * 100)}%`
const figure = (text: string, width = 72) => ({ title: text, width, align: 'right' as const })

const classColumns: readonly ListColumn<ClassRow>[] = [
  { id: 'name', title: '班级', value: ({ name }) => name, width: 140 },
  { id: 'homeroom', title: '班主任', value: ({ homeroomName }) => homeroomName, width: 90 },
  { id: 'due', ...figure('应交'), value: ({ logs }) => logs.due }, { id: 'onTime', ...figure('按时'), value: ({ logs }) => logs.onTime },
  { id: 'late', ...figure('迟交'), value: ({ logs }) => logs.late }, { id: 'missing', ...figure('未交'), value: ({ logs }) => logs.missing },
  { id: 'share', ...figure('按时率', 84), value: ({ logs }) => share(logs.onTimeShare) },
  { id: 'lessons', ...figure('课时（实/计划）', 120), value: ({ work }) => work.lessonsPlanned === 0 ? null : `${work.lessonsHeld} / ${work.lessonsPlanned}` },
  { id: 'homework', ...figure('作业（批/布置）', 120), value: ({ work }) => work.homeworkAssigned === 0 ? null : `${work.homeworkCorrected} / ${work.homeworkAssigned}` },
  { id: 'items', ...figure('三项完成', 96), value: ({ work }) => work.itemsFilled === 0 ? null : `${work.itemsDone} / ${work.itemsFilled}` },
  { id: 'findings', ...figure('问题'), value: ({ findings }) => findings.findings }, { id: 'open', ...figure('未销号', 84), value: ({ findings }) => findings.open },
]
const personColumns: readonly ListColumn<PersonRow>[] = [
  { id: 'name', title: '教师', value: ({ name }) => name, width: 110 },
  { id: 'share', ...figure('本班日记按时率', 130), value: ({ logs }) => logs === null ? null : share(logs.onTimeShare) },
  { id: 'missing', ...figure('本班未交', 90), value: ({ logs }) => logs?.missing ?? null },
  { id: 'findings', ...figure('问题'), value: ({ findings }) => findings.findings }, { id: 'serious', ...figure('较重'), value: ({ findings }) => findings.serious },
  { id: 'good', ...figure('好的做法', 90), value: ({ findings }) => findings.good }, { id: 'open', ...figure('未销号', 84), value: ({ findings }) => findings.open },
  { id: 'overdue', ...figure('逾期'), value: ({ findings }) => findings.overdue }, { id: 'closed', ...figure('已销号', 84), value: ({ findings }) => findings.closed },
  { id: 'days', ...figure('平均几天销号', 116), value: ({ findings }) => findings.meanDays },
]

/** Figures of a term or one of its months: pictures first, tables below. */
export function StatisticsView({ termKey }: { readonly termKey: string }) {
  const [month, setMonth] = useState<string | null>(null)
  const [by, setBy] = useState<'classes' | 'people'>('classes')
  const term = useCall('inspections.statistics', { termKey, month: null })
  const shown = useCall('inspections.statistics', { termKey, month }, { placeholderData: (before) => before })
  const months = [...new Set(term.data?.weeks.map(({ startsOn }) => startsOn.slice(0, 7)) ?? [])]
  return (
    <LoadingOr of={shown}>
      {(data) => (
        <>
          <div className="week-tools">
            <Select
              aria-label="哪一段时间" style={{ width: 160 }} value={month ?? ''} onChange={(value) => setMonth(value === '' ? null : value)}
              options={[{ value: '', label: '整个学期' }, ...months.map((value) => ({ value, label: `${value.slice(0, 4)}年${Number(value.slice(5))}月` }))]}
            />
            <span className="quiet" role="status">
              教学日记应交 {data.logs.due} 份，按时 {data.logs.onTime}，迟交 {data.logs.late}，未交 {data.logs.missing}；检查问题 {data.findings.findings} 条，未销号 {data.findings.open}，逾期 {data.findings.overdue}
              {data.findings.meanDays === null ? '' : `，平均 ${data.findings.meanDays} 天销号`}
            </span>
          </div>
          {data.logs.due === 0 && data.findings.findings + data.findings.good === 0
            ? <EmptyState title="这段时间还没有可以统计的" hint="登记了教学日记、记了检查发现，这里就有每个班、每位教师的数字。" />
            : <Pictures data={data} />}
          <div className="week-tools after"><Segmented aria-label="按什么统计" value={by} onChange={setBy} options={[{ value: 'classes', label: '按班级' }, { value: 'people', label: '按教师' }]} /></div>
          {by === 'classes'
            ? <DataList name="inspectionClasses" label="班级统计" columns={classColumns} rows={data.classes} rowKey={({ id }) => id} height="320px" empty={<EmptyState title="没有班级" hint="先在「教学日记」里填写班级。" />} />
            : <DataList name="inspectionPeople" label="教师统计" columns={personColumns} rows={data.people} rowKey={({ id }) => id} height="320px" empty={<EmptyState title="没有可以统计的教师" hint="班主任和检查中记到的教师会列在这里。" />} />}
        </>
      )}
    </LoadingOr>
  )
}

function Pictures({ data }: { readonly data: Statistics }) {
  const weeks = useMemo((): ChartOption => ({
    grid: { left: 40, right: 12, top: 32, bottom: 28 }, legend: { top: 0 }, tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: data.weeks.map(({ number }) => `第${number ?? '—'}周`) }, yAxis: { type: 'value', minInterval: 1 },
    series: ([['按时', 'onTime'], ['迟交', 'late'], ['未交', 'missing']] as const).map(([name, key]) => ({ type: 'bar', stack: 'logs', barMaxWidth: 32, name, data: data.weeks.map(({ figures }) => figures[key]) })),
  }), [data.weeks])
  const items = useMemo((): ChartOption => {
    const shown = data.items.filter(({ findings }) => findings.findings > 0).slice(0, 8).toReversed()
    return {
      grid: { left: 130, right: 12, top: 32, bottom: 28 }, legend: { top: 0 }, tooltip: { trigger: 'axis' },
      xAxis: { type: 'value', minInterval: 1 }, yAxis: { type: 'category', data: shown.map(({ name }) => name), axisLabel: { width: 118, overflow: 'truncate' } },
      series: [
        { type: 'bar', stack: 'found', barMaxWidth: 22, name: '一般', data: shown.map(({ findings }) => findings.minor) },
        { type: 'bar', stack: 'found', barMaxWidth: 22, name: '较重', data: shown.map(({ findings }) => findings.serious) },
      ],
    }
  }, [data.items])
  const weekWords = data.weeks.map(({ number, figures }) => `第 ${number ?? '—'} 周按时 ${figures.onTime}、迟交 ${figures.late}、未交 ${figures.missing}`).join('；')
  const itemWords = data.items.map(({ name, findings }) => `${name} ${findings.findings} 条`).join('；')
  return (
    <div className="statistics-pictures">
      <section className="card"><h2>每周教学日记</h2><EChart option={weeks} height="240px" label={`每周教学日记：${weekWords}`} /></section>
      <section className="card"><h2>问题集中在哪些项目</h2>{data.items.some(({ findings }) => findings.findings > 0) ? <EChart option={items} height="240px" label={`问题按项目：${itemWords}`} /> : <p className="quiet">没有记下问题。</p>}</section>
    </div>
  )
}
