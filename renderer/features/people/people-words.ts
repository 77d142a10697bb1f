import type { Sex } from '../../../shared/domain/people/id-number.ts'
import { sexNames } from '../../../shared/domain/people/id-number.ts'

/** 男, 女 or nothing. */
export const sexText = (sex: Sex | null): string | null => sex && sexNames[sex]

/** `330101 19880615 0013`: in groups, as people read it out. */
export function grouped(field: 'idNumber' | 'phone', value: string): string {
  if (field === 'idNumber') return value.length === 18 ? `${value.slice(0, 6)} ${value.slice(6, 14)} ${value.slice(14)}` : value
  return /^1[\d*]{10}$/.test(value) ? `${value.slice(0, 3)} ${value.slice(3, 7)} ${value.slice(7)}` : value
}
