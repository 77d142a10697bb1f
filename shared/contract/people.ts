import { z } from 'zod'
import { fillableFields, personDraftSchema } from '../domain/people/person-draft.ts'
import { personFields } from '../domain/people/person-fields.ts'
import { rosterReadingSchema, rosterRowSchema, rosterValuesSchema } from '../domain/people/roster-reading.ts'
import { memberRoles } from '../domain/studios/studio-words.ts'
import { dayText, fileToken, idText, nothing, outgoingFile, page, reasonText } from './common.ts'
import { defineRoutes } from './define.ts'

const text = z.string().nullable()

/** A person as pickers show her: enough to tell namesakes apart. */
export const personBrief = z.object({ id: idText, name: z.string(), schoolName: text, subject: text, schoolStage: text, professionalTitle: text })
export type PersonBrief = z.output<typeof personBrief>

/** Everything on the page of one person; both numbers under the one mask. */
export const personRecord = rosterValuesSchema.omit({ idNumber: true, phone: true }).extend({
  id: idText,
  revision: z.int(),
  idNumberMasked: text,
  phoneMasked: text,
  hasPhoto: z.boolean(),
  /** Studios the person is or was in, as far as the caller may see them. */
  memberships: z.array(z.object({
    studioId: idText, studioName: z.string(), role: z.enum(memberRoles), roleName: z.string(), fromOn: dayText, toOn: dayText.nullable(), endReason: text,
  })),
  removedAt: text,
  removedReason: text,
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type PersonRecord = z.output<typeof personRecord>

/** A line of the list. */
export const personRow = personRecord.pick({
  id: true, revision: true, name: true, sex: true, bornOn: true, idNumberMasked: true, phoneMasked: true, schoolName: true, post: true, subject: true,
  schoolStage: true, professionalTitle: true, titleGrantedOn: true, teachingSince: true, education: true, politicalStatus: true, staffNo: true,
})
export type PersonRow = z.output<typeof personRow>

/** Who is asked for; null and left out: whoever. */
export const peopleFilter = z.object({
  query: z.string().max(60).default(''),
  schoolName: z.string().max(200).nullable().default(null),
  subject: z.string().max(200).nullable().default(null),
  schoolStage: z.string().max(200).nullable().default(null),
  professionalTitle: z.string().max(200).nullable().default(null),
  sex: z.enum(['male', 'female']).nullable().default(null),
  /** In a studio today, or in none. */
  inStudio: z.boolean().nullable().default(null),
})
export type PeopleFilter = z.output<typeof peopleFilter>

export const peopleSorts = [
  'name', 'sex', 'schoolName', 'subject', 'schoolStage', 'professionalTitle', 'bornOn', 'teachingSince', 'titleGrantedOn', 'education', 'post',
  'politicalStatus', 'staffNo',
] as const
const sort = z.object({ id: z.enum(peopleSorts), descending: z.boolean() })
export type PeopleSort = z.output<typeof sort>

/** Which file, and what the user set; what is left out is found in the file. */
export const rosterChoices = z.object({
  file: fileToken,
  sheetName: z.string().max(100).nullable().default(null),
  /** As seen in the file. */
  headerRow: z.int().min(1, '行号从 1 开始').max(20_000).nullable().default(null),
  /** Letter of a column → what it holds. */
  fields: z.record(z.string().regex(/^[A-Z]{1,3}$/, '列号应写成 A、B、AA 这样'), z.enum([...personFields, 'ignore'])).default({}),
})
export type RosterChoicesInput = z.input<typeof rosterChoices>

/** A row of the preview; both numbers under the one mask. */
export const rosterPreviewRow = rosterRowSchema.extend({
  /** People who are here already and may be the same, the surest first. */
  duplicates: z.array(z.object({ personId: idText, by: z.enum(['idNumber', 'nameAndBirth', 'name']) })),
})
export type RosterPreviewRow = z.output<typeof rosterPreviewRow>

export const rosterPreview = rosterReadingSchema.extend({
  fileSha256: z.string(),
  rows: z.array(rosterPreviewRow),
  /** The people whom `duplicates` name, in the shape of a row. */
  people: z.record(z.string(), rosterValuesSchema),
})
export type RosterPreview = z.output<typeof rosterPreview>

export const rosterImportLine = z.object({
  id: idText, fileName: z.string(), importedAt: z.string(), importedBy: z.string(),
  rowsRead: z.int(), added: z.int(), updated: z.int(), skipped: z.int(), undoneAt: text,
})
export type RosterImportLine = z.output<typeof rosterImportLine>

const reason = reasonText()

export const peopleRoutes = defineRoutes({
  /** For pickers: by characters, pinyin or initials. Somebody who sees only her own studios finds only their people. */
  'people.search': {
    input: z.object({ query: z.string().max(60).default(''), limit: z.int().min(1).max(50).default(20) }),
    output: z.object({ rows: z.array(personBrief) }), writes: false, may: 'studios.read',
  },
  /** The list, a part at a time; without a sort by pinyin. */
  'people.list': {
    input: peopleFilter.extend({ sort: sort.nullable().default(null) }).extend(page.shape),
    output: z.object({ rows: z.array(personRow), total: z.int() }), writes: false, may: 'people.read',
  },
  /** What the filters offer, and how many people there are at all. */
  'people.choices': {
    input: nothing,
    output: z.object({
      total: z.int(), schoolNames: z.array(z.string()), subjects: z.array(z.string()), schoolStages: z.array(z.string()), professionalTitles: z.array(z.string()),
    }), writes: false, may: 'people.read',
  },
  /** The people of the filter, or the chosen ones, as .xlsx with both numbers masked. */
  'people.export': {
    input: peopleFilter.extend({ sort: sort.nullable().default(null), ids: z.array(idText).max(20_000).nullable().default(null) }),
    output: outgoingFile, writes: false, may: 'people.read',
  },
  'people.get': { input: z.object({ id: idText }), output: personRecord, writes: false, may: 'people.read' },
  /**
   * A new person (`id` and `revision` null) or other facts about one. Both numbers and the photo left out: as they are;
   * null: removed.
   */
  'people.save': {
    input: personDraftSchema.extend({ id: idText.nullable().default(null), revision: z.int().nullable().default(null), photo: fileToken.nullable().optional() }),
    output: z.object({ id: idText, revision: z.int() }), writes: true, may: 'people.write',
  },
  /** Fills one field that is still empty, where it was found to be missing. */
  'people.fill': { input: z.object({ id: idText, field: z.enum(fillableFields), value: z.string().trim().min(1, '请填写').max(2000) }), output: nothing, writes: true, may: 'people.write' },
  'people.photo': { input: z.object({ id: idText }), output: z.object({ dataUrl: z.string().nullable() }), writes: false, may: 'people.read' },
  /** One number in the clear; who looked at whose stands in the log. */
  'people.reveal': {
    input: z.object({ id: idText, field: z.enum(['idNumber', 'phone']) }), output: z.object({ value: z.string().nullable() }), writes: true, may: 'people.reveal',
  },
  'people.remove': { input: z.object({ id: idText, revision: z.int(), reason }), output: nothing, writes: true, may: 'people.write' },
  'people.bringBack': { input: z.object({ id: idText }), output: nothing, writes: true, may: 'people.write' },
  /** The recycle bin, the latest first. */
  'people.removed': {
    input: page,
    output: z.object({
      rows: z.array(personBrief.extend({ removedAt: z.string(), removedReason: text })), total: z.int(),
    }), writes: false, may: 'people.write',
  },
  /** Reads a roster in a worker and shows what would come of it; nothing is saved. */
  'people.readRoster': { input: rosterChoices, output: rosterPreview, writes: false, may: 'people.import' },
  /** Stops the reading that this window is waiting for. */
  'people.stopReading': { input: nothing, output: nothing, writes: false, may: 'people.import' },
  /** A workbook to fill in, whose columns are all recognised. */
  'people.rosterTemplate': { input: nothing, output: outgoingFile, writes: false, may: 'people.import' },
  /**
   * Imports the decided rows in one transaction; rows without a decision are skipped. The rows are those that the
   * program read from the file, so that nothing but the decisions is taken from the window.
   */
  'people.importRoster': {
    input: rosterChoices.extend({
      fileSha256: z.string().regex(/^[0-9a-f]{64}$/),
      decisions: z.array(z.discriminatedUnion('action', [
        z.object({ rowNumber: z.int(), action: z.literal('add') }),
        z.object({ rowNumber: z.int(), action: z.literal('update'), personId: idText }),
      ])).min(1, '请先勾选要导入的人').max(20_000),
      /** Letters of the columns whose meaning is remembered for the next roster. */
      remember: z.array(z.string().max(3)).max(200).default([]),
    }),
    output: rosterImportLine, writes: true, may: 'people.import',
  },
  'people.imports': { input: nothing, output: z.object({ rows: z.array(rosterImportLine) }), writes: false, may: 'people.import' },
  /** What an undo of the import would do, and why it cannot be done. */
  'people.undoPreview': {
    input: z.object({ id: idText }),
    output: z.object({ toRemove: z.int(), toRestore: z.int(), obstacles: z.array(z.object({ personId: idText, sentence: z.string() })) }),
    writes: false, may: 'people.import',
  },
  'people.undoImport': { input: z.object({ id: idText }), output: z.object({ removed: z.int(), restored: z.int() }), writes: true, may: 'people.import' },
})
