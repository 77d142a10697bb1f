/** Roles of the people who use the program, in the order in which the accounts page lists them. */
export const roles = ['admin', 'clerk', 'host', 'finance', 'leader', 'member', 'auditor'] as const
export type Role = (typeof roles)[number]

export const roleNames: Readonly<Record<Role, string>> = {
  admin: '管理员',
  clerk: '教务',
  host: '主持人',
  finance: '经费',
  leader: '校领导',
  member: '成员',
  auditor: '审计（只读）',
}

/** Whose account it is, as the head of every page says: 「周管理（管理员）」; the post alone where the account is named after it. */
export function accountInWords({ displayName, role }: { readonly displayName: string; readonly role: Role }): string {
  const post = roleNames[role]
  return post.startsWith(displayName) ? post : `${displayName}（${post.replace(/（(.+)）/, '，$1')}）`
}

export const permissions = [
  'settings.read', 'settings.manage', 'accounts.manage', 'audit.read', 'maintenance.run',
  'terms.manage',
  'people.read', 'people.write', 'people.import', 'people.reveal',
  'studios.read', 'studios.write',
  'schemes.manage',
  'activities.read', 'activities.write', 'activities.approve',
  'ledger.read', 'ledger.write',
  'outcomes.read', 'outcomes.write', 'outcomes.confirm', 'outcomes.ladder',
  'documents.make',
  'duties.read',
  'shifts.read', 'shifts.own', 'shifts.write',
  'inspections.read', 'inspections.answer', 'inspections.write',
] as const
export type Permission = (typeof permissions)[number]

const readAll: readonly Permission[] = ['settings.read', 'people.read', 'studios.read', 'activities.read', 'outcomes.read', 'ledger.read', 'duties.read', 'shifts.read', 'inspections.read']

/**
 * Who may do what. `host` and `member` are narrowed further by the services to the studios they belong to
 * (see `electron/services/studios/studio-scope.ts`): a permission opens the door, the scope says which rooms.
 */
const table: Readonly<Record<Role, readonly Permission[]>> = {
  admin: permissions,
  clerk: [
    'settings.read', 'terms.manage', 'people.read', 'people.write', 'people.import', 'people.reveal',
    'studios.read', 'studios.write', 'schemes.manage', 'activities.read', 'activities.write', 'activities.approve', 'ledger.read', 'ledger.write',
    'outcomes.read', 'outcomes.write', 'outcomes.confirm', 'outcomes.ladder', 'documents.make', 'duties.read',
    'shifts.read', 'shifts.own', 'shifts.write', 'inspections.read', 'inspections.answer', 'inspections.write',
  ],
  host: [
    'settings.read', 'people.read', 'studios.read', 'activities.read', 'activities.write', 'outcomes.read', 'outcomes.write', 'outcomes.confirm', 'ledger.read', 'documents.make',
    'duties.read', 'shifts.read', 'shifts.own', 'inspections.read', 'inspections.answer',
  ],
  finance: ['settings.read', 'shifts.read', 'people.read', 'studios.read', 'activities.read', 'ledger.read', 'ledger.write', 'documents.make'],
  leader: [...readAll, 'activities.approve', 'documents.make'],
  member: ['studios.read', 'activities.read', 'outcomes.read', 'outcomes.write', 'duties.read', 'shifts.read', 'shifts.own', 'inspections.read', 'inspections.answer'],
  auditor: [...readAll, 'audit.read'],
}

/** Whether somebody of this role holds the permission. */
export function roleMay(role: Role, permission: Permission): boolean {
  return table[role].includes(permission)
}

/** Roles that see only the studios they belong to. */
export function isScopedToOwnStudios(role: Role): boolean {
  return role === 'host' || role === 'member'
}
