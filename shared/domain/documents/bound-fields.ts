import type { FormBlock, FormCell, FormDefinition, FormRow } from './form-definition.ts'
import { expressionsIn, parseExpression } from './form-text.ts'

/** A place where a form takes a fact. */
export interface BoundField {
  /** Path in the data; inside a repeated row or section it begins with `item.` and `within` names the list. */
  readonly path: string
  readonly within: string | null
}

const marks = new Set(['page', 'pages', 'break', 'number'])

/** Every field that a form takes, in the order of the paper; what an entry page asks for, and what tests look up. */
export function boundFields(definition: FormDefinition): BoundField[] {
  const found: BoundField[] = []
  const add = (expression: string, within: string | null): void => {
    if (marks.has(expression)) return
    const path = parseExpression(expression).path.join('.')
    if (!marks.has(path)) found.push({ path, within: path.startsWith('item.') ? within : null })
  }
  const addText = (text: string, within: string | null): void => expressionsIn(text).forEach((expression) => add(expression, within))
  const addWhen = (when: string | undefined, within: string | null): void => {
    if (when !== undefined) add(when.replace(/^!/, ''), within)
  }
  const addCell = (cell: FormCell, within: string | null): void => {
    if ('field' in cell && cell.field !== undefined) add(cell.field, within)
    if ('text' in cell) addText(cell.text, within)
    if ('prompt' in cell && cell.prompt !== undefined) addText(cell.prompt, within)
    if (cell.kind === 'opinion') cell.tail.forEach((line) => addText(line, within))
    if (cell.kind === 'choices' && cell.other !== undefined) add(cell.other.field, within)
  }
  const addRow = (row: FormRow, within: string | null): void => {
    addWhen(row.when, within)
    if (row.repeat !== undefined) found.push({ path: row.repeat.over, within: null })
    row.cells.forEach((cell) => addCell(cell, row.repeat?.over ?? within))
  }
  const addBlock = (block: FormBlock, within: string | null): void => {
    addWhen(block.when, within)
    switch (block.kind) {
      case 'paragraph': return addText(block.text, within)
      case 'fillLines': return block.lines.forEach((line) => { addText(line.label, within); add(line.field, within) })
      case 'signOff': addText(block.name, within); return addText(block.date, within)
      case 'signatureLine': return block.items.forEach((item) => addText(item, within))
      case 'pageBreak': return
      case 'each': found.push({ path: block.over, within: null }); return block.blocks.forEach((inner) => addBlock(inner, block.over))
      case 'table': return block.rows.forEach((entry) => {
        if (!('lead' in entry)) return addRow(entry, within)
        addWhen(entry.when, within)
        entry.lead.forEach((cell) => addCell(cell, within))
        entry.rows.forEach((row) => addRow(row, within))
      })
    }
  }
  addText(definition.title, null)
  definition.blocks.forEach((block) => addBlock(block, null))
  return found
}
