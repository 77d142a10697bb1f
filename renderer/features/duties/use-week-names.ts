import { addDays } from '../../../shared/domain/dates/day.ts'
import { teachingWeeks } from '../../../shared/domain/terms/teaching-weeks.ts'
import { useCall } from '../../api/client.ts'

/** What the week of a Monday is called: 第14周 11/30–12/6; outside the teaching only its days. */
export function useWeekNames(): (monday: string) => string {
  const { data } = useCall('school.calendar', {})
  const numbers = new Map((data?.terms ?? []).flatMap((term) => teachingWeeks(term, data?.holidays ?? []).map(({ startsOn, number }) => [startsOn, number] as const)))
  return (monday) => {
    const number = numbers.get(monday)
    return `${number === undefined ? '' : `第${number}周 `}${shortDay(monday)}–${shortDay(addDays(monday, 6))}`
  }
}

/** 11/30. */
export const shortDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`
