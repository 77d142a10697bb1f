/** One thing measured: `value` for `size`, against a named reference measured in the same run or a goal. */
export interface Measurement {
  /** e.g. `import of a roster` */
  readonly what: string
  /** e.g. `5,000 rows` */
  readonly size: string
  readonly value: number
  /** e.g. `ms` */
  readonly unit: string
  /** What the value is divided by, e.g. SheetJS's bare parse of the same file, in the same unit. */
  readonly reference?: { readonly what: string; readonly value: number }
  /** The greatest value (without a reference) or ratio (with one) that is meant to be reached. */
  readonly goal?: number
}

/** What a bench function answered, checked: one measurement or a list of them. @throws when it is something else */
export function asMeasurements(from: string, answered: unknown): Measurement[] {
  const list: readonly unknown[] = Array.isArray(answered) ? answered : [answered]
  if (list.length === 0 || !list.every(isMeasurement)) throw new Error(`${from} did not answer measurements`)
  return [...list]
}

function isMeasurement(value: unknown): value is Measurement {
  return value !== null && typeof value === 'object'
    && 'what' in value && typeof value.what === 'string'
    && 'size' in value && typeof value.size === 'string'
    && 'unit' in value && typeof value.unit === 'string'
    && 'value' in value && typeof value.value === 'number' && Number.isFinite(value.value)
}

/** The measurements as a table in plain text. */
export function table(measurements: readonly Measurement[]): string {
  const head = ['what', 'size', 'measured', 'against', 'ratio', 'goal', '']
  const rows = measurements.map(({ what, size, value, unit, reference, goal }) => {
    const ratio = reference === undefined ? null : value / reference.value
    return [
      what, size, `${rounded(value)} ${unit}`,
      reference === undefined ? '' : `${reference.what} ${rounded(reference.value)} ${unit}`,
      ratio === null ? '' : `${rounded(ratio)}×`,
      goal === undefined ? '' : `≤ ${rounded(goal)}${ratio === null ? ` ${unit}` : '×'}`,
      goal === undefined ? '' : (ratio ?? value) <= goal ? 'reached' : 'MISSED',
    ]
  })
  const widths = head.map((title, column) => Math.max(width(title), ...rows.map((row) => width(row[column] ?? ''))))
  return [head, ...rows].map((row) => row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join('  ').trimEnd()).join('\n')
}

/** Three digits that mean something: 0.0123, 1.23, 12.3, 123, 12300. */
function rounded(value: number): string {
  if (value === 0 || Math.abs(value) >= 100) return String(Math.round(value))
  return String(Number(value.toPrecision(3)))
}

/** Columns on a terminal: a 汉字 takes two. */
function width(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[\u2E80-\uFFDC\u{20000}-\u{3FFFF}]/u.test(character) ? 2 : 1), 0)
}
