import { Button } from 'antd'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { StudioRecord } from '../../../shared/contract/studios.ts'
import { dayInText } from '../../../shared/domain/dates/format-day.ts'
import { useMay } from '../../app/standing.tsx'
import { useCall } from '../../api/client.ts'
import type { SchemeSummary } from '../../../shared/contract/schemes.ts'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { DifferDialog } from './differ-dialog.tsx'
import { MoveSchemeDialog } from './move-scheme-dialog.tsx'
import { WithdrawMoveDialog } from './withdraw-move-dialog.tsx'
import { SchemeReadings, SchemeSections } from '../../ui/scheme-sections.tsx'

/** 规程要点: what the scheme says, in sentences; and how its unclear places are read. */
export function SchemeCard({ studio, mayWrite }: { readonly studio: StudioRecord; readonly mayWrite: boolean }) {
  const go = useNavigate()
  // A scheme of its own that has just been put in force for this studio.
  const moveTo = (useLocation().state as { moveTo?: string } | null)?.moveTo ?? null
  const [moving, setMoving] = useState(moveTo !== null && mayWrite)
  const stopMoving = () => {
    setMoving(false)
    if (moveTo !== null) void go('.', { replace: true, state: null })
  }
  const [withdrawing, setWithdrawing] = useState(false)
  const planned = studio.schemes.find(({ toWithdraw }) => toWithdraw !== null)
  const changeId = planned?.toWithdraw ?? null
  const followed = studio.schemes.filter(({ toWithdraw }) => toWithdraw === null)
  const scheme = useCall('schemes.get', { code: studio.schemeCode, version: studio.schemeVersion })
  return (
    <section className="card" id="scheme" tabIndex={-1} aria-labelledby="scheme-title">
      <h2 id="scheme-title">规程要点<span className="grow" />{mayWrite && !planned && <Button size="small" onClick={() => setMoving(true)}>换规程</Button>}</h2>
      {planned && changeId !== null && (
        <p className="note info scheme-planned">
          自{dayInText(planned.fromOn ?? '')}起改用「{planned.title ?? planned.schemeCode}」第 {planned.schemeVersion} 版（{planned.reason}）
          {mayWrite && <Button size="small" onClick={() => setWithdrawing(true)}>撤回</Button>}
        </p>
      )}
      {followed.length > 1 && (
        <ul className="scheme-spans" aria-label="用过的规程">
          {followed.map(({ schemeCode, schemeVersion, title, fromOn, reason }, at) => (
            <li key={`${schemeCode}@${schemeVersion}-${at}`}>{fromOn === null ? '最初' : `${fromOn} 起`}：{title ?? schemeCode}，第 {schemeVersion} 版{reason === null ? '' : `（${reason}）`}</li>
          ))}
        </ul>
      )}
      <LoadingOr of={scheme}>{(summary) => <Summary scheme={summary} studio={studio} mayDiffer={mayWrite && !planned} />}</LoadingOr>
      {withdrawing && planned && changeId !== null && <WithdrawMoveDialog studio={studio} span={planned} changeId={changeId} onClose={() => setWithdrawing(false)} />}
      {moving && <MoveSchemeDialog studio={studio} to={moveTo} onClose={stopMoving} />}
    </section>
  )
}

function Summary({ scheme, studio, mayDiffer }: { readonly scheme: SchemeSummary; readonly studio: StudioRecord; readonly mayDiffer: boolean }) {
  const mayCopy = useMay('schemes.manage') && mayDiffer
  const [differing, setDiffering] = useState<SchemeSummary['settings'][number] | null>(null)
  return (
    <>
      <p style={{ marginBottom: 8 }}>
        {scheme.title}
        <span className="scheme-reading">　编号 {scheme.code}，第 {scheme.version} 版{scheme.issuedBy === null ? '' : `，${scheme.issuedBy}${scheme.issuedOn ?? ''}`}</span>
      </p>
      <SchemeSections sections={scheme.sections} />
      {scheme.settings.length > 0 && <SchemeReadings scheme={scheme} onDiffer={mayCopy ? setDiffering : undefined} />}
      {differing && <DifferDialog studio={studio} scheme={scheme} setting={differing} onClose={() => setDiffering(null)} />}
    </>
  )
}
