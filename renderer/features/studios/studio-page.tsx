import { Button } from 'antd'
import { EditOutlined, MoreOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { StudioRecord } from '../../../shared/contract/studios.ts'
import { studioKindNames } from '../../../shared/domain/studios/studio-words.ts'
import { useMay } from '../../app/standing.tsx'
import { useCall, useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RecordHistory } from '../../ui/record-history.tsx'
import { useDone } from '../../ui/use-done.ts'
import { CyclesCard } from './cycles-card.tsx'
import { LimitLines } from './limit-badge.tsx'
import { MembersCard } from './members-card.tsx'
import { OutcomesCard } from './outcomes-card.tsx'
import { RemoveStudioDialog } from './remove-studio-dialog.tsx'
import { SchemeCard } from './scheme-card.tsx'
import { LinksCard, titleOf, useStudioLinks } from './studio-links.tsx'
import { ThemesCard } from './themes-card.tsx'
import './studios.css'

const sections = [
  ['members', '成员'], ['limits', '规程核对'], ['facts', '基本信息'], ['cycles', '周期'], ['scheme', '规程要点'],
] as const

/** The record of one studio: its sections side by side, with an index. */
export function StudioPage() {
  const { id = '' } = useParams()
  const studio = useCall('studios.get', { id })
  return (
    <>
      {studio.error && <PageHead title="工作室" />}
      <LoadingOr of={studio}>{(record) => <Record studio={record} />}</LoadingOr>
    </>
  )
}

function Record({ studio }: { readonly studio: StudioRecord }) {
  const go = useNavigate()
  const mayWrite = useMay('studios.write') && studio.removedAt === null
  const [removing, setRemoving] = useState(false)
  const seesOutcomes = useMay('outcomes.read')
  const seesThemes = useMay('activities.read')
  const links = useStudioLinks(studio.id)
  const index = [
    ...sections.slice(0, 1), ...(seesThemes ? [['themes', '主题'] as const] : []), ...(seesOutcomes ? [['outcomes', '成果与记录'] as const] : []), ...sections.slice(1),
    ...(links.length > 0 ? [['more', titleOf(links)] as const] : []),
  ]
  const { hosts, hostWord, cycle, people, asOf, levelName, kind } = studio
  const facts = [
    studioKindNames[kind], levelName, hosts.length > 0 ? `${hostWord} ${hosts.join('、')}` : `还没有${hostWord}`, `${people} 人`,
    cycle ? `第 ${cycle.ordinal} 周期 ${cycle.startsOn} 至 ${cycle.endsOn}` : null,
  ].filter((part) => part !== null).join(' · ')
  return (
    <>
      <PageHead
        title={studio.name} facts={facts}
        actions={mayWrite && (
          <>
            <Button icon={<EditOutlined aria-hidden />} onClick={() => void go(`/studios/${studio.id}/edit`)}>修改基本信息</Button>
            <MenuButton
              icon={<MoreOutlined aria-hidden />} aria-label="更多操作"
              items={[{ key: 'remove', danger: true, label: '移入回收站', onClick: () => setRemoving(true) }]}
            />
          </>
        )}
      />
      {studio.removedAt !== null && <Removed studio={studio} />}
      <nav className="studio-index" aria-label="本页目录">
        {index.map(([key, label]) => <a key={key} href={`#${key}`} onClick={(event) => jump(event, key)}>{label}</a>)}
      </nav>
      <div className="studio-record">
        <div>
          <MembersCard studio={studio} mayWrite={mayWrite} />
          {seesThemes && <ThemesCard studioId={studio.id} />}
          {seesOutcomes && <OutcomesCard studioId={studio.id} mayAdd={studio.removedAt === null} />}
          <SchemeCard studio={studio} mayWrite={mayWrite} />
        </div>
        <div>
          <section className="card" id="limits" tabIndex={-1} aria-labelledby="limits-title">
            <h2 id="limits-title">规程核对</h2>
            {studio.limits.length > 0 && <LimitLines limits={studio.limits} />}
            {studio.limits.length === 0 && <p>{studio.schemeTitle === null ? '规程读不出来，暂时不能核对' : '规程没有写人数和构成，不需要核对'}</p>}
            {people > 0 && <p style={{ color: 'var(--secondary)', fontSize: 12, marginTop: 8 }}>按 {asOf} 在任的人核对</p>}
          </section>
          <FactsCard studio={studio} />
          <CyclesCard studio={studio} mayWrite={mayWrite} />
          {links.length > 0 && <LinksCard links={links} />}
          <RecordHistory kind="studio" id={studio.id} />
        </div>
      </div>
      {removing && <RemoveStudioDialog studio={studio} onClose={() => setRemoving(false)} />}
    </>
  )
}

/** The page scrolls inside its frame, where the browser's own jump to `#…` would also change the address. */
function jump(event: React.MouseEvent, key: string): void {
  event.preventDefault()
  const target = document.getElementById(key)
  target?.scrollIntoView({ block: 'start' })
  target?.focus({ preventScroll: true })
}

function Removed({ studio }: { readonly studio: StudioRecord }) {
  const mayWrite = useMay('studios.write')
  const bringBack = useWrite('studios.bringBack')
  const { done } = useDone()
  return (
    <div className="note warn" style={{ marginBottom: 12 }}>
      <p>这个工作室在回收站里。原因：{studio.removedReason}</p>
      {bringBack.error && <ErrorNotice error={bringBack.error} />}
      {mayWrite && (
        <Button
          size="small" style={{ marginTop: 8 }} loading={bringBack.isPending}
          onClick={() => bringBack.mutate({ id: studio.id }, { onSuccess: () => done(`已恢复「${studio.name}」`) })}
        >
          恢复
        </Button>
      )}
    </div>
  )
}

function FactsCard({ studio }: { readonly studio: StudioRecord }) {
  const lines: readonly (readonly [string, string | null])[] = [
    ['类别', studioKindNames[studio.kind]], ['级别', studio.levelName], ['所在学校', studio.hostSchool], ['学科', studio.subject],
    ['学段', studio.schoolStage], ['规程', studio.schemeTitle ?? `${studio.schemeCode}（读不出来）`], ['备注', studio.note],
  ]
  return (
    <section className="card" id="facts" tabIndex={-1} aria-labelledby="facts-title">
      <h2 id="facts-title">基本信息</h2>
      <dl className="facts">
        {lines.flatMap(([label, value]) => (value === null ? [] : [<dt key={`${label}-t`}>{label}</dt>, <dd key={label}>{value}</dd>]))}
      </dl>
    </section>
  )
}
