import { type ActivityDetail, activityFields, type ActivityDraftAnswer, type ActivityFields, type SheetPerson, type SheetRow } from '../../../shared/contract/activities.ts'
import { makeupTitle } from '../../../shared/domain/activities/activity-state.ts'
import type { ActivityKind } from '../../../shared/domain/activities/activity-words.ts'
import { newSheet } from '../../../shared/domain/activities/attendance-sheet.ts'
import type { RichText } from '../../../shared/domain/activities/rich-text.ts'
import { tidyTime } from '../../../shared/domain/dates/tidy-time.ts'
import type { StudioLevel } from '../../../shared/domain/studios/studio-words.ts'
import type { PersonLine } from './attendance-grid.tsx'
import type { ChosenTheme } from './theme-choice.tsx'

export interface ChosenPerson {
  readonly id: string
  readonly name: string
}

/** The form as it is typed: empty text instead of null, people with their names. */
export interface FormState {
  readonly studioId: string
  readonly kind: ActivityKind
  readonly title: string
  readonly theme: ChosenTheme | null
  readonly heldOn: string
  readonly startTime: string
  readonly endTime: string
  readonly place: string
  readonly level: StudioLevel | null
  readonly chair: ChosenPerson | null
  readonly recorder: ChosenPerson | null
  readonly centralSpeaker: string
  readonly experts: string
  readonly agenda: string
  readonly minutes: RichText
  readonly resolutions: string
  readonly lines: readonly PersonLine[]
}

export function emptyForm(studioId: string, heldOn: string): FormState {
  return {
    studioId, kind: 'regularMeeting', title: '', theme: null, heldOn, startTime: '', endTime: '', place: '', level: null, chair: null, recorder: null, centralSpeaker: '',
    experts: '', agenda: '', minutes: [], resolutions: '', lines: [],
  }
}

export function formOf(activity: ActivityDetail): FormState {
  const { studioId, kind, title, heldOn, startTime, endTime, place, level, centralSpeaker, experts, agenda, minutes, resolutions } = activity
  return {
    studioId, kind, title, heldOn, startTime: startTime ?? '', endTime: endTime ?? '', place: place ?? '', level, centralSpeaker: centralSpeaker ?? '',
    experts: experts ?? '', agenda: agenda ?? '', minutes, resolutions: resolutions ?? '',
    chair: activity.chairPersonId === null ? null : { id: activity.chairPersonId, name: activity.chairName ?? '' },
    theme: activity.themeId === null ? null : { id: activity.themeId, title: activity.theme?.title ?? '' },
    recorder: activity.recorderPersonId === null ? null : { id: activity.recorderPersonId, name: activity.recorderName ?? '' },
    lines: activity.people.map(asLine),
  }
}

/** 补开: the cancelled activity on another day, with its kind, people, times and agenda; what was written on the day itself stays behind. */
export function makeupForm(cancelled: ActivityDetail, heldOn: string): FormState {
  const before = formOf(cancelled)
  return { ...before, title: makeupTitle(before.title), heldOn, minutes: [], resolutions: '', lines: before.lines.map((line) => ({ ...line, mark: null, note: '' })) }
}

/** The draft of 「沿用上次」 laid over the form; what belongs to the day itself stays as typed. */
export function withLastTime(form: FormState, draft: ActivityDraftAnswer): FormState {
  const chosen = (person: SheetPerson | null) => person && { id: person.personId, name: person.name }
  return {
    ...form, kind: draft.kind, title: draft.title, theme: draft.theme, startTime: draft.startTime ?? '', endTime: draft.endTime ?? '', place: draft.place ?? '', level: draft.level,
    chair: chosen(draft.chair), recorder: chosen(draft.recorder), lines: withMembers(form.lines, draft.people),
  }
}

/**
 * The people of the day instead of those who stood there: marks and notes that have been entered stay, also those of somebody
 * who was no member on the new day (she is a guest then); lines without a mark of somebody who is not expected go.
 */
export function withMembers(lines: readonly PersonLine[], people: readonly SheetPerson[]): readonly PersonLine[] {
  const before = new Map(lines.map((line) => [line.personId, line]))
  const expected = people.map((person) => asLine({ ...person, mark: before.get(person.personId)?.mark ?? null, note: before.get(person.personId)?.note ?? null }))
  const ids = new Set(people.map(({ personId }) => personId))
  const others = lines.filter(({ personId, mark, role }) => !ids.has(personId) && (mark !== null || role === null)).map((line) => ({ ...line, role: null, roleName: null }))
  return [...expected, ...others]
}

export function asLine({ personId, name, schoolName, role, roleName, mark, note }: SheetRow): PersonLine {
  return { personId, name, schoolName, role, roleName, mark, note: note ?? '' }
}

export const sheetOfForm = (form: FormState) => newSheet(form.lines)

/** What the route takes. Times are tidied here too: she may save with Ctrl+S from within the field. */
export function fieldsOf(form: FormState): ActivityFields {
  const { studioId, kind, title, theme, heldOn, startTime, endTime, place, level, chair, recorder, centralSpeaker, experts, agenda, minutes, resolutions } = form
  return {
    studioId, kind, title, themeId: theme?.id ?? null, heldOn, startTime: tidyTime(startTime) || null, endTime: tidyTime(endTime) || null, place: place.trim() || null, level, chairPersonId: chair?.id ?? null,
    recorderPersonId: recorder?.id ?? null, centralSpeaker: centralSpeaker.trim() || null, experts: experts.trim() || null, agenda: agenda.trim() || null,
    minutes, resolutions: resolutions.trim() || null,
  }
}

export type FieldName = keyof ActivityFields

/** What is wrong, by field, in the words of the contract; checked on leaving a field and again on saving. */
export function faultsOf(form: FormState): Partial<Record<FieldName, string>> {
  const fields = fieldsOf(form)
  const faults: Partial<Record<FieldName, string>> = {}
  for (const { path, message } of activityFields.safeParse(fields).error?.issues ?? []) faults[path[0] as FieldName] ??= message
  if (fields.studioId === '') faults.studioId = '请选择工作室'
  if (fields.heldOn === '') faults.heldOn = '请填写日期'
  if (fields.startTime !== null && fields.endTime !== null && faults.startTime === undefined && faults.endTime === undefined && fields.endTime <= fields.startTime) faults.endTime = '应晚于开始时间'
  if (fields.startTime === null && fields.endTime !== null) faults.startTime = '请填写开始时间'
  return faults
}

/** Under which name the program keeps what was typed: what makes up for one cancelled activity is a draft of its own beside that of a new one. */
export function draftKeyOf(id: string | null, cancelledId: string | null): string {
  return `activity/${id ?? (cancelledId === null ? 'new' : `makeup-${cancelledId}`)}`
}
