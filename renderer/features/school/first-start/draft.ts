import type { SchoolFacts, Term } from '../../../../shared/contract/school.ts'
import { suggestFirstTerm } from '../../../../shared/domain/terms/suggest-first-term.ts'
import type { ChosenLogo } from '../../../ui/logo-field.tsx'

/** What has been filled in so far; nothing of it is saved before the last step. */
export interface Draft {
  readonly school: SchoolFacts
  readonly logo: ChosenLogo | null
  readonly admin: { readonly displayName: string; readonly signInName: string; readonly password: string }
  readonly term: Term
}

export const steps = ['学校', '资料夹', '管理员', '第一个学期', '核对'] as const

export function emptyDraft(today: string): Draft {
  const { schoolYear: _, ordinal: __, ...term } = suggestFirstTerm(today)
  return {
    school: { name: '', shortName: null, bureauName: '', county: null },
    logo: null,
    admin: { displayName: '', signInName: 'admin', password: '' },
    term,
  }
}

const fieldsOfStep: readonly (readonly string[])[] = [
  ['name', 'shortName', 'bureauName', 'county', 'logo'], [], ['displayName', 'signInName', 'password'],
  ['key', 'startsOn', 'endsOn', 'teachingStartsOn', 'teachingEndsOn'], [],
]

/** The step on which a field stands; the review where nobody knows. */
export function stepOfField(field: string): number {
  const at = fieldsOfStep.findIndex((fields) => fields.includes(field))
  return at === -1 ? steps.length - 1 : at
}
