import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { must } from '../../../shared/must.ts'
import { useWrite } from '../../api/client.ts'
import { useDone } from '../../ui/use-done.ts'

export interface WeekSummaryText {
  readonly text: string
  setText(text: string): void
  readonly changed: boolean
  readonly saving: boolean
  readonly error: Error | null
  /** True when it is saved. */
  save(publish: boolean): Promise<boolean>
}

/** 本周小结 while it is being written. */
export function useWeekSummary({ week: shown, summary }: OutputOf<'inspections.week'>): WeekSummaryText {
  const week = must(shown, 'a week without lessons has no summary')
  const [text, setText] = useState(summary?.text ?? '')
  const write = useWrite('inspections.saveSummary')
  const { done } = useDone()
  const save = async (publish: boolean) => {
    const saved = await write.mutateAsync({ weekStartsOn: week.startsOn, revision: summary?.revision ?? null, text, publish }).catch(() => null)
    if (saved !== null) done(publish ? `已公布第 ${week.number ?? '—'} 周小结` : '已保存小结')
    return saved !== null
  }
  return { text, setText, changed: text.trim() !== (summary?.text ?? ''), saving: write.isPending, error: write.error, save }
}
