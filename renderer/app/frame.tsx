import { KeyOutlined, LockOutlined, LogoutOutlined, MenuFoldOutlined, MenuUnfoldOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { Link, Outlet, useLocation } from 'react-router'
import { accountInWords } from '../../shared/domain/accounts/permissions.ts'
import { useCall, useWrite } from '../api/client.ts'
import { ChangePasswordForm } from '../ui/change-password-form.tsx'
import { MenuButton } from '../ui/menu-button.tsx'
import { Modal } from '../ui/modal.tsx'
import { useDone } from '../ui/use-done.ts'
import { useEscapeBack } from './escape.ts'
import { useLock } from './lock.ts'
import { navigation, type NavigationLink } from './navigation.ts'
import { MattersBell } from './matters-bell.tsx'
import { SearchEverything } from './search-everything.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { useShortcut } from './shortcuts.ts'
import { useMay, useStanding } from './standing.tsx'
import { TermProvider, TermSwitch } from './term.tsx'

/** What stands around every page: navigation at the left, the bar above. */
export function Frame() {
  useEscapeBack()
  const [folded, setFolded] = useState(() => localStorage.getItem('navigation') === 'folded')
  const fold = () => {
    localStorage.setItem('navigation', folded ? 'open' : 'folded')
    setFolded(!folded)
  }
  return (
    <TermProvider>
      <div className={folded ? 'frame folded' : 'frame'}>
        <Navigation folded={folded} onFold={fold} />
        <Bar />
        <main className="frame-page" id="page" tabIndex={-1}><Outlet /></main>
      </div>
    </TermProvider>
  )
}

function Navigation({ folded, onFold }: { readonly folded: boolean; readonly onFold: () => void }) {
  const { me, schoolName } = useStanding()
  const logo = useCall('school.logo', {})
  const { pathname } = useLocation()
  const within = (path: string) => path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)
  const stands = (path: string, pages: NavigationLink['pages']) => (pages ?? [{ path }]).some((page) => within(page.path))
  const links = navigation.filter(({ may }) => may === undefined || me.permissions.includes(may))
  return (
    <nav className="frame-nav" aria-label="主导航">
      <div className="frame-brand">
        <img src={logo.data?.dataUrl ?? '/icon.svg'} alt="" />
        {!folded && <span title={schoolName ?? ''}>杏坛</span>}
      </div>
      <ul className="frame-links">
        {links.map(({ path, label, icon: Icon, pages }) => (
          <li key={path}>
            <Link to={path} title={folded ? label : undefined} aria-current={stands(path, pages) ? 'page' : undefined}>
              <Icon aria-hidden /><span className="frame-label">{label}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Button
        className="frame-fold" type="text" onClick={onFold} aria-label={folded ? '展开导航' : '收起导航'}
        icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
      />
    </nav>
  )
}

function Bar() {
  const { me, schoolName } = useStanding()
  const signOut = useWrite('accounts.signOut')
  const lock = useLock()
  const { done } = useDone()
  const [help, setHelp] = useState(false)
  const [changing, setChanging] = useState(false)
  const maySeeTerms = useMay('studios.read')
  useShortcut('ctrl+l', lock)
  useShortcut('?', () => setHelp(true))
  return (
    <header className="frame-bar">
      {maySeeTerms && <TermSwitch />}
      <SearchEverything />
      <span className="grow" />
      <span style={{ color: 'var(--secondary)' }}>{schoolName}</span>
      <MattersBell />
      <Tooltip title="快捷键一览（?）">
        <Button type="text" icon={<QuestionCircleOutlined aria-hidden />} aria-label="快捷键一览" onClick={() => setHelp(true)} />
      </Tooltip>
      <Tooltip title="锁定（Ctrl+L）">
        <Button type="text" icon={<LockOutlined aria-hidden />} aria-label="锁定" onClick={lock} />
      </Tooltip>
      <MenuButton
        type="text"
        items={[
          { key: 'password', icon: <KeyOutlined />, label: '更换密码', onClick: () => setChanging(true) },
          { key: 'out', icon: <LogoutOutlined />, label: '退出登录', onClick: () => signOut.mutate({}) },
        ]}
      >
        {accountInWords(me)}
      </MenuButton>
      <Modal title="更换密码" open={changing} onCancel={() => setChanging(false)} footer={null} width={420}>
        <ChangePasswordForm autoFocus onDone={() => { setChanging(false); done('已更换您的密码') }} />
      </Modal>
      <ShortcutSheet open={help} onClose={() => setHelp(false)} />
    </header>
  )
}
