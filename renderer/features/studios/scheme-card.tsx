import { Radio } from 'antd'
import { useMay } from '../../app/standing.tsx'
import { useCall, useWrite } from '../../api/client.ts'
import type { SchemeSummary } from '../../../shared/contract/schemes.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { useDone } from '../../ui/use-done.ts'

const openAtFirst = new Set(['people', 'composition', 'funding'])

/** 规程要点: what the scheme says, in sentences; and how its unclear places are read. */
export function SchemeCard({ code, version }: { readonly code: string; readonly version: string }) {
  const scheme = useCall('schemes.get', { code, version })
  return (
    <section className="card" id="scheme" tabIndex={-1} aria-labelledby="scheme-title">
      <h2 id="scheme-title">规程要点</h2>
      <LoadingOr of={scheme}>{(summary) => <Summary scheme={summary} />}</LoadingOr>
    </section>
  )
}

function Summary({ scheme }: { readonly scheme: SchemeSummary }) {
  return (
    <>
      <p style={{ marginBottom: 8 }}>
        {scheme.title}
        <span className="scheme-reading">　编号 {scheme.code}，第 {scheme.version} 版{scheme.issuedBy === null ? '' : `，${scheme.issuedBy}${scheme.issuedOn ?? ''}`}</span>
      </p>
      {scheme.sections.map(({ key, title, lines }) => (
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
      ))}
      {scheme.settings.length > 0 && <Settings scheme={scheme} />}
    </>
  )
}

function Settings({ scheme }: { readonly scheme: SchemeSummary }) {
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
