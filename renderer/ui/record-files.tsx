import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { bridge } from '../api/bridge.ts'
import { type Adding, type AttachedFile, AttachmentList } from './attachment-list.tsx'
import { type FileDoors, storeFiles } from './stored-files.ts'
import { useDone } from './use-done.ts'

/**
 * The files of a record. Those chosen for one that is not yet saved wait in the page; a form that has just been saved for the
 * first time hands them to the record's page as `state: { files }` of the address, and they go in there.
 */
export function RecordFiles({ doors, recordId, files, waiting, onWait, mayWrite, counted, empty }: {
  readonly doors: FileDoors
  readonly recordId: string | null
  readonly files: readonly AttachedFile[]
  readonly waiting: readonly File[]
  readonly onWait: (files: readonly File[]) => void
  readonly mayWrite: boolean
  /** How they are counted: 个附件, 份佐证. */
  readonly counted: string
  /** Said while there is none. */
  readonly empty: string
}) {
  const queries = useQueryClient()
  const { done, failed } = useDone()
  const [adding, setAdding] = useState<Adding | null>(null)
  const addAll = async (id: string, chosen: readonly File[]) => {
    const { added, refused } = await storeFiles(doors, id, chosen, (index, file, soFar) => setAdding({ done: index, total: chosen.length, now: file.name, refused: soFar }))
    setAdding({ done: chosen.length, total: chosen.length, now: null, refused })
    if (added > 0) done(`已添加 ${added} ${counted}`)
    await queries.invalidateQueries()
  }
  useArrivingFiles(recordId, addAll)

  const open = async (id: string) => {
    try {
      const { token, name } = await doors.open(id)
      await bridge.save(token, name)
    } catch (error) {
      failed(error as Error)
    }
  }
  /** A refusal is told here, and thrown on so that the list does not take the change for done. */
  const change = async (promise: Promise<unknown>) => {
    try {
      await promise
      await queries.invalidateQueries()
    } catch (error) {
      failed(error as Error)
      throw error
    }
  }
  return (
    <>
      <AttachmentList
        files={files} adding={adding} picture={({ id }) => <Picture doors={doors} id={id} />} empty={waiting.length > 0 ? '' : empty}
        onOpen={({ id }) => void open(id)}
        onAdd={mayWrite ? (chosen) => recordId === null ? onWait([...waiting, ...chosen]) : void addAll(recordId, chosen) : undefined}
        onRemove={mayWrite ? ({ id }) => change(doors.remove(id)) : undefined}
        onBringBack={mayWrite ? ({ id }) => change(doors.bringBack(id)) : undefined}
      />
      {waiting.length > 0 && <p className="attachments-waiting" role="status">保存后存入 {waiting.length} {counted}：{waiting.map(({ name }) => name).join('、')}</p>}
    </>
  )
}

/** Files that came along from the form of a new record; each is taken once. */
function useArrivingFiles(recordId: string | null, addAll: (recordId: string, files: readonly File[]) => Promise<void>): void {
  const { state, pathname } = useLocation()
  const navigate = useNavigate()
  const taken = useRef<unknown>(null)
  useEffect(() => {
    const files = (state as { files?: readonly File[] } | null)?.files
    if (recordId === null || !files?.length || taken.current === files) return
    taken.current = files
    void navigate(pathname, { replace: true, state: null })
    void addAll(recordId, files)
  }, [recordId, addAll, navigate, pathname, state])
}

function Picture({ doors, id }: { readonly doors: FileDoors; readonly id: string }) {
  const { data } = useQuery({ queryKey: ['picture', id], queryFn: () => doors.preview(id) })
  return data?.dataUrl ? <img src={data.dataUrl} alt="" loading="lazy" decoding="async" /> : null
}
