import { ageOn, earliestDay, latestDay, wholeYearsSince } from '../dates/partial-day.ts'
import { idNumberDisagreements, readIdNumber } from './id-number.ts'
import type { PersonDraft } from './person-draft.ts'
import type { FieldProblem, PersonField } from './person-fields.ts'

/**
 * What does not fit between the fields of one person, on the day `today` (`YYYY-MM-DD`). Errors must be mended before
 * saving; warnings are shown and may stay (files and ID cards of older teachers often disagree on the birth date).
 */
export function personDraftProblems(draft: Partial<PersonDraft>, today: string): readonly FieldProblem[] {
  const found: FieldProblem[] = []
  const add = (field: PersonField, level: FieldProblem['level'], message: string) => found.push({ field, level, message })
  const { bornOn = null, teachingSince = null, titleGrantedOn = null, homeroomYears = null } = draft
  if (draft.idNumber) {
    const reading = readIdNumber(draft.idNumber, today)
    if (!reading.ok) add('idNumber', 'error', reading.message)
    else {
      if (reading.value.warning !== undefined) add('idNumber', 'warning', reading.value.warning)
      for (const { field, message } of idNumberDisagreements(reading.value, draft)) add(field, 'warning', message)
    }
  }
  if (bornOn !== null) {
    const age = ageOn(bornOn, today)
    if (earliestDay(bornOn) > today) add('bornOn', 'error', `出生日期 ${bornOn} 在今天之后，请核对`)
    else if (age.max < 16) add('bornOn', 'warning', `按出生日期 ${bornOn} 只有 ${age.max} 岁，请核对`)
    else if (age.min > 100) add('bornOn', 'warning', `按出生日期 ${bornOn} 已有 ${age.min} 岁，请核对`)
  }
  if (teachingSince !== null && bornOn !== null) {
    if (latestDay(teachingSince) < earliestDay(bornOn)) add('teachingSince', 'error', `任教时间 ${teachingSince} 早于出生日期 ${bornOn}，请核对`)
    else if (wholeYearsSince(bornOn, latestDay(teachingSince)).max < 15) {
      add('teachingSince', 'warning', `任教时间 ${teachingSince} 时不满 15 岁（生于 ${bornOn}），请核对`)
    }
  }
  if (teachingSince !== null && earliestDay(teachingSince) > today) add('teachingSince', 'warning', `任教时间 ${teachingSince} 在今天之后，请核对`)
  if (titleGrantedOn !== null) {
    if (earliestDay(titleGrantedOn) > today) add('titleGrantedOn', 'error', `职称取得时间 ${titleGrantedOn} 在今天之后，请核对`)
    else if (bornOn !== null && latestDay(titleGrantedOn) < earliestDay(bornOn)) {
      add('titleGrantedOn', 'error', `职称取得时间 ${titleGrantedOn} 早于出生日期 ${bornOn}，请核对`)
    }
    if ((draft.professionalTitle ?? null) === null) add('titleGrantedOn', 'warning', '填了职称取得时间，没有填职称，请补填')
  }
  if (homeroomYears !== null && teachingSince !== null && earliestDay(teachingSince) <= today) {
    const taught = wholeYearsSince(teachingSince, today).max
    if (homeroomYears > taught + 1) add('homeroomYears', 'warning', `班主任年限 ${homeroomYears} 年比教龄（${taught} 年）还长，请核对`)
  }
  return found
}
