import type { Sex } from './id-number.ts'
import { squeezed } from './typed-text.ts'

/** What a word of a fixed list was read as. `value` null means: nothing, on purpose (无, —). */
export interface WordReading {
  readonly value: string | null
  /** Whether the word is one of the list; a strange one is kept as typed. */
  readonly known: boolean
}

const nothing = new Set(['', '无', '暂无', '没有', '-', '--', '—', '——', '/', '\\'])

function lookUp(typed: string, table: ReadonlyMap<string, string>): WordReading {
  const word = squeezed(typed)
  if (nothing.has(word)) return { value: null, known: true }
  const value = table.get(word)
  return value === undefined ? { value: word, known: false } : { value, known: true }
}

/** `standard: synonym synonym` a line, as one map from every spelling to the standard one. */
function synonyms(lines: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const line of lines.trim().split('\n')) {
    const [standard = '', rest = ''] = line.trim().split(':')
    table.set(standard, standard)
    for (const word of rest.trim().split(' ')) if (word !== '') table.set(word, standard)
  }
  return table
}

const sexWords = new Map<string, Sex>([
  ['男', 'male'], ['男性', 'male'], ['M', 'male'], ['m', 'male'], ['1', 'male'], ['男教师', 'male'], ['♂', 'male'],
  ['女', 'female'], ['女性', 'female'], ['F', 'female'], ['f', 'female'], ['2', 'female'], ['女教师', 'female'], ['♀', 'female'],
])

/** The sex; null when the word is none (GB/T 2261.1: 1 male, 2 female). */
export function readSex(typed: string): Sex | null {
  return sexWords.get(squeezed(typed)) ?? null
}

/** The 56 of GB/T 3304. */
export const ethnicities: readonly string[] = (
  '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 '
  + '佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 '
  + '锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 '
  + '赫哲族 门巴族 珞巴族 基诺族'
).split(' ')
const ethnicityTable: ReadonlyMap<string, string> = new Map([
  ...ethnicities.map((name) => [name, name] as const),
  ...ethnicities.map((name) => [name.slice(0, -1), name] as const),
  ['维族', '维吾尔族'], ['哈族', '哈萨克族'], ['蒙族', '蒙古族'], ['鲜族', '朝鲜族'], ['柯族', '柯尔克孜族'],
])
/** 汉 or 汉族 alike. */
export const readEthnicity = (typed: string): WordReading => lookUp(typed, ethnicityTable)

const politicalTable = synonyms(`
  中共党员: 党员 共产党员 中国共产党党员 中共 中共正式党员 正式党员
  中共预备党员: 预备党员 中国共产党预备党员
  共青团员: 团员 中国共产主义青年团团员 共青团
  民革党员: 民革 民革会员
  民盟盟员: 民盟 民盟会员
  民建会员: 民建
  民进会员: 民进
  农工党党员: 农工党 农工民主党党员 农工
  致公党党员: 致公党
  九三学社社员: 九三学社 九三 九三社员
  台盟盟员: 台盟
  无党派人士: 无党派 无党派民主人士
  群众: 普通群众 公民 一般群众
`)
/** The 13 of GB/T 4762, in its order. */
export const politicalStatuses: readonly string[] = [...new Set(politicalTable.values())]
export const readPoliticalStatus = (typed: string): WordReading => lookUp(typed, politicalTable)

const educationTable = synonyms(`
  博士研究生: 博士 博士生 研究生(博士) 博士毕业
  硕士研究生: 硕士 硕士生 研究生(硕士) 硕士毕业 教育硕士
  研究生: 研究生毕业 在职研究生 研究生课程班
  大学本科: 本科 大学 大本 本科毕业 大学毕业 全日制本科 函授本科 自考本科 在职本科 本科学历 师范本科
  大学普通班: 大普
  大学专科: 专科 大专 专科毕业 大专毕业 全日制专科 函授专科 自考大专 师专 高职 专科学历
  中等专科: 中专 中师 中等师范 中专毕业 幼师 师范 中等专业学校
  高中: 高中毕业 普通高中
  职业高中: 职高
  技工学校: 技校 中技
  初中: 初中毕业 初级中学
  小学: 小学毕业
`)
/** After GB/T 4658, the highest first. */
export const educations: readonly string[] = [...new Set(educationTable.values())]

const degreeEnd = /(名誉博士|博士|硕士|学士)(学位)?$/

/**
 * Education, and a degree where the cell names both (本科/学士, 大学本科 教育学学士). 硕士 alone in an education column means
 * a 硕士研究生.
 */
export function readEducation(typed: string): WordReading & { readonly degree?: string } {
  const word = squeezed(typed)
  const plain = word.replace(/[(（](全日制|在职|函授|自考|成教|电大|网络教育|非全日制|业余|党校)[)）]/g, '')
  const whole = lookUp(plain, educationTable)
  if (whole.known) return whole
  const parts = plain.split(/[/、,;；，|]/).filter((part) => part !== '')
  const education = parts.map((part) => lookUp(part, educationTable)).find((part) => part.known && part.value !== null)
  const degreePart = parts.find((part) => degreeEnd.test(part))
  const degree = degreePart === undefined ? undefined : readDegree(degreePart).value
  if (education !== undefined) return degree ? { ...education, degree } : education
  const joined = /^(博士研究生|硕士研究生|研究生|大学本科|本科|大学|大学专科|专科)(.*(?:博士|硕士|学士)(?:学位)?)$/.exec(plain)
  if (joined?.[1] !== undefined && joined[2] !== undefined) {
    const joinedDegree = readDegree(joined[2]).value
    return { ...lookUp(joined[1], educationTable), ...(joinedDegree === null ? {} : { degree: joinedDegree }) }
  }
  const inside = /(博士|硕士|研究生|本科|专科|大专|中专|中师)/.exec(plain)?.[1]
  return inside === undefined ? { value: word, known: false } : lookUp(inside, educationTable)
}

/** 教育学学士, 硕士 …: the field of study stays, the word 学位 goes (GB/T 6864). */
export function readDegree(typed: string): WordReading {
  const word = squeezed(typed)
  if (nothing.has(word) || word === '无学位') return { value: null, known: true }
  const match = degreeEnd.exec(word)
  return match === null ? { value: word, known: false } : { value: word.replace(/学位$/, ''), known: true }
}

const stageTable = synonyms(`
  学前教育: 幼儿园 学前 幼儿 幼教
  小学: 小学教育 小学部
  初中: 普通初中 初级中学 初中部
  高中: 普通高中 高级中学 高中部
  九年一贯制: 九年一贯 九年制 九年一贯制学校
  完全中学: 完中
  中等职业教育: 中职 职高 职业高中 中等职业学校 职业中专 职业教育
  特殊教育: 特教
  成人教育: 成教
  其他: 其它
`)
/** 学段, from the youngest; after the school-stage codes of JY/T 0633 as schools say them. */
export const schoolStages: readonly string[] = [...new Set(stageTable.values())]
export const readSchoolStage = (typed: string): WordReading => lookUp(typed, stageTable)

const subjectTable = synonyms(`
  语文:
  数学:
  英语: 外语
  日语:
  俄语:
  物理:
  化学:
  生物学: 生物
  历史:
  地理:
  道德与法治: 道法 品德 思品 思想品德 品德与社会 品德与生活 道德与法制
  思想政治: 政治 思政
  科学: 自然
  信息科技: 信息技术 信息 计算机 微机
  通用技术: 通技
  体育与健康: 体育 体健
  音乐:
  美术:
  艺术:
  劳动: 劳动教育 劳技 劳动技术
  综合实践活动: 综合实践 综合
  心理健康: 心理 心理健康教育
  学前教育: 幼教 幼儿教育
  特殊教育: 特教
`)
/** Subjects in the order of the curriculum. */
export const subjects: readonly string[] = [...new Set(subjectTable.values())]
/** A subject by any usual name; what is not on the list (schools teach more) is kept as typed. */
export const readSubject = (typed: string): WordReading => lookUp(typed, subjectTable)
