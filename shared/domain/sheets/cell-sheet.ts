/** A sheet of text cells as it is being filled in, with its past, so that any step can be undone and done again. */
export interface CellSheet {
  readonly rows: readonly (readonly string[])[]
  readonly past: readonly (readonly (readonly string[])[])[]
  readonly undone: readonly (readonly (readonly string[])[])[]
  /** What is being typed into one cell and has not been read yet. */
  readonly typing: { readonly row: number; readonly column: number; readonly text: string } | null
}

/** How a column reads what is typed or pasted; undefined: it cannot be read. */
export interface CellColumn {
  readonly title: string
  readonly read?: (text: string) => string | undefined
}

const mostSteps = 200

export function newCells(rows: readonly (readonly string[])[]): CellSheet {
  return { rows, past: [], undone: [], typing: null }
}

/** One step; a step that changes nothing leaves no trace. */
export function withCells(sheet: CellSheet, rows: readonly (readonly string[])[]): CellSheet {
  const same = rows.length === sheet.rows.length && rows.every((row, at) => row.every((cell, column) => cell === sheet.rows[at]?.[column]))
  return same ? sheet : { ...sheet, rows, past: [...sheet.past, sheet.rows].slice(-mostSteps), undone: [] }
}

export function undoCells(sheet: CellSheet): CellSheet {
  const before = sheet.past.at(-1)
  return before === undefined ? sheet : { ...sheet, rows: before, past: sheet.past.slice(0, -1), undone: [...sheet.undone, sheet.rows] }
}

export function redoCells(sheet: CellSheet): CellSheet {
  const next = sheet.undone.at(-1)
  return next === undefined ? sheet : { ...sheet, rows: next, past: [...sheet.past, sheet.rows], undone: sheet.undone.slice(0, -1) }
}

export function setCell(sheet: CellSheet, row: number, column: number, text: string): CellSheet {
  return withCells(sheet, sheet.rows.map((cells, at) => at === row ? cells.map((cell, index) => index === column ? text : cell) : cells))
}

/** Keeps what is being typed beside the rows: it is read only when the cell is left or the sheet is saved. */
export function typeCell(sheet: CellSheet, row: number, column: number, text: string): CellSheet {
  return { ...sheet, typing: { row, column, text } }
}

/** Reads what is being typed into its cell. @returns the sheet, and in words what could not be read; that cell stays as it was */
export function settleCells(sheet: CellSheet, columns: readonly CellColumn[]): { readonly sheet: CellSheet; readonly problems: readonly string[] } {
  if (sheet.typing === null) return { sheet, problems: [] }
  const { row, column, text } = sheet.typing
  const settled: CellSheet = { ...sheet, typing: null }
  const { title, read } = columns[column] ?? { title: '' }
  const value = read === undefined ? text.trim() : read(text.trim())
  return value === undefined ? { sheet: settled, problems: [`「${text.trim()}」不是${title}的写法`] } : { sheet: setCell(settled, row, column, value), problems: [] }
}

/** The cell takes over what stands above it, as Ctrl+D does in a spreadsheet. */
export function fillCellDown(sheet: CellSheet, row: number, column: number): CellSheet {
  const above = sheet.rows[row - 1]?.[column]
  return above === undefined ? sheet : setCell(sheet, row, column, above)
}

/**
 * Cells copied from a spreadsheet (rows by line breaks, cells by tabs), written from the cell on to the right and downwards.
 * @param grows whether rows may be added below; else what does not fit is told
 * @returns the sheet, and in words what could not be read; such cells stay as they were
 */
export function pasteCells(
  sheet: CellSheet, columns: readonly CellColumn[], at: { readonly row: number; readonly column: number }, text: string, grows: boolean,
): { readonly sheet: CellSheet; readonly problems: readonly string[] } {
  const block = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n').map((line) => line.split('\t').map((cell) => cell.trim()))
  const rows = sheet.rows.map((row) => [...row])
  const problems: string[] = []
  for (const [down, cells] of block.entries()) {
    let row = rows[at.row + down]
    if (row === undefined && grows) {
      row = columns.map(() => '')
      rows.push(row)
    }
    if (row === undefined) {
      problems.push(`粘贴的第 ${down + 1} 行：表里没有这么多行`)
      continue
    }
    for (const [right, typed] of cells.entries()) {
      const column = columns[at.column + right]
      if (column === undefined) continue
      const read = column.read === undefined ? typed : column.read(typed)
      if (read === undefined) problems.push(`粘贴的第 ${down + 1} 行：「${typed}」不是${column.title}的写法`)
      else row[at.column + right] = read
    }
  }
  return { sheet: withCells(sheet, rows), problems }
}
