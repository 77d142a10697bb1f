import { join } from 'node:path'
import type { DocumentPreview, DocumentSubject, FormCard, FormCode, NumbersShown } from '../../../shared/contract/documents.ts'
import { formCodes } from '../../../shared/contract/documents.ts'
import { roleMay } from '../../../shared/domain/accounts/permissions.ts'
import type { PersonalDataProfile } from '../../../shared/domain/people/masking.ts'
import { packLayout } from '../../../shared/domain/documents/wire-layout.ts'
import { AppError } from '../../../shared/errors.ts'
import type { OpenContext, ReadContext, WriteContext } from '../../dispatch/context.ts'
import { gatherActivityFiling } from './activity-filing-data.ts'
import { gatherActivityRecord } from './activity-record-data.ts'
import { gatherDutyReport } from './duty-report-data.ts'
import { type FormCatalogue, openFormCatalogue } from './form-catalogue.ts'
import { gatherFundStatement } from './fund-statement-data.ts'
import type { Gathered, Gatherer } from './gathered-data.ts'
import { gatherHostApplication } from './host-application-data.ts'
import { gatherMemberApplication } from './member-application-data.ts'
import { gatherMemberList } from './member-list-data.ts'
import { layOutDocument } from './render-document.ts'

const known: Readonly<Record<FormCode, Omit<FormCard, 'code' | 'name'> & { readonly gather: Gatherer }>> = {
  'member-application': { gather: gatherMemberApplication, purpose: '成员（学员）申报时填写，上报教育局', subject: 'person', hasNumbers: true, batch: true },
  'host-application': { gather: gatherHostApplication, purpose: '申报主持人时填写，逐级盖章', subject: 'person', hasNumbers: true, batch: false },
  'activity-record': { gather: gatherActivityRecord, purpose: '每次活动或会议一份，附签到表', subject: 'activity', hasNumbers: false, batch: false },
  'activity-filing': { gather: gatherActivityFiling, purpose: '面向区域的活动，开之前报批', subject: 'activity', hasNumbers: false, batch: false },
  'fund-statement': { gather: gatherFundStatement, purpose: '每学期一份，收支逐笔列出', subject: 'studio', hasNumbers: false, batch: false },
  'duty-report': { gather: gatherDutyReport, purpose: '每学期一份，规程要求的每一项做到多少', subject: 'studio', hasNumbers: false, batch: false },
  'member-list-notice': { gather: gatherMemberList, purpose: '张贴用，不含身份证号和电话', subject: 'studio', hasNumbers: false, batch: false },
}

const catalogues = new Map<string, FormCatalogue>()

/** The forms of this installation, read once. */
export function catalogueOf({ surroundings: { resources } }: Pick<OpenContext, 'surroundings'>): FormCatalogue {
  const folder = join(resources, 'forms')
  const catalogue = catalogues.get(folder) ?? openFormCatalogue(folder)
  catalogues.set(folder, catalogue)
  return catalogue
}

/** The forms that can be filled in from records, in the order of their use. */
export function formCards(ctx: Pick<OpenContext, 'surroundings'>): FormCard[] {
  const catalogue = catalogueOf(ctx)
  return formCodes.map((code) => {
    const { gather: _, ...card } = known[code]
    return { code, name: catalogue.get(code).name, ...card }
  })
}

/** The view model of a document: the page previews it and the Word file is made of it. @throws what the form's own gathering throws */
export function gather(ctx: ReadContext, subject: DocumentSubject): Gathered {
  return known[subject.form].gather(ctx, subject)
}

/**
 * How much of a person the document shows.
 * @throws `documents.mayNotShow` when numbers are wanted in full by somebody who may not see them
 */
export function profileFor(ctx: Pick<ReadContext, 'actor'>, form: FormCode, numbers: NumbersShown): PersonalDataProfile {
  if (form === 'member-list-notice') return 'publicNotice'
  if (!known[form].hasNumbers || numbers === 'masked') return 'internal'
  if (!roleMay(ctx.actor.role, 'people.reveal')) {
    throw new AppError('documents.mayNotShow', 'forbidden', '您的账号不能使用完整的身份证号和电话，请选“打码”，或请教务处制作')
  }
  return 'submission'
}

/** Whether this document shows numbers in full. */
export function showsNumbers(form: FormCode, profile: PersonalDataProfile): boolean {
  return known[form].hasNumbers && profile === 'submission'
}

/** The pages as they will be printed, both numbers under the mask. */
export function previewOf(ctx: ReadContext, subject: DocumentSubject, numbers: NumbersShown = 'masked'): DocumentPreview {
  const gathered = gather(ctx, subject)
  const layout = layOutDocument(subject.form, gathered.data, { catalogue: catalogueOf(ctx), profile: profileFor(ctx, subject.form, numbers) })
  return {
    title: layout.title,
    layout: packLayout(layout, (bytes) => Buffer.from(bytes).toString('base64')),
    missing: gathered.missing.map((each) => ({ ...each, labels: [...each.labels] })),
  }
}

/** The same with the numbers in full. That somebody looked stands in the log before anything is shown. */
export function previewInFull(ctx: WriteContext, subject: DocumentSubject): DocumentPreview {
  const preview = previewOf(ctx, subject, 'full')
  if (!known[subject.form].hasNumbers) {
    ctx.nothingToWrite()
    return preview
  }
  const { subjectKind, subjectId, subjectName } = gather(ctx, subject)
  ctx.write(`预览「${preview.title}（${subjectName}）」，显示完整的身份证号和电话`, (w) => {
    w.changed(subjectKind, subjectId, null, { revealed: '身份证号、电话', form: subject.form })
  })
  return preview
}
