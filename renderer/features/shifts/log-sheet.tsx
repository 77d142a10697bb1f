import { dayInText, weekdayName } from '../../../shared/domain/dates/format-day.ts'
import { useCall } from '../../api/client.ts'

/** 值勤记录 of one day on paper, written or still to be written by hand. */
export function LogSheet({ planId, day }: { readonly planId: string; readonly day: string }) {
  const { data } = useCall('shifts.dayLogs', { planId, onDay: day })
  const plan = useCall('shifts.plan', { id: planId })
  const items = plan.data?.rule.items ?? []
  return (
    <section className="rota-sheet" aria-hidden>
      <h2>{plan.data?.name} 值勤记录</h2>
      <p>{dayInText(day)} {weekdayName(day)}</p>
      {(data?.rounds ?? []).map(({ slotKey, slotName, place, from, to, onDuty, log }) => (
        <table key={`${slotKey} ${place}`}>
          <tbody>
            <tr><th>时间、地点</th><td>{slotName} {from}–{to} {place}</td><th>值勤教师</th><td>{onDuty.map(({ name }) => name).join('、')}</td></tr>
            {(log?.items ?? items.map((name) => ({ name, isNormal: true, finding: '' }))).map(({ name, isNormal, finding }) => (
              <tr key={name}><th>{name}</th><td colSpan={3}>{log === null ? '' : isNormal ? '正常' : finding}</td></tr>
            ))}
            <tr><th>教师迟到、缺课</th><td>{log === null ? '' : `${log.teachersLate} 人、${log.teachersAbsent} 人`}</td><th>学生应到、实到</th><td>{log?.studentsExpected ?? ''} {log?.studentsPresent ?? ''}</td></tr>
            <tr><th>突发情况及处理</th><td colSpan={3}>{log?.incidents}</td></tr>
            <tr><th>备注</th><td colSpan={3}>{log?.remark}</td></tr>
            <tr><th>交班人签名</th><td className="sign">{'\u00a0'}</td><th>接班人签名</th><td className="sign">{log?.handedOverTo}</td></tr>
          </tbody>
        </table>
      ))}
    </section>
  )
}
