import { activityKindNames } from '../activities/activity-words.ts'
import { studioKindNames } from '../studios/studio-words.ts'
import { periodNames } from './scheme-fragments.ts'
import { criterionNames } from './scheme-names.ts'
import {
  alternatives, amountFields, choice, choices, dueFields, group, line, number, periodField, reading, remarkFields, type SchemeField, settable, softFields, special, table, text, texts, whole, yes,
} from './scheme-fields.ts'
import {
  assessedNames, changeNames, compositionRules, controlNames, criterionOps, effectNames, meetingKinds, roleWords, selectionRules, setupKinds, stageNames, dutySubjects, schemeKindNames, type Words,
} from './scheme-words.ts'

/** The sections of a scheme as the editor, the list of differences and the reader's complaints name them. */
export const schemeSections = {
  basics: '基本信息与周期', people: '人员与比例', eligibility: '资格条件', setup: '设立程序', duties: '职责', meetings: '会议', archive: '档案', funding: '经费', assessment: '考核',
  changes: '变动', unclear: '没有写清的地方',
} as const
export type SchemeSectionKey = keyof typeof schemeSections

/** A list of facts, or (`single`) a fact that there is at most once. */
export interface SchemePart {
  /** Where it stands; a dot leads into an inner object (`funding.amounts`). */
  readonly path: string
  readonly section: SchemeSectionKey
  readonly name: string
  /** The letters of its references (`d` in `004-03/d01`); none for what is told apart by its `key`. */
  readonly letter: string | null
  readonly single?: true
  readonly fields: readonly SchemeField[]
  /** Key of the field that tells a reader which fact it is. */
  readonly title: string
  /** What a new one begins with. */
  readonly blank: Readonly<Record<string, unknown>>
}

const required = { required: true } as const
const textField = text('text', '内容', required)
const part = (
  section: SchemeSectionKey, path: string, name: string, letter: string | null, title: string, fields: readonly SchemeField[], blank: Readonly<Record<string, unknown>>, isSoft = false,
): SchemePart => ({ path, section, name, letter, title, fields: [...fields, ...(isSoft ? softFields : []), ...(letter === null ? [] : remarkFields)], blank })
const single = (section: SchemeSectionKey, path: string, name: string, title: string, fields: readonly SchemeField[], blank: Readonly<Record<string, unknown>>, isSoft = false): SchemePart =>
  ({ ...part(section, path, name, path, title, fields, blank, isSoft), single: true })

const media: Words = { paper: '纸质', electronic: '电子', online: '网上' }
const bases: Words = {
  perPersonPerTerm: '每人每学期', perStudioPerYear: '每个工作室每年', perStudioPerSchoolYear: '每个工作室每学年', startupPerStudio: '每个工作室启动经费',
  rewardPerStudioPerYear: '每个工作室每年奖励', poolPerYear: '每年总额', perYearScopeUnclear: '每年（范围未写明）',
}
export const shareBaseWords: Words = { members: '只按成员算', membersAndHost: '成员和主持人一起算' }
const roundingWords: Words = { down: '舍去零头', nearest: '四舍五入', up: '有零头就进一' }
const countingDays: Words = { termStart: '学期第一天', teachingStart: '上课第一天', termEnd: '学期最后一天', chosen: '另选一天' }

/** What a criterion asks, and each of its alternatives and companions. */
const criterionFields: readonly SchemeField[] = [
  choice('criterion', '什么条件', criterionNames, required), choice('op', '怎样算符合', criterionOps, required), special('value', '数值或内容', 'value'), number('maximum', '最多'),
  line('unit', '单位'), special('levelMin', '级别不低于', 'level'), special('level', '级别为', 'level'), whole('windowYears', '只看近几年'), line('position', '职务'), texts('publishedIn', '发表在'),
  line('topic', '主题'), line('part', '承担的部分'), yes('continuous', '必须连续'), yes('orAwarded', '获奖也算'), texts('conditions', '另外的要求'),
]

/** Every part of a scheme, in the order in which it is read. */
export const schemeParts: readonly SchemePart[] = [
  single('basics', 'cycle', '周期', 'years', [
    whole('years', '一个周期几年', required), yes('approx', '左右'), choice('unit', '按什么年算', { years: '年', schoolYears: '学年' }), line('meaning', '指的是什么'),
  ], { years: 3 }, true),
  single('basics', 'naming', '命名', 'text', [textField, line('template', '名称模板', { hint: '可用 {school}、{subject}、{hostName}、{stage}' }), line('plaque', '牌匾文字')], {}),
  single('basics', 'venue', '场所', 'text', [textField], {}),
  single('basics', 'issued', '发文', 'by', [
    line('by', '发文单位'), special('on', '发文日期', 'partialDay'), special('signedOn', '签署日期', 'partialDay'), line('documentNo', '文号'), line('status', '性质'),
    special('effectiveOn', '施行日期', 'partialDay'), special('validUntil', '有效期至', 'partialDay'), texts('repeals', '同时废止'),
  ], {}),
  part('basics', 'levels', '级别', null, 'name', [line('name', '名称', required), whole('rank', '高低', { ...required, hint: '数越大级别越高' })], { name: '', rank: 30 }),
  part('people', 'roles', '角色', 'r', 'displayName', [
    line('displayName', '称呼', required), choice('role', '是哪一种角色', roleWords, required), line('printedAs', '原文的说法', required), whole('min', '至少几人'), whole('max', '至多几人'),
    whole('approx', '几人左右'), special('includedIn', '计入哪个角色的人数', 'role'), line('per', '按什么计', { hint: '如 每期' }),
  ], { displayName: '', role: 'member', printedAs: '' }, true),
  part('people', 'shareLimits', '本校比例', 'l', 'text', [
    textField, special('maxShare', '本校的人至多占', 'fraction', { ...required, hint: '按这里核对；改了以后，上面的内容也改成一样' }), settable('base', '占谁的', shareBaseWords, required), settable('rounding', '零头', roundingWords, required),
    choice('who', '限制谁', { hostSchool: '主持人所在学校的人' }, required),
  ], { text: '', who: 'hostSchool', maxShare: { numerator: 1, denominator: 2 }, base: 'members', rounding: 'down' }, true),
  part('people', 'composition', '成员构成', 'c', 'text', [textField, choice('rule', '说的是', compositionRules, required), whole('minimum', '至少几人'), line('appliesTo', '适用于')], { text: '', rule: 'sameSubject' }, true),
  part('people', 'quotas', '名额', 'q', 'text', [textField, whole('count', '名额'), line('per', '按什么计'), line('by', '到什么时候'), table('counts', '分别的名额', { range: true })], { text: '' }),
  part('people', 'governance', '管理机构', 'g', 'body', [line('body', '机构', required), texts('tasks', '职责', required)], { body: '' }),
  part('eligibility', 'eligibility', '条件', 'e', 'criterion', [
    choice('role', '对谁', roleWords, required), line('roleName', '称呼', { hint: '上面没有合适的角色时填写' }), ...criterionFields,
    yes('preferred', '符合的优先，不符合也可以'), line('fromTitle', '现有称号'), texts('schoolStages', '只对这些学段'),
    choices('studioKinds', '只对这些工作室', studioKindNames), special('exceptional.value', '破格到', 'value'), line('exceptional.condition', '破格的理由'), group('anyOf', '任选其一', 2, criterionFields, { criterion: 'honour', op: 'is' }), group('and', '同时还要', 1, criterionFields, { criterion: 'honour', op: 'is' }),
  ], { role: 'member', criterion: 'quality', op: 'described', value: '' }, true),
  part('setup', 'setup', '步骤', 's', 'step', [
    line('step', '步骤', required), whole('order', '第几步', required), choices('kinds', '属于', setupKinds), texts('actors', '谁来做'), texts('decidedBy', '谁决定'), choices('appliesTo', '对谁', roleWords), texts('forms', '材料'),
    whole('days.count', '天数', { hint: '如公示 7 天' }), settable('days.dayKind', '按什么日算', { calendar: '自然日', working: '工作日' }), line('lasts', '多长时间'),
    special('fromOn', '从', 'partialDay'), special('toOn', '到', 'partialDay'), ...dueFields,
  ], { step: '', order: 1 }),
  part('setup', 'selection', '选拔办法', 'x', 'text', [textField, choice('rule', '说的是', selectionRules, required), line('appliesTo', '适用于')], { text: '', rule: 'twoWaySelection' }),
  part('duties', 'duties', '职责', 'd', 'title', [
    choice('subject', '谁来完成', dutySubjects, required), special('metric', '算什么', 'metric', required), line('title', '说法', required), ...amountFields, texts('evidence', '凭据'),
    special('meeting', '就是这个会议', 'meeting'), special('countsTowards', '完成后也计入', 'duties'), choice('assessedAs', '考核时算', { team: '集体', person: '个人' }), yes('optional', '可做可不做'),
  ], { subject: 'eachMember', metric: 'openLesson', title: '公开课', minimum: 1, unit: '节', per: 'term' }, true),
  part('duties', 'activityKinds', '活动形式', 'v', 'names', [texts('names', '形式', required)], {}),
  part('duties', 'checklists', '检查清单', 'k', 'name', [line('name', '名称', required), texts('items', '项目', required)], { name: '' }),
  part('meetings', 'meetings', '会议', 'm', 'printedAs', [line('printedAs', '原文的说法', required), choice('kind', '哪一种', meetingKinds, required), ...amountFields, line('attendees', '谁参加')],
    { printedAs: '例会', kind: 'regularMeeting', minimum: 1, unit: '次', per: 'month' }, true),
  part('archive', 'archive', '档案', 'a', 'item', [
    line('item', '材料', required), line('category', '类别'), whole('itemNo', '序号'), choices('media', '形式', media), line('keptBy', '谁保管'), choices('subjects', '谁的', assessedNames), texts('contents', '包括'),
  ], { item: '' }),
  part('archive', 'filing', '报送', 'f', 'what', [line('what', '报送什么', required), line('to', '报给谁'), periodField('多久一次'), ...dueFields, texts('steps', '经过'),
    special('activities.levelMin', '开展前先备案的活动：级别不低于', 'level'), choices('activities.kinds', '开展前先备案的活动：这些类别', activityKindNames, { hint: '级别和类别都填时，两样都符合的才要备案' }),
  ], { what: '' }),
  part('archive', 'forms', '表格', 'w', 'title', [line('title', '名称', required), whole('validYears', '有效几年')], { title: '' }),
  part('archive', 'printing', '格式要求', 'i', 'text', [textField, line('appliesTo', '适用于'), line('paper', '纸张'), number('lineSpacing', '行距'), line('binding', '装订'), 
    whole('marginsMm.top', '上边距（毫米）'), whole('marginsMm.bottom', '下边距（毫米）'), whole('marginsMm.left', '左边距（毫米）'), whole('marginsMm.right', '右边距（毫米）'),
    line('title.family', '标题字体'), line('title.size', '标题字号'), line('body.family', '正文字体'), line('body.size', '正文字号'),
  ], { text: '' }),
  part('funding', 'funding.amounts', '经费标准', 'p', 'purpose', [
    choice('basis', '怎么算', bases), special('amountFen', '金额', 'money', { hint: '没有写数的留空' }), periodField(), line('purpose', '用途'), line('payer', '谁拨'), line('payee', '拨给谁'), special('studioLevel', '只对这一级的工作室', 'level'),
    line('condition', '条件'), line('scope', '范围'), line('costKind', '费用种类'), settable('rolesCounted', '按人头算时，哪些人算', roleWords, { many: true }), settable('countingDay', '按哪一天的人数', countingDays),
  ], { basis: 'perStudioPerYear', per: 'year' }, true),
  part('funding', 'funding.categories', '支出范围', 'pc', 'allowed', [texts('allowed', '可用于', required), line('appliesTo', '适用于')], {}),
  part('funding', 'funding.controls', '管理要求', 'pk', 'text', [textField, choices('rules', '属于', controlNames)], { text: '' }),
  part('funding', 'funding.consequences', '经费与考核', 'pq', 'text', [textField, line('when', '什么情况', required)], { text: '', when: '' }),
  part('assessment', 'assessment.stages', '考核阶段', 't', 'name', [line('name', '名称', required), choice('stage', '哪一种', stageNames, required), periodField('多久一次'), whole('times', '几次'), texts('by', '谁考核')], { name: '年度考核', stage: 'annual', per: 'year' }),
  part('assessment', 'assessment.scales', '等次', 'ts', 'grades', [
    choices('stages', '用于哪些考核', stageNames, required), choice('subject', '考核谁', assessedNames, required), special('grades', '等次（从高到低）', 'grades', required),
  ], { stages: ['annual'], subject: 'studio', grades: [{ name: '合格', passes: true }, { name: '不合格', passes: false }] }),
  part('assessment', 'assessment.methods', '考核办法', 'tm', 'items', [texts('items', '办法', required)], {}),
  part('assessment', 'assessment.indicators', '考核内容', 'ti', 'items', [choice('subject', '考核谁', assessedNames), texts('items', '内容', required)], {}),
  part('assessment', 'assessment.scoring', '计分', 'to', 'text', [textField, choice('period', '周期', periodNames), table('points', '分值'), table('winners', '名额', { range: true }), table('weights', '权重（百分之几）'), table('minutes', '时间（分钟）')], { text: '' }),
  part('assessment', 'assessment.attendance', '考勤要求', 'ta', 'text', [textField, special('absenceShare', '缺席达到', 'fraction'), yes('inclusive', '正好达到也算'), choices('effects', '结果', effectNames)], { text: '' }),
  part('assessment', 'assessment.consequences', '结果运用', 'tc', 'text', [
    textField, line('when', '什么结果', required), choices('subjects', '对谁', assessedNames, required), choices('effects', '怎么办', effectNames, required), choice('stage', '哪次考核', stageNames),
  ], { text: '', when: '', subjects: ['studio'], effects: ['commend'] }),
  part('assessment', 'tiers', '称号', 'y', 'name', [line('name', '名称', required), whole('order', '梯级', { hint: '从低到高' }), special('level', '级别', 'level'), whole('validYears', '有效几年'), whole('min', '至少几人'), whole('max', '至多几人'), yes('approx', '左右')], { name: '' }),
  part('assessment', 'promotions', '晋升', 'yp', 'steps', [special('steps', '从哪个称号到哪个称号', 'steps', required)], {}),
  part('changes', 'changes', '成员变动', 'h', 'text', [textField, choice('change', '哪一种', changeNames, required), line('when', '什么时候'), texts('approvals', '经谁同意'), choices('appliesTo', '对谁', roleWords)], { text: '', change: 'adjust' }),
  part('changes', 'benefits', '待遇', 'b', 'text', [textField, special('share', '比例', 'fraction')], { text: '' }),
  part('changes', 'support', '保障', 'u', 'text', [textField], { text: '' }),
  part('changes', 'notes', '说明', 'n', 'text', [textField], { text: '' }),
  part('unclear', 'openQuestions', '存疑之处', 'z', 'text', [textField], { text: '' }),
  part('unclear', 'settings', '要定下来的理解', null, 'question', [
    line('question', '问题', required), reading('reading', '现在按'), choice('because', '原因', { ambiguous: '原文有两种理解', silent: '原文没有写' }, required), line('readingLabel', '这样说', required), alternatives('alternatives', '其他可能'),
  ], {}),
]

/** Values of the scheme itself, not of a fact. */
export interface SchemeScalar {
  readonly path: string
  readonly section: SchemeSectionKey
  readonly field: SchemeField
}

export const schemeScalars: readonly SchemeScalar[] = [
  { path: 'title', section: 'basics', field: line('title', '名称', required) },
  { path: 'kind', section: 'basics', field: choice('kind', '用于', schemeKindNames, required) },
  { path: 'level.key', section: 'basics', field: special('level.key', '规程的级别', 'level', required) },
  { path: 'region', section: 'basics', field: line('region', '地区') },
  { path: 'funding.overspend', section: 'funding', field: choice('funding.overspend', '超支时', { refuse: '不许记账', warn: '提醒', allow: '不提醒' }) },
  { path: 'funding.otherCategories', section: 'funding', field: choice('funding.otherCategories', '范围以外的支出', { refuse: '不许记账', warn: '提醒' }) },
]

/** What tells a scheme from others; not a difference of what it rules. */
export const identityKeys = ['code', 'version', 'basedOn', 'format', 'formatVersion'] as const

/** The part that stands at this path. @throws when there is none: paths come from the table above */
export function partAt(path: string): SchemePart {
  const found = schemeParts.find((each) => each.path === path)
  if (!found) throw new Error(`no part of a scheme at ${path}`)
  return found
}
