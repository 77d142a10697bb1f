import type { DutyState } from '../../shared/domain/duties/duty-line.ts'

/** A shape for each state, so that none is told by its colour alone. */
export const stateMarks: Readonly<Record<DutyState, string>> = {
  done: '✓', inProgress: '◐', dueSoon: '▲', overdue: '✗', reminder: '△', notCounted: '·', notApplicable: '—',
}

/** In the order of the legend. */
export const statesShown: readonly DutyState[] = ['overdue', 'dueSoon', 'inProgress', 'done', 'reminder', 'notCounted', 'notApplicable']
