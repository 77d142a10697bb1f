import { emWidth } from './text-width.ts'

/**
 * Where a title that is too long for one line is broken in two, as an index into it: near its middle, behind a closed quotation or
 * a place's or school's name where one ends there (GB/T 9704: the meaning is kept whole), else before the character at the middle.
 */
export function balancePoint(text: string): number {
  const characters = [...text]
  const half = emWidth(text) / 2
  let best = { at: 0, cost: Number.POSITIVE_INFINITY }
  let width = 0
  let at = 0
  for (const [index, character] of characters.slice(0, -1).entries()) {
    width += emWidth(character)
    at += character.length
    const next = characters[index + 1] ?? ''
    if (/[”》）、，：]/.test(next) || /[“《（]/.test(character)) continue
    const ends = /[”》）、，]/.test(character) || /[“《（]/.test(next) ? 0.5 : /[县市区校院局学]/.test(character) && !/[校院局区科期年生]/.test(next) ? 0.25 : 0
    const cost = Math.abs(width - half) / half - ends
    if (cost < best.cost) best = { at, cost }
  }
  return best.at
}
