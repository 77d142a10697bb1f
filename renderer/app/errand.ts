import { useLocation, useNavigate } from 'react-router'

/**
 * One thing to be done on another page, from where one comes back to what one was at: the page `back`, opened with `state` so that it
 * stands as it was left. It travels in the state of the location.
 */
export interface Errand {
  readonly back: string
  /** On the button that leads back: 回到加入成员. */
  readonly label: string
  /** What one is at, in a sentence. */
  readonly words: string
  readonly state: unknown
}

export const onErrand = (errand: Errand): { readonly errand: Errand } => ({ errand })

/** The errand on which this page was opened, and the way back from it; null: it was opened for its own sake. */
export function useErrand(): { readonly errand: Errand; readonly goBack: () => void } | null {
  const location = useLocation()
  const go = useNavigate()
  const errand = (location.state as { errand?: Errand } | null)?.errand
  return errand === undefined ? null : { errand, goBack: () => void go(errand.back, { state: errand.state }) }
}
