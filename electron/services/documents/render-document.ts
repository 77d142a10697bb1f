import type { LaidOutDocument } from '../../../shared/domain/documents/laid-out.ts'
import { layOutForm } from '../../../shared/domain/documents/lay-out-form.ts'
import type { PersonalDataProfile } from '../../../shared/domain/people/masking.ts'
import { writeDocx } from './docx/write-docx.ts'
import { safeFileName } from './file-name.ts'
import type { FormCatalogue } from './form-catalogue.ts'

export interface RenderOptions {
  readonly catalogue: FormCatalogue
  /** The school, as the author in the file's properties. */
  readonly creator: string
  /** UTC ISO, from the Clock. */
  readonly madeAt: string
  /** How much of a person is shown; 上报 unless told otherwise. */
  readonly profile?: PersonalDataProfile
  /** Added to the file name after the title: a person's or a studio's name, a term. */
  readonly subject?: string
}

export interface RenderedDocument {
  /** Ends in `.docx`, good on Windows. */
  readonly fileName: string
  readonly title: string
  readonly bytes: Uint8Array
}

/**
 * One form with data as a Word file, in memory. The same input gives the same bytes.
 * @throws AppError `documents.noSuchForm` (notFound), or of kind `invalid` when the definition is wrong
 */
export async function renderDocument(formCode: string, data: object, options: RenderOptions): Promise<RenderedDocument> {
  const layout = layOutDocument(formCode, data, options)
  const bytes = await writeDocx(layout, options)
  const subject = options.subject === undefined ? '' : `（${options.subject}）`
  return { fileName: safeFileName(`${layout.title}${subject}`, 'docx'), title: layout.title, bytes }
}

/** The same form as a layout, for the preview. */
export function layOutDocument(formCode: string, data: object, options: Pick<RenderOptions, 'catalogue' | 'profile'>): LaidOutDocument {
  const definition = options.catalogue.get(formCode)
  return layOutForm(definition, data, options.profile === undefined ? {} : { profile: options.profile })
}
