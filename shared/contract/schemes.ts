import { z } from 'zod'
import { memberRoles, studioKinds, studioLevels } from '../domain/studios/studio-words.ts'
import { requiredLine } from './common.ts'
import { defineRoutes } from './define.ts'

const schemeKey = { code: requiredLine('规程编号', 40), version: requiredLine('规程版本', 40) }
const settingValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).max(50)])

export const schemeHead = z.object({
  ...schemeKey,
  title: z.string(),
  /** The kind of studio that it is for. */
  studioKind: z.enum(studioKinds),
  level: z.string(),
  /** Levels of studios under it, with their local names (旗级). */
  levels: z.array(z.object({ key: z.enum(studioLevels), name: z.string() })),
  cycleYears: z.int().nullable(),
  /** With `{school}`, `{subject}`, `{hostName}`, `{stage}`. */
  nameTemplate: z.string().nullable(),
  roles: z.array(z.object({ role: z.enum(memberRoles), name: z.string(), wanted: z.string().nullable(), most: z.int().nullable() })),
})
export type SchemeHead = z.output<typeof schemeHead>

export const schemeSummary = schemeHead.extend({
  issuedBy: z.string().nullable(),
  issuedOn: z.string().nullable(),
  sections: z.array(z.object({
    key: z.string(),
    title: z.string(),
    lines: z.array(z.object({ ref: z.string(), text: z.string(), soft: z.string().nullable(), reading: z.string().nullable() })),
  })),
  /** Unclear places that the program acts on, with what is in force. */
  settings: z.array(z.object({
    key: z.string(), question: z.string(), because: z.enum(['ambiguous', 'silent']), value: settingValue,
    options: z.array(z.object({ value: settingValue, label: z.string() })),
  })),
})
export type SchemeSummary = z.output<typeof schemeSummary>

export const schemesRoutes = defineRoutes({
  /** Every scheme for studios that can be read; files that cannot are named with place and reason. */
  'schemes.list': {
    input: z.object({}),
    output: z.object({ schemes: z.array(schemeHead), damaged: z.array(z.object({ fileName: z.string(), message: z.string() })) }),
    writes: false, may: 'studios.read',
  },
  'schemes.get': { input: z.object(schemeKey), output: schemeSummary, writes: false, may: 'studios.read' },
  /** The school's own reading of an unclear place. */
  'schemes.choose': {
    input: z.object({ ...schemeKey, key: requiredLine('设置', 40), value: settingValue }),
    output: schemeSummary, writes: true, may: 'settings.manage',
  },
})
