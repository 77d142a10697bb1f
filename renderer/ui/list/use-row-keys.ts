import { type KeyboardEvent, useState } from 'react'

/** Arrows, Page, Home and End move; Enter opens; Space selects. The table itself has the focus. */
export function useRowKeys(count: number, act: {
  show(at: number): void
  open(at: number): void
  toggle: ((at: number) => void) | undefined
}): { active: number | null; setActive(at: number): void; onKeyDown(event: KeyboardEvent): void } {
  const [active, setActive] = useState<number | null>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys in a control inside the table are that control's.
    if (event.target !== event.currentTarget || count === 0) return
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (active ?? -1) + 1, ArrowUp: (active ?? 1) - 1, PageDown: (active ?? 0) + 12, PageUp: (active ?? 0) - 12, Home: 0, End: count - 1,
    }
    const to = moves[event.key]
    if (to !== undefined) {
      const at = Math.max(0, Math.min(count - 1, to))
      setActive(at)
      act.show(at)
    } else if (event.key === 'Enter' && active !== null) act.open(active)
    else if (event.key === ' ' && active !== null && act.toggle) act.toggle(active)
    else return
    event.preventDefault()
  }
  return { active, setActive, onKeyDown }
}
