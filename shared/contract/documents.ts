import { z } from 'zod'
import type { LaidOutDocument } from '../domain/documents/laid-out.ts'
import { isWireLayout } from '../domain/documents/wire-layout.ts'
import { memberRoles } from '../domain/studios/studio-words.ts'
import { dayText, idText, lineText, outgoingFile, page, termKeyText } from './common.ts'
import { defineRoutes } from './define.ts'

/** The forms that the program can fill in from its records; each has its definition in `resources/forms/`. */
export const formCodes = ['member-application', 'host-application', 'activity-record', 'activity-filing', 'fund-statement', 'duty-report', 'member-list-notice'] as const
export type FormCode = (typeof formCodes)[number]

/** What a form is about: somebody in a studio, a studio in a term, one activity. */
export const subjectKinds = ['person', 'studio', 'activity'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** What only a public notice has: how long it hangs and where objections go; null where a blank is to be printed. */
const noticeFacts = z.object({
  startsOn: dayText.nullable(),
  workingDays: z.int().min(1, '公示至少 1 个工作日').max(60, '公示最多 60 个工作日').nullable(),
  /** 依据: the bureau's document, with or without 《》. */
  basis: lineText(80).nullable(),
  office: lineText(40).nullable(),
  phone: lineText(30).nullable(),
  address: lineText(60).nullable(),
})
export type NoticeFacts = z.output<typeof noticeFacts>

/** One document to be made: which form, about what. What the form does not need is ignored. */
export const documentSubject = z.object({
  form: z.enum(formCodes),
  termKey: termKeyText,
  studioId: idText.nullable().default(null),
  personId: idText.nullable().default(null),
  activityId: idText.nullable().default(null),
  notice: noticeFacts.nullable().default(null),
})
export type DocumentSubject = z.output<typeof documentSubject>

/** ID numbers and phones: under the mask, or as the bureau must have them (and then on record). */
const numbers = z.enum(['masked', 'full'])
export type NumbersShown = z.output<typeof numbers>

/** Facts that the records lack and the form prints as a blank, with where to fill them in. */
const missingFacts = z.object({ labels: z.array(z.string()), where: z.string(), path: z.string().nullable() })
export type MissingFacts = z.output<typeof missingFacts>

/** A layout on its way to the page. It comes from our own code: only its outline is looked at, not each of its runs. */
const wireLayout = z.custom<LaidOutDocument>(isWireLayout)
const preview = z.object({ title: z.string(), layout: wireLayout, missing: z.array(missingFacts) })
export type DocumentPreview = z.output<typeof preview>

export const formCard = z.object({
  code: z.enum(formCodes),
  name: z.string(),
  purpose: z.string(),
  subject: z.enum(subjectKinds),
  /** Whether it shows an ID number or a private phone, so that one chooses between mask and full. */
  hasNumbers: z.boolean(),
  /** Whether one of it can be made for every member of a studio in one go. */
  batch: z.boolean(),
})
export type FormCard = z.output<typeof formCard>

const studioChoice = z.object({ id: idText, name: z.string() })
const personChoice = z.object({ id: idText, name: z.string(), about: z.string(), role: z.enum(memberRoles), roleName: z.string() })
const activityChoice = z.object({ id: idText, title: z.string(), heldOn: dayText, kind: z.string() })

const madeDocument = z.object({
  id: idText,
  formCode: z.string(),
  title: z.string(),
  fileName: z.string(),
  /** Below `文书/`, with forward slashes. */
  relativePath: z.string(),
  termKey: termKeyText.nullable(),
  studioId: idText,
  studioName: z.string(),
  subjectKind: z.enum(subjectKinds),
  subjectId: idText,
  madeAt: z.string(),
  madeBy: z.string(),
})
export type MadeDocument = z.output<typeof madeDocument>

const batchId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/)

export const documentsRoutes = defineRoutes({
  /** What can be made, and whether this account may see numbers in full. */
  'documents.forms': { input: z.object({}), output: z.object({ forms: z.array(formCard), mayShowNumbers: z.boolean() }), writes: false, may: 'documents.make' },
  /** What a form can be made about: studios of the caller; of the chosen one its people on today, its activities of the term. */
  'documents.subjects': {
    input: z.object({ termKey: termKeyText, studioId: idText.nullable() }),
    output: z.object({ studios: z.array(studioChoice), people: z.array(personChoice), activities: z.array(activityChoice), notice: noticeFacts }),
    writes: false, may: 'documents.make',
  },
  'documents.preview': { input: documentSubject, output: preview, writes: false, may: 'documents.make' },
  /** The same with ID numbers and phones in full; who looked at whose stands in the log. */
  'documents.previewInFull': { input: documentSubject, output: preview, writes: true, may: 'people.reveal' },
  /** Saves the Word file below 文书 and answers it once more under a token, for 另存为. */
  'documents.make': {
    input: documentSubject.extend({ numbers: numbers.default('masked') }),
    output: z.object({ made: madeDocument, file: outgoingFile }), writes: true, may: 'documents.make',
  },
  /** One for each person, one after the other; what has been made stays when it is stopped. */
  'documents.makeBatch': {
    input: documentSubject.extend({ numbers: numbers.default('masked'), batchId, personIds: z.array(idText).min(1, '没有成员可做').max(200, '一次最多 200 份') }),
    output: z.object({
      made: z.array(madeDocument), asked: z.int(), cancelled: z.boolean(),
      /** Why it ended early, and at whom. */
      stopped: z.object({ name: z.string(), message: z.string() }).nullable(),
    }), writes: true, may: 'documents.make',
  },
  'documents.batchProgress': { input: z.object({ batchId }), output: z.object({ made: z.int(), asked: z.int() }).nullable(), writes: false, may: 'documents.make' },
  /** The document at hand is finished, no further one is begun. */
  'documents.cancelBatch': { input: z.object({ batchId }), output: z.object({ running: z.boolean() }), writes: false, may: 'documents.make' },
  /** Made documents, the newest first; of one studio or one record when it is named. */
  'documents.list': {
    input: page.extend({ studioId: idText.nullable().default(null), subjectKind: z.enum(subjectKinds).nullable().default(null), subjectId: idText.nullable().default(null) }),
    output: z.object({ rows: z.array(madeDocument), total: z.int() }), writes: false, may: 'documents.make',
  },
  /** Shows the folder of one document in the system's file manager; `null`: the folder 文书 itself. */
  'documents.openFolder': { input: z.object({ id: idText.nullable() }), output: z.object({ shown: z.string() }), writes: false, may: 'documents.make' },
  'documents.download': { input: z.object({ id: idText }), output: outgoingFile, writes: false, may: 'documents.make' },
})
