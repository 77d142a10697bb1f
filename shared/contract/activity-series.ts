import { z } from 'zod'
import { activityKinds } from '../domain/activities/activity-words.ts'
import { seriesRhythms } from '../domain/activities/series-days.ts'
import { dayText, idText, lineText, nothing, requiredLine, termKeyText, timeText } from './common.ts'
import { defineRoutes } from './define.ts'

const weekday = z.int().min(1).max(7)

/** What all activities of a series have in common. */
const common = {
  startTime: timeText.nullable(),
  endTime: timeText.nullable(),
  place: lineText(60).nullable(),
  chairPersonId: idText.nullable(),
}

export const seriesFields = z.object({
  studioId: idText,
  termKey: termKeyText,
  kind: z.enum(activityKinds),
  /** The title of the first one; 第1次 is counted on. */
  title: requiredLine('名称', 60),
  rhythm: z.enum(seriesRhythms),
  weekday,
  weeks: z.array(z.int().min(1).max(60)).max(60),
  fromOn: dayText,
  toOn: dayText,
  ...common,
  /** The meeting of the scheme that it was planned for. */
  sourceRef: z.string().max(60).nullable(),
})
export type SeriesFields = z.output<typeof seriesFields>

export const seriesRow = seriesFields.extend({
  id: idText,
  chairName: z.string().nullable(),
  revision: z.int(),
  endedAt: z.string().nullable(),
  /** What is to come of it, and all of it that stands. */
  coming: z.int(),
  standing: z.int(),
  nextOn: dayText.nullable(),
})
export type SeriesRow = z.output<typeof seriesRow>

/** A regular meeting that the scheme asks for, as a series would meet it. */
export const seriesWish = z.object({
  sourceRef: z.string(),
  kind: z.enum(activityKinds),
  title: z.string(),
  rhythm: z.enum(seriesRhythms),
  /** 例会，每两周至少 1 次 */
  words: z.string(),
})
export type SeriesWish = z.output<typeof seriesWish>

/** Meetings that are held in a rhythm. The single activity of a series is one like every other. */
export const activitySeriesRoutes = defineRoutes({
  /** The series of a studio in a term, and what its scheme asks for regularly. */
  'activities.series': {
    input: z.object({ studioId: idText, termKey: termKeyText }),
    output: z.object({ rows: z.array(seriesRow), wishes: z.array(seriesWish), mayWrite: z.boolean() }), writes: false, may: 'activities.read',
  },
  /** Makes the series and an activity on each of the days, in one go; `themeId`: they all name it. */
  'activities.planSeries': {
    input: z.object({ fields: seriesFields, days: z.array(dayText).min(1, '请至少留一天').max(60, '一次最多排 60 次'), themeId: idText.nullable().default(null) }),
    output: z.object({ id: idText, activityIds: z.array(idText) }), writes: true, may: 'activities.write',
  },
  /** Times, place, chair and weekday of all that are still to come; what was held or called off stays. */
  'activities.changeSeries': {
    input: z.object({ id: idText, revision: z.int(), ...common, weekday }),
    output: z.object({ changed: z.int(), keptDays: z.array(dayText) }), writes: true, may: 'activities.write',
  },
  /** Ends it: what is to come and has no attendance goes to the recycle bin. */
  'activities.endSeries': {
    input: z.object({ id: idText, revision: z.int() }), output: z.object({ removed: z.int() }), writes: true, may: 'activities.write',
  },
  /** Takes the end back, with the activities that it removed. */
  'activities.resumeSeries': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'activities.write' },
})
