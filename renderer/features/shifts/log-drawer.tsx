import { Button, Input, InputNumber, Segmented, Select, Tooltip } from 'antd'
import { useState } from 'react'
import type { LogFacts, Round } from '../../../shared/contract/shifts.ts'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { freshItems, itemFaults } from '../../../shared/domain/shifts/duty-log.ts'
import { shiftInWords } from '../../../shared/domain/shifts/shift-words.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { RecordFiles } from '../../ui/record-files.tsx'
import { storeFiles } from '../../ui/stored-files.ts'
import { useDialog } from '../../ui/use-dialog.ts'
import { useDone } from '../../ui/use-done.ts'
import { logFiles } from './log-files.ts'

type RoundForWriting = OutputOf<'shifts.round'>

/** 值勤记录: a minute's work. Everything is 正常 until something was found; Ctrl+S saves. */
export function LogDrawer({ round, onGone }: { readonly round: Round; readonly onGone: () => void }) {
  const { open, onCancel, afterClose } = useDialog(onGone)
  const found = useCall('shifts.round', round)
  const title = found.data ? `值勤记录　${shiftInWords(found.data)}` : '值勤记录'
  return (
    <Drawer open={open} title={title} size={560} onClose={onCancel} afterOpenChange={(isOpen) => !isOpen && afterClose()}>
      <LoadingOr of={found}>{(data) => <LogForm key={data.log?.revision ?? 0} round={round} found={data} onDone={onCancel} />}</LoadingOr>
    </Drawer>
  )
}

function LogForm({ round, found, onDone }: { readonly round: Round; readonly found: RoundForWriting; readonly onDone: () => void }) {
  const [facts, setFacts] = useState<LogFacts>(() => found.log ? factsOf(found.log) : blank(found.items))
  const [tried, setTried] = useState(false)
  const [waiting, setWaiting] = useState<readonly File[]>([])
  const save = useWrite('shifts.saveLog')
  const { done, failed } = useDone()
  const set = (change: Partial<LogFacts>) => setFacts((now) => ({ ...now, ...change }))
  const setItem = (at: number, change: Partial<LogFacts['items'][number]>) => set({ items: facts.items.map((item, index) => (index === at ? { ...item, ...change } : item)) })
  const faults = tried ? itemFaults(facts.items) : []
  const send = () => {
    setTried(true)
    if (itemFaults(facts.items).length > 0 || save.isPending) return
    save.mutate({ round, revision: found.log?.revision ?? null, facts }, {
      onSuccess: ({ id }) => void store(id),
    })
  }
  /** What waited for the log to be there goes in now. */
  const store = async (id: string) => {
    const { refused } = await storeFiles(logFiles, id, waiting)
    if (refused.length > 0) failed(new Error(refused.join('；')))
    done(`已保存值勤记录${waiting.length > refused.length ? `和 ${waiting.length - refused.length} 份附件` : ''}`)
    onDone()
  }
  useShortcut('ctrl+s', send, found.mayWrite)
  const { lastTime } = found
  return (
    <form
      className="log-form" aria-label="值勤记录" onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p className="quiet">{found.from}–{found.to}，值班：{found.onDuty.map(({ name }) => name).join('、')}{found.log === null ? '' : `；${found.log.writtenBy} 已写`}</p>
      {lastTime !== null && found.log === null && found.mayWrite && <Button onClick={() => set({ ...lastTime, items: found.items.map((name) => lastTime.items.find((item) => item.name === name) ?? { name, isNormal: true, finding: '' }) })}>与上次相同</Button>}
      {facts.items.map((item, at) => (
        <fieldset key={item.name} className="log-item" disabled={!found.mayWrite}>
          <legend>{item.name}</legend>
          <Segmented<string>
            aria-label={item.name} value={item.isNormal ? 'normal' : 'found'} options={[{ value: 'normal', label: '正常' }, { value: 'found', label: '有情况' }]}
            onChange={(value) => setItem(at, { isNormal: value === 'normal' })}
          />
          {!item.isNormal && (
            <>
              <Input.TextArea aria-label={`${item.name}发现的情况`} autoFocus autoSize={{ minRows: 1 }} maxLength={500} placeholder="看到了什么，怎么处理的" value={item.finding} onChange={(event) => setItem(at, { finding: event.target.value })} />
              {faults.some(({ field }) => field === `items.${at}.finding`) && <p className="field-fault" role="alert">请写下发现了什么</p>}
            </>
          )}
        </fieldset>
      ))}
      <div className="log-grid">
        <FormField id="log-late" label="教师迟到（人）"><InputNumber id="log-late" min={0} precision={0} value={facts.teachersLate} onChange={(value) => set({ teachersLate: value ?? 0 })} /></FormField>
        <FormField id="log-absent" label="教师缺课（人）"><InputNumber id="log-absent" min={0} precision={0} value={facts.teachersAbsent} onChange={(value) => set({ teachersAbsent: value ?? 0 })} /></FormField>
        <FormField id="log-expected" label="学生应到"><InputNumber id="log-expected" min={0} precision={0} value={facts.studentsExpected} onChange={(value) => set({ studentsExpected: value })} /></FormField>
        <FormField id="log-present" label="学生实到"><InputNumber id="log-present" min={0} precision={0} value={facts.studentsPresent} onChange={(value) => set({ studentsPresent: value })} /></FormField>
      </div>
      <FormField id="log-classes" label="看了哪些班"><Input id="log-classes" maxLength={100} placeholder="例如：七年级各班、八（2）班" value={facts.classes ?? ''} onChange={(event) => set({ classes: text(event.target.value) })} /></FormField>
      <FormField id="log-incidents" label="突发情况及处理"><Input.TextArea id="log-incidents" autoSize={{ minRows: 1 }} maxLength={1000} placeholder="没有就不填" value={facts.incidents ?? ''} onChange={(event) => set({ incidents: text(event.target.value) })} /></FormField>
      <FormField id="log-remark" label="备注"><Input id="log-remark" maxLength={500} value={facts.remark ?? ''} onChange={(event) => set({ remark: text(event.target.value) })} /></FormField>
      <FormField id="log-handed" label="交班给">
        <Select<string> id="log-handed" allowClear showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} placeholder="可不填" value={facts.handedOverToPersonId} options={found.people.map(({ personId, name }) => ({ value: personId, label: name }))} onChange={(id: string | undefined) => set({ handedOverToPersonId: id ?? null })} />
      </FormField>
      <section className="log-files" aria-label="附件">
        <RecordFiles
          doors={logFiles} recordId={found.log?.id ?? null} files={found.log?.attachments ?? []} waiting={waiting} onWait={setWaiting} mayWrite={found.mayWrite}
          counted="份附件" empty="没有附件。现场照片、签字的纸质记录可以放在这里。"
        />
      </section>
      <FormError error={save.error} />
      {found.mayWrite && <Tooltip title="Ctrl+S"><Button type="primary" htmlType="submit" loading={save.isPending}>保存记录</Button></Tooltip>}
    </form>
  )
}

const text = (typed: string) => (typed === '' ? null : typed)

function blank(items: readonly string[]): LogFacts {
  return {
    items: [...freshItems(items)], classes: null, teachersLate: 0, teachersAbsent: 0, studentsExpected: null, studentsPresent: null, incidents: null, remark: null, handedOverToPersonId: null,
  }
}

function factsOf({ items, classes, teachersLate, teachersAbsent, studentsExpected, studentsPresent, incidents, remark, handedOverToPersonId }: LogFacts): LogFacts {
  return { items, classes, teachersLate, teachersAbsent, studentsExpected, studentsPresent, incidents, remark, handedOverToPersonId }
}
