import { keepPreviousData } from '@tanstack/react-query'
import type { RotaPreview } from '../../../shared/contract/shifts.ts'
import { dayInTable } from '../../../shared/domain/dates/format-day.ts'
import { hoursInWords } from '../../../shared/domain/shifts/shift-words.ts'
import { useCall } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { factsOfForm, type PlanForm } from './plan-form-state.ts'

/** Step 3: the rota as it would be, each with why, how evenly it is spread, and which days are left out. */
export function PlanPreview({ id, form, isInForce, fromOn, today, onFromOn }: {
  readonly id: string | null
  readonly form: PlanForm
  readonly isInForce: boolean
  readonly fromOn: string
  readonly today: string
  readonly onFromOn: (day: string) => void
}) {
  const preview = useCall('shifts.preview', { id, facts: factsOfForm(form), fromOn: isInForce ? fromOn : null }, { placeholderData: keepPreviousData })
  return (
    <div className="plan-step">
      {isInForce && (
        <FormField id="plan-renew" label="从哪天起重新排" hint="这天以前的班、已经换过的班和写了记录的班都不变">
          <DayField id="plan-renew" from={today} value={fromOn} onChange={(day) => day !== null && onFromOn(day)} />
        </FormField>
      )}
      <LoadingOr of={preview}>{(found) => <Found found={found} form={form} isInForce={isInForce} />}</LoadingOr>
    </div>
  )
}

function Found({ found: { shifts, skipped, people, open, changed }, form, isInForce }: { readonly found: RotaPreview; readonly form: PlanForm; readonly isInForce: boolean }) {
  const most = Math.max(1, ...people.map(({ times }) => times))
  const slotName = (key: string) => form.rule.slots.find((slot) => slot.key === key)?.name ?? ''
  return (
    <>
      <p className={open > 0 ? 'note warn' : 'note good'}>
        共 {shifts.length} 班{open > 0 ? `，其中 ${open} 班没有人能来，请加人或改日子` : '，每班都有人'}{isInForce ? `；比现在改动 ${changed} 班` : ''}。
      </p>
      <div className="preview-columns">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
        <div className="preview-scroll" role="region" aria-label="预览的值班表" tabIndex={0}>
          <table className="preview">
            <thead><tr><th scope="col">日期</th><th scope="col">班次</th><th scope="col">值班</th><th scope="col">为什么</th></tr></thead>
            <tbody>
              {shifts.map(({ onDay, slotKey, place, post, name, why, isNew }) => (
                <tr key={`${onDay} ${slotKey} ${place} ${post}`} className={name === null ? 'open' : isInForce && isNew ? 'new' : ''}>
                  <td>{dayInTable(onDay)}</td><td>{slotName(slotKey)} {place}</td><td>{name ?? '空缺'}{isInForce && isNew && <span className="rota-tag">改</span>}</td><td>{why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div>
          <h2>各人次数</h2>
          <ul className="preview-people">
            {people.map(({ personId, name, times, minutes }) => (
              <li key={personId} title={hoursInWords(minutes)}><span>{name}</span><span className="turns-bar" style={{ width: `${Math.round((times / most) * 64)}px` }} aria-hidden /><span>{times} 次</span></li>
            ))}
          </ul>
          {skipped.length > 0 && <><h2>不排的日子</h2><ul className="preview-skipped">{skipped.map(({ day, why }) => <li key={day}>{dayInTable(day)}　{why}</li>)}</ul></>}
        </div>
      </div>
    </>
  )
}
