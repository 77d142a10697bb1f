import type { DutyCell } from '../../../shared/contract/duties.ts'
import type { DutyState } from '../../../shared/domain/duties/duty-line.ts'

/** A shape for each state, so that none is told by its colour alone. */
export const stateMarks: Readonly<Record<DutyState, string>> = {
  done: '✓', inProgress: '◐', dueSoon: '▲', overdue: '✗', reminder: '△', notCounted: '·', notApplicable: '—',
}

/** In the order of the legend. */
export const statesShown: readonly DutyState[] = ['overdue', 'dueSoon', 'inProgress', 'done', 'reminder', 'notCounted', 'notApplicable']

/** 1/2, 有, 没有, or what was only recorded. */
export function cellFigure({ needed, done, mustExist, state }: Pick<DutyCell, 'needed' | 'done' | 'mustExist' | 'state'>): string {
  if (state === 'notApplicable') return ''
  if (needed === null) return done === 0 ? '' : String(done)
  if (mustExist && needed <= 1) return done > 0 ? '有' : '没有'
  return `${done}/${needed}`
}
