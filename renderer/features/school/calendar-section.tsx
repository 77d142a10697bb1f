import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { Holiday, Term } from '../../../shared/contract/school.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { suggestFirstTerm } from '../../../shared/domain/terms/suggest-first-term.ts'
import { suggestNextTerm } from '../../../shared/domain/terms/suggest-next-term.ts'
import { teachingWeeks } from '../../../shared/domain/terms/teaching-weeks.ts'
import { parseTermKey, termName } from '../../../shared/domain/terms/term-key.ts'
import { call, useCall, useWrite } from '../../api/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { useDone } from '../../ui/use-done.ts'
import { HolidayDialog } from './holiday-dialog.tsx'
import { TermDialog } from './term-dialog.tsx'
import { WeekStrip } from './week-strip.tsx'

/** 学期与节假日. `mayChange` is whether the person may write here. */
export function CalendarSection({ mayChange }: { readonly mayChange: boolean }) {
  const calendar = useCall('school.calendar', {})
  return <LoadingOr of={calendar}>{(data) => <Calendar data={data} mayChange={mayChange} />}</LoadingOr>
}

function Calendar({ data, mayChange }: { readonly data: OutputOf<'school.calendar'>; readonly mayChange: boolean }) {
  const { terms, holidays, currentTermKey, today } = data
  const [term, setTerm] = useState<{ term: Term; isNew: boolean } | null>(null)
  const [holiday, setHoliday] = useState<Holiday | 'new' | null>(null)
  const current = terms.find(({ key }) => key === currentTermKey) ?? terms.at(-1)
  return (
    <>
      <div className="section-tools">
        <h3>学期</h3>
        {mayChange && <Button onClick={() => setTerm({ term: nextTerm(terms, today), isNew: true })}>添加下一学期</Button>}
      </div>
      {terms.length === 0 && <EmptyState title="还没有学期" hint="学期的日期决定活动、出勤和经费记在哪个学期。" />}
      {terms.length > 0 && (
        <table className="plain-table">
          <thead><tr><th scope="col">学期</th><th scope="col">起止</th><th scope="col">上课</th><th scope="col" className="right">教学周</th>{mayChange && <th scope="col"><span className="visually-hidden">操作</span></th>}</tr></thead>
          <tbody>
            {[...terms].reverse().map((each) => (
              <tr key={each.key}>
                <th scope="row">{termName(each.key)}{each.key === currentTermKey && <span className="tag">本学期</span>}</th>
                <td>{each.startsOn} 至 {each.endsOn}</td>
                <td>{each.teachingStartsOn} 至 {each.teachingEndsOn}</td>
                <td className="right">{teachingWeeks(each, holidays).length} 周</td>
                {mayChange && <td><Button type="link" size="small" aria-label={`修改${termName(each.key)}`} onClick={() => setTerm({ term: each, isNew: false })}>修改</Button></td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {current && <WeekStrip term={current} holidays={holidays} today={today} />}

      <div className="section-tools">
        <h3>放假与调休</h3>
        {mayChange && <Button onClick={() => setHoliday('new')}>登记放假或调休</Button>}
      </div>
      {holidays.length === 0
        ? <p className="section-hint">还没有登记。国务院每年公布的放假安排请登记在这里，教学周和公示的工作日都按它计算。</p>
        : (
          <table className="plain-table">
            <thead><tr><th scope="col">名称</th><th scope="col">类别</th><th scope="col">日期</th>{mayChange && <th scope="col"><span className="visually-hidden">操作</span></th>}</tr></thead>
            <tbody>
              {holidays.map((each) => <HolidayLine key={each.id} holiday={each} onEdit={mayChange ? () => setHoliday(each) : null} />)}
            </tbody>
          </table>
        )}
      {term && <TermDialog {...term} holidays={holidays} onClose={() => setTerm(null)} />}
      {holiday && <HolidayDialog holiday={holiday === 'new' ? null : holiday} onClose={() => setHoliday(null)} />}
    </>
  )
}

function HolidayLine({ holiday, onEdit }: { readonly holiday: Holiday; readonly onEdit: (() => void) | null }) {
  // The line is gone by the time it is brought back, and a mutation of its own with it.
  const queries = useQueryClient()
  const remove = useWrite('school.removeHoliday')
  const { done, failed } = useDone()
  const { notification } = App.useApp()
  const take = () => remove.mutate({ id: holiday.id }, {
    onSuccess: () => notification.info({
      key: holiday.id, title: `已去掉「${holiday.name}」`, duration: 10,
      actions: <Button size="small" onClick={() => void bringBack(holiday)}>撤销</Button>,
    }),
    onError: failed,
  })
  const bringBack = async ({ id, ...facts }: Holiday) => {
    notification.destroy(id)
    try {
      await call('school.saveHoliday', { ...facts, id: null })
      done(`「${facts.name}」回来了`)
    } catch (error) {
      failed(error instanceof Error ? error : new Error(String(error)))
    }
    await queries.invalidateQueries()
  }
  return (
    <tr>
      <th scope="row">{holiday.name}</th>
      <td>{holiday.kind === 'off' ? '放假' : '调休上课'}</td>
      <td>{dayInTable(holiday.startsOn)}{holiday.endsOn !== holiday.startsOn && ` 至 ${dayInTable(holiday.endsOn)}`}</td>
      {onEdit && (
        <td>
          <Button type="link" size="small" aria-label={`修改${holiday.name}`} onClick={onEdit}>修改</Button>
          <Button type="link" size="small" danger aria-label={`去掉${holiday.name}`} onClick={take} loading={remove.isPending}>去掉</Button>
        </td>
      )}
    </tr>
  )
}

/** The term after the last one, or the one that today suggests. */
function nextTerm(terms: readonly Term[], today: string): Term {
  const known = terms.map((each) => ({ ...each, ...parseTermKey(each.key) }))
  const last = known.at(-1)
  const { schoolYear: _, ordinal: __, ...next } = last ? suggestNextTerm(last, known) : suggestFirstTerm(today)
  return next
}
