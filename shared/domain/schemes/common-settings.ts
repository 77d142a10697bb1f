import type { SchemeSetting } from './scheme-fragments.ts'
import type { Scheme } from './scheme-format.ts'

/** What the program must know of every scheme and hardly any says: how attendance is read. A scheme that asks one of them itself keeps its own words. */
export const commonSettings: readonly SchemeSetting[] = [
  {
    key: 'excusedIsAbsence', question: '请假算不算缺勤？', because: 'silent', reading: false, readingLabel: '不算',
    alternatives: [{ value: true, label: '算' }],
  },
  {
    key: 'excusedInBase', question: '请假不算缺勤时，那一次算不算应到？', because: 'silent', reading: true, readingLabel: '算应到', alternatives: [{ value: false, label: '不算应到' }],
  },
  {
    key: 'latesPerAbsence', question: '几次迟到算一次缺勤？', because: 'silent', reading: 0, readingLabel: '迟到不算缺勤',
    alternatives: [{ value: 3, label: '三次算一次' }, { value: 2, label: '两次算一次' }, { value: 1, label: '一次就算' }],
  },
  {
    key: 'unmarkedActivities', question: '开过而没有记出勤的活动，算不算应到？', because: 'silent', reading: 'leftOut', readingLabel: '不算',
    alternatives: [{ value: 'inBase', label: '算应到，不算缺勤' }],
  },
]

/** The scheme's own settings, and the common ones that it does not have itself. */
export function settingsOf(scheme: Scheme): readonly SchemeSetting[] {
  const own = scheme.settings ?? []
  return [...own, ...commonSettings.filter(({ key }) => !own.some((setting) => setting.key === key))]
}
