import { Button } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { PersonRecord } from '../../../shared/contract/people.ts'
import { useMay } from '../../app/standing.tsx'
import { useCall, useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { Modal } from '../../ui/modal.tsx'
import { momentInTable } from '../../ui/moment-text.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { ReasonInput } from '../../ui/reason-input.tsx'
import { RecordHistory } from '../../ui/record-history.tsx'
import { useDone } from '../../ui/use-done.ts'
import { DutiesCard } from './duties-card.tsx'
import { OutcomesCard } from './outcomes-card.tsx'
import { sexText } from './people-words.ts'
import { PersonForm } from './person-form.tsx'
import './people.css'

export function NewPersonPage() {
  const go = useNavigate()
  const { done } = useDone()
  const saved = (id: string, name: string) => {
    done(`已新增「${name}」`)
    void go(`/people/${id}`, { replace: true })
  }
  return (
    <div style={{ maxWidth: 900 }}>
      <PageHead title="新增人员" facts="只有姓名必填，其余可以以后再补" />
      <PersonForm person={null} mayWrite onSaved={saved} onLeave={() => void go('/people')} onReveal={() => undefined} />
    </div>
  )
}

export function PersonPage() {
  const { id = '' } = useParams()
  const person = useCall('people.get', { id })
  return <LoadingOr of={person}>{(record) => <Person key={`${record.id} ${record.removedAt ?? ''}`} person={record} />}</LoadingOr>
}

function Person({ person }: { readonly person: PersonRecord }) {
  const go = useNavigate()
  const queries = useQueryClient()
  const mayWrite = useMay('people.write')
  const maySeeOutcomes = useMay('outcomes.read')
  const maySeeDuties = useMay('duties.read')
  const { done, failed } = useDone()
  // The form starts anew from what was saved as soon as that has been read again; not when somebody else saves meanwhile.
  const [opened, setOpened] = useState(person.revision)
  const [removing, setRemoving] = useState(false)
  const back = useWrite('people.bringBack')
  const facts = [sexText(person.sex), person.schoolName, person.subject, person.professionalTitle].filter((part) => part !== null && part !== '').join(' · ')
  const saved = (_: string, name: string, revision: number) => {
    done(`已保存「${name}」的资料`)
    setOpened(revision)
  }
  return (
    <>
      <PageHead
        title={person.name} facts={facts || undefined}
        actions={mayWrite && person.removedAt === null && <Button onClick={() => setRemoving(true)}>移入回收站</Button>}
      />
      {person.removedAt !== null && (
        <div className="note warn" style={{ marginBottom: 16 }}>
          {momentInTable(person.removedAt)} 移入了回收站：{person.removedReason}
          {mayWrite && <Button size="small" style={{ marginLeft: 12 }} onClick={() => back.mutate({ id: person.id }, { onSuccess: () => done(`「${person.name}」已恢复`), onError: failed })}>恢复</Button>}
        </div>
      )}
      <div className="person">
        <PersonForm
          key={Math.min(opened, person.revision)} person={person} mayWrite={mayWrite} onSaved={saved} onLeave={() => void go('/people')}
          onReveal={() => void queries.invalidateQueries({ queryKey: ['audit.ofRecord'] })}
        />
        <aside>
          <Memberships person={person} />
          {maySeeDuties && <DutiesCard personId={person.id} />}
          {maySeeOutcomes && <OutcomesCard personId={person.id} />}
          <RecordHistory kind="person" id={person.id} />
        </aside>
      </div>
      {removing && <RemoveDialog person={person} onClose={() => setRemoving(false)} />}
    </>
  )
}

function Memberships({ person }: { readonly person: PersonRecord }) {
  return (
    <section className="card">
      <h2>所在工作室</h2>
      {person.memberships.length === 0 && <p style={{ color: 'var(--secondary)' }}>没有加入过工作室。</p>}
      <ul className="side-list">
        {person.memberships.map(({ studioId, studioName, role, roleName, fromOn, toOn, endReason }) => (
          <li key={`${studioId}${role}${fromOn}`}>
            <Link to={`/studios/${studioId}`}>{studioName}</Link> {roleName}
            <small>{fromOn} 起{toOn === null ? '，至今' : `，至 ${toOn}${endReason === null ? '' : `（${endReason}）`}`}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function RemoveDialog({ person, onClose }: { readonly person: PersonRecord; readonly onClose: () => void }) {
  const go = useNavigate()
  const { done } = useDone()
  const remove = useWrite('people.remove')
  const [reason, setReason] = useState('')
  const save = () => remove.mutate({ id: person.id, revision: person.revision, reason }, {
    onSuccess: () => {
      done(`「${person.name}」已移入回收站，可以随时恢复`)
      void go('/people')
    },
  })
  return (
    <Modal
      open title="移入回收站" okText="移入回收站" cancelText="取消" okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      confirmLoading={remove.isPending} onOk={save} onCancel={onClose} width={440}
    >
      <p style={{ marginBottom: 12 }}>「{person.name}」不再出现在名单里，资料和以往的记录都保留，可在“更多 → 回收站”里恢复。</p>
      <label className="side-label" htmlFor="remove-reason">原因</label>
      <ReasonInput id="remove-reason" autoFocus value={reason} placeholder="如：调离、退休、重复登记" onChange={(event) => setReason(event.target.value)} />
      {remove.error && <div style={{ marginTop: 12 }}><ErrorNotice error={remove.error} /></div>}
    </Modal>
  )
}
