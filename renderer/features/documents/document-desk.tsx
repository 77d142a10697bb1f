import { DownloadOutlined, FolderOpenOutlined, PrinterOutlined, SaveOutlined } from '@ant-design/icons'
import { Button, Segmented, Tooltip } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import type { DocumentSubject, FormCard, NoticeFacts, NumbersShown } from '../../../shared/contract/documents.ts'
import { bridge } from '../../api/bridge.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useDone } from '../../ui/use-done.ts'
import { BatchDialog } from './batch-dialog.tsx'
import { MissingList } from './missing-list.tsx'
import { PaperView } from './paper-view.tsx'
import { SubjectFields } from './subject-fields.tsx'
import { useFileActions } from './use-file-actions.ts'
import { usePreviewOf } from './use-preview-of.ts'

type Saved = OutputOf<'documents.make'>

/** One form: about whom or what, its pages as paper, and what can be done with them. */
export function DocumentDesk({ card, subject: chosen, mayShowNumbers, onChange }: {
  readonly card: FormCard
  readonly subject: Omit<DocumentSubject, 'form'>
  readonly mayShowNumbers: boolean
  readonly onChange: (changes: Readonly<Record<string, string | null>>) => void
}) {
  const choices = useCall('documents.subjects', { termKey: chosen.termKey, studioId: chosen.studioId })
  const [typedNotice, setNotice] = useState<NoticeFacts | null>(null)
  const [numbers, setNumbers] = useState<NumbersShown>('masked')
  const [saved, setSaved] = useState<{ readonly of: string; readonly file: Saved } | null>(null)
  const [batching, setBatching] = useState(false)
  const { failed } = useDone()
  const make = useWrite('documents.make')

  const notice = card.code === 'member-list-notice' ? typedNotice ?? choices.data?.notice ?? null : null
  const subject: DocumentSubject = { ...chosen, form: card.code, notice }
  const ready = card.subject === 'person' ? chosen.studioId !== null && chosen.personId !== null : card.subject === 'studio' ? chosen.studioId !== null : chosen.activityId !== null
  const { preview, error, retry } = usePreviewOf(subject, card.hasNumbers ? numbers : 'masked', ready)
  const key = JSON.stringify([subject, numbers])

  const save = () => make.mutate({ ...subject, numbers }, {
    onSuccess: (file) => setSaved({ of: key, file }), onError: failed,
  })
  const print = async () => {
    const result = await bridge.print()
    if (!result.ok) failed(new Error(result.error.message))
  }
  const mayAct = preview !== null && !make.isPending
  useShortcut('ctrl+s', save, mayAct)
  useShortcut('ctrl+p', () => void print(), preview !== null)
  const shownSaved = saved !== null && saved.of === key ? saved.file : null

  return (
    <div className="documents-work">
      <section className="card documents-subject" aria-label={`${card.name}：选择内容`}>
        <SubjectFields card={card} subject={chosen} choices={choices.data ?? null} notice={notice} onNotice={setNotice} onChange={onChange} />
        {choices.error && <ErrorNotice error={choices.error} onRetry={() => void choices.refetch()} />}
        {card.hasNumbers && mayShowNumbers && (
          <div className="documents-numbers">
            <span id="numbers-label">身份证号和电话</span>
            <Segmented<NumbersShown>
              aria-labelledby="numbers-label" value={numbers} onChange={setNumbers}
              options={[{ value: 'masked', label: '打码' }, { value: 'full', label: '完整（上报用）' }]}
            />
            {numbers === 'full' && <small>查看完整号码会记入操作日志</small>}
          </div>
        )}
        <div className="documents-actions">
          <Tooltip title="Ctrl+S"><Button type="primary" icon={<SaveOutlined aria-hidden />} disabled={!mayAct} loading={make.isPending} onClick={save}>保存 Word</Button></Tooltip>
          <Tooltip title="Ctrl+P"><Button icon={<PrinterOutlined aria-hidden />} disabled={preview === null} onClick={() => void print()}>打印</Button></Tooltip>
          {card.batch && <Button disabled={chosen.studioId === null || (choices.data?.people.length ?? 0) === 0} onClick={() => setBatching(true)}>全部成员各一份</Button>}
        </div>
        {shownSaved && <SavedNote saved={shownSaved} />}
        {preview && <MissingList missing={preview.missing} />}
      </section>
      <PaperView layout={error ? null : preview?.layout ?? null}>
        {error ? <ErrorNotice error={error} onRetry={retry} /> : <p className="documents-hint">{ready ? '正在准备预览' : hintOf(card)}</p>}
      </PaperView>
      {batching && <BatchDialog subject={subject} numbers={numbers} people={choices.data?.people ?? []} onClose={() => setBatching(false)} />}
    </div>
  )
}

function hintOf({ subject }: FormCard): string {
  return subject === 'person' ? '选好工作室和人员，这里显示打印出来的样子' : subject === 'studio' ? '选好工作室，这里显示打印出来的样子' : '选好工作室和活动，这里显示打印出来的样子'
}

/** What was saved last, and where: the folder may be cut short, the file's own name stands whole. */
function SavedNote({ saved: { made, file } }: { readonly saved: Saved }) {
  const name = made.relativePath.lastIndexOf('/') + 1
  const { openFolder, saveAs } = useFileActions()
  return (
    <div className="note good documents-saved" role="status">
      <p className="documents-path" title={`文书/${made.relativePath}`}><span>已保存到 文书/{made.relativePath.slice(0, name)}</span><span>{made.relativePath.slice(name)}</span></p>
      <div className="documents-actions">
        <Button size="small" icon={<FolderOpenOutlined aria-hidden />} onClick={() => openFolder(made.id)}>打开文件夹</Button>
        <Button size="small" icon={<DownloadOutlined aria-hidden />} onClick={() => saveAs(file)}>另存为</Button>
      </div>
    </div>
  )
}
