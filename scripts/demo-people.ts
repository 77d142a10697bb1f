import type { Cell } from 'write-excel-file/node'
import { idNumberCheckCharacter } from '../shared/domain/people/id-number.ts'
import { must } from '../shared/must.ts'
import { demoSchools } from './demo-layout.ts'

/** A mistake put in on purpose, and what reading the roster must say of it. */
export interface DemoMistake {
  readonly field: string
  readonly level: 'error' | 'warning'
  /** Chinese: what was done. */
  readonly what: string
  /** Stands in the message. */
  readonly says: string
}

/** One row of the roster, as it is written. */
export interface DemoPerson {
  readonly name: string
  readonly nameAsWritten: string
  readonly sex: '男' | '女'
  readonly ethnicity: string
  readonly bornCell: Cell
  readonly idCell: Cell
  readonly politicalStatus: string
  readonly education: string
  readonly degree: string
  readonly graduatedFrom: string
  readonly title: string
  readonly titleCell: Cell
  readonly subject: string
  readonly stage: string
  readonly post: string
  readonly teachingCell: Cell
  readonly homeroomYears: number
  readonly phoneCell: Cell
  readonly school: string
  readonly honours: string
  readonly note: string
  readonly mistakes: readonly DemoMistake[]
}

/** Invented names; among them surnames with a reading of their own, a compound one, a minority name, rare characters. */
const names = (
  '单雨桐 仇向阳 查思远 区明霞 曾庆禾 解春生 尉迟文博 欧阳若溪 买买提·艾力 马𠮷祥 简镕舟 覃海棠 '
  + '林知秋 沈清和 周远帆 吴晓岚 郑怀瑾 王小满 冯立夏 陈谷雨 褚星河 卫霜降 蒋南烛 韩白露 杨青禾 秦桑榆 许木槿 何守拙 吕若谷 施云帆 张弛 孔嘉树 '
  + '曹望舒 严冬至 华令仪 金石开 魏长风 陶朗月 姜采薇 戚行舟 谢春池 邹景行 柏舟 水清浅 窦燕青 章含玉 云归 苏杭生 潘知新 葛天民 范思齐 彭雪松 '
  + '鲁大川 韦晴 昌明 苗青 凤鸣岐 花满溪 方圆 俞伯安 任平生 袁有年 柳依依 鲍叔宁 史可鉴 唐棣 费晚晴 廉正 岑夏 薛涛声 雷鸣 贺新凉 倪云飞 汤沐 '
  + '滕玉阶 殷实 罗敷华 毕升平 郝时光 安如山 常乐 乐正平 于归 时雨 傅晴川 徐来'
).split(' ')

const subjects = ['语文', '数学', '英语', '物理', '化学', '生物', '历史', '地理', '道德与法治', '体育', '音乐', '美术', '信息技术', '心理健康'] as const
const colleges = ['青屏师范学院', '云岫师范专科学校', '云川教育学院', '东原师范大学', '南屏学院'] as const
const honourWords = ['', '', '', '县教坛新秀', '', '县骨干教师', '', '县优秀教师；县教坛新秀', '', '市学科带头人'] as const
const ethnicities = ['汉族', '汉', '汉族', '汉', '汉族', '畲族', '汉族', '汉', '汉族', '回族'] as const
const parties = ['群众', '党员', '中共党员', '群众', '群众', '团员', '民盟', '群众', '中共党员', '群众'] as const

/** A small generator with a fixed seed: the same roster every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const two = (value: number) => String(value).padStart(2, '0')
const text = (value: string): Cell => ({ value, type: String, format: '@' })
const chineseYear = (year: number) => [...String(year % 100).padStart(2, '0')].map((d) => '〇一二三四五六七八九'.charAt(Number(d))).join('')

/** The same month in the forms that one finds in one and the same roster. */
function dateCell(form: number, year: number, month: number, day: number): Cell {
  switch (form % 7) {
    case 0: return text(`${year}.${month}`)
    case 1: return text(`${year}-${two(month)}-${two(day)}`)
    case 2: return { value: new Date(Date.UTC(year, month - 1, day)), type: Date, format: 'yyyy/m/d' }
    case 3: return text(`${year}年${month}月`)
    case 4: return text(`${year}.${two(month)}`)
    case 5: return { value: new Date(Date.UTC(year, month - 1, 1)), type: Date, format: 'yyyy"年"m"月"' }
    default: return text(`${year}${two(month)}`)
  }
}

function personAt(index: number, pick: (below: number) => number): DemoPerson {
  const name = must(names[index], 'the caller stays inside the list')
  const yearPicked = 1967 + pick(34)
  const [month, day] = [1 + pick(12), 1 + pick(28)]
  const isMale = pick(100) < 42
  const post = posts[index]
  // Most women have retired at 55; a headmaster has been a teacher for long.
  const born = { year: Math.min(Math.max(yearPicked, isMale ? 1967 : 1972), post?.bornUpTo ?? 2000), month, day }
  const began = born.year + 21 + pick(4)
  const taught = 2026 - began
  const title = titleAfter(taught, index)
  const work = post?.name ?? (index % 9 === 0 && taught > 5 ? '教研组长' : index % 4 === 0 ? '班主任' : '')
  const granted = Math.min(2025, began + (title.rank === 0 ? 1 : title.rank * 7) + pick(3))
  const first17 = `3399${two(1 + pick(9))}${born.year}${two(born.month)}${two(born.day)}${two(pick(100))}${pick(5) * 2 + (isMale ? 1 : 0)}`
  const letters = [...name]
  const isFromElsewhere = index % 7 === 5
  return {
    name,
    nameAsWritten: letters.length === 2 ? `${letters[0]}　${letters[1]}` : name,
    sex: isMale ? '男' : '女',
    ethnicity: name.includes('·') ? '维吾尔' : ethnicities[pick(10)] ?? '汉族',
    bornCell: dateCell(pick(7), born.year, born.month, born.day),
    idCell: text(first17 + idNumberCheckCharacter(first17)),
    politicalStatus: partyAt(2026 - born.year, parties[pick(10)] ?? '群众'),
    education: pick(10) < 7 || title.rank === 4 ? '本科' : began < 1998 ? '大专' : began - born.year < 24 ? '本科' : '硕士研究生',
    degree: began > 2000 && pick(10) < 6 ? '学士' : '',
    graduatedFrom: colleges[pick(5)] ?? '',
    title: title.name,
    titleCell: title.name === '' ? null : dateCell(title.rank === 0 ? 0 : pick(2) * 3, granted, 12, 20),
    subject: subjects[index % subjects.length] ?? '语文',
    stage: '初中',
    post: work,
    teachingCell: index % 11 === 3 && began < 2000 ? text(`${chineseYear(began)}年8月`) : dateCell([0, 3, 4, 6][pick(4)] ?? 0, began, 8, 15),
    homeroomYears: Math.max(Math.min(taught, pick(18)), work === '班主任' ? 1 : 0),
    phoneCell: pick(2) === 0 ? text(`1540000${String(1000 + index)}`) : { value: 15_400_001_000 + index, type: Number, format: '0' },
    school: isFromElsewhere ? demoSchools.neighbours[index % 3] ?? demoSchools.own : demoSchools.own,
    honours: honoursAt(taught, honourWords[pick(10)] ?? ''),
    note: isFromElsewhere ? (index % 2 === 0 ? '交流教师' : '支教教师') : '',
    mistakes: [],
  }
}

/** Who leads the school: always one of its own, and of an age for it. */
const posts: Readonly<Record<number, { readonly name: string; readonly bornUpTo: number }>> = {
  13: { name: '校长', bornUpTo: 1974 }, 14: { name: '副校长', bornUpTo: 1980 }, 15: { name: '教务主任', bornUpTo: 1988 },
}

/** One leaves the Youth League at 28. */
function partyAt(age: number, picked: string): string {
  return picked === '团员' && age > 28 ? '群众' : picked
}

function honoursAt(taught: number, picked: string): string {
  if (taught < 4) return ''
  return taught < 12 && picked !== '' ? '县教坛新秀' : picked
}

function titleAfter(taught: number, index: number): { readonly name: string; readonly rank: number } {
  if (index === 13) return { name: '正高级教师', rank: 4 }
  if (taught > 20) return { name: index % 3 === 0 ? '一级教师' : '高级教师', rank: index % 3 === 0 ? 2 : 3 }
  if (taught > 9) return { name: '一级教师', rank: 2 }
  return taught > 2 ? { name: '二级教师', rank: 1 } : { name: taught > 1 ? '三级教师' : '', rank: 0 }
}

/** 86 people; one of them stands there twice, so 87 rows. */
export function makeDemoPeople(): readonly DemoPerson[] {
  const pick = numbers(20_260_901)
  const people = names.slice(0, 86).map((_, index) => personAt(index, pick))
  return withMistakes(people)
}

function withMistakes(people: readonly DemoPerson[]): readonly DemoPerson[] {
  const idOf = (person: DemoPerson) => String((person.idCell as { value: string }).value)
  const changed = people.map((person, index): DemoPerson => {
    const id = idOf(person)
    switch (index) {
      case 18: {
        const wrong = id.slice(0, 17) + (id.endsWith('3') ? '4' : '3')
        return { ...person, idCell: text(wrong), mistakes: [{ field: 'idNumber', level: 'error', what: '身份证号校验位错误', says: `第 18 位应为 ${id.slice(17)}` }] }
      }
      case 27: return {
        ...person,
        idCell: { value: Number(`${id.slice(0, 15)}000`), type: Number, format: '0' },
        mistakes: [{ field: 'idNumber', level: 'error', what: '身份证号被表格软件当成数字，末三位变成 000', says: '000' }],
      }
      case 36: return {
        ...person,
        bornCell: text(`${id.slice(6, 10)}-02-30`),
        mistakes: [{ field: 'bornOn', level: 'error', what: '不存在的日期', says: '没有 30 日' }],
      }
      case 45: return { ...person, title: '小学高级教师', mistakes: [{ field: 'professionalTitle', level: 'warning', what: '2015 年以前的职称', says: '一级教师' }] }
      case 54: return { ...person, phoneCell: text('1540000105'), mistakes: [{ field: 'phone', level: 'error', what: '手机号少一位', says: '10 位' }] }
      case 63: return { ...person, title: '中高', mistakes: [{ field: 'professionalTitle', level: 'warning', what: '职称简称', says: '高级教师' }] }
      default: return person
    }
  })
  const again = must(changed[20], 'there are 86')
  const repeated: DemoPerson = {
    ...again,
    nameAsWritten: again.name,
    mistakes: [{ field: 'person', level: 'error', what: '同一个人登记了两次', says: '重复' }],
  }
  return [...changed.slice(0, 78), repeated, ...changed.slice(78)]
}
