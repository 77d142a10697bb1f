/** The words of a studio: identifiers for the code, Chinese for the screen and for documents. */

export const studioKinds = ['teacher', 'principal', 'homeroom', 'dual', 'team'] as const
export type StudioKind = (typeof studioKinds)[number]
export const studioKindNames: Readonly<Record<StudioKind, string>> = {
  teacher: '名师工作室',
  principal: '名校长工作室',
  homeroom: '名班主任工作室',
  dual: '双名工作室',
  // Whoever follows a scheme that makes no studio: 班主任队伍、骨干教师、教学常规.
  team: '校内团队',
}

/** Levels from the lowest; local names (旗级 = county) belong to the scheme. */
export const studioLevels = ['school', 'town', 'county', 'district', 'city', 'province', 'national'] as const
export type StudioLevel = (typeof studioLevels)[number]
export const studioLevelNames: Readonly<Record<StudioLevel, string>> = {
  school: '校级', town: '镇级', county: '县级', district: '区级', city: '市级', province: '省级', national: '国家级',
}

/** What a person is in a studio. Which words a bureau uses for them is in the scheme (`roleName`). */
export const memberRoles = ['host', 'advisor', 'assistant', 'coreMember', 'member', 'reserveMember', 'trainee'] as const
export type MemberRole = (typeof memberRoles)[number]
export const memberRoleNames: Readonly<Record<MemberRole, string>> = {
  host: '主持人',
  advisor: '顾问',
  assistant: '助理',
  coreMember: '核心成员',
  member: '成员',
  reserveMember: '预备成员',
  trainee: '学员',
}
