import { useEffect, useRef } from 'react'
import { generatePath, useLocation, useMatches, useNavigate } from 'react-router'
import { useErrand } from './errand.ts'

/** What a route says about Esc: the page that it leads back to, with the names of this page's own address, e.g. `/studios/:id`. */
export interface WayBack {
  readonly back: string
}

/** All that can lie over a page, and that Esc closes first. */
const floating = '[role="dialog"], .ant-select-dropdown, .ant-picker-dropdown, .ant-dropdown, .ant-popover'

function somethingFloats(): boolean {
  return [...document.querySelectorAll(floating)].some((one) => one.checkVisibility({ visibilityProperty: true }))
}

/**
 * Runs `act` on Esc wherever the cursor is, also in a field, unless something lies over the page or an input method is at work:
 * then Esc is theirs.
 */
export function useEscape(act: () => void, enabled = true): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!enabled) return
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || somethingFloats()) return
      latest.current()
    }
    // On the way down, while what lies over the page is still open: on the way up it has closed already.
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [enabled])
}

/** Esc leads from every page to the one that its route names, and finds it as it was left: filters stand in the address. From an errand it leads back to what one was at. */
export function useEscapeBack(): void {
  const { pathname, search } = useLocation()
  const here = useMatches().at(-1)
  const go = useNavigate()
  const errand = useErrand()
  const searches = useRef(new Map<string, string>())
  useEffect(() => void searches.current.set(pathname, search), [pathname, search])
  const way = here?.handle as WayBack | undefined
  useEscape(() => {
    if (errand !== null) return errand.goBack()
    if (way === undefined) return
    const path = generatePath(way.back, here?.params)
    void go(`${path}${searches.current.get(path) ?? ''}`)
  }, way !== undefined || errand !== null)
}
