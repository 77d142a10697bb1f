import { createContext, use } from 'react'
import type { Standing } from '../../shared/contract/accounts.ts'
import type { Permission } from '../../shared/domain/accounts/permissions.ts'
import { must } from '../../shared/must.ts'

export const StandingContext = createContext<Standing | null>(null)

/** Who is signed in; only below the gate. */
export function useStanding(): Standing & { readonly me: NonNullable<Standing['me']> } {
  const standing = must(use(StandingContext), 'pages stand below the gate')
  return { ...standing, me: must(standing.me, 'the gate lets only signed-in people through') }
}

/** Whether the person may; what she may not is not shown to her. */
export function useMay(permission: Permission): boolean {
  return useStanding().me.permissions.includes(permission)
}
