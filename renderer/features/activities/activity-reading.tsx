import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ActivityDetail } from '../../../shared/contract/activities.ts'
import { activityKindNames, attendanceMarkNames } from '../../../shared/domain/activities/activity-words.ts'
import { countMarks, countsText } from '../../../shared/domain/activities/attendance-sheet.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { studioLevelNames } from '../../../shared/domain/studios/studio-words.ts'
import { useWrite } from '../../api/client.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { RecordHistory } from '../../ui/record-history.tsx'
import { RichTextView } from '../../ui/rich-text-editor.tsx'
import { useDone } from '../../ui/use-done.ts'
import { ActivityAttachments } from './activity-attachments.tsx'
import { ActivityOutcomes } from './activity-outcomes.tsx'
import { timeText } from '../../ui/time-text.ts'
import { FilingCard } from './filing-card.tsx'

/** An activity for whoever may only read it, or one that was called off or lies in the recycle bin. */
export function ActivityReading({ activity, onChanged }: { readonly activity: ActivityDetail; readonly onChanged: () => void }) {
  const bringBack = useWrite('activities.bringBack')
  const { done, failed } = useDone()
  const takeBack = useWrite('activities.takeBackCancellation')
  const navigate = useNavigate()
  const isRemoved = activity.removedAt !== null
  const isCancelled = activity.cancelledAt !== null
  const changed = (sentence: string) => () => {
    done(sentence)
    onChanged()
  }
  const lines = activity.people.map((person) => ({ ...person, note: person.note ?? '' }))
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['类别', activityKindNames[activity.kind]], ['研讨主题', activity.theme && `${activity.theme.title}${activity.theme.removedAt === null ? '' : '（已在回收站里）'}`], ['时间', `${dayInTable(activity.heldOn)} ${timeText(activity)}`], ['地点', activity.place],
    ['级别', activity.level && studioLevelNames[activity.level]], ['主持', activity.chairName], ['记录', activity.recorderName], ['中心发言', activity.centralSpeaker],
    ['特邀专家', activity.experts], ['议程', activity.agenda], ['活动记录', activity.minutes.length > 0 && <RichTextView key="minutes" value={activity.minutes} />], ['决议', activity.resolutions],
  ]
  return (
    <div className="wide activity">
      <PageHead
        title={activity.title} facts={`${activity.studioName}，${dayInTable(activity.heldOn)}，${isCancelled ? '已取消' : countsText(countMarks(lines))}`}
        actions={activity.mayWrite && (isRemoved
          ? <Button type="primary" loading={bringBack.isPending} onClick={() => bringBack.mutate({ id: activity.id }, { onSuccess: changed(`已恢复「${activity.title}」`), onError: failed })}>恢复</Button>
          : isCancelled && (
            <>
              <Button loading={takeBack.isPending} onClick={() => takeBack.mutate({ id: activity.id }, { onSuccess: changed(`「${activity.title}」照常，不再是取消`), onError: failed })}>撤回取消</Button>
              {activity.madeUpBy === null && <Button type="primary" autoFocus onClick={() => void navigate(`/activities/new?makeup=${activity.id}`)}>补开</Button>}
            </>
          ))}
      />
      {isRemoved && <p className="note warn notice">这次活动在回收站里，不计入合计。原因：{activity.removedReason}</p>}
      {isCancelled && (
        <p className="note warn notice">
          已取消，不计入职责和合计。原因：{activity.cancelledReason}
          {activity.madeUpBy && <>　已补开：<Link to={`/activities/${activity.madeUpBy.id}`}>{dayInTable(activity.madeUpBy.heldOn)}「{activity.madeUpBy.title}」</Link></>}
        </p>
      )}
      {activity.replaces && <p className="note notice">补开 {dayInTable(activity.replaces.heldOn)} 取消的「<Link to={`/activities/${activity.replaces.id}`}>{activity.replaces.title}</Link>」</p>}
      <div className="activity-columns">
        <section className="card" aria-labelledby="read-what">
          <h2 id="read-what">活动（会议）记录</h2>
          <dl className="facts">{facts.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name}-`}>{value || <span className="quiet">未填</span>}</dd>])}</dl>
        </section>
        <div className="activity-side">
          {!isRemoved && <FilingCard activity={activity} studioId={activity.studioId} />}
          <section className="card" aria-labelledby="read-who">
            <h2 id="read-who">出勤</h2>
            <ul className="marks-read">
              {lines.map(({ personId, name, mark, note }) => (
                <li key={personId}><span>{name}</span><span className={`mark ${mark ?? ''}`}>{mark ? attendanceMarkNames[mark] : '未记'}</span><span className="quiet">{note}</span></li>
              ))}
            </ul>
          </section>
          <section className="card" aria-labelledby="read-files">
            <h2 id="read-files">附件</h2>
            <ActivityAttachments activity={activity} waiting={[]} onWait={() => undefined} mayWrite={false} />
          </section>
          {!isRemoved && !isCancelled && <ActivityOutcomes activityId={activity.id} />}
          <RecordHistory kind="activity" id={activity.id} />
        </div>
      </div>
    </div>
  )
}
