import { useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router'
import type { ActivityDetail, Attachment } from '../../../shared/contract/activities.ts'
import { bridge } from '../../api/bridge.ts'
import { call, useCall, useWrite } from '../../api/client.ts'
import { AttachmentList, type Adding } from '../../ui/attachment-list.tsx'
import { useDone } from '../../ui/use-done.ts'
import { storeFiles } from './store-files.ts'

/** The files of an activity. Those chosen for one that is not yet saved wait, and go in right after the first saving. */
export function ActivityAttachments({ activity, waiting, onWait, mayWrite }: {
  readonly activity: ActivityDetail | null
  readonly waiting: readonly File[]
  readonly onWait: (files: readonly File[]) => void
  readonly mayWrite: boolean
}) {
  const queries = useQueryClient()
  const { done, failed } = useDone()
  const [adding, setAdding] = useState<Adding | null>(null)
  const remove = useWrite('activities.removeAttachment')
  const bringBack = useWrite('activities.bringBackAttachment')
  // Read anew after each change, while the form beside keeps what is being typed.
  const live = useCall('activities.get', { id: activity?.id ?? '' }, { enabled: activity !== null })
  const attachments = live.data?.attachments ?? activity?.attachments ?? []

  const addAll = async (activityId: string, files: readonly File[]) => {
    const { added, refused } = await storeFiles(activityId, files, (index, file, soFar) => {
      setAdding({ done: index, total: files.length, now: file.name, refused: soFar })
    })
    setAdding({ done: files.length, total: files.length, now: null, refused })
    if (added > 0) done(`已添加 ${added} 个附件`)
    await queries.invalidateQueries()
  }
  useWaitingFiles(activity?.id ?? null, addAll)

  const open = async (file: Attachment) => {
    try {
      const { token, name } = await call('activities.openAttachment', { id: file.id })
      await bridge.save(token, name)
    } catch (error) {
      failed(error as Error)
    }
  }
  const byId = (id: string) => attachments.find((file) => file.id === id)
  const onAdd = (files: readonly File[]) => {
    if (activity === null) onWait([...waiting, ...files])
    else void addAll(activity.id, files)
  }
  const told = async (promise: Promise<unknown>) => {
    try {
      await promise
    } catch (error) {
      failed(error as Error)
      throw error
    }
  }
  return (
    <>
      <AttachmentList
        files={attachments} adding={adding} picture={({ id }) => <Picture id={id} />}
        empty={!mayWrite ? '没有附件。' : waiting.length > 0 ? '' : '照片、签到表、课件、录音录像都可以放在这里。'}
        onOpen={({ id }) => {
          const file = byId(id)
          if (file) void open(file)
        }}
        onAdd={mayWrite ? onAdd : undefined}
        onRemove={mayWrite ? ({ id }) => told(remove.mutateAsync({ id, reason: '在活动页移除' })) : undefined}
        onBringBack={mayWrite ? ({ id }) => told(bringBack.mutateAsync({ id })) : undefined}
      />
      {waiting.length > 0 && <p className="quiet" role="status">保存后存入 {waiting.length} 个附件：{waiting.map(({ name }) => name).join('、')}</p>}
    </>
  )
}

/** Files that came along from the form of a new activity; each is taken once. */
function useWaitingFiles(activityId: string | null, addAll: (activityId: string, files: readonly File[]) => Promise<void>): void {
  const { state, pathname } = useLocation()
  const navigate = useNavigate()
  const taken = useRef<unknown>(null)
  useEffect(() => {
    const files = (state as { files?: readonly File[] } | null)?.files
    if (activityId === null || !files?.length || taken.current === files) return
    taken.current = files
    void navigate(pathname, { replace: true, state: null })
    void addAll(activityId, files)
  }, [activityId, addAll, navigate, pathname, state])
}

function Picture({ id }: { readonly id: string }) {
  const { data } = useCall('activities.previewAttachment', { id })
  return data?.dataUrl ? <img src={data.dataUrl} alt="" loading="lazy" decoding="async" /> : null
}
