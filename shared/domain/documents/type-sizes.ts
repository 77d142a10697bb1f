/** Chinese type sizes (字号) in points, as Word and WPS list them. */
export const typeSizes = {
  初号: 42, 小初: 36, 一号: 26, 小一: 24, 二号: 22, 小二: 18, 三号: 16, 小三: 15,
  四号: 14, 小四: 12, 五号: 10.5, 小五: 9, 六号: 7.5,
} as const
export type TypeSizeName = keyof typeof typeSizes
export const typeSizeNames = Object.keys(typeSizes) as [TypeSizeName, ...TypeSizeName[]]

/** A size given by name or in points, in points. */
export function sizeInPoints(size: TypeSizeName | number): number {
  return typeof size === 'number' ? size : typeSizes[size]
}

/** Millimetres as twips (1/20 pt, Word's DXA), rounded: 1 mm = 56.6929 twips. */
export function twipsOfMm(mm: number): number {
  return Math.round((mm * 1440) / 25.4)
}

/** Points as twips. */
export function twipsOfPt(pt: number): number {
  return Math.round(pt * 20)
}
