export type PaperSize = 'fit' | 'true' | 'large'

/** How large the pages may be shown, in the order of the switch. */
export const paperSizes = [{ value: 'fit', label: '适合宽度' }, { value: 'true', label: '原大' }, { value: 'large', label: '放大' }] as const satisfies readonly { value: PaperSize; label: string }[]

/** Air at both sides of a page with its border, in pixels of the unscaled page. */
const around = 34

/** The scale at which a page of this width (twips) fits a room of so many pixels; never larger than on paper. Before the room is known: a small page. */
export function fitScale(roomPx: number, paperTwips: number): number {
  const pagePx = (paperTwips / 1440) * 96 + around
  return roomPx === 0 ? 0.5 : Math.min(1, Math.floor((roomPx / pagePx) * 1000) / 1000)
}

export function scaleOf(size: PaperSize, fit: number): number {
  return size === 'fit' ? fit : size === 'true' ? 1 : 1.5
}
