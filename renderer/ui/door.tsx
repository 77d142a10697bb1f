import type { ReactNode } from 'react'
import './door.css'

/** The quiet page before the program proper: sign-in, lock, first start. */
export function Door({ title, subtitle, children, wide = false }: {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly children: ReactNode
  readonly wide?: boolean
}) {
  return (
    <main className="door">
      <div className={wide ? 'door-card wide' : 'door-card'}>
        <img src="/icon.svg" alt="" width={48} height={48} />
        <h1>{title}</h1>
        {subtitle && <p className="door-subtitle">{subtitle}</p>}
        {children}
      </div>
    </main>
  )
}
