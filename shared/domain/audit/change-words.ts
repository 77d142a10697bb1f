import { roleNames } from '../accounts/permissions.ts'
import { activityKindNames } from '../activities/activity-words.ts'
import { parseRichText, toPlainText } from '../activities/rich-text.ts'
import { formatFen } from '../money/fen.ts'
import { memberRoleNames, studioKindNames, studioLevelNames } from '../studios/studio-words.ts'
import { termName } from '../terms/term-key.ts'

/** The words in which the log tells of records and their fields. */

const kindNames: Readonly<Record<string, string>> = {
  person: '人员', studio: '工作室', studioCycle: '工作室周期', membership: '成员任期', activity: '活动', attendance: '出勤', outcome: '成果', attachment: '附件',
  fund: '经费账户', allotmentCount: '拨款计入的人', ledgerEntry: '经费流水', document: '文书', rosterImport: '名册导入', account: '账号', school: '学校信息', setting: '设置',
  activitySeries: '系列活动', activityFiling: '活动备案', theme: '研讨主题',
  term: '学期', holiday: '放假与调休', scheme: '规程', schemeVersion: '规程',
  shiftPlan: '值班安排', dutyShift: '值勤班次', shiftSwap: '换班', dutyLog: '值勤记录',
  schoolClass: '班级', weeklyLog: '教学日记', weeklySummary: '教学日记小结', inspection: '教学检查', finding: '检查发现', feedbackForm: '教学信息反馈表', inspectionChecklist: '检查清单',
}

const fieldNames: Readonly<Record<string, string>> = {
  name: '名称', shortName: '简称', bureauName: '主管教育局', county: '县、区', logoFileSha256: '校徽', idleMinutes: '无操作锁定（分钟）', lessonMinutes: '一课时（分钟）',
  signInName: '登录名', displayName: '姓名', role: '身份', personId: '人员', passwordHash: '密码', disabledAt: '停用时间', mustChangePassword: '须改密码',
  key: '学期', startsOn: '开始日期', endsOn: '结束日期', teachingStartsOn: '上课开始', teachingEndsOn: '上课结束', kind: '类别',
  sex: '性别', bornOn: '出生日期', idNumberCipher: '身份证号', idNumberHmac: '身份证号', phoneCipher: '电话', phoneHmac: '电话', idNumber: '身份证号', phone: '电话',
  ethnicity: '民族', politicalStatus: '政治面貌', education: '学历', degree: '学位', graduatedFrom: '毕业院校', schoolName: '学校', post: '职务', subject: '学科',
  schoolStage: '学段', professionalTitle: '职称', titleGrantedOn: '职称评定日期', teachingSince: '任教起始', homeroomYears: '班主任年限', honours: '荣誉称号',
  email: '邮箱', staffNo: '工号', photoFileSha256: '照片', note: '备注', removedAt: '移入回收站', removedReason: '原因',
  level: '级别', hostSchool: '所在学校', schemeCode: '规程', schemeVersion: '规程版本', schemeFromOn: '从哪天起按新规程', reason: '依据、原因', studioId: '工作室', ordinal: '序号', fromOn: '任期开始', toOn: '任期结束',
  endReason: '结束原因', exceptionReason: '例外说明', voidedAt: '作废时间', voidReason: '作废原因',
  termKey: '学期', title: '标题', heldOn: '日期', startTime: '开始时间', endTime: '结束时间', place: '地点', chairPersonId: '主持', recorderPersonId: '记录',
  centralSpeaker: '中心发言人', experts: '特邀专家', agenda: '议程', minutes: '记录', resolutions: '决议', cancelledAt: '取消时间', cancelledReason: '取消原因', replacesId: '补开的是', seriesId: '系列', themeId: '研讨主题', aim: '目标与打算', rhythm: '多久一次', weekday: '星期几', weeks: '哪几周', sourceRef: '规程的要求', endedAt: '结束时间', mark: '出勤', attendance: '出勤', marks: '出勤',
  audience: '参加人员', headcount: '参加人数', submittedAt: '送审时间', submittedByAccountId: '送审人', withdrawnAt: '撤回时间', decision: '审批结果', decidedAt: '审批登记时间',
  decidedByAccountId: '审批登记人', approvedOn: '批准日期', approver: '批准人', fileNo: '备案号、文号', decisionNote: '审批意见',
  fundId: '经费账户', entryNo: '第几笔', happenedOn: '日期', fiscalYear: '会计年度', amountFen: '金额（元）', summary: '摘要', category: '支出类别', payee: '收款方',
  invoiceCode: '发票代码', invoiceNo: '发票号码', activityId: '活动', handledBy: '经手人', witnessedBy: '证明人', approvedBy: '审批人', reversesEntryId: '冲销的是',
  allotmentBasis: '拨款依据', postedAt: '记账时间', fileName: '文件名', caption: '说明', sha256: '文件', rowsRead: '读入行数', added: '新增', updated: '更新', skipped: '跳过',
  cycle: '周期', members: '成员', people: '计入的人', count: '人数', postedByAccountId: '记账人', ownerKind: '属于', ownerId: '属于的记录', bytes: '字节',
  id: '编号', createdAt: '建立时间', undoneAt: '撤销时间', formCode: '表格', relativePath: '存放位置',
}

/** What the field is called where another kind of record has another word for it. */
const fieldNamesOfKind: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  person: { name: '姓名' }, school: { name: '学校全称' }, term: { startsOn: '学期开始', endsOn: '学期结束' }, membership: { role: '角色' },
  schemeVersion: { code: '编号', version: '版本', basedOn: '复制自', state: '状态', holdsFromOn: '起用日期', retiredReason: '停用原因', differences: '与范本的不同' },
  activityFiling: { title: '备案的名称', heldOn: '备案的日期', place: '备案的地点', note: '说明' },
  theme: { title: '主题', fromOn: '从哪天起', toOn: '到哪天止' },
  activitySeries: { title: '第一次的名称', fromOn: '从哪天起', toOn: '到哪天止' },
}

const values: Readonly<Record<string, string>> = {
  male: '男', female: '女', off: '放假', makeup: '调休上课', present: '出席', late: '迟到', excused: '请假', absent: '缺席',
  approved: '已批准', returned: '已退回', draft: '草稿', inForce: '在用', retired: '停用', activity: '活动', studio: '工作室', ledgerEntry: '经费流水', outcome: '成果', dutyLog: '值勤记录', finding: '检查发现',
  week: '每周', twoWeeks: '每两周', month: '每月', chosenWeeks: '选定的周', allotment: '拨款', expense: '支出', reversal: '红字冲销', old: '原密码', new: '新密码',
}

/** 「人员」 for `person`; the kind itself where there is no word for it yet. */
export function kindInWords(kind: string): string {
  return own(kindNames, kind) ?? kind
}

export function fieldInWords(kind: string, field: string): string {
  return own(own(fieldNamesOfKind, kind) ?? {}, field) ?? own(fieldNames, field) ?? field
}

/** A value as a person reads it; 「（空）」 for one that is not there. */
export function valueInWords(kind: string, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）'
  if (value === '***') return '（受保护，不显示）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return field.endsWith('Fen') ? formatFen(value) : String(value)
  if (typeof value !== 'string') return JSON.stringify(value)
  if (kind === 'attendance') {
    const [, mark = value, note] = /^(\w+)(?:: (.*))?$/s.exec(value) ?? []
    return (own(values, mark) ?? mark) + (note ? `：${note}` : '')
  }
  if (kind === 'activity' && field === 'minutes') {
    const reading = parseRichText(value)
    return reading.ok ? toPlainText(reading.value) : value
  }
  if (field === 'termKey' || (kind === 'term' && field === 'key')) return /^\d{4}-[12]$/.test(value) ? termName(value) : value
  if (field.endsWith('Sha256') || field === 'sha256') return '（文件）'
  const names: Readonly<Record<string, string>> =
    field === 'role' ? (kind === 'membership' ? memberRoleNames : roleNames)
      : field === 'level' ? studioLevelNames
        : field === 'kind' ? { ...values, ...studioKindNames, ...activityKindNames } : values
  return own(names, value) ?? value
}

/** One line of a change: the field, what it was, what it is. */
export interface ChangedField {
  readonly field: string
  readonly before: string
  readonly after: string
}

const hidden = new Set(['id', 'createdAt', 'updatedAt', 'revision', 'schoolYear', 'ordinal', 'idNumberHmac', 'phoneHmac'])

/** The fields of one change, each once; of a record that came or went, only those that hold something. */
export function changedFields(change: {
  readonly kind: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}): ChangedField[] {
  const { kind, before, after } = change
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((key) => !hidden.has(key))
  const empty = (value: unknown) => value === null || value === undefined || value === ''
  return keys.filter((key) => !(empty(before?.[key]) && empty(after?.[key]))).map((key) => ({
    field: fieldInWords(kind, key), before: valueInWords(kind, key, before?.[key]), after: valueInWords(kind, key, after?.[key]),
  }))
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
