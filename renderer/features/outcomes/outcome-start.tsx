import { Button } from 'antd'
import { outcomeGroupNames, type OutcomeGroup } from '../../../shared/domain/outcomes/outcome-kind.ts'
import { type OutcomeKind, outcomeKindKeys, specOf } from '../../../shared/domain/outcomes/outcome-kinds.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { KindChoice } from './kind-choice.tsx'

/** The kind first: by a few letters, or from the whole list below. */
export function OutcomeStart({ onChoose }: { readonly onChoose: (kind: OutcomeKind) => void }) {
  return (
    <div className="outcome-start">
      <PageHead title="登记成果" facts="先选类别，再填这一类的表" />
      <section className="card" aria-labelledby="outcome-kinds">
        <h2 id="outcome-kinds">类别</h2>
        <label htmlFor="outcome-start-kind" className="visually-hidden">类别</label>
        <KindChoice id="outcome-start-kind" value={null} autoFocus onChange={(kind) => kind && onChoose(kind)} />
        <dl className="outcome-start-groups">
          {(Object.keys(outcomeGroupNames) as OutcomeGroup[]).map((group) => [
            <dt key={group}>{outcomeGroupNames[group]}</dt>,
            <dd key={`${group}-`}>
              {outcomeKindKeys.filter((kind) => specOf(kind).group === group).map((kind) => (
                <Button key={kind} size="small" type="text" onClick={() => onChoose(kind)}>{specOf(kind).name}</Button>
              ))}
            </dd>,
          ])}
        </dl>
      </section>
    </div>
  )
}
