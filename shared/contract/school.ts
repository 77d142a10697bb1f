import { z } from 'zod'
import { passwordText, signInNameText } from './accounts.ts'
import { dayText, fileToken, idText, lineText, nothing, requiredLine, termKeyText } from './common.ts'
import { defineRoutes } from './define.ts'

export const schoolFacts = z.object({
  name: requiredLine('学校全称', 60),
  shortName: lineText(20).nullable(),
  bureauName: requiredLine('主管教育局', 60),
  county: lineText(20).nullable(),
})
export type SchoolFacts = z.output<typeof schoolFacts>

export const term = z.object({
  key: termKeyText,
  startsOn: dayText,
  endsOn: dayText,
  teachingStartsOn: dayText,
  teachingEndsOn: dayText,
})
export type Term = z.output<typeof term>

export const holiday = z.object({
  id: idText,
  name: requiredLine('名称', 20),
  kind: z.enum(['off', 'makeup']),
  startsOn: dayText,
  endsOn: dayText,
})
export type Holiday = z.output<typeof holiday>

export const settings = z.object({
  /** Minutes without a key or a click until the window locks. */
  idleMinutes: z.int().min(1, '至少 1 分钟').max(240, '最多 240 分钟'),
  /** How long a lesson (课时) is, by which the hours of meetings are counted. */
  lessonMinutes: z.int().min(20, '一课时至少 20 分钟').max(120, '一课时最多 120 分钟'),
})
export type Settings = z.output<typeof settings>

export const folderChoices = z.object({
  present: z.object({ path: z.string(), freeBytes: z.number().nullable() }),
  /** What the boot had to say about the present folder. */
  notices: z.array(z.string()),
  choices: z.array(z.object({
    id: idText, label: z.string(), path: z.string(), freeBytes: z.number().nullable(), writable: z.boolean(), hasDatabase: z.boolean(),
    note: z.string().nullable(), present: z.boolean(),
  })),
  /** The folder was given when the program was started, so it is not chosen here. */
  fixed: z.boolean(),
})
export type FolderChoices = z.output<typeof folderChoices>

/** What is unusual about a saved line of the calendar, though it may be right. */
const warnings = z.array(z.string())

export const schoolRoutes = defineRoutes({
  /** Where the data could be kept; only before the first start. */
  'school.folderChoices': { input: nothing, output: folderChoices, writes: false, may: 'anyone' },
  /** Opens another of these folders; only before the first start, so there is nothing in the former one that could be missed. */
  'school.useFolder': { input: z.object({ id: idText }), output: nothing, writes: false, may: 'anyone' },
  /** The whole first start in one transaction; refused once a school is there. */
  'school.firstStart': {
    input: z.object({
      school: schoolFacts,
      logo: fileToken.nullable(),
      admin: z.object({ signInName: signInNameText, displayName: requiredLine('您的姓名', 40), password: passwordText }),
      term,
    }),
    output: z.object({ recoveryCode: z.string() }), writes: true, may: 'anyone',
  },
  'school.facts': {
    input: nothing, output: schoolFacts.extend({ logoFileSha256: z.string().nullable() }), writes: false, may: 'signedIn',
  },
  'school.saveFacts': { input: z.object({ facts: schoolFacts, logo: fileToken.nullable() }), output: nothing, writes: true, may: 'settings.manage' },
  'school.logo': { input: nothing, output: z.object({ dataUrl: z.string().nullable() }), writes: false, may: 'anyone' },
  'school.settings': { input: nothing, output: settings, writes: false, may: 'signedIn' },
  'school.saveSettings': { input: settings.partial(), output: nothing, writes: true, may: 'settings.manage' },
  'school.calendar': {
    input: nothing,
    output: z.object({ terms: z.array(term), holidays: z.array(holiday), currentTermKey: termKeyText.nullable(), today: dayText }), writes: false, may: 'signedIn',
  },
  'school.saveTerm': { input: term, output: z.object({ warnings }), writes: true, may: 'terms.manage' },
  'school.saveHoliday': { input: holiday.extend({ id: idText.nullable() }), output: holiday.extend({ warnings }), writes: true, may: 'terms.manage' },
  'school.removeHoliday': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'terms.manage' },
})
