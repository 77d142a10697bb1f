import { z } from 'zod'
import { memberRoles, studioKinds, studioLevels } from '../domain/studios/studio-words.ts'
import { differenceLine, schemeDocument } from './scheme-parts.ts'
import { dayText, fileToken, idText, nothing, outgoingFile, reasonText, requiredLine } from './common.ts'
import { defineRoutes } from './define.ts'
import { settingTopics } from '../domain/schemes/common-settings.ts'
import { schemeKinds } from '../domain/schemes/scheme-format.ts'

const schemeKey = { code: requiredLine('规程编号', 40), version: requiredLine('规程版本', 40) }
const settingValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).max(50)])

export const schemeHead = z.object({
  ...schemeKey,
  title: z.string(),
  /** `preset` came with the program; the others are the school's own. */
  state: z.enum(['preset', 'inForce', 'retired']),
  /** The first day of one of the school's own. */
  holdsFromOn: dayText.nullable(),
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
  /** Unclear places that the program acts on, with what is in force: the scheme's own, then what the program asks of every scheme. The first option is our reading. */
  settings: z.array(z.object({
    key: z.string(), topic: z.enum(settingTopics), question: z.string(), explanation: z.string().nullable(), because: z.enum(['ambiguous', 'silent']), value: settingValue,
    options: z.array(z.object({ value: settingValue, label: z.string() })),
  })),
})
export type SchemeSummary = z.output<typeof schemeSummary>

const states = ['preset', 'draft', 'inForce', 'retired'] as const
const studioRef = z.object({ id: idText, name: z.string() })

/** One line of the library. */
export const schemeRow = z.object({
  ...schemeKey,
  /** Of the school's own only. */
  id: idText.nullable(),
  title: z.string(),
  kind: z.enum(schemeKinds),
  level: z.string(),
  levelName: z.string(),
  region: z.string().nullable(),
  state: z.enum(states),
  holdsFromOn: dayText.nullable(),
  duties: z.int(),
  /** Those that follow it, of those that the caller may see. */
  studios: z.array(studioRef),
})
export type SchemeRow = z.output<typeof schemeRow>

export const schemePage = schemeRow.extend({
  revision: z.int().nullable(),
  basedOn: z.object({ ...schemeKey, title: z.string().nullable() }).nullable(),
  retiredReason: z.string().nullable(),
  ...schemeSummary.pick({ issuedBy: true, issuedOn: true, sections: true, settings: true }).shape,
  /** What it says differently from the scheme that it was copied from; empty for presets. */
  differences: z.array(differenceLine),
  /** Other versions under the same number. */
  versions: z.array(z.object({ version: z.string(), state: z.enum(states), holdsFromOn: dayText.nullable() })),
})
export type SchemePage = z.output<typeof schemePage>

const own = { id: idText, revision: z.int() }

export const schemesRoutes = defineRoutes({
  /** Every scheme for studios that can be read; files that cannot are named with place and reason. */
  'schemes.list': {
    input: z.object({}),
    output: z.object({ schemes: z.array(schemeHead), damaged: z.array(z.object({ fileName: z.string(), message: z.string() })) }),
    writes: false, may: 'studios.read',
  },
  'schemes.get': { input: z.object(schemeKey), output: schemeSummary, writes: false, may: 'studios.read' },
  /** Every scheme, also those for other things than studios, drafts and retired versions; the school's own first. */
  'schemes.library': {
    input: z.object({}),
    output: z.object({ rows: z.array(schemeRow), damaged: z.array(z.object({ fileName: z.string(), message: z.string() })) }),
    writes: false, may: 'studios.read',
  },
  'schemes.open': { input: z.object(schemeKey), output: schemePage, writes: false, may: 'studios.read' },
  /** A draft of the school's own: a copy under a number of its own, or (`newVersion`) the next version of one of its own. */
  'schemes.copy': {
    input: z.object({
      ...schemeKey, as: z.enum(['ownScheme', 'newVersion']), title: requiredLine('名称', 100),
      /** Key of an unclear place that the copy is to settle: written into it where the scheme itself does not ask it. */
      settle: z.string().max(40).nullable().default(null),
    }),
    output: z.object({ id: idText }), writes: true, may: 'schemes.manage',
  },
  /** A draft with the scheme that it is compared with. */
  'schemes.draft': {
    input: z.object({ id: idText }),
    output: z.object({ ...own, ...schemeKey, document: schemeDocument, base: schemeDocument.nullable(), baseTitle: z.string().nullable() }),
    writes: false, may: 'schemes.manage',
  },
  /** @throws `schemes.broken` with places such as `duties.2.minimum` */
  'schemes.saveDraft': { input: z.object({ ...own, document: schemeDocument }), output: z.object({ revision: z.int() }), writes: true, may: 'schemes.manage' },
  'schemes.discardDraft': { input: z.object(own), output: nothing, writes: true, may: 'schemes.manage' },
  /** From then on it is not changed any more. */
  'schemes.putInForce': {
    input: z.object({ ...own, version: requiredLine('版本', 20), holdsFromOn: dayText }), output: z.object(schemeKey), writes: true, may: 'schemes.manage',
  },
  /** No studio begins with it any more; those that follow it keep it. */
  'schemes.retire': { input: z.object({ ...own, reason: reasonText('停用的原因') }), output: nothing, writes: true, may: 'schemes.manage' },
  'schemes.resume': { input: z.object(own), output: nothing, writes: true, may: 'schemes.manage' },
  /** The scheme as a file for another school. */
  'schemes.export': { input: z.object(schemeKey), output: outgoingFile, writes: false, may: 'studios.read' },
  /** A scheme of another school becomes a draft. `renamedFrom`: its number was taken. `sameAs`: what rules the same already. */
  'schemes.import': {
    input: z.object({ file: fileToken }),
    output: z.object({ id: idText, title: z.string(), code: z.string(), renamedFrom: z.string().nullable(), sameAs: z.string().nullable() }),
    writes: true, may: 'schemes.manage',
  },
  /** The school's own reading of an unclear place. */
  'schemes.choose': {
    input: z.object({ ...schemeKey, key: requiredLine('设置', 40), value: settingValue }),
    output: schemeSummary, writes: true, may: 'settings.manage',
  },
})
