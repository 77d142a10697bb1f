import { useEffect, useRef } from 'react'
import { call } from '../../api/client.ts'
import type { FormState } from './form-state.ts'

/** What was typed into a form and not saved, with the revision of the record that it was typed on. */
export interface KeptDraft {
  readonly revision: number | null
  readonly form: FormState
}

const msUntilKept = 300

/** Keeps the form with the program while it differs from what is saved; it outlives a lock and a reload. `forget` lets it go. */
export function useFormDraft(key: string, draft: KeptDraft | null): { forget(): void } {
  const text = draft === null ? null : JSON.stringify(draft)
  const kept = useRef<string | null>(null)
  useEffect(() => {
    if (text === kept.current) return
    const timer = setTimeout(() => {
      kept.current = text
      keep(key, text)
    }, msUntilKept)
    return () => clearTimeout(timer)
  }, [key, text])
  return {
    forget: () => {
      kept.current = null
      keep(key, null)
    },
  }
}

/** The draft of that form, or null; one that cannot be read is as good as none. */
export async function readDraft(key: string): Promise<KeptDraft | null> {
  const { text } = await call('activities.draft', { key })
  if (text === null) return null
  try {
    return JSON.parse(text) as KeptDraft
  } catch {
    return null
  }
}

/** A draft that could not be kept (locked, program gone) is no reason to disturb somebody who is typing. */
function keep(key: string, text: string | null): void {
  call('activities.keepDraft', { key, text }).catch(() => undefined)
}

/** What makes up for one cancelled activity is a draft of its own beside the one of a new activity. */
export const makeupDraftKey = (cancelledId: string): string => `makeup-${cancelledId}`
