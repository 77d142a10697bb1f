import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { changeField } from '../../../shared/domain/schemes/edit-scheme.ts'
import { factSentence } from '../../../shared/domain/schemes/fact-words.ts'
import { type SchemeDocument, type SchemeFact, valueAt } from '../../../shared/domain/schemes/scheme-document.ts'
import type { SchemePart } from '../../../shared/domain/schemes/scheme-parts.ts'
import { AlternativesField } from './alternatives-field.tsx'
import { FactField } from './fact-field.tsx'
import { FactGroup } from './fact-group.tsx'

export interface FactRowProps {
  readonly scheme: SchemeDocument
  readonly part: SchemePart
  readonly fact: SchemeFact
  readonly factId: string
  readonly isOpen: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  /** What is wrong with it, by the key of the field. */
  readonly problems: ReadonlyMap<string, string>
  readonly onOpen: () => void
  readonly onChange: (fact: SchemeFact, field: string) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** One fact: its sentence, and when it is opened its form. */
export function FactRow({ scheme, part, fact, factId, isOpen, isFirst, isLast, problems, onOpen, onChange, onMove, onRemove }: FactRowProps) {
  const sentence = factSentence(scheme, part, fact)
  return (
    <li id={factId} className={`fact${isOpen ? ' open' : ''}${problems.size > 0 ? ' wrong' : ''}`}>
      <div className="fact-head">
        <button type="button" className="fact-open" aria-expanded={isOpen} onClick={onOpen}>
          {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
          <span>{sentence}</span>
          {fact['strength'] === 'soft' && <span className="scheme-soft">{typeof fact['softWord'] === 'string' ? fact['softWord'] : '原则上'}</span>}
          {problems.size > 0 && <span className="fact-wrong">{problems.size} 处要改</span>}
        </button>
        {!part.single && (
          <>
            <Tooltip title="上移"><Button type="text" size="small" icon={<ArrowUpOutlined />} aria-label={`上移 ${sentence}`} disabled={isFirst} onClick={() => onMove(-1)} /></Tooltip>
            <Tooltip title="下移"><Button type="text" size="small" icon={<ArrowDownOutlined />} aria-label={`下移 ${sentence}`} disabled={isLast} onClick={() => onMove(1)} /></Tooltip>
          </>
        )}
        <Tooltip title="删除，可撤销"><Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={`删除 ${sentence}`} onClick={onRemove} /></Tooltip>
      </div>
      {isOpen && (
        <div className="fact-form">
          {part.fields.map((field) => {
            const common = { id: `${factId}-${field.key}`, scheme, field, value: valueAt(fact, field.key) }
            const change = (value: unknown, inner: string) => onChange(changeField(part, fact, field.key, value), `${field.key}${inner}`)
            if (field.control.kind === 'alternatives') return <AlternativesField key={field.key} id={common.id} scheme={scheme} setting={fact} label={field.label} problems={problems} onChange={change} />
            return field.control.kind === 'group'
              ? <FactGroup key={field.key} {...common} control={field.control} problems={problems} onChange={change} />
              : <FactField key={field.key} {...common} fact={fact} problem={problems.get(field.key)} onChange={(value) => change(value, '')} />
          })}
        </div>
      )}
    </li>
  )
}
