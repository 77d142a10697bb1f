/** How far an item of the weekly log has come; `none`: there was nothing of the kind this week (e.g. no practical lessons). */
export const logItemStates = ['done', 'partly', 'notDone', 'none'] as const
export type LogItemState = (typeof logItemStates)[number]
export const logItemStateNames: Readonly<Record<LogItemState, string>> = { done: '完成', partly: '部分', notDone: '未完成', none: '无' }

/** The three items of the weekly log 《教学日记》 (004-16). */
export const logItems = ['progress', 'practice', 'homework'] as const
export type LogItem = (typeof logItems)[number]
export const logItemNames: Readonly<Record<LogItem, string>> = { progress: '教学进度', practice: '实践环节', homework: '作业布置与批改' }

/** What became of the log of one class in one week. `waiting`: not in yet, and not due yet. */
export const logStandings = ['onTime', 'late', 'missing', 'waiting'] as const
export type LogStanding = (typeof logStandings)[number]
export const logStandingNames: Readonly<Record<LogStanding, string>> = { onTime: '按时', late: '迟交', missing: '未交', waiting: '待交' }

export const inspectionKinds = ['stage', 'weekly', 'department', 'lessons', 'other'] as const
export type InspectionKind = (typeof inspectionKinds)[number]
export const inspectionKindNames: Readonly<Record<InspectionKind, string>> = {
  stage: '阶段检查', weekly: '周查', department: '教研组检查', lessons: '备课与作业检查', other: '其他检查',
}

/** 教师自查 and 教务科检查 (004-16). */
export const inspectionForms = ['selfCheck', 'officeCheck'] as const
export type InspectionForm = (typeof inspectionForms)[number]
export const inspectionFormNames: Readonly<Record<InspectionForm, string>> = { selfCheck: '教师自查', officeCheck: '教务检查' }

/** Computed from its days and from whether it was closed; never stored. */
export const inspectionStates = ['planned', 'running', 'closed'] as const
export type InspectionState = (typeof inspectionStates)[number]
export const inspectionStateNames: Readonly<Record<InspectionState, string>> = { planned: '未开始', running: '进行中', closed: '已结束' }

/** An inspection is running from its first day until its report is in. */
export function inspectionState({ startsOn, closedOn }: { readonly startsOn: string; readonly closedOn: string | null }, today: string): InspectionState {
  if (closedOn !== null) return 'closed'
  return startsOn <= today ? 'running' : 'planned'
}

export const severities = ['minor', 'serious', 'good'] as const
export type Severity = (typeof severities)[number]
export const severityNames: Readonly<Record<Severity, string>> = { minor: '一般', serious: '较重', good: '好的做法' }

export const feedbackSources = ['students', 'teachers', 'parents'] as const
export type FeedbackSource = (typeof feedbackSources)[number]
export const feedbackSourceNames: Readonly<Record<FeedbackSource, string>> = { students: '学生', teachers: '教师', parents: '家长' }
