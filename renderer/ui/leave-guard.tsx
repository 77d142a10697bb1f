import { Button } from 'antd'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { type BlockerFunction, useBlocker } from 'react-router'
import { Modal } from './modal.tsx'

/**
 * Asks before a form with changes is left, inside the program and when the window is closed: stay, drop, or save and leave.
 * `guard` stands somewhere on the page; `pass` lets every later way out go unasked, after saving or dropping.
 */
export function useLeaveGuard({ dirty, what, save, discard, searchLeads = false }: {
  readonly dirty: boolean
  /** What would be lost, e.g. 「第3次例会」. */
  readonly what: string
  /** Saves without going anywhere. True when it is saved; else the form shows why not. Absent where only the last step saves. */
  readonly save?: () => Promise<boolean>
  readonly discard?: () => void
  /** Whether what is filled in belongs to the search of the address (`?view=&week=`): then another search leaves it too. */
  readonly searchLeads?: boolean
}): { readonly guard: ReactNode; readonly pass: () => void } {
  const open = useRef(false)
  const [saving, setSaving] = useState(false)
  const asks = useCallback<BlockerFunction>(
    ({ currentLocation: from, nextLocation: to }) => dirty && !open.current && (from.pathname !== to.pathname || (searchLeads && from.search !== to.search)), [dirty, searchLeads],
  )
  const blocker = useBlocker(asks)
  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => {
      if (!open.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty])

  const pass = useCallback(() => {
    open.current = true
  }, [])
  const stay = () => blocker.reset?.()
  const saveAndLeave = async () => {
    setSaving(true)
    const isSaved = await save?.().finally(() => setSaving(false))
    if (!isSaved) return stay()
    pass()
    blocker.proceed?.()
  }
  const footer = [
    <Button key="stay" onClick={stay}>继续填写</Button>,
    <Button key="discard" danger onClick={() => { discard?.(); pass(); blocker.proceed?.() }}>不保存，离开</Button>,
    save && <Button key="save" type="primary" loading={saving} onClick={() => void saveAndLeave()}>保存并离开</Button>,
  ]
  const guard = (
    <Modal open={blocker.state === 'blocked'} title="还没有保存" onCancel={stay} footer={footer} width={440}>
      <p>{what}有修改没有保存。</p>
    </Modal>
  )
  return { guard, pass }
}
