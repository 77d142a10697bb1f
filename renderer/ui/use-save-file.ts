import { useState } from 'react'
import { saveFile } from '../api/save-file.ts'
import { useDone } from './use-done.ts'

/** Has a file made and offers it to be saved; says what was done, or why it could not be. */
export function useSaveFile(): {
  readonly saving: boolean
  save(make: () => Promise<{ readonly token: string; readonly name: string }>, sentence: string | (() => string)): Promise<void>
} {
  const [saving, setSaving] = useState(false)
  const { done, failed } = useDone()
  const save: ReturnType<typeof useSaveFile>['save'] = async (make, sentence) => {
    setSaving(true)
    try {
      if (await saveFile(await make()) !== null) done(typeof sentence === 'string' ? sentence : sentence())
    } catch (error) {
      failed(error instanceof Error ? error : new Error(String(error)))
    } finally {
      setSaving(false)
    }
  }
  return { saving, save }
}
