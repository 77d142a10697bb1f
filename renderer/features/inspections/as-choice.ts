import type { PersonChoice } from '../../ui/person-picker.tsx'

/** Somebody whose name is known already, for a field that finds people. */
export function asChoice({ personId, name }: { readonly personId: string; readonly name: string }): PersonChoice {
  return { id: personId, name, schoolName: null, subject: null, schoolStage: null, professionalTitle: null }
}
