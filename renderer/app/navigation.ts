import {
  AuditOutlined, CalendarOutlined, CheckSquareOutlined, FileTextOutlined, HomeOutlined, MoneyCollectOutlined, ReadOutlined, SettingOutlined, TeamOutlined, TrophyOutlined, UserOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { Permission } from '../../shared/domain/accounts/permissions.ts'

export interface NavigationLink {
  readonly path: string
  readonly label: string
  readonly icon: ComponentType<{ 'aria-hidden'?: boolean }>
  /** Shown to whoever holds it; to everybody when absent. */
  readonly may?: Permission
}

/** Grouped as the clerk thinks; a line comes when its pages stand. */
export const navigation: readonly NavigationLink[] = [
  { path: '/', label: '工作台', icon: HomeOutlined },
  { path: '/studios', label: '工作室', icon: TeamOutlined, may: 'studios.read' },
  { path: '/people', label: '人员', icon: UserOutlined, may: 'people.read' },
  { path: '/activities', label: '活动与会议', icon: CalendarOutlined, may: 'activities.read' },
  { path: '/duties', label: '职责', icon: CheckSquareOutlined, may: 'duties.read' },
  { path: '/outcomes', label: '成果与记录', icon: TrophyOutlined, may: 'outcomes.read' },
  { path: '/ledger', label: '经费', icon: MoneyCollectOutlined, may: 'ledger.read' },
  { path: '/documents', label: '文书', icon: FileTextOutlined, may: 'documents.make' },
  { path: '/schemes', label: '规程', icon: ReadOutlined, may: 'studios.read' },
  { path: '/audit', label: '操作日志', icon: AuditOutlined, may: 'audit.read' },
  { path: '/settings', label: '设置', icon: SettingOutlined },
]
