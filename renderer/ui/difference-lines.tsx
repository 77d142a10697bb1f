import { Button } from 'antd'
import type { DifferenceLine } from '../../shared/domain/schemes/difference-words.ts'
import './scheme-sections.css'

const words = { added: '新增', removed: '去掉', changed: '改动', reordered: '顺序' } as const

/** What two schemes say differently; each line may lead to its fact and be taken back. */
export function DifferenceLines({ lines, onShow, onTakeBack }: {
  readonly lines: readonly DifferenceLine[]
  readonly onShow?: (line: DifferenceLine) => void
  readonly onTakeBack?: (line: DifferenceLine) => void
}) {
  return (
    <ul className="difference-lines">
      {lines.map((line) => (
        <li key={`${line.path}|${line.key ?? ''}|${line.kind}`}>
          <span className={`difference-kind ${line.kind}`}>{words[line.kind]}</span>
          <span className="difference-text">{line.text.replace(/^(新增|去掉)/, '')}</span>
          {(onShow || onTakeBack) && (
            <span className="difference-acts">
              {onShow && line.kind !== 'removed' && line.kind !== 'reordered' && <Button type="link" size="small" aria-label={`查看${line.title}`} onClick={() => onShow(line)}>查看</Button>}
              {onTakeBack && <Button type="link" size="small" aria-label={`改回${line.title}`} onClick={() => onTakeBack(line)}>改回</Button>}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
