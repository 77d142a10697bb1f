import { Button } from 'antd'
import type { ReactNode } from 'react'
import { dayInText } from '../../../../shared/domain/dates/format-day.ts'
import { termName } from '../../../../shared/domain/terms/term-key.ts'
import { useCall } from '../../../api/client.ts'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import { weeksInWords } from '../term-fields.tsx'
import type { Draft } from './draft.ts'

/** Everything once more before it is saved, each part with a way back to it. */
export function ReviewStep({ draft, error, busy, onEdit, onFinish }: {
  readonly draft: Draft
  readonly error: Error | null
  readonly busy: boolean
  readonly onEdit: (step: number) => void
  readonly onFinish: () => void
}) {
  const { data } = useCall('school.folderChoices', {})
  const { school, logo, admin, term } = draft
  return (
    <form className="first-start-form" onSubmit={(event) => { event.preventDefault(); onFinish() }}>
      <dl className="review">
        <Line title="学校" onEdit={() => onEdit(0)}>
          {logo && <img src={logo.preview} alt="校徽" width={32} height={32} />}
          {school.name}{school.shortName && `（${school.shortName}）`}<br />{school.bureauName}{school.county && `，${school.county}`}
        </Line>
        <Line title="资料夹" onEdit={() => onEdit(1)}>{data?.present.path}</Line>
        <Line title="管理员" onEdit={() => onEdit(2)}>{admin.displayName}，登录名 {admin.signInName}</Line>
        <Line title="第一个学期" onEdit={() => onEdit(3)}>
          {termName(term.key)}<br />{dayInText(term.startsOn)}至{dayInText(term.endsOn)}，{weeksInWords(term, [])}
        </Line>
      </dl>
      {error && <ErrorNotice error={error} />}
      <div className="first-start-actions">
        <Button onClick={() => onEdit(3)}>上一步</Button>
        <Button type="primary" htmlType="submit" loading={busy} autoFocus>开始使用</Button>
      </div>
    </form>
  )
}

function Line({ title, onEdit, children }: { readonly title: string; readonly onEdit: () => void; readonly children: ReactNode }) {
  return (
    <div className="review-line">
      <dt>{title}</dt>
      <dd>{children}</dd>
      <dd><Button type="link" size="small" onClick={onEdit} aria-label={`修改${title}`}>修改</Button></dd>
    </div>
  )
}
