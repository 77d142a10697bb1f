import { Radio } from 'antd'
import type { SchemeSummary } from '../../shared/contract/schemes.ts'
import { useWrite } from '../api/client.ts'
import { useMay } from '../app/standing.tsx'
import { ErrorNotice } from './error-notice.tsx'
import './scheme-sections.css'
import { useDone } from './use-done.ts'

const openAtFirst = new Set(['people', 'composition', 'funding'])

/** What a scheme says, in sentences, section by section. */
export function SchemeSections({ sections }: Pick<SchemeSummary, 'sections'>) {
  return sections.map(({ key, title, lines }) => (
    <details key={key} className="scheme-section" open={openAtFirst.has(key)}>
      <summary>{title} <span>{lines.length} 条</span></summary>
      <ul>
        {lines.map(({ ref, text, soft, reading }, at) => (
          <li key={`${ref}-${at}`}>
            {text}
            {soft !== null && <> <span className="scheme-soft" title="规程写的是这个词，只提醒，不限制">{soft}</span></>}
            {reading !== null && <div className="scheme-reading">{reading}</div>}
          </li>
        ))}
      </ul>
    </details>
  ))
}

/** How the school reads the places that a scheme leaves unclear. */
export function SchemeReadings({ scheme }: { readonly scheme: Pick<SchemeSummary, 'code' | 'version' | 'settings'> }) {
  const mayChoose = useMay('settings.manage')
  const choose = useWrite('schemes.choose')
  const { done } = useDone()
  return (
    <details className="scheme-section">
      <summary>规程没有写清的地方，按什么理解 <span>{scheme.settings.length} 条</span></summary>
      <div className="scheme-settings">
        {!mayChoose && <p className="scheme-reading">由管理员选择</p>}
        {scheme.settings.map(({ key, question, value, options }) => (
          <fieldset key={key} style={{ border: 0, margin: 0, padding: 0 }}>
            <legend style={{ padding: 0, marginBottom: 4 }}>{question}</legend>
            <Radio.Group
              disabled={!mayChoose || choose.isPending} value={JSON.stringify(value)}
              options={options.map((option) => ({ value: JSON.stringify(option.value), label: option.label }))}
              onChange={({ target }) => {
                const option = options.find((each) => JSON.stringify(each.value) === target.value)
                if (option) {
                  choose.mutate({ code: scheme.code, version: scheme.version, key, value: option.value }, { onSuccess: () => done(`以后按「${option.label}」理解`) })
                }
              }}
            />
          </fieldset>
        ))}
        {choose.error && <ErrorNotice error={choose.error} />}
      </div>
    </details>
  )
}
