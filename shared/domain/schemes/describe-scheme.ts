import { activityKindNames } from '../activities/activity-words.ts'
import { studioLevels } from '../studios/studio-words.ts'
import { amountText, dutyExtras, moneyText } from './describe-amounts.ts'
import { assessmentLines } from './describe-assessment.ts'
import { criterionText } from './describe-eligibility.ts'
import { setupLines, titleLines } from './describe-setup.ts'
import { line, type SchemeLine } from './scheme-line.ts'
import type { SchemeRole, ShareLimit } from './scheme-people.ts'
import type { Scheme } from './scheme-format.ts'
import { periodNames } from './scheme-fragments.ts'
import { levelName, settingLabel, type ChosenSettings } from './scheme-settings.ts'
import { listText, subjectName } from './scheme-names.ts'

export interface SchemeSection {
  readonly key:
    | 'people' | 'composition' | 'eligibility' | 'cycle' | 'setup' | 'duties' | 'meetings' | 'funding' | 'assessment' | 'changes' | 'archive' | 'filing'
    | 'titles' | 'governance' | 'benefits' | 'forms' | 'activities' | 'lists' | 'notes' | 'questions'
  readonly title: string
  readonly lines: readonly SchemeLine[]
}

/** The levels that a studio of the scheme may have, with their local names, the lowest first. */
export function studioLevelsOf(scheme: Scheme): { readonly key: (typeof studioLevels)[number]; readonly name: string }[] {
  return studioLevels.flatMap((key) => {
    const name = levelName(scheme, key)
    return name === undefined ? [] : [{ key, name }]
  })
}

/** 规定 7 人 / 约 6 人 / 至少 2 人; null where the scheme prints no number. */
export function wantedNumber({ min, max, approx }: Pick<SchemeRole, 'min' | 'max' | 'approx'>): string | null {
  if (approx !== undefined) return `${approx} 人左右`
  if (min !== undefined && max !== undefined) return min === max ? `${min} 人` : `${min}—${max} 人`
  if (max !== undefined) return `最多 ${max} 人`
  return min === undefined ? null : `至少 ${min} 人`
}

/** The scheme in short sentences, section by section, every fact of it in some line; a section on which it is silent is left out. */
export function describeScheme(scheme: Scheme, chosen: ChosenSettings = {}): SchemeSection[] {
  const sections: SchemeSection[] = [
    { key: 'people', title: '角色与人数', lines: (scheme.roles ?? []).map((role) => line(role, roleText(scheme, role))) },
    {
      key: 'composition', title: '成员构成',
      lines: [
        ...(scheme.shareLimits ?? []).map((limit) => line(limit, `${limit.text}${shareBasis(scheme, limit, chosen)}`)),
        ...(scheme.composition ?? []).map((rule) => line(rule, rule.text)),
        ...(scheme.quotas ?? []).map((quota) => line(quota, quota.text)),
      ],
    },
    { key: 'eligibility', title: '人选条件', lines: (scheme.eligibility ?? []).map((criterion) => line(criterion, criterionText(scheme, criterion))) },
    { key: 'cycle', title: '周期与命名', lines: cycleLines(scheme) },
    { key: 'setup', title: '设立与选拔', lines: setupLines(scheme, chosen) },
    { key: 'titles', title: '称号', lines: titleLines(scheme) },
    { key: 'meetings', title: '会议与活动', lines: (scheme.meetings ?? []).map((meeting) => line(meeting, `${meeting.printedAs}：${amountText(meeting)}`)) },
    {
      key: 'funding', title: '经费',
      lines: [
        ...(scheme.funding?.amounts ?? []).map((amount) => line(amount, moneyText(scheme, amount, chosen))),
        ...(scheme.funding?.categories ?? []).map((list) => line(list, `${list.appliesTo ?? ''}可用于：${listText(list.allowed)}`)),
        ...(scheme.funding?.controls ?? []).map((control) => line(control, control.text)),
        ...(scheme.funding?.consequences ?? []).map((each) => line(each, each.text)),
      ],
    },
    {
      key: 'duties', title: '职责与任务',
      lines: (scheme.duties ?? []).map((duty) =>
        line(duty, `${subjectName(scheme, duty.subject)}：${duty.title}（${[amountText(duty), ...dutyExtras(scheme, duty)].join('；')}）`)),
    },
    { key: 'assessment', title: '考核', lines: assessmentLines(scheme) },
    { key: 'changes', title: '成员变动', lines: (scheme.changes ?? []).map((change) => line(change, change.text)) },
    { key: 'archive', title: '档案', lines: (scheme.archive ?? []).map((item) => line(item, archiveText(scheme, item))) },
    {
      key: 'filing', title: '报送',
      lines: (scheme.filing ?? []).map((paper) => line(paper, [
        paper.what, ...(paper.to === undefined ? [] : [`报${paper.to}`]), ...(paper.per === undefined || paper.per === 'once' ? [] : [paper.per === 'event' ? '每次' : periodNames[paper.per]]),
        ...(paper.dueAt === undefined ? [] : [paper.dueAt]), ...(paper.steps === undefined ? [] : [`依次${paper.steps.join('、')}`]),
        ...filedFirst(scheme, paper.activities),
      ].join('，'))),
    },
    { key: 'governance', title: '管理机构', lines: (scheme.governance ?? []).map((each) => line(each, `${each.body}：${listText(each.tasks)}`)) },
    { key: 'benefits', title: '待遇与保障', lines: [...(scheme.benefits ?? []), ...(scheme.support ?? [])].map((each) => line(each, each.text)) },
    {
      key: 'forms', title: '表格与文件',
      lines: [
        ...(scheme.forms ?? []).map((form) => line(form, `${form.title}${form.validYears === undefined ? '' : `（${form.validYears} 年有效）`}`)),
        ...(scheme.printing ?? []).map((rule) => line(rule, `${rule.appliesTo ?? ''}${rule.appliesTo === undefined ? '' : '：'}${rule.text}`)),
      ],
    },
    { key: 'activities', title: '活动形式', lines: (scheme.activityKinds ?? []).map((kinds) => line(kinds, listText(kinds.names))) },
    { key: 'lists', title: '清单', lines: (scheme.checklists ?? []).map((list) => line(list, `${list.name}：${listText(list.items)}`)) },
    { key: 'notes', title: '说明', lines: (scheme.notes ?? []).map((note) => line(note, note.text)) },
    { key: 'questions', title: '原文没有说清的地方', lines: (scheme.openQuestions ?? []).map((question) => line(question, question.text)) },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}

function cycleLines(scheme: Scheme): readonly SchemeLine[] {
  const { issued, cycle, naming, venue } = scheme
  const papers = issued === undefined ? [] : [
    issued.by ?? '', issued.documentNo ?? '', ...(issued.on === undefined ? [] : [`${issued.on} 发布`]), ...(issued.signedOn === undefined ? [] : [`${issued.signedOn} 签发`]),
    ...(issued.effectiveOn === undefined ? [] : [`${issued.effectiveOn} 起施行`]), issued.status ?? '', ...(issued.repeals === undefined ? [] : [`废止${issued.repeals.join('、')}`]),
  ].filter((part) => part !== '')
  return [
    ...(issued === undefined ? [] : [line(issued, papers.join('，'))]),
    ...(cycle ? [line(cycle, `一个周期 ${cycle.years} ${cycle.unit === 'schoolYears' ? '学年' : '年'}${cycle.approx === true ? '左右' : ''}${cycle.meaning === undefined ? '' : `（${cycle.meaning}）`}`)] : []),
    ...(naming ? [line(naming, `${naming.text}${naming.plaque === undefined ? '' : `；牌匾：${naming.plaque}`}`)] : []),
    ...(venue ? [line(venue, venue.text)] : []),
  ]
}

/** 成员：7 人；计入…人数. */
export function roleText(scheme: Scheme, role: SchemeRole): string {
  const inside = role.includedIn === undefined ? '' : `，计入${scheme.roles?.find((other) => other.role === role.includedIn)?.displayName ?? ''}人数`
  return `${role.displayName}：${wantedNumber(role) ?? '没有写人数'}${role.per === undefined ? '' : `（${role.per}）`}${inside}`
}

/** What the school has settled on for the base, in the setting's own words. */
function shareBasis(scheme: Scheme, limit: ShareLimit, chosen: ChosenSettings): string {
  if (typeof limit.base === 'string') return limit.base === 'members' ? '（只按成员算）' : '（成员和主持人一起算）'
  const label = settingLabel(scheme, limit.base.setting, chosen)
  return label === null ? '' : `（按${label.replace(/^只?按/, '').replace(/算$/, '')}算）`
}

const mediaNames = { paper: '纸质', electronic: '电子', online: '网上' } as const

/** 县级及以上的活动先备案、批准了再开 */
function filedFirst(scheme: Scheme, activities: NonNullable<Scheme['filing']>[number]['activities']): string[] {
  if (activities === undefined) return []
  const level = activities.levelMin === undefined ? '' : `${levelName(scheme, activities.levelMin) ?? activities.levelMin}及以上的`
  const kinds = activities.kinds === undefined ? '活动' : listText(activities.kinds.map((kind) => activityKindNames[kind]))
  return [`${level}${kinds}先备案，批准了再开`]
}

function archiveText(scheme: Scheme, { item, subjects, contents, media, keptBy }: NonNullable<Scheme['archive']>[number]): string {
  const whose = subjects === undefined ? '' : `${subjects.map((subject) => subjectName(scheme, subject)).join('、')}：`
  const rest = [
    ...(contents === undefined ? [] : [listText(contents)]), ...(media === undefined ? [] : [media.map((each) => mediaNames[each]).join('和')]),
    ...(keptBy === undefined ? [] : [`${keptBy}保管`]),
  ]
  return `${whose}${item}${rest.length === 0 ? '' : `（${rest.join('；')}）`}`
}
