import {
  FileExcelOutlined, FileImageOutlined, FileOutlined, FilePdfOutlined, FilePptOutlined, FileTextOutlined, FileWordOutlined, SoundOutlined, UploadOutlined,
  VideoCameraOutlined,
} from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { fileSizeText } from './file-size-text.ts'
import './attachment-list.css'

export interface AttachedFile {
  readonly id: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
}

/** Files on their way in: how many of how many, which one now, and what was refused. */
export interface Adding {
  readonly done: number
  readonly total: number
  readonly now: string | null
  readonly refused: readonly string[]
}

/**
 * The files of a record: pictures as small pictures, others by kind; opened by a click, removed with undo, added by the button
 * by dropping them anywhere on the page, or by pasting (a picture from a chat, a screenshot, files from the explorer).
 */
export function AttachmentList(props: {
  readonly files: readonly AttachedFile[]
  readonly adding: Adding | null
  /** A small picture for a file that is one. */
  readonly picture: (file: AttachedFile) => ReactNode
  readonly onOpen: (file: AttachedFile) => void
  /** Absent for whoever may only read. */
  readonly onAdd?: ((files: readonly File[]) => void) | undefined
  readonly onRemove?: ((file: AttachedFile) => Promise<void>) | undefined
  readonly onBringBack?: ((file: AttachedFile) => Promise<void>) | undefined
  readonly empty: string
}) {
  const { files, adding, onAdd, onRemove, onBringBack } = props
  const chooser = useRef<HTMLInputElement>(null)
  const [removed, setRemoved] = useState<AttachedFile | null>(null)
  const dragged = useFileDrop(onAdd)
  useFilePaste(onAdd)
  return (
    <div className="attachments">
      {dragged && <div className="attachments-drop" role="status">松开鼠标，添加为附件</div>}
      {files.length === 0 && <p className="attachments-none">{props.empty}</p>}
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              <button type="button" className="attachments-open" onClick={() => props.onOpen(file)} title={file.fileName}>
                <span className="attachments-picture" aria-hidden>{file.mediaType.startsWith('image/') ? props.picture(file) : iconOf(file.mediaType)}</span>
                <span className="attachments-name">{file.fileName}</span>
                <span className="attachments-size">{fileSizeText(file.bytes)}</span>
              </button>
              {onRemove && (
                <Button size="small" type="text" danger aria-label={`移除附件 ${file.fileName}`} onClick={() => void onRemove(file).then(() => setRemoved(file), () => undefined)}>移除</Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {removed && onBringBack && (
        <p className="note info" role="status">已移除「{removed.fileName}」
          <Button size="small" type="link" onClick={() => void onBringBack(removed).then(() => setRemoved(null), () => undefined)}>撤销</Button>
        </p>
      )}
      {adding && adding.now !== null && (
        <div role="status">
          <Progress percent={Math.round((adding.done / adding.total) * 100)} size="small" showInfo={false} aria-label="添加附件的进度" />
          正在存入第 {adding.done + 1} 个，共 {adding.total} 个：{adding.now}
        </div>
      )}
      {adding && adding.refused.length > 0 && <div className="note bad" role="alert">{adding.refused.map((sentence) => <p key={sentence}>{sentence}</p>)}</div>}
      {onAdd && (
        <>
          <input
            ref={chooser} type="file" multiple hidden aria-label="选择附件"
            onChange={(event) => {
              onAdd([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <Button icon={<UploadOutlined aria-hidden />} onClick={() => chooser.current?.click()}>添加附件</Button>
          <span className="attachments-hint">也可以拖到这一页，或按 Ctrl+V 粘贴</span>
        </>
      )}
    </div>
  )
}

/** Whether files are being dragged over the page; dropping them anywhere hands them on. Without a taker they are kept from replacing the page. */
function useFileDrop(onFiles: ((files: readonly File[]) => void) | undefined): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(latest.current !== undefined)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      latest.current?.([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return over
}

/** Files in the clipboard are handed on when somebody pastes. What also holds words is meant for the field in which she types (Excel adds a picture of the cells). */
function useFilePaste(onFiles: ((files: readonly File[]) => void) | undefined): void {
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const paste = ({ clipboardData }: ClipboardEvent) => {
      const files = [...(clipboardData?.files ?? [])]
      if (files.length === 0 || clipboardData?.types.includes('text/plain')) return
      latest.current?.(files.map(named))
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [])
}

/** A picture out of the clipboard has no name of its own but `image.png`. */
function named(file: File): File {
  const [, ending] = /^image(\.\w+)$/.exec(file.name) ?? []
  return ending === undefined ? file : new File([file], `粘贴的图片${ending}`, { type: file.type })
}

function iconOf(mediaType: string): ReactNode {
  if (mediaType.startsWith('image/')) return <FileImageOutlined />
  if (mediaType.startsWith('video/')) return <VideoCameraOutlined />
  if (mediaType.startsWith('audio/')) return <SoundOutlined />
  if (mediaType === 'application/pdf' || mediaType === 'application/ofd') return <FilePdfOutlined />
  if (/word/.test(mediaType)) return <FileWordOutlined />
  if (/sheet|excel/.test(mediaType)) return <FileExcelOutlined />
  if (/presentation|powerpoint/.test(mediaType)) return <FilePptOutlined />
  return mediaType.startsWith('text/') ? <FileTextOutlined /> : <FileOutlined />
}
