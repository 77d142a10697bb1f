import { useRef, useState } from 'react'
import type { RosterChoicesInput, RosterImportLine, RosterPreview } from '../../../shared/contract/people.ts'
import type { InputOf } from '../../../shared/contract/routes.ts'
import { call, ProblemError, upload, useWrite } from '../../api/client.ts'

export type RosterSettings = Pick<RosterChoicesInput, 'sheetName' | 'headerRow' | 'fields'>
type Decisions = InputOf<'people.importRoster'>['decisions']

/** One roster on its way in: chosen, read by the program as often as a setting changes, imported. */
export function useRoster() {
  const [file, setFile] = useState<File | null>(null)
  const [settings, setSettings] = useState<RosterSettings>({})
  const [preview, setPreview] = useState<RosterPreview | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const token = useRef<string | null>(null)
  const write = useWrite('people.importRoster')

  /** Runs with the file's token; a file that has waited for too long is handed over once more. */
  const withToken = async <T>(chosen: File, run: (file: string) => Promise<T>): Promise<T> => {
    token.current ??= (await upload(chosen)).token
    try {
      return await run(token.current)
    } catch (caught) {
      if (!(caught instanceof ProblemError && caught.problem.code === 'files.gone')) throw caught
      token.current = (await upload(chosen)).token
      return run(token.current)
    }
  }
  const during = async <T>(work: () => Promise<T>): Promise<T | null> => {
    setBusy(true)
    setError(null)
    try {
      return await work()
    } catch (caught) {
      // She stopped it herself.
      if (!(caught instanceof ProblemError && caught.problem.kind === 'cancelled')) setError(caught as Error)
      return null
    } finally {
      setBusy(false)
    }
  }
  return {
    file, settings, preview, busy, error,
    /** Reads a file, or the same one with other settings. @returns whether it could be read */
    read: async (chosen: File, next: RosterSettings): Promise<boolean> => {
      if (chosen !== file) token.current = null
      setFile(chosen)
      setSettings(next)
      const read = await during(() => withToken(chosen, (name) => call('people.readRoster', { ...next, file: name })))
      if (read) setPreview(read)
      return read !== null
    },
    stop: () => void call('people.stopReading', {}),
    /** Imports what was decided. @returns null when it was refused; `error` says why */
    save: (decisions: Decisions, remember: string[]): Promise<RosterImportLine | null> => during(async () => {
      if (!file || !preview) throw new Error('nothing has been read')
      return withToken(file, (name) => write.mutateAsync({ ...settings, file: name, fileSha256: preview.fileSha256, decisions, remember }))
    }),
    restart: () => {
      token.current = null
      setFile(null)
      setSettings({})
      setPreview(null)
      setError(null)
    },
  }
}
export type Roster = ReturnType<typeof useRoster>
