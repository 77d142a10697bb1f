import type { OutcomeFilter, OutcomeSort } from '../../../shared/contract/outcomes.ts'
import { outcomeGroupNames } from '../../../shared/domain/outcomes/outcome-kind.ts'
import { specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { outcomeStateNames } from '../../../shared/domain/outcomes/outcome-record.ts'
import { detailsInWords, peopleInWords } from '../../../shared/domain/outcomes/outcome-words.ts'
import type { ReadContext } from '../../dispatch/context.ts'
import { type OutgoingFile, outgoingSheet } from '../exports/exports-service.ts'
import { everyOutcome } from './list-outcomes.ts'
import { factsOf, rowsOf } from './outcome-rows.ts'

/** The records of the filter (or of `ids`, as far as the filter's owner may see them) with everything that their papers say. */
export function exportOutcomes(ctx: ReadContext, { ids, ...asked }: OutcomeFilter & { readonly sort: OutcomeSort | null; readonly ids: readonly string[] | null }): Promise<OutgoingFile> {
  const wanted = ids === null ? null : new Set(ids)
  const outcomes = everyOutcome(ctx, asked).filter(({ id }) => wanted === null || wanted.has(id))
  const rows = rowsOf(ctx, outcomes)
  return outgoingSheet(ctx, '成果与记录', {
    title: '成果与记录',
    columns: [
      { title: '大类', kind: 'text' }, { title: '类别', kind: 'text' }, { title: '名称', kind: 'text' }, { title: '日期', kind: 'date' }, { title: '人员', kind: 'text' },
      { title: '工作室', kind: 'text' }, { title: '级别', kind: 'text' }, { title: '数量', kind: 'number' }, { title: '单位', kind: 'text' }, { title: '字数', kind: 'number' },
      { title: '内容', kind: 'text' }, { title: '佐证（份）', kind: 'number' }, { title: '状态', kind: 'text' },
    ],
    rows: rows.map((row, at) => {
      const { group, name, unit } = specOf(row.kind)
      const outcome = outcomes[at]
      const words = outcome === undefined ? '' : detailsInWords(factsOf(outcome, [])).map(({ label, words: said }) => `${label}：${said}`).join('\n')
      return [
        outcomeGroupNames[group], name, row.title, row.onDay, peopleInWords(row.people), row.studioName, row.levelName, row.quantity, unit, row.characters, words, row.evidence,
        outcomeStateNames[row.state],
      ]
    }),
    orientation: 'landscape',
  })
}
