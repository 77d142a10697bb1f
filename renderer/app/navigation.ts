import {
  AuditOutlined, CalendarOutlined, CheckSquareOutlined, FileSearchOutlined, ScheduleOutlined, FileTextOutlined, HomeOutlined, MoneyCollectOutlined, ReadOutlined, SettingOutlined, TeamOutlined, UserOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { Permission } from '../../shared/domain/accounts/permissions.ts'

export interface NavigationLink {
  readonly path: string
  readonly label: string
  readonly icon: ComponentType<{ 'aria-hidden'?: boolean }>
  /** Shown to whoever holds it; to everybody when absent. */
  readonly may?: Permission
  /** Where several pages stand under one entry: its own first. A switch at their head leads from one to the other. */
  readonly pages?: readonly { readonly path: string; readonly label: string }[]
}

export const dutiesAndOutcomes = [{ path: '/duties', label: '职责' }, { path: '/outcomes', label: '成果与记录' }] as const

/** Grouped as the clerk thinks; a line comes when its pages stand. */
export const navigation: readonly NavigationLink[] = [
  { path: '/', label: '工作台', icon: HomeOutlined },
  { path: '/studios', label: '工作室', icon: TeamOutlined, may: 'studios.read' },
  { path: '/people', label: '人员', icon: UserOutlined, may: 'people.read' },
  { path: '/activities', label: '活动与会议', icon: CalendarOutlined, may: 'activities.read' },
  { path: '/duties', label: '职责与成果', icon: CheckSquareOutlined, may: 'duties.read', pages: dutiesAndOutcomes },
  { path: '/shifts', label: '值勤', icon: ScheduleOutlined, may: 'shifts.read' },
  { path: '/inspections', label: '教学检查', icon: FileSearchOutlined, may: 'inspections.read' },
  { path: '/ledger', label: '经费', icon: MoneyCollectOutlined, may: 'ledger.read' },
  { path: '/documents', label: '文书', icon: FileTextOutlined, may: 'documents.make' },
  { path: '/schemes', label: '规程', icon: ReadOutlined, may: 'studios.read' },
  { path: '/audit', label: '操作日志', icon: AuditOutlined, may: 'audit.read' },
  { path: '/settings', label: '设置', icon: SettingOutlined },
]
