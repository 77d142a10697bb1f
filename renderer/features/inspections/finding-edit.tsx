import { Button } from 'antd'
import type { FindingRow } from '../../../shared/contract/inspections.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { useShortcut } from '../../app/shortcuts.ts'
import { FormError } from '../../ui/form-error.tsx'
import { useDone } from '../../ui/use-done.ts'
import { asChoice } from './as-choice.ts'
import { FindingFields, useFindingForm } from './finding-fields.tsx'

const choiceOf = (personId: string | null, name: string | null) => personId === null ? null : asChoice({ personId, name: name ?? '' })

/** Sets a finding right; what stood there before stays in its history. */
export function FindingEdit({ finding, onDone }: { readonly finding: FindingRow; readonly onDone: () => void }) {
  const { id, revision, inspectionId, feedbackId, item, classId, severity, text, foundOn, dueOn } = finding
  const form = useFindingForm({
    item, classId, severity, text, foundOn, dueOn, department: finding.department ?? '',
    person: choiceOf(finding.personId, finding.personName), chosen: choiceOf(finding.responsiblePersonId, finding.responsibleName),
  })
  const inspection = useCall('inspections.get', { id: inspectionId ?? '' }, { enabled: inspectionId !== null })
  const save = useWrite('inspections.saveFinding')
  const { done } = useDone()
  const store = () => {
    if (save.isPending) return
    save.mutate({ id, revision, facts: form.factsFor({ inspectionId, feedbackId }) }, {
      onSuccess: () => {
        done('已改好这一条')
        onDone()
      },
    })
  }
  useShortcut('ctrl+s', store)
  return (
    <form className="finding-entry" aria-label="修改这一条" onSubmit={(event) => { event.preventDefault(); store() }}>
      <FindingFields form={form} items={inspection.data?.items ?? []} error={save.error} onEnter={store} />
      <FormError error={save.error} />
      <div className="week-tools after">
        <Button type="primary" htmlType="submit" loading={save.isPending} title="Ctrl+S">保存修改</Button>
        <Button onClick={onDone}>不改了</Button>
      </div>
    </form>
  )
}
