import { eq } from 'drizzle-orm'
import { personTable } from '../../../db/schema/people.ts'
import type { InputOf } from '../../../shared/contract/routes.ts'
import { personDraftProblems } from '../../../shared/domain/people/person-checks.ts'
import { type FillableField, personDraftSchema } from '../../../shared/domain/people/person-draft.ts'
import { personFieldNames } from '../../../shared/domain/people/person-fields.ts'
import { AppError } from '../../../shared/errors.ts'
import type { WriteContext } from '../../dispatch/context.ts'
import { type Person, personById } from './people-service.ts'

/**
 * Fills one field of a person that is still empty, from a place where it was found to be missing. What is written there already is never
 * changed this way. @throws `people.wrong`, `people.filledMeanwhile`, `people.removed`
 */
export function fillField(ctx: WriteContext, { id, field, value }: InputOf<'people.fill'>): void {
  const label = personFieldNames[field]
  const filled = read(field, value)
  ctx.write(`补填「${personById(ctx.db, id).name}」的${label}`, (w) => {
    const before = personById(w.tx, id)
    if (before.removedAt !== null) throw new AppError('people.removed', 'precondition', `「${before.name}」在回收站里，请先恢复再修改`)
    if (before[field] !== null) throw new AppError('people.filledMeanwhile', 'conflict', `「${before.name}」的${label}已经填了，请到人员档案里修改`)
    const wrong = personDraftProblems({ ...factsOf(before), [field]: filled }, ctx.clock.today()).find(({ level }) => level === 'error')
    if (wrong) refuse(wrong.message)
    const after = { [field]: filled, revision: before.revision + 1, updatedAt: ctx.clock.now() }
    w.tx.update(personTable).set(after).where(eq(personTable.id, id)).run()
    w.changed('person', id, before, { ...before, ...after })
  })
}

/** As the person's own form reads it. @throws `people.wrong` */
function read(field: FillableField, value: string): string | number {
  const parsed = personDraftSchema.shape[field].safeParse(field === 'homeroomYears' ? Number(value.trim() === '' ? Number.NaN : value) : value)
  if (!parsed.success) return refuse(parsed.error.issues[0]?.message ?? '')
  return parsed.data ?? refuse('请填写')
}

function refuse(message: string): never {
  throw new AppError('people.wrong', 'invalid', message, { places: [{ field: 'value', message }] })
}

function factsOf({ bornOn, teachingSince, titleGrantedOn, homeroomYears, professionalTitle }: Person) {
  return { bornOn, teachingSince, titleGrantedOn, homeroomYears, professionalTitle }
}
