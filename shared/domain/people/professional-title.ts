import { squeezed } from './typed-text.ts'

/** Levels of a professional title, the highest first; caps on lecture fees go by them. */
export const titleLevels = ['seniorFull', 'senior', 'middle', 'junior', 'entry'] as const
export type TitleLevel = (typeof titleLevels)[number]
export const titleLevelNames: Readonly<Record<TitleLevel, string>> = {
  seniorFull: '正高级', senior: '副高级', middle: '中级', junior: '助理级', entry: '员级',
}

/** Present names: the five of the reform of 2015 (primary and secondary schools, kindergartens), then vocational schools, universities, research. */
const levelOfTitle: ReadonlyMap<string, TitleLevel> = new Map([
  ['正高级教师', 'seniorFull'], ['高级教师', 'senior'], ['一级教师', 'middle'], ['二级教师', 'junior'], ['三级教师', 'entry'],
  ['正高级讲师', 'seniorFull'], ['高级讲师', 'senior'], ['讲师', 'middle'], ['助理讲师', 'junior'],
  ['正高级实习指导教师', 'seniorFull'], ['高级实习指导教师', 'senior'], ['一级实习指导教师', 'middle'],
  ['二级实习指导教师', 'junior'], ['三级实习指导教师', 'entry'],
  ['教授', 'seniorFull'], ['副教授', 'senior'], ['助教', 'junior'],
  ['研究员', 'seniorFull'], ['副研究员', 'senior'], ['助理研究员', 'middle'], ['研究实习员', 'junior'],
])

/** Titles in the order in which a form offers them. */
export const professionalTitles: readonly string[] = [...levelOfTitle.keys()]

/** Level of a present title; null for one of another profession. */
export function titleLevel(title: string): TitleLevel | null {
  return levelOfTitle.get(title) ?? null
}

/**
 * Names from before 2015 and what they are now. 小学高级教师 is 一级教师, a middle rank: the classic mistake of imports,
 * and it decides how much a lecture may cost.
 */
const presentNameOf: ReadonlyMap<string, string> = new Map([
  ['中学高级教师', '高级教师'], ['中学一级教师', '一级教师'], ['中学二级教师', '二级教师'], ['中学三级教师', '三级教师'],
  ['小学中学高级教师', '高级教师'], ['幼儿园中学高级教师', '高级教师'],
  ['小学高级教师', '一级教师'], ['小学一级教师', '二级教师'], ['小学二级教师', '三级教师'], ['小学三级教师', '三级教师'],
  ['幼儿园高级教师', '一级教师'], ['幼儿园一级教师', '二级教师'], ['幼儿园二级教师', '三级教师'], ['幼儿园三级教师', '三级教师'],
])

/** Short forms, spelt out to a present or to an old name. */
const spelledOut: ReadonlyMap<string, string> = new Map([
  ['正高', '正高级教师'], ['正高级', '正高级教师'], ['教授级中学高级教师', '正高级教师'],
  ['高级', '高级教师'], ['副高', '高级教师'], ['副高级', '高级教师'],
  ['一级', '一级教师'], ['二级', '二级教师'], ['三级', '三级教师'], ['员级', '三级教师'],
  ['中高', '中学高级教师'], ['中一', '中学一级教师'], ['中二', '中学二级教师'], ['中三', '中学三级教师'],
  ['小中高', '小学中学高级教师'], ['幼中高', '幼儿园中学高级教师'],
  ['小高', '小学高级教师'], ['小一', '小学一级教师'], ['小二', '小学二级教师'], ['小三', '小学三级教师'],
  ['幼高', '幼儿园高级教师'], ['幼一', '幼儿园一级教师'], ['幼二', '幼儿园二级教师'], ['幼三', '幼儿园三级教师'],
  ['高讲', '高级讲师'], ['助讲', '助理讲师'], ['助理教师', '二级教师'],
])

/** Level words that leave two titles open: the likelier one is taken, with a word about it. */
const levelOnly: ReadonlyMap<string, string> = new Map([['中级', '一级教师'], ['助理级', '二级教师'], ['初级', '二级教师'], ['中职', '一级教师']])

const noTitle = new Set(['', '无', '暂无', '没有', '未评', '未定', '未定级', '未评定', '未聘', '无职称', '见习', '见习期', '试用期', '-', '--', '—', '——', '/', '\\'])

/** Honours that stand in the title column again and again; they are none. */
const honours = ['特级教师', '骨干教师', '学科带头人', '教学能手', '名教师', '名师', '教坛新秀', '教学新秀', '优秀教师', '先进教师', '首席教师']

export interface TitleFacts {
  /** The present name, or as typed when it is of another profession; null: the person has none. */
  readonly title: string | null
  readonly level: TitleLevel | null
  /** The name from before 2015 that stood there. */
  readonly oldName?: string
  /** An honour that stood in the title column. */
  readonly honour?: string
  /** Chinese, for the user to check. */
  readonly warning?: string
}

/** Reads a title in any of its usual spellings; never refuses, since forms hold titles of every profession. */
export function readProfessionalTitle(typed: string): TitleFacts {
  const whole = squeezed(typed)
  const text = whole.replace(/(?<!\d)[1-3](?=级(教师|老师|$))/g, (d) => '一二三'.charAt(Number(d) - 1))
  const post = postGrade(whole)
  const bare = text.replace(/[(（][^)）]*[)）]/g, '').replace(/[。.]$/, '')
  if (noTitle.has(bare)) return post ?? { title: null, level: null }
  const honour = honours.find((word) => bare.includes(word))
  if (honour !== undefined) return besideHonour(bare, honour)
  const known = spelled(bare)
  if (known !== null) return known
  if (post !== null) return post
  const guess = levelOnly.get(bare)
  if (guess !== undefined) {
    return { title: guess, level: titleLevel(guess), warning: `职称只写了“${bare}”，暂按“${guess}”处理，请核对` }
  }
  const first = bare.split(/[/、,;；，|]/).map((part) => spelled(part)).find((facts) => facts !== null)
  if (first !== undefined && first !== null) {
    return { ...first, warning: `职称栏里写了“${bare}”，取其中的“${first.title ?? ''}”，请核对` }
  }
  return { title: bare, level: null, warning: `“${bare}”不在教师职称之内，按原文保留，请核对` }
}

function spelled(bare: string): TitleFacts | null {
  const plain = bare
    .replace(/^中小学(?=正?高级|[一二三]级)/, '')
    .replace(/^(中|小|幼)教(?=[高一二三])/, '$1学').replace(/^幼学/, '幼儿园').replace(/^幼儿(?=[高一二三])/, '幼儿园')
    .replace(/老师$/, '教师')
    .replace(/^(.*[高一二三]级)职称?$/, '$1')
  const named = spelledOut.get(plain) ?? (/[高一二三]级$/.test(plain) && plain.length > 3 ? `${plain}教师` : plain)
  const old = presentNameOf.get(named)
  if (old !== undefined) {
    return {
      title: old, level: titleLevel(old), oldName: named,
      ...(named === '小学高级教师' || named === '幼儿园高级教师'
        ? { warning: `“${named}”是 2015 年以前的名称，对应现在的“一级教师”（中级），不是“高级教师”` }
        : { warning: `“${named}”是 2015 年以前的名称，已换成现在的“${old}”` }),
    }
  }
  const level = titleLevel(named)
  return level === null ? null : { title: named, level }
}

/** 专业技术七级: the grade of the post a title is paid at (1–4 full senior, 5–7 senior, 8–10 middle, 11–12 junior, 13 entry). */
function postGrade(text: string): TitleFacts | null {
  const match = /(?:专业技术|专技)(?:岗位?)?(十?[一二三四五六七八九十]|1[0-3]|[1-9])级/.exec(text)
  if (match?.[1] === undefined) return null
  const grade = /\d/.test(match[1]) ? Number(match[1]) : chineseGrade(match[1])
  const title = grade <= 4 ? '正高级教师' : grade <= 7 ? '高级教师' : grade <= 10 ? '一级教师' : grade <= 12 ? '二级教师' : '三级教师'
  return { title, level: titleLevel(title), warning: `职称栏里是岗位等级“${match[0]}”，按“${title}”处理，请核对` }
}

function chineseGrade(text: string): number {
  const digit = '一二三四五六七八九'
  if (text === '十') return 10
  return text.startsWith('十') ? 10 + digit.indexOf(text.charAt(1)) + 1 : digit.indexOf(text) + 1
}

function besideHonour(bare: string, honour: string): TitleFacts {
  const rest = bare.replace(honour, '').replace(/^[/、,;；，|及和兼]+|[/、,;；，|及和兼]+$/g, '')
  const beside = rest === '' ? null : spelled(rest)
  const words = beside?.title ? `职称取“${beside.title}”` : '请在职称栏补填职称'
  return {
    title: beside?.title ?? null,
    level: beside?.level ?? null,
    ...(beside?.oldName === undefined ? {} : { oldName: beside.oldName }),
    honour,
    warning: `“${honour}”是荣誉称号，不是职称；已改记到荣誉栏，${words}`,
  }
}
