import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { call } from '../api/client.ts'

/** What was typed into a form and not saved, with the revision of the record that it was typed on. */
export interface KeptDraft<Form> {
  readonly revision: number | null
  readonly form: Form
}

const msUntilKept = 300

/**
 * Keeps the form with the program while it differs from what is saved (`draft` is null while it does not); it outlives a lock and
 * a reload. `forget` lets it go.
 * @param key the form and the record in it, e.g. `activity/new`
 */
export function useFormDraft<Form>(key: string, draft: KeptDraft<Form> | null): { forget(): void } {
  const text = draft === null ? null : JSON.stringify(draft)
  const kept = useRef<string | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (text === kept.current) return
    waiting.current = setTimeout(() => {
      kept.current = text
      keep(key, text)
    }, msUntilKept)
    return () => clearTimeout(waiting.current)
  }, [key, text])
  return {
    // What was typed in the last moment waits to be kept: after saving it must not come back into the next form.
    forget: () => {
      clearTimeout(waiting.current)
      kept.current = null
      keep(key, null)
    },
  }
}

/** The draft of that form, or null; one that cannot be read is as good as none. */
export async function readDraft<Form>(key: string): Promise<KeptDraft<Form> | null> {
  const { text } = await call('accounts.draft', { key })
  if (text === null) return null
  try {
    return JSON.parse(text) as KeptDraft<Form>
  } catch {
    return null
  }
}

/** A draft that could not be kept (locked, program gone) is no reason to disturb somebody who is typing. */
function keep(key: string, text: string | null): void {
  call('accounts.keepDraft', { key, text }).catch(() => undefined)
}

/** `older`: typed before the record was changed by somebody else; it waits to be looked at. */
export type DraftState = 'restored' | 'older'

/** Says that something typed earlier stands in the form, or waits beside it. */
export function DraftNotice({ state, onShow, onDiscard }: { readonly state: DraftState; readonly onShow: () => void; readonly onDiscard: () => void }) {
  return (
    <div className="note warn notice" role="status">
      {state === 'restored' ? '已恢复上次没有保存的内容。' : '有一份没有保存的内容，但这条记录后来又改过。'}
      {state === 'older' && <Button size="small" type="link" onClick={onShow}>看看那份内容</Button>}
      <Button size="small" type="link" onClick={onDiscard}>不要了</Button>
    </div>
  )
}
