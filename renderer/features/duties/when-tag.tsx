import type { DueItem } from '../../../shared/contract/duties.ts'
import { dueWhenNames } from '../../../shared/domain/duties/duty-words.ts'

/** How pressing it is, by shape, word and colour. */
export function WhenTag({ item: { when, soft } }: { readonly item: Pick<DueItem, 'when' | 'soft'> }) {
  if (when === 'overdue') return <span className={soft ? 'due-tag soon' : 'due-tag overdue'}>{soft ? '△ 提醒' : `✗ ${dueWhenNames.overdue}`}</span>
  return <span className={when === 'thisWeek' ? 'due-tag soon' : 'due-tag'}>{when === 'thisWeek' ? `▲ ${dueWhenNames.thisWeek}` : dueWhenNames[when]}</span>
}
