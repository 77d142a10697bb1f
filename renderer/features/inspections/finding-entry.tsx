import { Button } from 'antd'
import { addDays } from '../../../shared/domain/dates/day.ts'
import { useWrite } from '../../api/client.ts'
import { FormError } from '../../ui/form-error.tsx'
import type { PersonChoice } from '../../ui/person-picker.tsx'
import { useDone } from '../../ui/use-done.ts'
import { FindingFields, useFindingForm } from './finding-fields.tsx'

const daysToMend = 7

/** Records findings one after the other: the next one keeps item, class and days, and the cursor goes back to the text. */
export function FindingEntry({ inspectionId, feedbackId, items, today, begin }: {
  readonly inspectionId: string | null
  readonly feedbackId: string | null
  readonly items: readonly string[]
  readonly today: string
  readonly begin?: { readonly classId: string | null; readonly person: PersonChoice | null; readonly text: string }
}) {
  const form = useFindingForm({
    item: items[0] ?? '', classId: begin?.classId ?? null, person: begin?.person ?? null, department: '', severity: 'minor', text: begin?.text ?? '',
    foundOn: today, dueOn: addDays(today, daysToMend), chosen: null,
  })
  const save = useWrite('inspections.saveFinding')
  const { done } = useDone()
  const store = () => {
    if (save.isPending) return
    save.mutate({ id: null, revision: null, facts: form.factsFor({ inspectionId, feedbackId }) }, {
      onSuccess: () => {
        done('已记下一条')
        form.set({ text: '', person: null, chosen: null })
        document.getElementById('finding-text')?.focus()
      },
    })
  }
  return (
    <form className="finding-entry no-print" aria-label="记一条" onSubmit={(event) => { event.preventDefault(); store() }}>
      <FindingFields form={form} items={items} error={save.error} onEnter={store} />
      <FormError error={save.error} />
      <div className="week-tools after">
        <Button type="primary" htmlType="submit" loading={save.isPending} title="在文字里按 Ctrl+Enter">记下</Button>
        <span className="quiet">在文字里按 Ctrl+Enter 也可以记下；下一条沿用项目、班级和日期。</span>
      </div>
    </form>
  )
}
