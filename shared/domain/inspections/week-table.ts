import type { Day } from '../dates/day.ts'
import { type LogItemState, logItemStateNames, type LogStanding, logStandingNames } from './inspection-words.ts'
import type { LogCells } from './log-cells.ts'

interface TableLine extends LogCells {
  readonly className: string
  readonly grade: string | null
  readonly homeroomName: string | null
  readonly standing: LogStanding
}

interface SheetColumn {
  readonly title: string
  readonly kind: 'text' | 'number' | 'date'
  readonly width: number
}

const stateIn = (state: LogItemState | null) => state === null ? null : logItemStateNames[state]

const columns: readonly (SheetColumn & { readonly value: (line: TableLine) => string | number | null })[] = [
  { title: '班级', kind: 'text', width: 18, value: ({ className }) => className },
  { title: '年级', kind: 'text', width: 10, value: ({ grade }) => grade },
  { title: '班主任', kind: 'text', width: 10, value: ({ homeroomName }) => homeroomName },
  { title: '送交日期', kind: 'date', width: 12, value: ({ handedInOn }) => handedInOn },
  { title: '情况', kind: 'text', width: 8, value: ({ standing }) => logStandingNames[standing] },
  ...([['progress', '教学进度'], ['practice', '实践环节'], ['homework', '作业']] as const).map(([item, title]) => ({ title, kind: 'text' as const, width: 10, value: (line: TableLine) => stateIn(line[item]) })),
  { title: '计划课时', kind: 'number', width: 10, value: ({ lessonsPlanned }) => lessonsPlanned },
  { title: '实上课时', kind: 'number', width: 10, value: ({ lessonsHeld }) => lessonsHeld },
  { title: '布置作业', kind: 'number', width: 10, value: ({ homeworkAssigned }) => homeworkAssigned },
  { title: '批改作业', kind: 'number', width: 10, value: ({ homeworkCorrected }) => homeworkCorrected },
  { title: '说明', kind: 'text', width: 40, value: ({ remark }) => remark },
]

/** A week's logs as they are saved, as a sheet for Excel: a line for every class, also of those that are missing. */
export function weekTable(week: { readonly number: number | null; readonly startsOn: Day; readonly endsOn: Day }, lines: readonly TableLine[]): {
  readonly title: string; readonly columns: SheetColumn[]; readonly rows: (string | number | null)[][]
} {
  return {
    title: `第${week.number ?? '—'}周教学日记（${week.startsOn}至${week.endsOn}）`,
    columns: columns.map(({ title, kind, width }) => ({ title, kind, width })),
    rows: lines.map((line) => columns.map(({ value }) => value(line))),
  }
}
