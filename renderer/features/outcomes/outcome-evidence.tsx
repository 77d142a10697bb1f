import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutcomeRecord } from '../../../shared/contract/outcomes.ts'
import { type OutcomeKind, specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { bridge } from '../../api/bridge.ts'
import { call, ProblemError, upload, useCall, useWrite } from '../../api/client.ts'
import { type Adding, AttachmentList } from '../../ui/attachment-list.tsx'
import { useDone } from '../../ui/use-done.ts'

type Step = (index: number, file: File, refused: readonly string[]) => void

/** Puts files into a record one after the other. @returns how many went in, and why the others did not */
export async function storeEvidence(outcomeId: string, files: readonly File[], onStep: Step): Promise<{ readonly added: number; readonly refused: readonly string[] }> {
  const refused: string[] = []
  for (const [index, file] of files.entries()) {
    onStep(index, file, [...refused])
    try {
      const { token } = await upload(file)
      await call('outcomes.addAttachment', { outcomeId, file: token })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      refused.push(error.message.includes(file.name) ? error.message : `「${file.name}」没有存入：${error.message}`)
    }
  }
  return { added: files.length - refused.length, refused }
}

/** 佐证材料: what is expected of the kind, and the files. Those chosen for a record that is not yet saved wait for it. */
export function OutcomeEvidence({ kind, record, waiting, onWait, mayWrite }: {
  readonly kind: OutcomeKind
  readonly record: OutcomeRecord | null
  readonly waiting: readonly File[]
  readonly onWait: (files: readonly File[]) => void
  readonly mayWrite: boolean
}) {
  const queries = useQueryClient()
  const { done, failed } = useDone()
  const [adding, setAdding] = useState<Adding | null>(null)
  const remove = useWrite('outcomes.removeAttachment')
  const bringBack = useWrite('outcomes.bringBackAttachment')
  // Read anew after each change, while the form beside keeps what is being typed.
  const live = useCall('outcomes.get', { id: record?.id ?? '' }, { enabled: record !== null })
  const files = live.data?.attachments ?? record?.attachments ?? []
  const wanted = specOf(kind).evidence

  const add = async (outcomeId: string, chosen: readonly File[]) => {
    const { added, refused } = await storeEvidence(outcomeId, chosen, (index, file, soFar) => setAdding({ done: index, total: chosen.length, now: file.name, refused: soFar }))
    setAdding({ done: chosen.length, total: chosen.length, now: null, refused })
    if (added > 0) done(`已添加 ${added} 份佐证`)
    await queries.invalidateQueries()
  }
  const told = async (promise: Promise<unknown>) => {
    try {
      await promise
    } catch (error) {
      failed(error as Error)
      throw error
    }
  }
  const open = async (id: string) => {
    try {
      const { token, name } = await call('outcomes.openAttachment', { id })
      await bridge.save(token, name)
    } catch (error) {
      failed(error as Error)
    }
  }
  return (
    <>
      {wanted !== undefined && files.length === 0 && waiting.length === 0 && <p className="outcome-evidence-hint">请附上：{wanted}</p>}
      <AttachmentList
        files={files} adding={adding} picture={({ id }) => <Picture id={id} />} empty={wanted === undefined && waiting.length === 0 ? '没有附件。' : ''}
        onOpen={({ id }) => void open(id)}
        onAdd={mayWrite ? (chosen) => record === null ? onWait([...waiting, ...chosen]) : void add(record.id, chosen) : undefined}
        onRemove={mayWrite ? ({ id }) => told(remove.mutateAsync({ id, reason: '在成果页移除' })) : undefined}
        onBringBack={mayWrite ? ({ id }) => told(bringBack.mutateAsync({ id })) : undefined}
      />
      {waiting.length > 0 && <p className="outcome-evidence-hint" role="status">保存后存入 {waiting.length} 份：{waiting.map(({ name }) => name).join('、')}</p>}
    </>
  )
}

function Picture({ id }: { readonly id: string }) {
  const { data } = useCall('outcomes.previewAttachment', { id })
  return data?.dataUrl ? <img src={data.dataUrl} alt="" loading="lazy" decoding="async" /> : null
}
