import { z } from 'zod'
import { lineText, outgoingFile, requiredLine } from './common.ts'
import { defineRoutes } from './define.ts'

/** What the cells of a column are: money is whole fen, a date `YYYY-MM-DD`; a text is never taken for a formula. */
export const sheetKinds = ['text', 'number', 'money', 'date'] as const

/** Rows that one exported sheet takes. */
export const mostSheetRows = 60_000

const cell = z.union([z.string().max(32_767), z.number(), z.null()])

export const exportsRoutes = defineRoutes({
  /** Any list as it is shown on the screen, as .xlsx. */
  'exports.list': {
    input: z.object({
      title: requiredLine('标题', 80),
      columns: z.array(z.object({ title: lineText(60), kind: z.enum(sheetKinds), width: z.number().min(2).max(120).nullable().default(null) })).min(1, '请至少显示一列').max(100),
      rows: z.array(z.array(cell).max(100)).max(mostSheetRows, '一次最多导出 60,000 行，请先筛选'),
    }),
    output: outgoingFile, writes: false, may: 'signedIn',
  },
})
