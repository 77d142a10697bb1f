import { Button, Steps } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { RosterImportLine } from '../../../shared/contract/people.ts'
import { useLeaveGuard } from '../../ui/leave-guard.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RosterCheck } from './roster-check.tsx'
import { RosterChoose } from './roster-choose.tsx'
import { RosterColumns } from './roster-columns.tsx'
import { firstDecisions, type RosterDecisions } from './roster-decisions.ts'
import { UndoDialog } from './undo-dialog.tsx'
import { useRoster } from './use-roster.ts'
import './people.css'

/** The import: choose → match columns → look at problems → result. */
export function RosterPage() {
  const go = useNavigate()
  const roster = useRoster()
  const [step, setStep] = useState(0)
  const [corrected, setCorrected] = useState<string[]>([])
  const [decided, setDecided] = useState<{ readonly sha: string; readonly decisions: RosterDecisions } | null>(null)
  const [result, setResult] = useState<RosterImportLine | null>(null)
  const { guard } = useLeaveGuard({ dirty: roster.preview !== null && result === null, what: '花名册导入' })
  const { preview } = roster
  const decisions = decided?.decisions ?? (preview ? firstDecisions(preview.rows) : new Map())
  const decide = (next: RosterDecisions) => preview && setDecided({ sha: preview.fileSha256, decisions: next })

  const save = async () => {
    const wanted = [...decisions].flatMap(([rowNumber, decision]) => (decision.action === 'skip' ? [] : [{ rowNumber, ...decision }]))
    const line = await roster.save(wanted, corrected)
    if (!line) return
    setResult(line)
    setStep(3)
  }
  const restart = () => {
    roster.restart()
    setDecided(null)
    setCorrected([])
    setResult(null)
    setStep(0)
  }
  return (
    <div className="wide" style={{ maxWidth: 1320 }}>
      <PageHead title="导入花名册" facts={roster.file ? roster.file.name : '从 Excel 或 WPS 表格把人员导进来'} actions={<Button onClick={() => void go('/people/imports')}>导入记录</Button>} />
      <Steps className="roster-steps" size="small" current={step} items={[{ title: '选择文件' }, { title: '对应列' }, { title: '核对问题' }, { title: '完成' }]} />
      {step === 0 && <RosterChoose roster={roster} onRead={() => { setDecided(null); setCorrected([]); setStep(1) }} />}
      {step === 1 && preview && (
        <RosterColumns
          roster={roster} preview={preview} corrected={corrected} onCorrect={setCorrected} onBack={restart}
          onNext={() => { setDecided(null); setStep(2) }}
        />
      )}
      {step === 2 && preview && (
        <RosterCheck roster={roster} preview={preview} decisions={decisions} onDecide={decide} onImport={() => void save()} onBack={() => setStep(1)} />
      )}
      {step === 3 && result && <RosterResult result={result} onAgain={restart} />}
      {guard}
    </div>
  )
}

function RosterResult({ result, onAgain }: { readonly result: RosterImportLine; readonly onAgain: () => void }) {
  const go = useNavigate()
  const [undoing, setUndoing] = useState(false)
  const [undone, setUndone] = useState(false)
  return (
    <section className="card" role="status">
      <h2>{undone ? '这次导入已撤销' : `「${result.fileName}」已导入`}</h2>
      {undone
        ? <p style={{ marginBottom: 12 }}>名单回到了导入之前的样子。</p>
        : (
          <div className="roster-figures">
            <div><b>{result.added}</b>新增（人）</div><div><b>{result.updated}</b>更新（人）</div><div><b>{result.skipped}</b>跳过（行）</div>
          </div>
        )}
      <div style={{ display: 'flex', gap: 8 }}>
        <Button type="primary" autoFocus onClick={() => void go('/people')}>查看名单</Button>
        <Button onClick={onAgain}>再导入一份</Button>
        {!undone && <Button onClick={() => setUndoing(true)}>撤销这次导入</Button>}
      </div>
      {undoing && <UndoDialog line={result} onClose={() => setUndoing(false)} onUndone={() => setUndone(true)} />}
    </section>
  )
}
