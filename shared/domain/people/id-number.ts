import { isDay } from '../dates/day.ts'
import { squeezed } from './typed-text.ts'

export type Sex = 'male' | 'female'
export const sexNames: Readonly<Record<Sex, string>> = { male: '男', female: '女' }

/** What an 18-digit number says about its holder (GB 11643-1999). */
export interface IdNumberFacts {
  /** 18 characters: digits, the last one perhaps `X`. */
  readonly value: string
  /** `YYYY-MM-DD`, from digits 7 to 14. */
  readonly bornOn: string
  /** From digit 17: odd is male. */
  readonly sex: Sex
  /** Chinese; present when the number holds but something about it is unusual. */
  readonly warning?: string
}

export type IdNumberFault = 'empty' | 'excelDamaged' | 'oldFifteen' | 'length' | 'characters' | 'birthDate' | 'checkDigit'

export type IdNumberReading =
  | { readonly ok: true; readonly value: IdNumberFacts }
  | { readonly ok: false; readonly fault: IdNumberFault; readonly message: string }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkCharacters = '10X98765432'

/** First two digits in use: the provinces of GB/T 2260 and, from 81 on, residence permits of Hong Kong, Macao and Taiwan people. */
const provinces = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54,
  61, 62, 63, 64, 65, 71, 81, 82, 83,
])

/** The 18th character that belongs to the first 17 digits: their weighted sum modulo 11 (GB 11643-1999, 4.4). */
export function idNumberCheckCharacter(first17: string): string {
  let sum = 0
  for (const [i, weight] of weights.entries()) sum += weight * Number(first17.charAt(i))
  return checkCharacters.charAt(sum % 11)
}

const damaged: IdNumberReading = {
  ok: false,
  fault: 'excelDamaged',
  message: '身份证号的后几位已经变成 000：表格软件把 18 位号码当成数字保存时只留前 15 位，后三位丢失，无法还原。'
    + '请在表里把这一列的单元格格式设为“文本”，再照身份证重新输入',
}

const refuse = (fault: IdNumberFault, message: string): IdNumberReading => ({ ok: false, fault, message })

/**
 * Reads an ID number as people type or paste it: full-width digits, lower-case x, blanks, a leading apostrophe.
 * A spreadsheet cell that holds a number (not text) is passed as a number: from 16 digits on it has lost digits for
 * certain. `today` (`YYYY-MM-DD`), when given, refuses births in the future and doubts ages above 110.
 * Region codes are only checked for their province, and only warned of: withdrawn codes stay valid on old cards.
 */
export function readIdNumber(typed: string | number, today?: string): IdNumberReading {
  if (typeof typed === 'number' && typed >= 1e15) return damaged
  const value = squeezed(String(typed)).replace(/^['"‘’`=]+|['"’]+$/g, '').replace(/[-—]/g, '').toUpperCase()
  if (value === '') return refuse('empty', '没有填身份证号')
  if (/^\d(\.\d+)?E\+?1[5-8]$/.test(value)) return damaged
  if (/^\d{15}$/.test(value)) {
    return refuse('oldFifteen', '这是 15 位的旧身份证号，2013 年起已停止使用。请填写现在持有的身份证上的 18 位号码')
  }
  if (value.length !== 18) return refuse('length', `身份证号应为 18 位，填了 ${[...value].length} 位，请核对`)
  const strange = [...value].findIndex((c, i) => !(/\d/.test(c) || (i === 17 && c === 'X')))
  if (strange >= 0) {
    return refuse('characters', `身份证号第 ${strange + 1} 位“${value.charAt(strange)}”不是数字，请核对${value.charAt(strange) === 'O' ? '（是不是把数字 0 打成了字母 O）' : ''}`)
  }
  const check = idNumberCheckCharacter(value)
  const checkFails = value.charAt(17) !== check
  if (checkFails && value.endsWith('000')) return damaged
  const bornOn = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  if (!isDay(bornOn) || bornOn < '1850-01-01' || (today !== undefined && bornOn > today)) {
    return refuse('birthDate', `身份证号第 7 至 14 位“${value.slice(6, 14)}”不是一个可能的出生日期，请核对`)
  }
  if (checkFails) return refuse('checkDigit', `身份证号第 18 位应为 ${check}，请核对`)
  const warning = oddity(value, bornOn, today)
  return { ok: true, value: { value, bornOn, sex: Number(value.charAt(16)) % 2 === 1 ? 'male' : 'female', ...(warning === undefined ? {} : { warning }) } }
}

function oddity(value: string, bornOn: string, today: string | undefined): string | undefined {
  if (today !== undefined && Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4)) > 110) {
    return `按身份证号，此人生于 ${bornOn}，已超过 110 岁，请核对`
  }
  // A permanent residence card of a foreigner has a 9 first, then the province that issued it.
  const province = value.startsWith('9') ? value.slice(1, 3) : value.slice(0, 2)
  if (!provinces.has(Number(province))) {
    return `身份证号开头的地区代码“${value.slice(0, 6)}”不在现行省级代码内，请核对`
  }
  // One damaged number in eleven has a check character that fits by chance; a sound one ends in 000 once in a thousand.
  if (value.endsWith('000')) return '身份证号末三位是 000，可能是被表格软件损坏的号码，请对照身份证核对'
  return undefined
}

/** Where the number and what was typed beside it do not agree; each sentence names both. Nothing is overwritten. */
export function idNumberDisagreements(
  facts: IdNumberFacts,
  typed: { readonly sex?: Sex | null; readonly bornOn?: string | null },
): readonly { readonly field: 'sex' | 'bornOn'; readonly message: string }[] {
  const found: { field: 'sex' | 'bornOn'; message: string }[] = []
  if (typed.sex && typed.sex !== facts.sex) {
    found.push({ field: 'sex', message: `性别填的是“${sexNames[typed.sex]}”，而身份证号第 17 位表示“${sexNames[facts.sex]}”，请核对` })
  }
  if (typed.bornOn && !facts.bornOn.startsWith(typed.bornOn)) {
    found.push({ field: 'bornOn', message: `出生日期填的是 ${typed.bornOn}，而身份证号里是 ${facts.bornOn}，请核对` })
  }
  return found
}
