import { FileWordOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Briefing } from '../../../shared/contract/inspections.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { audienceInWords } from '../../../shared/domain/inspections/briefing.ts'
import { call, useWrite } from '../../api/client.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useDone } from '../../ui/use-done.ts'
import { useSaveFile } from '../../ui/use-save-file.ts'
import { BriefingDialog } from './briefing-dialog.tsx'

/** 通报: when and to whom the inspection was told, each as a Word file, and the way to tell it. */
export function BriefingsCard({ inspection, today }: { readonly inspection: OutputOf<'inspections.get'>; readonly today: string }) {
  const { briefings, mayWrite, state } = inspection
  const { saving, save } = useSaveFile()
  const [telling, setTelling] = useState(false)
  const [withdrawn, setWithdrawn] = useState<Briefing | null>(null)
  if (state === 'planned' || (!mayWrite && briefings.length === 0)) return null
  return (
    <section className="card no-print" aria-labelledby="inspection-briefings">
      <h2 id="inspection-briefings">通报</h2>
      {briefings.length === 0 && <p className="quiet">还没有通报。通报以后，规程要求的「通报检查情况」就算做了。</p>}
      <ul className="briefings">
        {briefings.map((briefing) => {
          const { id, toldOn, text, byName } = briefing
          const to = audienceInWords(briefing)
          return (
            <li key={id}>
              <div><strong>{dayInText(toldOn)}　{to}</strong><small className="quiet">　{byName}记</small><p className="keep-lines">{text}</p></div>
              {mayWrite && (
                <div className="briefing-tools">
                  <Button icon={<FileWordOutlined aria-hidden />} loading={saving} aria-label={`存成 Word：${toldOn} ${to}`} onClick={() => void save(() => call('inspections.briefingDocument', { briefingId: id }), '已存成 Word 文件')}>存成 Word</Button>
                  <Button type="text" aria-label={`撤回：${toldOn} ${to}`} onClick={() => setWithdrawn(briefing)}>撤回…</Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {mayWrite && <Button onClick={() => setTelling(true)}>{briefings.length === 0 ? '通报…' : '再通报一次…'}</Button>}
      <Withdrawal of={withdrawn} onClose={() => setWithdrawn(null)} />
      {telling && <BriefingDialog inspection={inspection} today={today} onClose={() => setTelling(false)} />}
    </section>
  )
}

/** Asks why, and can be undone at once. */
function Withdrawal({ of: briefing, onClose }: { readonly of: Briefing | null; readonly onClose: () => void }) {
  const [gone, setGone] = useState<Briefing | null>(null)
  const withdraw = useWrite('inspections.withdrawBriefing')
  const bringBack = useWrite('inspections.bringBackBriefing')
  const { done, failed } = useDone()
  const undo = ({ id }: Briefing) => bringBack.mutate({ briefingId: id }, {
    onSuccess: () => {
      done('已恢复通报')
      setGone(null)
    },
    onError: failed,
  })
  return (
    <>
      {gone !== null && <p className="note info" role="status">已撤回 {gone.toldOn} 的通报。<Button size="small" type="link" loading={bringBack.isPending} onClick={() => undo(gone)}>撤销</Button></p>}
      {briefing !== null && (
        <ReasonDialog
          title="撤回这次通报" verb="撤回通报" example="如：日期记错了" danger pending={withdraw.isPending} error={withdraw.error} onClose={onClose}
          onGo={(reason) => withdraw.mutate({ briefingId: briefing.id, revision: briefing.revision, reason }, {
            onSuccess: () => {
              setGone(briefing)
              onClose()
            },
          })}
        >{dayInText(briefing.toldOn)}给{audienceInWords(briefing)}的通报不再列出，也不再计入职责；操作日志里留有记录。</ReasonDialog>
      )}
    </>
  )
}
