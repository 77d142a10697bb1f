/**
 * The one mask of the program. PIPL art. 51 asks for de-identification; nothing fixes its form, and two different masks
 * of one number can be laid over each other to rebuild it. So every page, list and file that hides a number hides the
 * same characters, and this is the only place that decides which.
 */

/** First 6 characters stay (the region), the birth date, the sequence and the check character go. */
export function maskIdNumber(value: string): string {
  return value.slice(0, 6) + '*'.repeat(12)
}

/** A mobile keeps 3 + 4 digits; of a landline the last 4 digits of the local number stay, the area code too. */
export function maskPhone(value: string): string {
  if (/^1\d{10}$/.test(value)) return `${value.slice(0, 3)}****${value.slice(-4)}`
  const area = /^0\d{2,3}-/.exec(value)?.[0] ?? ''
  const local = value.slice(area.length).split('-')[0] ?? ''
  return `${area}****${local.length > 4 ? local.slice(-4) : ''}`
}

/**
 * What an export may show: `publicNotice` 公示 neither number at all; `submission` 上报 both in full, for the bureau that
 * asks for them; `internal` 内部 and `screen` masked.
 */
export const personalDataProfiles = ['screen', 'internal', 'publicNotice', 'submission'] as const
export type PersonalDataProfile = (typeof personalDataProfiles)[number]
export const personalDataProfileNames: Readonly<Record<PersonalDataProfile, string>> = {
  screen: '屏幕', internal: '内部使用', publicNotice: '公示', submission: '上报',
}

/** Both numbers as the profile lets them be seen; null where there is none or none may be shown. */
export function personalDataFor(
  profile: PersonalDataProfile,
  person: { readonly idNumber: string | null; readonly phone: string | null },
): { readonly idNumber: string | null; readonly phone: string | null } {
  if (profile === 'publicNotice') return { idNumber: null, phone: null }
  if (profile === 'submission') return { idNumber: person.idNumber, phone: person.phone }
  return {
    idNumber: person.idNumber === null ? null : maskIdNumber(person.idNumber),
    phone: person.phone === null ? null : maskPhone(person.phone),
  }
}
