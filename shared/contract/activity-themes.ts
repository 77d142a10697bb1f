import { z } from 'zod'
import { dayText, idText, nothing, reasonText, requiredLine, termKeyText } from './common.ts'
import { defineRoutes } from './define.ts'

/** 研讨主题 of a studio in a term; without days it is the whole term's. */
export const themeFields = z.object({
  studioId: idText,
  termKey: termKeyText,
  title: requiredLine('主题', 60),
  /** What it is for, and how it will be studied. */
  aim: z.string().trim().max(1000, '最多 1000 个字').nullable(),
  fromOn: dayText.nullable(),
  toOn: dayText.nullable(),
})
export type ThemeFields = z.output<typeof themeFields>

const progress = z.object({
  held: z.int(), toCome: z.int(),
  /** Together, of those held whose times are known; and how many of them have no times. */
  minutes: z.int(), withoutTimes: z.int(),
  lastOn: dayText.nullable(), files: z.int(),
})

export const themeRow = themeFields.extend({
  id: idText,
  revision: z.int(),
  removedAt: z.string().nullable(),
  removedReason: z.string().nullable(),
  /** How far its activities have come. */
  progress,
})
export type ThemeRow = z.output<typeof themeRow>

const themesOfTerm = z.object({
  /** In the order in which they follow each other. */
  rows: z.array(themeRow),
  /** In the recycle bin. */
  removed: z.array(themeRow),
  /** Where the studio's scheme asks for themes, in its words. */
  wishes: z.array(z.string()),
  term: z.object({ startsOn: dayText, endsOn: dayText }),
  mayWrite: z.boolean(),
})
export type ThemesOfTerm = z.output<typeof themesOfTerm>

const reason = reasonText()

export const activityThemesRoutes = defineRoutes({
  'activities.themes': {
    input: z.object({ studioId: idText, termKey: termKeyText }), output: themesOfTerm, writes: false, may: 'activities.read',
  },
  /** The themes that an activity of this day can name; `likelyId` is the one that it most likely belongs to. No term, no themes. */
  'activities.themesOn': {
    input: z.object({ studioId: idText, heldOn: dayText }),
    output: z.object({ termKey: termKeyText.nullable(), rows: z.array(z.object({ id: idText, title: z.string() })), likelyId: idText.nullable() }),
    writes: false, may: 'activities.read',
  },
  /** Adds (`id` null) or changes; a theme stays with its studio and its term. */
  'activities.saveTheme': {
    input: z.object({ id: idText.nullable(), revision: z.int().nullable(), fields: themeFields }),
    output: z.object({ id: idText, revision: z.int() }), writes: true, may: 'activities.write',
  },
  /** Into the recycle bin. Activities that name it stand as they are; when it comes back, they belong to it again. */
  'activities.removeTheme': { input: z.object({ id: idText, revision: z.int(), reason }), output: nothing, writes: true, may: 'activities.write' },
  'activities.bringBackTheme': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'activities.write' },
})
