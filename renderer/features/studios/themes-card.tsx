import { Button } from 'antd'
import { MoreOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { ThemeRow, ThemesOfTerm } from '../../../shared/contract/activity-themes.ts'
import { hoursText } from '../../../shared/domain/activities/attendance-totals.ts'
import { themeDaysText } from '../../../shared/domain/activities/themes.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { termName } from '../../../shared/domain/terms/term-key.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { useTerm } from '../../app/term.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { useDone } from '../../ui/use-done.ts'
import { RemoveThemeDialog, ThemeDialog } from './theme-dialogs.tsx'
import './themes-card.css'

/**
 * What the studio studies in the term that she works in, and how far it has come. A duty leads here: `?theme=new` in the address opens the
 * form of a new one, any other `theme` shows the card; `term` is the term that she works in from then on.
 */
export function ThemesCard({ studioId }: { readonly studioId: string }) {
  const { term, terms, today, choose } = useTerm()
  const [params, setParams] = useSearchParams()
  const termKey = term?.key ?? null
  const askedTerm = terms.find(({ key }) => key === params.get('term'))?.key ?? null
  const isAskedFor = params.has('theme')
  const [editing, setEditing] = useState<ThemeRow | 'new' | null>(params.get('theme') === 'new' ? 'new' : null)
  const themes = useCall('activities.themes', { studioId, termKey: termKey ?? '' }, { enabled: termKey !== null })
  useEffect(() => {
    if (askedTerm !== null) choose(askedTerm)
  }, [askedTerm, choose])
  const isRead = themes.data !== undefined
  useEffect(() => {
    if (isAskedFor && isRead) document.getElementById('themes')?.scrollIntoView({ block: 'center' })
  }, [isAskedFor, isRead])
  if (termKey === null) return null
  const isNow = themes.data !== undefined && today !== null && themes.data.term.startsOn <= today && today <= themes.data.term.endsOn
  const close = () => {
    setEditing(null)
    // Reading the page again must not open the form again.
    if (isAskedFor) setParams({}, { replace: true })
  }
  return (
    <section className="card" id="themes" tabIndex={-1} aria-labelledby="themes-title">
      <h2 id="themes-title">{isNow ? '本学期主题' : `${termName(termKey)}的主题`}<span className="grow" />{themes.data?.mayWrite && <Button size="small" onClick={() => setEditing('new')}>添加主题</Button>}</h2>
      <LoadingOr of={themes}>
        {(found) => (
          <>
            <Themes of={found} onEdit={setEditing} />
            {editing !== null && found.mayWrite && <ThemeDialog studioId={studioId} termKey={termKey} term={found.term} theme={editing === 'new' ? null : editing} onGone={close} />}
          </>
        )}
      </LoadingOr>
    </section>
  )
}

function Themes({ of: { rows, removed, wishes, mayWrite }, onEdit }: { readonly of: ThemesOfTerm; readonly onEdit: (theme: ThemeRow) => void }) {
  const [removing, setRemoving] = useState<ThemeRow | null>(null)
  return (
    <>
      {rows.length === 0 && <p className="quiet">{wishes.length > 0 ? `还没有定。规程要求：${wishes.join('；')}。` : '还没有定。定下主题，登记活动时写上，就能看出围绕它开了几次、多少小时。'}</p>}
      {rows.length > 0 && (
        <ul className="themes">
          {rows.map((theme) => <OneTheme key={theme.id} theme={theme} mayWrite={mayWrite} onEdit={() => onEdit(theme)} onRemove={() => setRemoving(theme)} />)}
        </ul>
      )}
      {mayWrite && removed.length > 0 && <RemovedThemes removed={removed} />}
      {removing && <RemoveThemeDialog theme={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}

function OneTheme({ theme, mayWrite, onEdit, onRemove }: { readonly theme: ThemeRow; readonly mayWrite: boolean; readonly onEdit: () => void; readonly onRemove: () => void }) {
  const go = useNavigate()
  const days = themeDaysText(theme)
  return (
    <li>
      <div>
        <b>{theme.title}</b>{days !== null && <span className="quiet">　{days}</span>}
        <p><Progress of={theme} /></p>
        {theme.aim !== null && <p className="theme-aim">{theme.aim}</p>}
      </div>
      {mayWrite && (
        <span className="theme-actions">
          <Button size="small" aria-label={`登记「${theme.title}」的活动`} onClick={() => void go(`/activities/new?studio=${theme.studioId}&kind=seminar&theme=${theme.id}`)}>登记活动</Button>
          <MenuButton
            size="small" icon={<MoreOutlined aria-hidden />} aria-label={`「${theme.title}」的更多操作`}
            items={[{ key: 'edit', label: '修改', onClick: onEdit }, { key: 'remove', danger: true, label: '移到回收站', onClick: onRemove }]}
          />
        </span>
      )}
    </li>
  )
}

/** 已开 3 次，共 6 小时，最近 2026-10-22 周四；还有 2 次；附件 5 个 */
function Progress({ of: { studioId, title, progress } }: { readonly of: ThemeRow }) {
  const { held, toCome, minutes, withoutTimes, lastOn, files } = progress
  if (held + toCome === 0) return <span className="quiet">还没有活动写上这个主题</span>
  const parts = [
    held === 0 ? null : [`共 ${hoursText(minutes)}${withoutTimes === 0 ? '' : `（${withoutTimes} 次没有填时间）`}`, lastOn === null ? null : `最近 ${dayInTable(lastOn)}`].filter((part) => part !== null).join('，'),
    files === 0 ? '还没有附件' : `附件 ${files} 个`,
  ].filter((part) => part !== null)
  return (
    <>
      <Link to={`/activities?${new URLSearchParams({ studio: studioId, text: title }).toString()}`}>已开 {held} 次{toCome > 0 && `，还有 ${toCome} 次`}</Link>
      <span className="quiet">　{parts.join('；')}</span>
    </>
  )
}

/** The recycle bin of the term: seldom needed, so it is one line. */
function RemovedThemes({ removed }: { readonly removed: readonly ThemeRow[] }) {
  const bringBack = useWrite('activities.bringBackTheme')
  const { done, failed } = useDone()
  return (
    <ul className="themes removed" aria-label="回收站里的主题">
      {removed.map(({ id, title, removedReason }) => (
        <li key={id}>
          <span className="quiet">回收站：{title}（{removedReason}）</span>
          <Button type="link" size="small" aria-label={`恢复「${title}」`} onClick={() => bringBack.mutate({ id }, { onSuccess: () => done(`已恢复主题「${title}」`), onError: failed })}>恢复</Button>
        </li>
      ))}
    </ul>
  )
}
