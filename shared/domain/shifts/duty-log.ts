/** One of the things that are looked at: 正常, or what was found. */
export interface LogItem {
  readonly name: string
  readonly isNormal: boolean
  readonly finding: string
}

/** What a round begins with: everything as it should be. */
export function freshItems(names: readonly string[]): readonly LogItem[] {
  return names.map((name) => ({ name, isNormal: true, finding: '' }))
}

/** A finding without words is none that anybody could follow up. @returns field and sentence of each trouble */
export function itemFaults(items: readonly LogItem[]): readonly { readonly field: string; readonly message: string }[] {
  return items.flatMap(({ name, isNormal, finding }, at) => (isNormal || finding.trim() !== '' ? [] : [{ field: `items.${at}.finding`, message: `请写下「${name}」发现了什么` }]))
}

export function findingsOf(items: readonly LogItem[]): number {
  return items.filter(({ isNormal }) => !isNormal).length
}
