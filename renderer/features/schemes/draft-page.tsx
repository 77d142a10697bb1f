import { RollbackOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { OutputOf } from '../../../shared/contract/routes.ts'
import { type DifferenceLine, differenceLines } from '../../../shared/domain/schemes/difference-words.ts'
import { schemeProblems } from '../../../shared/domain/schemes/load-scheme.ts'
import { factKey, factsOf, type SchemeDocument, valueAt, withFacts, withValueAt } from '../../../shared/domain/schemes/scheme-document.ts'
import { partAt } from '../../../shared/domain/schemes/scheme-parts.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { AskButton } from '../../ui/ask-button.tsx'
import { DifferenceLines } from '../../ui/difference-lines.tsx'
import { ErrandLine } from '../../ui/errand-line.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useLeaveGuard } from '../../ui/leave-guard.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useDone } from '../../ui/use-done.ts'
import { changed, openedDraft, undone } from './draft-state.ts'
import { factAddress, problemsByFact } from './problems-by-fact.ts'
import { PutInForceDialog } from './put-in-force-dialog.tsx'
import { SchemeForm } from './scheme-form.tsx'
import './schemes.css'

type Draft = OutputOf<'schemes.draft'>

/** `/schemes/drafts/:id?open=` (key of an unclear place that is opened at first): its sections with an index, and at the right what is different from where it came from. */
export function DraftPage() {
  const { id = '' } = useParams()
  const draft = useCall('schemes.draft', { id })
  return (
    <>
      {draft.error && <PageHead title="修改规程" />}
      <LoadingOr of={draft}>{(opened) => <Editor key={opened.id} draft={opened} />}</LoadingOr>
    </>
  )
}

function Editor({ draft }: { readonly draft: Draft }) {
  const go = useNavigate()
  const { done } = useDone()
  const [state, setState] = useState(() => openedDraft(draft.document))
  // What she opened; what somebody else saves meanwhile must not be overwritten.
  const [saved, setSaved] = useState({ document: draft.document as SchemeDocument, revision: draft.revision })
  const [asked] = useSearchParams()
  const toSettle = asked.get('open')
  const [open, setOpen] = useState(toSettle === null ? null : factAddress(partAt('settings'), toSettle))
  const [tried, setTried] = useState(false)
  const [starting, setStarting] = useState(false)
  const save = useWrite('schemes.saveDraft')
  const discard = useWrite('schemes.discardDraft')
  const { document } = state
  const dirty = document !== saved.document
  const problems = useMemo(() => (tried ? schemeProblems(document) : []), [tried, document])
  const byFact = useMemo(() => problemsByFact(problems, document), [problems, document])
  const title = typeof document['title'] === 'string' ? document['title'] : ''

  const change = (next: SchemeDocument, what: string, mark: string | null) => setState((before) => changed(before, next, what, mark))
  /** Opens the fact and goes to it, or to the field in it that is wrong. */
  const show = (address: string, field?: string) => {
    setOpen(address)
    window.setTimeout(() => {
      const place = field === undefined ? null : window.document.getElementById(address === '|' ? `scheme-${field}` : `${address}-${field}`)
      ;(place ?? window.document.getElementById(address))?.scrollIntoView({ block: 'center' })
      place?.focus({ preventScroll: true })
    }, 0)
  }
  useEffect(() => {
    if (toSettle === null) return
    const address = factAddress(partAt('settings'), toSettle)
    window.document.getElementById(address)?.scrollIntoView({ block: 'center' })
    window.document.getElementById(`${address}-reading`)?.focus({ preventScroll: true })
  }, [toSettle])
  const store = async (): Promise<boolean> => {
    const wrong = schemeProblems(document)
    setTried(true)
    if (wrong.length > 0) {
      const [first] = problemsByFact(wrong, document)
      if (first) show(first[0], [...first[1].keys()][0])
      return false
    }
    try {
      const { revision } = await save.mutateAsync({ id: draft.id, revision: saved.revision, document: { ...document } })
      setSaved({ document, revision })
      setTried(false)
      done('已保存草稿')
      return true
    } catch {
      return false
    }
  }
  const { guard, pass } = useLeaveGuard({ dirty, what: `「${title}」`, save: store })
  useShortcut('ctrl+s', () => void store())
  const throwAway = () => discard.mutate({ id: draft.id, revision: saved.revision }, {
    onSuccess: () => {
      pass()
      done(`已删除草稿「${title}」`)
      void go('/schemes')
    },
  })
  const back = state.past.at(-1)
  return (
    <div className="wide draft-page">
      <PageHead
        title={title === '' ? '修改规程' : title} facts={`编号 ${draft.code} · 第 ${draft.version} 版草稿${draft.baseTitle === null ? '' : ` · 依据「${draft.baseTitle}」`}${dirty ? ' · 有修改没有保存' : ''}`}
        actions={(
          <>
            <Tooltip title={back ? `撤销：${back.what}` : '没有可撤销的'}><Button icon={<RollbackOutlined />} disabled={!back} onClick={() => setState(undone)}>撤销</Button></Tooltip>
            <AskButton danger question="删除这份草稿？删除后不能恢复。" answer="删除" onYes={throwAway}>删除草稿</AskButton>
            <Tooltip title="Ctrl+S"><Button loading={save.isPending} onClick={() => void store()}>保存</Button></Tooltip>
            <Button type="primary" onClick={() => void (dirty ? store() : Promise.resolve(true)).then((isSaved) => setStarting(isSaved))}>起用…</Button>
          </>
        )}
      />
      <ErrandLine />
      {(save.error ?? discard.error) && <div style={{ marginBottom: 12 }}><ErrorNotice error={save.error ?? discard.error ?? new Error()} /></div>}
      {problems.length > 0 && <p className="note bad" role="alert" style={{ marginBottom: 12 }}>还有 {problems.length} 处要改，改好再保存。第一处：{problems[0]?.message}</p>}
      <div className="draft-columns">
        <SchemeForm scheme={document} base={draft.base} open={open} problems={byFact} onOpen={setOpen} onChange={change} onShow={show} />
        <aside className="card draft-differences" aria-labelledby="draft-differs">
          <Differences base={draft.base} scheme={document} onChange={change} onShow={({ path, key }) => (key === null ? show('|', path) : show(factAddress(partAt(path), key)))} />
        </aside>
      </div>
      {starting && <PutInForceDialog draft={draft} revision={saved.revision} title={title} onStarted={pass} onClose={() => setStarting(false)} />}
      {guard}
    </div>
  )
}

function Differences({ base, scheme, onShow, onChange }: {
  readonly base: SchemeDocument | null; readonly scheme: SchemeDocument; readonly onShow: (line: DifferenceLine) => void
  readonly onChange: (next: SchemeDocument, what: string, mark: null) => void
}) {
  const settled = useDeferredValue(scheme)
  const lines = useMemo(() => (base === null ? [] : differenceLines(base, settled)), [base, settled])
  return (
    <>
      <h2 id="draft-differs">与范本的不同{lines.length > 0 && `（${lines.length} 处）`}</h2>
      {base === null && <p>没有可比的范本</p>}
      {base !== null && lines.length === 0 && <p>还没有改动</p>}
      {base !== null && <DifferenceLines lines={lines} onShow={onShow} onTakeBack={(line) => onChange(takenBack(base, scheme, line), `改回${line.title}`, null)} />}
    </>
  )
}

/** The scheme with this one difference gone. */
function takenBack(base: SchemeDocument, scheme: SchemeDocument, { path, key, kind }: DifferenceLine): SchemeDocument {
  if (kind !== 'reordered' && key === null) return withValueAt(scheme, path, valueAt(base, path))
  const part = partAt(path)
  const was = factsOf(base, part)
  const is = factsOf(scheme, part)
  const keyOf = (fact: (typeof was)[number]) => factKey(part, fact)
  const order = was.map(keyOf)
  const sorted = (facts: typeof was) => facts.toSorted((a, b) => order.indexOf(keyOf(a)) - order.indexOf(keyOf(b)))
  if (kind === 'reordered') return withFacts(scheme, part, [...sorted(is.filter((fact) => order.includes(keyOf(fact)))), ...is.filter((fact) => !order.includes(keyOf(fact)))])
  const original = was.find((fact) => keyOf(fact) === key)
  if (kind === 'added') return withFacts(scheme, part, is.filter((fact) => keyOf(fact) !== key))
  if (!original) return scheme
  if (kind === 'changed') return withFacts(scheme, part, is.map((fact) => (keyOf(fact) === key ? original : fact)))
  const at = is.findIndex((fact) => order.indexOf(keyOf(fact)) > order.indexOf(key ?? ''))
  return withFacts(scheme, part, at < 0 ? [...is, original] : is.toSpliced(at, 0, original))
}
