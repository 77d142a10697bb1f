import { Button, Input } from 'antd'
import { useState } from 'react'
import type { FillableField } from '../../../shared/domain/people/person-draft.ts'
import { personFieldNames } from '../../../shared/domain/people/person-fields.ts'
import { useWrite } from '../../api/client.ts'
import { useMay } from '../../app/standing.tsx'
import { useDone } from '../../ui/use-done.ts'

const examples: Readonly<Record<FillableField, string>> = {
  bornOn: '如 1988-06', teachingSince: '如 2010-09', homeroomYears: '如 6', schoolStage: '如 初中', professionalTitle: '如 一级教师', education: '如 大学本科', post: '如 班主任', subject: '如 语文',
  honours: '如 县级骨干教师（2024 年）',
}

/** What is missing in a person's record is typed where it is found to be missing. */
export function FillField({ personId, name, field }: { readonly personId: string; readonly name: string; readonly field: FillableField }) {
  const mayFill = useMay('people.write')
  const [value, setValue] = useState<string | null>(null)
  const fill = useWrite('people.fill')
  const { done } = useDone()
  const label = personFieldNames[field]
  if (!mayFill) return null
  if (value === null) return <Button type="link" size="small" aria-label={`补填${name}的${label}`} onClick={() => setValue('')}>补填{label}</Button>
  const save = () => fill.mutate({ id: personId, field, value }, { onSuccess: () => done(`已补填${name}的${label}`) })
  return (
    <span className="fill-field">
      <Input
        autoFocus size="small" aria-label={`${name}的${label}`} placeholder={examples[field]} value={value} status={fill.error ? 'error' : ''} onChange={({ target }) => setValue(target.value)}
        // The field stands in another form, which is not meant.
        onPressEnter={(event) => {
          event.preventDefault()
          save()
        }}
      />
      <Button size="small" loading={fill.isPending} disabled={value.trim() === ''} onClick={save}>保存</Button>
      {fill.error && <span className="fill-wrong" role="alert">{fill.error.message}</span>}
    </span>
  )
}
