import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../api/client.ts'

const secondsBetweenSigns = 30

/**
 * Tells the program that somebody is still there, at most twice a minute, and asks for the standing when nobody has been
 * for as long as the setting says: by then the program has locked and taken the key out of memory.
 */
export function IdleWatch({ minutes }: { readonly minutes: number }) {
  const queries = useQueryClient()
  useEffect(() => {
    let lastSign = 0
    let timer: ReturnType<typeof setTimeout>
    const again = () => void queries.invalidateQueries({ queryKey: ['accounts.standing'] })
    const sign = () => {
      clearTimeout(timer)
      timer = setTimeout(again, minutes * 60_000 + 5_000)
      if (performance.now() - lastSign < secondsBetweenSigns * 1000 && lastSign !== 0) return
      lastSign = performance.now()
      call('accounts.stillHere', {}).catch(again)
    }
    const signs = ['keydown', 'pointerdown', 'wheel'] as const
    for (const kind of signs) window.addEventListener(kind, sign, { passive: true })
    sign()
    return () => {
      clearTimeout(timer)
      for (const kind of signs) window.removeEventListener(kind, sign)
    }
  }, [minutes, queries])
  return null
}
