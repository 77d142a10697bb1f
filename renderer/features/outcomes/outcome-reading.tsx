import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { OutcomeRecord } from '../../../shared/contract/outcomes.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { columnOf, specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { outcomeStateNames } from '../../../shared/domain/outcomes/outcome-record.ts'
import { amountInWords, detailsInWords, metricInWords, peopleInWords, periodInWords } from '../../../shared/domain/outcomes/outcome-words.ts'
import { useWrite } from '../../api/client.ts'
import { ErrandLine } from '../../ui/errand-line.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RecordHistory } from '../../ui/record-history.tsx'
import { useDone } from '../../ui/use-done.ts'
import { OutcomeEvidence } from './outcome-evidence.tsx'
import { OutcomeStanding } from './outcome-standing.tsx'

/** A record for whoever may only read it, or one in the recycle bin. */
export function OutcomeReading({ record, onReload }: { readonly record: OutcomeRecord; readonly onReload: () => void }) {
  const bringBack = useWrite('outcomes.bringBack')
  const { done, failed } = useDone()
  const { kind, title, removedAt, removedReason, mayWrite } = record
  const label = (key: string, otherwise: string) => columnOf(kind, key)?.label ?? otherwise
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['工作室', record.studioName], [label('title', '名称'), title], [label('onDay', '日期'), dayInTable(record.onDay)], [label('untilDay', '结束日期'), record.untilDay && dayInTable(record.untilDay)],
    [label('people', '人员'), peopleInWords(record.people)], [label('level', '级别'), record.levelName], [label('forPeriod', '哪一段时间的'), record.forPeriod && periodInWords(record.forPeriod)],
    [label('metric', '规程里的哪一项'), record.metricKey && metricInWords(record.metricKey)], ['数量', amountInWords(record)], ...detailsInWords(record).map(({ label: name, words }) => [name, words] as const),
  ]
  return (
    <div className="wide outcome">
      <PageHead
        title={title} facts={`${specOf(kind).name}，${dayInTable(record.onDay)}，${outcomeStateNames[record.state]}`}
        actions={removedAt !== null && mayWrite && (
          <Button
            type="primary" loading={bringBack.isPending}
            onClick={() => bringBack.mutate({ id: record.id }, { onSuccess: () => { done(`已恢复「${title}」`); onReload() }, onError: failed })}
          >恢复</Button>
        )}
      />
      <ErrandLine />
      {removedAt !== null && <p className="note warn notice">这条记录在回收站里，不计入职责。原因：{removedReason}</p>}
      <div className="outcome-columns">
        <section className="card" aria-labelledby="outcome-what">
          <h2 id="outcome-what">{specOf(kind).name}</h2>
          <dl className="outcome-facts">{facts.filter(([, value]) => value).map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name}-`}>{value}</dd>])}</dl>
        </section>
        <div>
          <OutcomeStanding record={record} dirty={false} onChanged={onReload} />
          <section className="card" aria-labelledby="outcome-evidence">
            <h2 id="outcome-evidence">佐证材料</h2>
            <OutcomeEvidence kind={kind} record={record} waiting={[]} onWait={() => undefined} mayWrite={false} />
          </section>
          {record.activity && <section className="card" aria-labelledby="outcome-activity"><h2 id="outcome-activity">源于活动</h2><Link to={`/activities/${record.activity.id}`}>{record.activity.title}</Link></section>}
          <RecordHistory kind="outcome" id={record.id} />
        </div>
      </div>
    </div>
  )
}
