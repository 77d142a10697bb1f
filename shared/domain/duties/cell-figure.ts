import type { MatrixCell } from './duty-matrix.ts'

/** 1/2, 有, 没有, or what was only recorded. */
export function cellFigure({ needed, done, mustExist, state }: Pick<MatrixCell, 'needed' | 'done' | 'mustExist' | 'state'>): string {
  if (state === 'notApplicable') return ''
  if (needed === null) return done === 0 ? '' : String(done)
  if (mustExist && needed <= 1) return done > 0 ? '有' : '没有'
  return `${done}/${needed}`
}
