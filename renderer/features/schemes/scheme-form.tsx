import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { OpenSetting } from '../../../shared/domain/schemes/common-settings.ts'
import { addFact, changeFact, moveFact, removeFact } from '../../../shared/domain/schemes/edit-scheme.ts'
import { factTitle } from '../../../shared/domain/schemes/fact-words.ts'
import { factKey, factsOf, type SchemeDocument, valueAt, withValueAt } from '../../../shared/domain/schemes/scheme-document.ts'
import { partAt, type SchemePart, schemeParts, schemeScalars, type SchemeSectionKey, schemeSections } from '../../../shared/domain/schemes/scheme-parts.ts'
import { FactField } from './fact-field.tsx'
import { FactRow } from './fact-row.tsx'
import { factAddress, type ProblemsByFact } from './problems-by-fact.ts'
import { SilentSettings } from './silent-settings.tsx'

interface SchemeFormProps {
  readonly scheme: SchemeDocument
  readonly base: SchemeDocument | null
  /** The fact whose form is open. */
  readonly open: string | null
  readonly problems: ProblemsByFact
  readonly onOpen: (address: string | null) => void
  readonly onShow: (address: string) => void
  readonly onChange: (scheme: SchemeDocument, what: string, mark: string | null) => void
}

const sections = Object.entries(schemeSections) as [SchemeSectionKey, string][]
const none: ReadonlyMap<string, string> = new Map()

/** The scheme as forms: an index at the left, its sections one below the other. */
export function SchemeForm(props: SchemeFormProps) {
  const { scheme, problems } = props
  const partsIn = (section: SchemeSectionKey) => schemeParts.filter((part) => part.section === section)
  const write = (next: SchemeDocument, { key, question }: OpenSetting) => {
    props.onChange(next, `写进规程：${question}`, null)
    props.onShow(factAddress(partAt('settings'), key))
  }
  const wrongIn = (section: SchemeSectionKey) => partsIn(section).some((part) => [...problems.keys()].some((address) => address.startsWith(`${part.path}|`)))
  return (
    <>
      <nav className="draft-index" aria-label="本页目录">
        {sections.map(([section, name]) => (
          <a key={section} href={`#section-${section}`} className={wrongIn(section) ? 'wrong' : ''} onClick={(event) => jump(event, `section-${section}`)}>
            {name}<span>{partsIn(section).reduce((sum, part) => sum + factsOf(scheme, part).length, 0)}</span>
          </a>
        ))}
      </nav>
      <div className="draft-sections">
        {sections.map(([section, name]) => (
          <section key={section} id={`section-${section}`} tabIndex={-1} className="card" aria-labelledby={`title-${section}`}>
            <h2 id={`title-${section}`}>{name}</h2>
            <Scalars section={section} {...props} />
            {partsIn(section).map((part) => <Part key={part.path} part={part} {...props} />)}
            {section === 'unclear' && <SilentSettings scheme={scheme} onWrite={write} />}
          </section>
        ))}
      </div>
    </>
  )
}

function Scalars({ section, scheme, problems, onChange }: SchemeFormProps & { readonly section: SchemeSectionKey }) {
  const own = schemeScalars.filter((each) => each.section === section)
  if (own.length === 0) return null
  return (
    <div className="fact-form">
      {own.map(({ path, field }) => (
        <FactField
          key={path} id={`scheme-${path}`} scheme={scheme} field={field} value={valueAt(scheme, path)} problem={problems.get('|')?.get(path)}
          onChange={(value) => onChange(withValueAt(scheme, path, value), field.label, path)}
        />
      ))}
    </div>
  )
}

function Part({ part, scheme, base, open, problems, onOpen, onShow, onChange }: SchemeFormProps & { readonly part: SchemePart }) {
  const facts = factsOf(scheme, part)
  const mayAdd = part.path !== 'settings' && (!part.single || facts.length === 0)
  const add = () => {
    const added = addFact(scheme, part, base)
    onChange(added.scheme, `添加${part.name}`, null)
    onShow(factAddress(part, added.key))
  }
  return (
    <div className="draft-part">
      <h3>
        {part.name}{!part.single && <span>{facts.length} 条</span>}
        {mayAdd && <Button type="link" size="small" icon={<PlusOutlined />} onClick={add}>添加{part.name}</Button>}
      </h3>
      {facts.length > 0 && (
        <ul className="facts-list">
          {facts.map((fact, at) => {
            const key = factKey(part, fact)
            const address = factAddress(part, key)
            const what = factTitle(scheme, part, fact)
            return (
              <FactRow
                key={key} factId={address} scheme={scheme} part={part} fact={fact} isOpen={open === address} isFirst={at === 0} isLast={at === facts.length - 1}
                problems={problems.get(address) ?? none} onOpen={() => onOpen(open === address ? null : address)}
                onChange={(next, field) => onChange(changeFact(scheme, part, key, () => next), `修改${what}`, `${address}|${field}`)}
                onMove={(by) => onChange(moveFact(scheme, part, key, by), `移动${what}`, null)}
                onRemove={() => onChange(removeFact(scheme, part, key), `删除${what}`, null)}
              />
            )
          })}
        </ul>
      )}
    </div>
  )
}

/** The page scrolls inside its frame, where the browser's own jump would also change the address. */
function jump(event: React.MouseEvent, id: string): void {
  event.preventDefault()
  const target = document.getElementById(id)
  target?.scrollIntoView({ block: 'start' })
  target?.focus({ preventScroll: true })
}
