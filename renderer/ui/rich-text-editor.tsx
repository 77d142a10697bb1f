import { BoldOutlined, FontSizeOutlined, OrderedListOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { type ClipboardEvent, useEffect, useRef, useState } from 'react'
import { charsOf, fromPlainText, maxRichTextChars, type RichText } from '../../shared/domain/activities/rich-text.ts'
import { asCleanHtml, asNodes, readBlocks } from './rich-text-dom.ts'
import { useDone } from './use-done.ts'
import './rich-text-editor.css'

type Command = 'bold' | 'heading' | 'insertUnorderedList' | 'insertOrderedList'

const tools = [
  { command: 'bold', name: '加粗', hint: '加粗（Ctrl+B）', icon: <BoldOutlined /> },
  { command: 'heading', name: '小标题', hint: '小标题', icon: <FontSizeOutlined /> },
  { command: 'insertUnorderedList', name: '列表', hint: '列表', icon: <UnorderedListOutlined /> },
  { command: 'insertOrderedList', name: '编号', hint: '编号', icon: <OrderedListOutlined /> },
] as const

/**
 * A small editor for minutes: paragraphs, headings, lists, bold. The browser does the typing (so that Chinese input methods and
 * undo work as everywhere); what it makes is read back as blocks after each change, and what is pasted is cleaned to the same
 * four shapes before it goes in. `value` is taken once; give a new `key` to start with other text.
 */
export function RichTextEditor({ id, label, value, onChange, describedBy }: {
  readonly id?: string
  readonly label: string
  readonly value: RichText
  readonly onChange: (value: RichText) => void
  readonly describedBy?: string
}) {
  const root = useRef<HTMLDivElement>(null)
  const first = useRef(value)
  const [held, setHeld] = useState<readonly Command[]>([])
  const [chars, setChars] = useState(() => charsOf(value))
  const { failed } = useDone()

  useEffect(() => {
    document.execCommand('defaultParagraphSeparator', false, 'p')
    document.execCommand('styleWithCSS', false, 'false')
    root.current?.replaceChildren(...asNodes(first.current.length > 0 ? first.current : [{ type: 'paragraph', runs: [] }]))
  }, [])

  useEffect(() => {
    const look = () => {
      const anchor = document.getSelection()?.anchorNode ?? null
      if (!root.current?.contains(anchor)) return
      setHeld(tools.map(({ command }) => command).filter((command) => command === 'heading' ? /^h[345]$/i.test(document.queryCommandValue('formatBlock')) : document.queryCommandState(command)))
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])

  const read = () => {
    if (!root.current) return
    // An emptied editor must keep a paragraph to type into.
    if (root.current.childNodes.length === 0) root.current.append(...asNodes([{ type: 'paragraph', runs: [] }]))
    const blocks = readBlocks(root.current, 'editor')
    setChars(charsOf(blocks))
    onChange(blocks)
  }
  const run = (command: Command) => {
    root.current?.focus()
    if (command === 'heading') document.execCommand('formatBlock', false, held.includes('heading') ? 'p' : 'h3')
    else document.execCommand(command)
    read()
  }
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length > 0 && event.clipboardData.types.every((type) => type === 'Files')) return
    event.preventDefault()
    const html = event.clipboardData.getData('text/html')
    const text = event.clipboardData.getData('text/plain')
    // The parsed document is inert: nothing in it runs or loads.
    const blocks = html === '' ? fromPlainText(text) : readBlocks(new DOMParser().parseFromString(html, 'text/html').body, 'pasted')
    if (charsOf(blocks) + chars > maxRichTextChars) {
      failed(new Error(`粘贴的内容太长（超过 ${maxRichTextChars} 字），请作为附件添加`))
      return
    }
    if (blocks.length > 0) document.execCommand('insertHTML', false, asCleanHtml(blocks))
    read()
  }

  return (
    <div className="rich-text">
      <div className="rich-text-tools" role="toolbar" aria-label={`${label}的格式`}>
        {tools.map(({ command, name, hint, icon }) => (
          <Tooltip key={command} title={hint}>
            <Button
              size="small" type={held.includes(command) ? 'default' : 'text'} icon={icon} aria-label={name} aria-pressed={held.includes(command)}
              onMouseDown={(event) => event.preventDefault()} onClick={() => run(command)}
            />
          </Tooltip>
        ))}
        <span className="rich-text-count">{chars} 字</span>
      </div>
      <div
        ref={root} id={id} className="rich-text-body" contentEditable suppressContentEditableWarning role="textbox" aria-multiline="true" aria-label={label} tabIndex={0}
        aria-describedby={describedBy} spellCheck={false} onInput={read} onPaste={paste}
      />
    </div>
  )
}

/** The same text to be read only. */
export function RichTextView({ value }: { readonly value: RichText }) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => root.current?.replaceChildren(...asNodes(value)), [value])
  return <div ref={root} className="rich-text-view" />
}
