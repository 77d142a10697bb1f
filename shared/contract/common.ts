import { z } from 'zod'

/** Shapes that many routes use. */

export const idText = z.string().min(1).max(64)

/** A day of the calendar, `YYYY-MM-DD`. */
export const dayText = z.iso.date('日期应写成 2026-09-01 这样')

/** A day, or only its month or year: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`. */
export const partialDayText = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, '日期应写成 1988、1988-06 或 1988-06-15')

/** `HH:MM`, 24 hours. */
export const timeText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应写成 14:30 这样')

/** `2026-1`. */
export const termKeyText = z.string().regex(/^\d{4}-[12]$/)

/** One line of text, trimmed; at most `max` characters as the user counts them. */
export const lineText = (max: number) => z.string().trim().max(max, `最多 ${max} 个字`)

/** A line that must not be empty; `what` names the field in the message. */
export const requiredLine = (what: string, max: number) => lineText(max).min(1, `请填写${what}`)

/** How long a reason may be, whatever it is given for (but where it is printed on a line of paper). */
export const longestReason = 200

/** Why something is done: removed, returned, changed, ended. */
export const reasonText = (what = '原因') => requiredLine(what, longestReason)

/** A token for a file that was handed over before: never a path. */
export const fileToken = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)

/** A file that waits under its token to be saved or opened. */
export const outgoingFile = z.object({ token: fileToken, name: z.string(), mediaType: z.string(), bytes: z.int() })

export const nothing = z.object({})

/** Part of a longer list. */
export const page = z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) })
