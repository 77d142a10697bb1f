import { type ReactNode, useEffect } from 'react'
import { useLocation } from 'react-router'
import { AccountsSection } from '../features/accounts/accounts-section.tsx'
import { OwnAccountSection } from '../features/accounts/own-account-section.tsx'
import { SecuritySection } from '../features/accounts/security-section.tsx'
import { MaintenanceSection } from '../features/maintenance/maintenance-section.tsx'
import { LadderSection } from '../features/outcomes/ladder-section.tsx'
import { CalendarSection } from '../features/school/calendar-section.tsx'
import { LessonSection } from '../features/school/lesson-section.tsx'
import { SchoolSection } from '../features/school/school-section.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { useStanding } from './standing.tsx'
import './settings.css'

interface Section {
  readonly id: string
  readonly title: string
  readonly body: ReactNode
}

/** 设置: what may be set by whoever looks at it, one section under the other, with an index beside them. */
export function SettingsPage() {
  const { me, version } = useStanding()
  const { hash } = useLocation()
  // A link from elsewhere may lead to one section.
  useEffect(() => {
    if (hash !== '') goTo(hash.slice(1))
  }, [hash])
  const may = (permission: (typeof me.permissions)[number]) => me.permissions.includes(permission)
  const sections: readonly (Section | false)[] = [
    may('settings.manage') && { id: 'school', title: '学校信息', body: <SchoolSection /> },
    may('settings.read') && { id: 'calendar', title: '学期与节假日', body: <CalendarSection mayChange={may('terms.manage')} /> },
    may('settings.manage') && { id: 'lessons', title: '课时', body: <LessonSection /> },
    may('outcomes.ladder') && { id: 'ladder', title: '成长阶梯', body: <LadderSection /> },
    may('accounts.manage') && { id: 'accounts', title: '账号', body: <AccountsSection /> },
    may('settings.manage') && { id: 'security', title: '安全', body: <SecuritySection /> },
    may('maintenance.run') && { id: 'maintenance', title: '备份与检查', body: <MaintenanceSection /> },
    { id: 'own', title: '自己的账号', body: <OwnAccountSection /> },
  ]
  const shown = sections.filter((section) => section !== false)
  return (
    <div className="settings">
      <PageHead title="设置" facts={`${shown.length === 1 ? '更换您自己的密码' : `${me.displayName}可以改的都在这一页`}，杏坛 ${version}`} />
      <div className="settings-body">
        {shown.length > 1 && (
          <nav aria-label="设置的各部分" className="settings-index">
            {shown.map(({ id, title }) => <a key={id} href={`#${id}`} onClick={(event) => { event.preventDefault(); goTo(id) }}>{title}</a>)}
          </nav>
        )}
        <div className="settings-sections">
          {shown.map(({ id, title, body }) => (
            <section key={id} id={id} className="card" aria-labelledby={`${id}-title`}>
              <h2 id={`${id}-title`} tabIndex={-1}>{title}</h2>
              {body}
            </section>
          ))}
        </div>
      </div>
    </div>
  )
}

/** Shows a section and puts the cursor at its head, so that Tab goes on from there. */
function goTo(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: 'start', inline: 'nearest' })
  document.getElementById(`${id}-title`)?.focus({ preventScroll: true })
}
