import type { MatrixCell } from './duty-matrix.ts'

/** How much of what is asked is done, in duties: what a person reads in one glance. */
export interface DutyShare {
  readonly asked: number
  readonly done: number
  readonly overdue: number
}

/** Whether a figure is asked for: what is only recorded, optional or not meant for her counts nowhere. */
export function isAsked({ needed, state }: Pick<MatrixCell, 'needed' | 'state'>): boolean {
  return needed !== null && state !== 'notApplicable' && state !== 'notCounted'
}

/** Of these cells how many are asked, done and overdue; the same count as in the head of 职责完成情况表. */
export function dutyShare(cells: readonly Pick<MatrixCell, 'needed' | 'state'>[]): DutyShare {
  const asked = cells.filter(isAsked)
  const count = (wanted: MatrixCell['state']) => asked.filter(({ state }) => state === wanted).length
  return { asked: asked.length, done: count('done'), overdue: count('overdue') }
}

/** 5/7 项，71%; nothing asked: 没有要求. */
export function shareText({ asked, done }: DutyShare): string {
  return asked === 0 ? '没有要求' : `${done}/${asked} 项，${Math.floor((100 * done) / asked)}%`
}
