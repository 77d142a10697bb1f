import type { Holiday, Term } from '../../../shared/contract/school.ts'
import { teachingWeeks } from '../../../shared/domain/terms/teaching-weeks.ts'
import { isWithin } from '../../../shared/domain/dates/day.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'

/** The weeks of a term in a row: number, the Monday, how many days of lessons when they are not five. */
export function WeekStrip({ term, holidays, today }: { readonly term: Term; readonly holidays: readonly Holiday[]; readonly today: string }) {
  const weeks = teachingWeeks(term, holidays)
  return (
    <ol className="week-strip" aria-label={`${termName(term.key)}的教学周`}>
      {weeks.map(({ number, startsOn, endsOn, teachingDays }) => {
        const now = isWithin(today, startsOn, endsOn)
        const days = teachingDays.length
        const look = [days === 0 ? 'off' : days < 5 ? 'short' : '', now ? 'now' : ''].filter(Boolean).join(' ')
        return (
          <li key={startsOn} className={look} aria-current={now ? 'date' : undefined}>
            <b>第 {number} 周</b><br />{startsOn.slice(5)}{days !== 5 && <>，{days === 0 ? '停课' : `${days} 天`}</>}{now && '，本周'}
          </li>
        )
      })}
    </ol>
  )
}
