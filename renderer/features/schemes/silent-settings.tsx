import { Button } from 'antd'
import { choicesOf, type OpenSetting, settingsOf } from '../../../shared/domain/schemes/common-settings.ts'
import { writeSetting } from '../../../shared/domain/schemes/edit-scheme.ts'
import type { SchemeDocument } from '../../../shared/domain/schemes/scheme-document.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme-format.ts'

/** What the program asks of every scheme and this one does not say: what holds then, and a press to write it into the scheme. */
export function SilentSettings({ scheme, onWrite }: { readonly scheme: SchemeDocument; readonly onWrite: (scheme: SchemeDocument, setting: OpenSetting) => void }) {
  const silent = settingsOf(scheme as unknown as Scheme).filter(({ topic }) => topic !== 'scheme')
  if (silent.length === 0) return null
  return (
    <details className="silent-settings">
      <summary>规程没有写、按通常算法的 {silent.length} 处</summary>
      <p className="scheme-reading">起用以后，学校可以在规程页和工作室页另选。要在规程里写定的，按「写进规程」。</p>
      <ul>
        {silent.map((setting) => (
          <li key={setting.key}>
            <span>{setting.question}<small>通常：{choicesOf(setting)[0]?.label}</small></span>
            <Button size="small" aria-label={`写进规程：${setting.question}`} onClick={() => onWrite(writeSetting(scheme, setting), setting)}>写进规程</Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
