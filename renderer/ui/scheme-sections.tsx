import { Button, Radio } from 'antd'
import type { SchemeSummary } from '../../shared/contract/schemes.ts'
import { settingTopics } from '../../shared/domain/schemes/common-settings.ts'
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

type Setting = SchemeSummary['settings'][number]

const readingTitles = { scheme: '规程没有写清的地方，按什么理解', duties: '规程没有写的：职责怎样计算', attendance: '规程没有写的：出勤怎样计算', filing: '规程没有写的：哪些活动要备案' } as const

/** How the school reads the places that a scheme leaves unclear, or of which it says nothing. `onDiffer`: one studio of those that follow it is to read one otherwise. */
export function SchemeReadings({ scheme, onDiffer }: { readonly scheme: Pick<SchemeSummary, 'code' | 'version' | 'settings'>; readonly onDiffer?: ((setting: Setting) => void) | undefined }) {
  return settingTopics.map((topic) => {
    const settings = scheme.settings.filter((setting) => setting.topic === topic)
    return settings.length > 0 && <Readings key={topic} scheme={scheme} topic={topic} settings={settings} onDiffer={onDiffer} />
  })
}

function Readings({ scheme, topic, settings, onDiffer }: {
  readonly scheme: Pick<SchemeSummary, 'code' | 'version'>; readonly topic: Setting['topic']; readonly settings: readonly Setting[]; readonly onDiffer: ((setting: Setting) => void) | undefined
}) {
  const mayChoose = useMay('settings.manage')
  const changed = settings.filter(({ value, options }) => !isSame(value, options[0]?.value)).length
  return (
    <details className="scheme-section">
      <summary>{readingTitles[topic]} <span>{settings.length} 条{changed > 0 && `，${changed} 条由学校另定`}</span></summary>
      <div className="scheme-settings">
        <p className="scheme-reading">{mayChoose ? '选定以后，遵循这份规程的工作室都照此计算' : '由管理员选择'}{onDiffer && '。只有这个工作室不同的，按那一项后面的「只改这里」'}</p>
        {settings.map((setting) => <Reading key={setting.key} scheme={scheme} setting={setting} mayChoose={mayChoose} onDiffer={onDiffer} />)}
      </div>
    </details>
  )
}

function Reading({ scheme, setting, mayChoose, onDiffer }: {
  readonly scheme: Pick<SchemeSummary, 'code' | 'version'>; readonly setting: Setting; readonly mayChoose: boolean; readonly onDiffer: ((setting: Setting) => void) | undefined
}) {
  const { key, topic, question, explanation, value, options } = setting
  const choose = useWrite('schemes.choose')
  const { done } = useDone()
  const pick = (text: string) => {
    const option = options.find((each) => JSON.stringify(each.value) === text)
    if (option) choose.mutate({ code: scheme.code, version: scheme.version, key, value: option.value }, { onSuccess: () => done(`以后按「${option.label}」理解`) })
  }
  return (
    <fieldset className="scheme-question">
      <legend>{question}</legend>
      {explanation !== null && <p className="scheme-reading">{explanation}</p>}
      <Radio.Group
        aria-label={question} disabled={!mayChoose || choose.isPending} value={JSON.stringify(value)} onChange={({ target }) => pick(String(target.value))}
        options={options.map((option, at) => ({ value: JSON.stringify(option.value), label: at === 0 && topic !== 'scheme' ? `${option.label}（通常）` : option.label }))}
      />
      {onDiffer && <Button type="link" size="small" className="scheme-differ" aria-label={`只改这里：${question}`} onClick={() => onDiffer(setting)}>只改这里</Button>}
      {choose.error && <ErrorNotice error={choose.error} />}
    </fieldset>
  )
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
