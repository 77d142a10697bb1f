import { AuditOutlined, CheckSquareOutlined, FileDoneOutlined, IdcardOutlined, MoneyCollectOutlined, NotificationOutlined, ScheduleOutlined } from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { FormCard, FormCode } from '../../../shared/contract/documents.ts'

const icons: Readonly<Record<FormCode, ComponentType<{ 'aria-hidden'?: boolean }>>> = {
  'member-application': IdcardOutlined, 'host-application': FileDoneOutlined, 'activity-record': ScheduleOutlined, 'activity-filing': AuditOutlined,
  'fund-statement': MoneyCollectOutlined, 'duty-report': CheckSquareOutlined, 'member-list-notice': NotificationOutlined,
}

/** The forms, each with what it is for. */
export function FormCards({ cards, chosen, onChoose }: {
  readonly cards: readonly FormCard[]
  readonly chosen: FormCode | null
  readonly onChoose: (code: FormCode) => void
}) {
  return (
    <ul className="documents-forms" aria-label="表格">
      {cards.map(({ code, name, purpose }) => {
        const Icon = icons[code]
        return (
          <li key={code}>
            <button type="button" aria-pressed={code === chosen} onClick={() => onChoose(code)}>
              <Icon aria-hidden />
              <span><b>{name}</b><small>{purpose}</small></span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
