import { dayInText } from '../dates/format-day.ts'
import type { Day } from '../dates/day.ts'
import { type LogItem, type LogItemState, logItemNames, logItems, type LogStanding } from './inspection-words.ts'

export interface WeekLine extends Readonly<Record<LogItem, LogItemState | null>> {
  readonly className: string
  readonly homeroomName: string | null
  readonly standing: LogStanding
}

/** The classes that have not handed in, for a message to their teachers; empty when all have. */
export function reminderText(week: { readonly number: number | null; readonly dueOn: Day }, lines: readonly WeekLine[]): string {
  const open = lines.filter(({ standing }) => standing === 'missing' || standing === 'waiting')
  if (open.length === 0) return ''
  const who = open.map(({ className, homeroomName }) => homeroomName === null ? className : `${className}（${homeroomName}）`).join('、')
  return `第 ${week.number ?? '—'} 周教学日记应于 ${dayInText(week.dueOn)}前送交，还有 ${open.length} 个班没有交：${who}。请尽快送交教务处。`
}

/** What a summary of the week begins with; the office changes it as it likes. */
export function summaryDraft(week: { readonly number: number | null }, lines: readonly WeekLine[]): string {
  const names = (standing: LogStanding) => lines.filter((line) => line.standing === standing).map(({ className }) => className)
  const [onTime, late, missing] = [names('onTime'), names('late'), names('missing')]
  const parts = [
    `第 ${week.number ?? '—'} 周应交教学日记 ${lines.length} 份，按时 ${onTime.length} 份，迟交 ${late.length} 份，未交 ${missing.length} 份。`,
    late.length > 0 ? `迟交：${late.join('、')}。` : '', missing.length > 0 ? `未交：${missing.join('、')}。` : '',
    ...logItems.map((item) => {
      const behind = lines.filter((line) => line[item] === 'partly' || line[item] === 'notDone').map(({ className }) => className)
      return behind.length > 0 ? `${logItemNames[item]}没有全部完成：${behind.join('、')}。` : ''
    }),
  ]
  return parts.join('')
}
