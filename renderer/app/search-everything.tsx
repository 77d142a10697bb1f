import { SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useDeferredValue, useState } from 'react'
import { useNavigate } from 'react-router'
import { useCall } from '../api/client.ts'
import { specOf } from '../../shared/domain/outcomes/outcome-kinds.ts'
import { peopleInWords } from '../../shared/domain/outcomes/outcome-words.ts'
import { Modal } from '../ui/modal.tsx'
import { navigation } from './navigation.ts'
import { useShortcut } from './shortcuts.ts'
import { useMay, useStanding } from './standing.tsx'
import { useTerm } from './term.tsx'

interface Found {
  readonly key: string
  readonly kind: string
  readonly title: string
  readonly about: string
  readonly path: string
}

/** Search over everything she may see: pages, studios, people, this term's activities, outcomes, schemes. Ctrl+K opens it. */
export function SearchEverything() {
  const [open, setOpen] = useState(false)
  useShortcut('ctrl+k', () => setOpen(true))
  return (
    <>
      <Button icon={<SearchOutlined aria-hidden />} onClick={() => setOpen(true)} style={{ width: 220, justifyContent: 'flex-start', color: 'var(--secondary)' }}>
        搜索（Ctrl+K）
      </Button>
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} title="搜索" width={560}>
        <SearchBox onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function SearchBox({ onDone }: { readonly onDone: () => void }) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const query = useDeferredValue(typed.trim())
  const found = useFound(query)
  const go = useNavigate()
  const open = (target: Found | undefined) => {
    if (!target) return
    onDone()
    void go(target.path)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) open(found[at])
    else return
    event.preventDefault()
  }
  return (
    <>
      <Input
        autoFocus value={typed} onKeyDown={onKeyDown} placeholder="姓名、拼音首字母、工作室、活动、成果的名称或刊号、规程" aria-label="搜索什么"
        role="combobox" aria-expanded={found.length > 0} aria-controls="found" aria-activedescendant={found[at] ? `found-${at}` : undefined}
        onChange={(event) => { setTyped(event.target.value); setAt(0) }}
      />
      <ul id="found" role="listbox" aria-label="搜索结果" className="found">
        {found.map((target, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the arrows and Enter of the field above do it
          <li key={target.key} id={`found-${index}`} role="option" aria-selected={index === at} tabIndex={-1} onMouseEnter={() => setAt(index)} onClick={() => open(target)}>
            <span className="found-kind">{target.kind}</span><span>{target.title}</span><span className="found-about">{target.about}</span>
          </li>
        ))}
      </ul>
      {query !== '' && found.length === 0 && <p style={{ color: 'var(--secondary)', marginTop: 12 }}>没有找到「{query}」。</p>}
    </>
  )
}

const mostOfAKind = 6

function useFound(query: string): readonly Found[] {
  const { me } = useStanding()
  const { term } = useTerm()
  const asked = query !== ''
  const maySeePeople = useMay('people.read')
  const people = useCall('people.search', { query, limit: mostOfAKind }, { enabled: asked && maySeePeople, placeholderData: (before) => before })
  const studios = useCall('studios.list', {}, { enabled: useMay('studios.read') })
  const activities = useCall('activities.list', { termKey: term?.key ?? '', text: query }, {
    enabled: useMay('activities.read') && asked && term !== null, placeholderData: (before) => before,
  })
  const outcomes = useCall('outcomes.list', { text: query.slice(0, 60), limit: mostOfAKind }, { enabled: useMay('outcomes.read') && asked, placeholderData: (before) => before })
  const schemes = useCall('schemes.list', {}, { enabled: useMay('studios.read') && asked })
  if (!asked) return []
  const holds = (text: string) => text.toLowerCase().includes(query.toLowerCase())
  return [
    ...navigation.filter(({ may }) => may === undefined || me.permissions.includes(may)).flatMap((entry) => entry.pages ?? [entry]).filter(({ label }) => holds(label))
      .map(({ path, label }) => ({ key: path, kind: '页面', title: label, about: '', path })),
    ...(people.data?.rows ?? []).map(({ id, name, schoolName, subject }) => ({
      key: id, kind: '人员', title: name, about: [schoolName, subject].filter(Boolean).join(' · '), path: `/people/${id}`,
    })),
    ...(studios.data?.rows ?? []).filter(({ name, hosts, subject }) => holds(`${name}${hosts.join('')}${subject ?? ''}`)).slice(0, mostOfAKind)
      .map(({ id, name, hosts }) => ({ key: id, kind: '工作室', title: name, about: hosts.join('、'), path: `/studios/${id}` })),
    ...(activities.data?.rows ?? []).slice(0, mostOfAKind)
      .map(({ id, title, heldOn }) => ({ key: id, kind: '活动', title, about: heldOn, path: `/activities/${id}` })),
    ...(outcomes.data?.rows ?? []).map(({ id, kind, title, onDay, people: who }) => ({
      key: id, kind: '成果', title, about: [specOf(kind).name, peopleInWords(who), onDay].filter((part) => part !== '').join(' · '), path: `/outcomes/${id}`,
    })),
    ...(schemes.data?.schemes ?? []).filter(({ title, code }) => holds(`${title}${code}`)).slice(0, mostOfAKind)
      .map(({ code, version, title }) => ({ key: `${code} ${version}`, kind: '规程', title, about: code, path: `/schemes/${code}/${version}` })),
  ]
}
