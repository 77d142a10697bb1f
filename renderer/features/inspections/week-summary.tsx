import { PrinterOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { summaryDraft } from '../../../shared/domain/inspections/week-words.ts'
import { must } from '../../../shared/must.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import type { WeekSummaryText } from './use-week-summary.ts'

/** 本周小结: what the office says about the week; published, teachers read it. */
export function WeekSummary({ data, isOffice, written }: { readonly data: OutputOf<'inspections.week'>; readonly isOffice: boolean; readonly written: WeekSummaryText }) {
  const week = must(data.week, 'a week without lessons has no summary')
  const { summary } = data
  const { text, setText, saving, error, save } = written
  if (!isOffice) return <section className="card no-print"><h2>本周小结</h2><p className="keep-lines">{summary?.text}</p></section>
  return (
    <section className="card no-print">
      <h2>本周小结{summary?.publishedOn && <small className="quiet">　{dayInText(summary.publishedOn)}公布</small>}</h2>
      <Input.TextArea aria-label="本周小结" value={text} onChange={(event) => setText(event.target.value)} autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} placeholder="各班送交情况、共性问题、下周提醒" />
      {error && <ErrorNotice error={error} />}
      <div className="week-tools after">
        <Button onClick={() => setText(summaryDraft(week, data.lines))}>按登记写一段</Button>
        <Button disabled={text.trim() === ''} loading={saving} onClick={() => void save(false)}>保存小结</Button>
        <Button disabled={text.trim() === ''} loading={saving} onClick={() => void save(true)}>公布</Button>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>打印通报</Button>
      </div>
    </section>
  )
}
