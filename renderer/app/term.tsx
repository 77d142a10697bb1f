import { Select } from 'antd'
import { createContext, type ReactNode, use, useState } from 'react'
import type { Term } from '../../shared/contract/school.ts'
import { termName } from '../../shared/domain/terms/term-key.ts'
import { must } from '../../shared/must.ts'
import { useCall } from '../api/client.ts'

interface TermChoice {
  /** The term the person works in; null until the calendar is read, or when there is no term at all. */
  readonly term: Term | null
  readonly terms: readonly Term[]
  /** The program's day, `YYYY-MM-DD`; null until the calendar is read. */
  readonly today: string | null
  choose(key: string): void
}

const TermContext = createContext<TermChoice | null>(null)

/** The term she works in: today's, until she chooses another; the choice holds until the window is closed. */
export function TermProvider({ children }: { readonly children: ReactNode }) {
  const { data } = useCall('school.calendar', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const terms = data?.terms ?? []
  const key = chosen ?? data?.currentTermKey ?? null
  const term = terms.find((each) => each.key === key) ?? null
  return <TermContext value={{ term, terms, today: data?.today ?? null, choose: setChosen }}>{children}</TermContext>
}

export function useTerm(): TermChoice {
  return must(use(TermContext), 'pages stand below the frame')
}

export function TermSwitch() {
  const { term, terms, choose } = useTerm()
  return (
    <Select
      aria-label="工作学期" variant="filled" style={{ width: 220 }} value={term?.key ?? null} onChange={choose} placeholder="还没有学期"
      options={[...terms].reverse().map(({ key }) => ({ value: key, label: termName(key) }))}
    />
  )
}
