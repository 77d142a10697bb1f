import type { FindingRow } from '../../../shared/contract/inspections.ts'

/** Whom a finding is about: 七年级（1）班、语文组、顾云舒. */
export function aboutWords({ className, department, personName }: Pick<FindingRow, 'className' | 'department' | 'personName'>): string {
  return [className, department, personName].filter((part) => part !== null && part !== '').join('、')
}
