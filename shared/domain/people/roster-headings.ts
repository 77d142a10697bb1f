import { halfWidth } from '../dates/half-width.ts'
import type { PersonField } from './person-fields.ts'

/** What a column of a roster may be taken for: a field of a person, or nothing on purpose. */
export type RosterTarget = PersonField | 'ignore'

/**
 * The usual names of the columns. The lists are ordered: where a roster has two columns for one field (学历 and 最高学历),
 * the earlier name wins. Names that only probably mean the field stand behind `likely`.
 */
const headingTable: readonly (readonly [PersonField, { readonly certain: string; readonly likely?: string }])[] = [
  ['name', { certain: '姓名 教师姓名 教职工姓名 教工姓名 职工姓名 员工姓名 人员姓名 成员姓名 学员姓名 老师姓名 真实姓名 名字', likely: '教师 老师 人员' }],
  ['sex', { certain: '性别' }],
  ['idNumber', {
    certain: '身份证号 身份证号码 公民身份号码 公民身份证号 公民身份证号码 居民身份证号 居民身份证号码 身份证件号码 身份证件号 身份证 身份证编号 身份号码',
    likely: '证件号码 证件号',
  }],
  ['bornOn', { certain: '出生日期 出生年月 出生年月日 出生时间 生日 生年月日 出生' }],
  ['phone', { certain: '手机号码 手机号 手机 移动电话 联系手机 本人手机 联系电话 联系方式 电话 电话号码 本人电话 联系号码', likely: '办公电话 单位电话' }],
  ['ethnicity', { certain: '民族' }],
  ['politicalStatus', { certain: '政治面貌 政治面目 政治身份', likely: '党派 是否党员' }],
  ['education', {
    certain: '最高学历 现学历 学历 文化程度 学历层次 学历学位 最高学历学位 学历/学位 现有学历',
    likely: '在职学历 在职教育学历 全日制学历 全日制教育学历 第一学历 原学历 原始学历',
  }],
  ['degree', { certain: '最高学位 学位 学位名称' }],
  ['graduatedFrom', {
    certain: '毕业院校 毕业学校 最高学历毕业院校 毕业院校及专业 毕业学校及专业 毕业院校专业 毕业院校系及专业 最高学历院校 何时何校毕业 何校何专业毕业',
    likely: '全日制毕业院校 院校 第一学历毕业院校 学习院校',
  }],
  ['schoolName', { certain: '工作单位 所在单位 所在学校 单位 学校 单位名称 学校名称 任教学校 从教学校 现工作单位 现任教学校 工作学校 现单位', likely: '单位全称 编制单位 人事关系所在单位' }],
  ['post', { certain: '职务 行政职务 现任职务 担任职务 现任行政职务 校内职务 任职情况 职务岗位', likely: '岗位 工作岗位 任职 工作分工' }],
  ['subject', { certain: '任教学科 主教学科 主要任教学科 所教学科 现任教学科 任教科目 学科 科目 任课 任课科目', likely: '从事专业 学科专业 兼教学科' }],
  ['schoolStage', { certain: '任教学段 学段 所在学段 主要任教学段 学段类别' }],
  ['professionalTitle', {
    certain: '职称 专业技术职务 专业技术资格 任职资格 专业技术职称 技术职称 现职称 现有职称 最高职称 现持有最高职称 职称名称 职称名 职称级别 职称等级 教师职称 专业技术职务名称 专业技术资格名称 资格名称 现聘职称 现有专业技术资格 技术职务',
    likely: '职称/职务 职务/职称 职称职务 职务职称 现聘岗位 专业技术岗位 岗位等级',
  }],
  ['titleGrantedOn', {
    certain: '职称取得时间 职称评定时间 取得职称时间 职称评审时间 职称评审通过时间 职称时间 取得现职称时间 现职称取得时间 现职称时间 任职资格取得时间 取得任职资格时间 专业技术职务取得时间 专业技术资格取得时间 资格取得时间 专业技术资格时间 职称批准时间 何时评定 评审通过时间 职称取得年月 职称日期',
    likely: '职称聘任时间 聘任时间 现聘职级时间',
  }],
  ['teachingSince', {
    certain: '任教时间 从教时间 开始任教时间 任教年月 从教年月 从事教育工作时间 参加教育工作时间 从教起始时间 任教起始时间 教龄起始时间 首次任教时间',
    likely: '参加工作时间 参加工作年月 参加工作日期 工作时间 参工时间 参加工作 首次进入区教育时间',
  }],
  ['homeroomYears', { certain: '班主任年限 班主任龄 班主任工作年限 任班主任年限 担任班主任年限 班主任工龄 班主任任职年限' }],
  ['honours', { certain: '荣誉称号 荣誉 所获荣誉 主要荣誉 获奖情况 荣誉情况 市级以上荣誉', likely: '骨干称号 最高骨干教师级别 人才项目称号' }],
  ['email', { certain: '电子邮箱 邮箱 电子邮件 电子信箱 email e-mail 邮箱地址' }],
  ['staffNo', { certain: '工号 教师编号 职工号 教工号 教职工号 人员编号 员工编号 职工编号 教师工号 人员工号' }],
  ['note', { certain: '备注 说明 备注说明' }],
]

/** Columns that rosters have and a person does not: left out without asking. */
const ignoredHeadings = new Set((
  '序号 编号 序列 no 号 年龄 周岁 籍贯 出生地 户籍 户口所在地 婚姻状况 健康状况 家庭住址 家庭地址 现住址 住址 通讯地址 邮编 邮政编码 '
  + '入党时间 教龄 工龄 从教年限 任教年限 连续工龄 任教年级 所教年级 任教班级 所教班级 班级 班主任 周课时 课时 课时数 专业 所学专业 毕业专业 毕业时间 '
  + '最高学历专业 普通话 普通话等级 普通话层次 教师资格 教师资格证 教师资格证号 教师资格种类 教师资格学科 职称证号 职称证专业 编制 编制类型 是否在编 在编情况 入编时间 '
  + '进入本校时间 来校时间 调入时间 进入现单位时间 银行卡号 开户行 工资卡号 照片 相片 签名 签字 签到 紧急联系人 紧急联系电话 微信 微信号 qq qq号'
).split(' '))

export type HeadingConfidence = 'certain' | 'likely'

/** What a heading means; `rank` is lower for the name that wins when two columns mean the same field. */
export interface HeadingMeaning {
  readonly target: RosterTarget
  readonly confidence: HeadingConfidence
  readonly rank: number
}

const meanings: ReadonlyMap<string, HeadingMeaning> = new Map<string, HeadingMeaning>([
  ...[...ignoredHeadings].map((word) => [word, { target: 'ignore', confidence: 'certain', rank: 0 }] as const),
  ...headingTable.flatMap(([target, names]) => {
    const certain = names.certain.split(' ')
    return [
      ...certain.map((word, rank) => [headingKey(word), { target, confidence: 'certain', rank }] as const),
      ...(names.likely?.split(' ') ?? []).map((word, rank) => [headingKey(word), { target, confidence: 'likely', rank: certain.length + rank }] as const),
    ]
  }),
])

/** Names that may stand inside a longer heading (教师身份证号码(18位)); the longest first, so that 职称取得时间 is no 职称. */
const inside: readonly string[] = [...meanings.keys()].filter((word) => [...word].length >= 2 && !/^[a-z]/.test(word)).toSorted((a, b) => b.length - a.length)

/**
 * A heading as it is compared and remembered: half-width, lower-case, without blanks, line ends, asterisks, colons and
 * hints in brackets: `姓 名`, `*姓名（必填）` and `姓名:` are all `姓名`.
 */
export function headingKey(heading: string): string {
  const plain = halfWidth(heading).toLowerCase().replaceAll(' ', '')
  return plain.replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '').replace(/^\d+[.、]/, '').replace(/[*※★:：。.、，,'"“”\\|-]/g, '') || plain
}

/** The meaning of a heading, by its full name or by a name that stands in it; null when it says nothing to us. */
export function headingMeaning(heading: string): HeadingMeaning | null {
  const key = headingKey(heading)
  const whole = meanings.get(key)
  if (whole !== undefined) return whole
  if ([...key].length > 14) return null
  const word = inside.find((candidate) => key.includes(candidate))
  const meaning = word === undefined ? undefined : meanings.get(word)
  return meaning === undefined ? null : { ...meaning, confidence: 'likely', rank: meaning.rank + 100 }
}
