import type { Day } from '../dates/day.ts'
import type { StudioLevel } from '../studios/studio-words.ts'
import type { ActivityKind } from './activity-words.ts'

/** What "as last time" carries over; minutes, resolutions, speakers and marks belong to the day itself and stay behind. */
export interface ActivityDraft {
  readonly kind: ActivityKind
  readonly title: string
  readonly heldOn: Day
  readonly startTime: string | null
  readonly endTime: string | null
  readonly place: string | null
  readonly level: StudioLevel | null
  readonly chairPersonId: string | null
  readonly recorderPersonId: string | null
  readonly participantPersonIds: readonly string[]
}

/** 沿用上次: the former activity as a draft for today, its title counted on (第3次例会 → 第4次例会, 第九次 → 第十次). */
export function asLastTime(previous: Omit<ActivityDraft, 'heldOn'>, today: Day): ActivityDraft {
  return {
    kind: previous.kind,
    title: nextTitle(previous.title),
    heldOn: today,
    startTime: previous.startTime,
    endTime: previous.endTime,
    place: previous.place,
    level: previous.level,
    chairPersonId: previous.chairPersonId,
    recorderPersonId: previous.recorderPersonId,
    participantPersonIds: [...previous.participantPersonIds],
  }
}

/** The title with its 第N次 (or 第N期, 第N讲) one higher; a title without one stays as it is. */
export function nextTitle(title: string): string {
  return title
    .replace(/第(\s*)(\d{1,4})(\s*[次期讲场])/, (_, before: string, number: string, after: string) => `第${before}${Number(number) + 1}${after}`)
    .replace(/第([一二三四五六七八九十]{1,3})([次期讲场])/, (whole: string, number: string, after: string) => {
      const value = toNumber(number)
      return value === undefined || value >= 99 ? whole : `第${toChinese(value + 1)}${after}`
    })
}

const figures = '〇一二三四五六七八九'

function toNumber(text: string): number | undefined {
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (parts === null) return undefined
  const [, head, ten, tail] = parts
  if (ten === undefined) return tail === undefined && head !== undefined ? figures.indexOf(head) : undefined
  return (head === undefined ? 1 : figures.indexOf(head)) * 10 + (tail === undefined ? 0 : figures.indexOf(tail))
}

function toChinese(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens === 0 ? '' : `${tens === 1 ? '' : figures.charAt(tens)}十`}${ones === 0 ? '' : figures.charAt(ones)}`
}
