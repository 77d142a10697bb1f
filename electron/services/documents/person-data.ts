import type { FormPicture } from '../../../shared/domain/documents/form-data.ts'
import { wholeYearsSince } from '../../../shared/domain/dates/partial-day.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { type Person, readablePerson } from '../people/people-service.ts'
import { pictureSize } from './picture-size.ts'

/** The person of a document. @throws `documents.noPerson`, `people.none`, `people.notYours`, `people.removed` */
export function personForForms(ctx: ReadContext, personId: string | null): Person {
  if (personId === null) throw new AppError('documents.noPerson', 'invalid', '请先选择人员')
  const person = readablePerson(ctx, personId)
  if (person.removedAt !== null) throw new AppError('people.removed', 'precondition', `「${person.name}」在回收站里，请先恢复再做文书`)
  return person
}

/** Both numbers in the clear; whether they are shown is decided by the document's purpose (`PersonalDataProfile`). */
export function numbersOf(ctx: Pick<ReadContext, 'personalData'>, { id, idNumberCipher, phoneCipher }: Person): { idNumber: string | null; phone: string | null } {
  const open = (field: 'idNumber' | 'phone', cipher: string | null) => (cipher === null ? null : ctx.personalData.decrypt({ personId: id, field }, cipher))
  return { idNumber: open('idNumber', idNumberCipher), phone: open('phone', phoneCipher) }
}

/** The stored photo with its size; null when there is none or its file is no longer there: the form then has room to paste one. */
export function photoOf(ctx: Pick<ReadContext, 'store'>, { photoFileSha256 }: Person): FormPicture | null {
  if (photoFileSha256 === null) return null
  try {
    const bytes = ctx.store.read(photoFileSha256)
    const size = pictureSize(bytes)
    return size === null ? null : { ...size, bytes }
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** 教龄 in whole years on the day, the smaller number where the beginning is known only roughly. */
export function teachingYears({ teachingSince }: Pick<Person, 'teachingSince'>, day: string): number | null {
  return teachingSince === null ? null : Math.max(0, wholeYearsSince(teachingSince, day).min)
}

export const sexNames = { male: '男', female: '女' } as const
export const sexName = (sex: Person['sex']): string | null => (sex === null ? null : sexNames[sex])

/** The first year whose honours a form of this day asks for (近五年). */
export const honoursSince = (day: string): number => Number(day.slice(0, 4)) - 5
