import { Button, Progress } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import type { DocumentSubject, NumbersShown } from '../../../shared/contract/documents.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useFileActions } from './use-file-actions.ts'

type Result = OutputOf<'documents.makeBatch'>

/** One document for every member: how many, how far, and how it ended. What has been made stays when she stops. */
export function BatchDialog({ subject, numbers, people, onClose }: {
  readonly subject: DocumentSubject
  readonly numbers: NumbersShown
  readonly people: OutputOf<'documents.subjects'>['people']
  readonly onClose: () => void
}) {
  const members = people.filter(({ role }) => role !== 'host' && role !== 'advisor')
  const [batchId, setBatchId] = useState<string | null>(null)
  const [result, setResult] = useState<Result | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const make = useWrite('documents.makeBatch')
  const cancel = useWrite('documents.cancelBatch')
  const { openFolder } = useFileActions()
  const running = batchId !== null && result === null && error === null
  const progress = useCall('documents.batchProgress', { batchId: batchId ?? '00000000' }, { enabled: running, refetchInterval: running ? 300 : false })

  const start = () => {
    const id = crypto.randomUUID()
    setBatchId(id)
    setError(null)
    make.mutate({ ...subject, numbers, batchId: id, personIds: members.map((person) => person.id) }, { onSuccess: setResult, onError: setError })
  }
  const made = result?.made.length ?? progress.data?.made ?? 0
  const [first] = result?.made ?? []
  const stop = result?.stopped ?? null

  return (
    <Modal
      open title="全部成员各一份" mask={{ closable: false }} closable={!running} keyboard={!running} onCancel={onClose}
      footer={running
        ? <Button onClick={() => cancel.mutate({ batchId: batchId ?? '' })}>停止</Button>
        : result !== null
          ? <>{first && <Button onClick={() => openFolder(first.id)}>打开文件夹</Button>}<Button type="primary" onClick={onClose}>关闭</Button></>
          : <><Button onClick={onClose}>取消</Button><Button type="primary" disabled={members.length === 0} onClick={start}>生成 {members.length} 份</Button></>}
    >
      {result === null && !running && !error && (
        <p>{members.length === 0 ? '这个工作室还没有成员。' : `给 ${members.length} 名成员各做一份，身份证号和电话${numbers === 'full' ? '完整显示' : '打码'}。做好的保存在 文书 文件夹里。`}</p>
      )}
      {(running || result !== null) && <Progress percent={Math.round((made / Math.max(1, members.length)) * 100)} format={() => `${made} / ${members.length}`} aria-label="已生成" />}
      {error && <ErrorNotice error={error} />}
      {result !== null && (
        <p className={`note ${stop ? 'bad' : result.cancelled ? 'warn' : 'good'}`} role="status">
          {stop ? `已保存 ${made} 份，到「${stop.name}」停下：${stop.message}` : result.cancelled ? `已停止，保存了 ${made} 份` : `已保存 ${made} 份`}
        </p>
      )}
    </Modal>
  )
}
