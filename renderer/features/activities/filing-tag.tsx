import type { FilingStandingRow } from '../../../shared/contract/activity-filing.ts'
import { filingStateNames, troubleInWords } from '../../../shared/domain/activities/activity-filing.ts'
import './filing.css'

/** 待审 · 未批准就开了: how far the filing is and what is wrong with it, by colour, sign and word. Nothing where nothing is asked. */
export function FilingTag({ filing }: { readonly filing: FilingStandingRow }) {
  const words = filingInWords(filing)
  if (words === '') return null
  const tone = filing.trouble !== null ? 'trouble' : filing.state
  const sign = { trouble: '!', notFiled: '○', submitted: '…', approved: '✓', returned: '↩' }[tone]
  return <span className={`filing-state ${tone}`}><span aria-hidden>{sign} </span>{words}</span>
}

/** 已批准，与备案的不同：日期; empty where nothing was asked and nothing handed in. */
export function filingInWords({ needed, state, trouble, changed }: FilingStandingRow): string {
  if (!needed && state === 'notFiled') return ''
  return [trouble === 'heldWithout' && state === 'notFiled' ? '' : filingStateNames[state], troubleInWords({ trouble, changed })].filter(Boolean).join('，')
}
