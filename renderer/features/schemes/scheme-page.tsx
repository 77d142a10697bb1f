import { DownloadOutlined, MoreOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { SchemePage as SchemeFacts } from '../../../shared/contract/schemes.ts'
import { schemeKindNames } from '../../../shared/domain/schemes/scheme-words.ts'
import { useMay } from '../../app/standing.tsx'
import { call, useCall, useWrite } from '../../api/client.ts'
import { DifferenceLines } from '../../ui/difference-lines.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RecordHistory } from '../../ui/record-history.tsx'
import { SchemeReadings, SchemeSections } from '../../ui/scheme-sections.tsx'
import { useDone } from '../../ui/use-done.ts'
import { useSaveFile } from '../../ui/use-save-file.ts'
import { CopyDialog } from './copy-dialog.tsx'
import { RetireDialog } from './retire-dialog.tsx'
import { schemeAddress, stateWords } from './scheme-state.ts'
import './schemes.css'

/** One scheme: what it says, what it changed, who follows it. */
export function SchemePage() {
  const { code = '', version = '' } = useParams()
  const scheme = useCall('schemes.open', { code, version })
  return (
    <>
      {scheme.error && <PageHead title="规程" />}
      <LoadingOr of={scheme}>{(facts) => <Opened key={`${facts.code}@${facts.version}`} scheme={facts} />}</LoadingOr>
    </>
  )
}

function Opened({ scheme }: { readonly scheme: SchemeFacts }) {
  const facts = [schemeKindNames[scheme.kind], scheme.levelName, `编号 ${scheme.code}`, stateWords(scheme), scheme.issuedBy].filter((each) => each !== null).join(' · ')
  return (
    <>
      <PageHead title={scheme.title} facts={facts} actions={<Actions scheme={scheme} />} />
      {scheme.state === 'retired' && <p className="note warn" style={{ marginBottom: 12 }}>已停用：{scheme.retiredReason}。遵循它的工作室不受影响，新的工作室不能再选。</p>}
      <div className="scheme-page">
        <section className="card" aria-labelledby="scheme-says">
          <h2 id="scheme-says">规程要点</h2>
          <SchemeSections sections={scheme.sections} />
          {scheme.settings.length > 0 && <SchemeReadings scheme={scheme} />}
        </section>
        <div>
          {scheme.basedOn && (
            <section className="card" aria-labelledby="scheme-differs">
              <h2 id="scheme-differs">与「{scheme.basedOn.title ?? scheme.basedOn.code}」的不同</h2>
              {scheme.basedOn.title === null ? <p>原来的规程不在这台电脑上，没法比较</p>
                : scheme.differences.length === 0 ? <p>要求完全相同</p> : <DifferenceLines lines={scheme.differences} />}
            </section>
          )}
          <section className="card" aria-labelledby="scheme-used">
            <h2 id="scheme-used">遵循它的工作室</h2>
            {scheme.studios.length === 0 ? <p className="quiet">还没有</p> : <ul className="scheme-links">{scheme.studios.map(({ id, name }) => <li key={id}><Link to={`/studios/${id}`}>{name}</Link></li>)}</ul>}
          </section>
          {scheme.versions.length > 1 && (
            <section className="card" aria-labelledby="scheme-versions">
              <h2 id="scheme-versions">各版</h2>
              <ul className="scheme-links">
                {scheme.versions.map((each) => (
                  <li key={each.version}>{each.version === scheme.version ? stateWords(each) : <Link to={schemeAddress({ code: scheme.code, version: each.version })}>{stateWords(each)}</Link>}</li>
                ))}
              </ul>
            </section>
          )}
          {scheme.id !== null && <RecordHistory kind="schemeVersion" id={scheme.id} />}
        </div>
      </div>
    </>
  )
}

function Actions({ scheme }: { readonly scheme: SchemeFacts }) {
  const go = useNavigate()
  const mayManage = useMay('schemes.manage')
  const [dialog, setDialog] = useState<'ownScheme' | 'newVersion' | 'retire' | null>(null)
  const resume = useWrite('schemes.resume')
  const { saving, save } = useSaveFile()
  const { done, failed } = useDone()
  const { id, revision, state, code, version } = scheme
  const more = [
    ...(state === 'inForce' ? [{ key: 'retire', label: '停用这一版', danger: true, onClick: () => setDialog('retire') }] : []),
    ...(state === 'retired' && id !== null && revision !== null
      ? [{ key: 'resume', label: '恢复使用', onClick: () => resume.mutate({ id, revision }, { onSuccess: () => done('已恢复使用'), onError: failed }) }] : []),
    ...(state === 'preset' ? [] : [{ key: 'copy', label: '复制成另一份规程', onClick: () => setDialog('ownScheme') }]),
  ]
  return (
    <>
      <Button icon={<DownloadOutlined />} loading={saving} onClick={() => void save(() => call('schemes.export', { code, version }), `已导出「${scheme.title}」`)}>导出文件</Button>
      {mayManage && state === 'preset' && <Button type="primary" onClick={() => setDialog('ownScheme')}>复制成本校规程</Button>}
      {mayManage && state === 'draft' && <Button type="primary" onClick={() => void go(`/schemes/drafts/${id ?? ''}`)}>修改草稿</Button>}
      {mayManage && (state === 'inForce' || state === 'retired') && <Button type="primary" onClick={() => setDialog('newVersion')}>修订出新版</Button>}
      {mayManage && state !== 'preset' && state !== 'draft' && (
        <MenuButton items={more} icon={<MoreOutlined />} aria-label="更多操作" />
      )}
      {(dialog === 'ownScheme' || dialog === 'newVersion') && <CopyDialog scheme={scheme} as={dialog} onClose={() => setDialog(null)} />}
      {dialog === 'retire' && <RetireDialog scheme={scheme} onClose={() => setDialog(null)} />}
    </>
  )
}
