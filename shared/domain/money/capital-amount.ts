import { fen } from './fen.ts'
import type { Fen } from './fen.ts'

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const

/**
 * 人民币大写 after 正确填写票据和结算凭证的基本规定: 180000 → 壹仟捌佰元整, without the word 人民币. 整 stands after 元 and
 * after 角 (the bank rule allows it there, the accounting rule wants it). Where the rule leaves a 零 free, it stands
 * after 元 (壹仟陆佰捌拾元零叁角贰分) and nowhere else. A negative amount begins with 负.
 */
export function capitalAmount(amount: number): string {
  return spell(fen(amount), { afterYi: false, afterWan: false, afterYuan: true, zhengAfterJiao: true })
}

/** The places where the rule leaves a 零 (or 整) to the writer. */
interface FreeChoices {
  readonly afterYi: boolean
  readonly afterWan: boolean
  readonly afterYuan: boolean
  readonly zhengAfterJiao: boolean
}

function spell(amount: Fen, choices: FreeChoices): string {
  if (amount < 0) return `负${spell(fen(-amount), choices)}`
  const yuan = Math.floor(amount / 100)
  const jiao = Math.floor(amount / 10) % 10
  const cents = amount % 10
  if (amount === 0) return '零元整'
  const head = yuan === 0 ? '' : `${spellYuan(yuan, choices)}元`
  if (jiao === 0 && cents === 0) return `${head}整`
  const tail = cents === 0 ? `${digit(jiao)}角${choices.zhengAfterJiao ? '整' : ''}` : `${jiao === 0 ? '' : `${digit(jiao)}角`}${digit(cents)}分`
  return `${head}${zeroAfterYuan(yuan, jiao, choices) ? '零' : ''}${tail}`
}

/** A 零 must stand before 分 without 角, may stand where the yuan end in 0, and is wrong elsewhere. */
function zeroAfterYuan(yuan: number, jiao: number, choices: FreeChoices): boolean {
  if (yuan === 0) return false
  return jiao === 0 || (yuan % 10 === 0 && choices.afterYuan)
}

function spellYuan(yuan: number, choices: FreeChoices): string {
  const high = Math.floor(yuan / 100_000_000)
  const low = yuan % 100_000_000
  if (high === 0) return spellBelowYi(low, choices)
  const head = `${spellBelowYi(high, choices)}亿`
  if (low === 0) return head
  const zero = low < 10_000_000 || (high % 10 === 0 && choices.afterYi)
  return `${head}${zero ? '零' : ''}${spellBelowYi(low, choices)}`
}

function spellBelowYi(value: number, choices: FreeChoices): string {
  const high = Math.floor(value / 10_000)
  const low = value % 10_000
  if (high === 0) return spellSection(low)
  const head = `${spellSection(high)}万`
  if (low === 0) return head
  const zero = low < 1000 || (high % 10 === 0 && choices.afterWan)
  return `${head}${zero ? '零' : ''}${spellSection(low)}`
}

/** 1 to 9999; a run of zeros between two digits is one 零. */
function spellSection(value: number): string {
  let text = ''
  let gap = false
  for (const [unit, name] of [[1000, '仟'], [100, '佰'], [10, '拾'], [1, '']] as const) {
    const figure = Math.floor(value / unit) % 10
    if (figure === 0) {
      gap = text !== ''
    } else {
      text += `${gap ? '零' : ''}${digit(figure)}${name}`
      gap = false
    }
  }
  return text
}

function digit(figure: number): string {
  return digits[figure] ?? ''
}

/** Every spelling of the amount that the rule accepts, ours first. */
export function acceptedCapitals(amount: number): readonly string[] {
  const spellings = new Set([capitalAmount(amount)])
  for (let bits = 0; bits < 16; bits += 1) {
    const bit = (place: number) => ((bits >> place) & 1) === 1
    spellings.add(spell(fen(amount), { afterYi: bit(0), afterWan: bit(1), afterYuan: bit(2), zhengAfterJiao: bit(3) }))
  }
  return [...spellings]
}
