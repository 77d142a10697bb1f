import { halfWidth } from '../dates/half-width.ts'
import { fen, formatFen, maxFen } from './fen.ts'
import type { Fen } from './fen.ts'

export type FenReading = { readonly ok: true; readonly value: Fen } | { readonly ok: false; readonly message: string }

export interface ParseFenOptions {
  /** Whether -1 is an amount; a correction of a total may be negative, a typed expense never is. */
  readonly allowNegative?: boolean
  /** The largest amount accepted, in fen. */
  readonly max?: number
}

/**
 * Reads an amount as people type and paste it: 1,200.5 / １２００ / ￥1,200.50 / 1200元, with stray spaces. It is read digit
 * by digit, so nothing passes through a float and nothing is rounded; what is not plainly an amount is refused with the reason.
 */
export function parseFen(text: string, options: ParseFenOptions = {}): FenReading {
  const typed = text.trim()
  if (typed === '') return refuse('请填写金额。')
  const plain = withoutUnits(halfWidth(typed))
  if (plain === '') return refuse(`“${typed}”里没有数字，请填写金额，例如 1,200.50。`)
  if (/[万千百亿]/.test(plain)) return refuse(`“${typed}”带有“万”“千”一类的单位，请换算成元，例如 12000。`)
  const negative = plain.startsWith('-')
  if (negative && options.allowNegative !== true) return refuse(`金额不能是负数：“${typed}”。要冲减已记的账，请用红字冲销。`)
  return readDigits(negative ? plain.slice(1).trimStart() : plain, negative, typed, options.max ?? maxFen)
}

function readDigits(digits: string, negative: boolean, typed: string, max: number): FenReading {
  const parts = /^([\d, ]+)(?:\.(\d*))?$/.exec(digits)
  const whole = parts?.[1]?.trim()
  if (parts === null || whole === undefined || whole === '') return refuse(`“${typed}”不是金额，请只写数字，例如 1,200.50。`)
  const grouped = whole.replaceAll(' ', ',')
  // Spaces between digits are read as the commas of thousands; "12 5" is then as wrong as "12,5".
  if (!/^\d+$/.test(grouped) && !/^\d{1,3}(,\d{3})+$/.test(grouped)) {
    return refuse(`“${typed}”的千分位不对（每三位一个逗号），请核对，例如 1,200.50。`)
  }
  const cents = parts[2]
  if (cents === '') return refuse(`“${typed}”的小数点后面没有数字，请补全或去掉小数点。`)
  if (cents !== undefined && cents.length > 2) return refuse(`“${typed}”的小数超过两位，金额最小到分，请核对。`)
  const total = BigInt(grouped.replaceAll(',', '')) * 100n + BigInt((cents ?? '').padEnd(2, '0'))
  if (total > BigInt(max)) return refuse(`“${typed}”大于上限 ${formatFen(max)} 元，请核对。`)
  return { ok: true, value: fen(negative ? -Number(total) : Number(total)) }
}

/** Takes away the signs of the currency and the spaces at the ends; the minus may stand before or behind the sign. */
function withoutUnits(text: string): string {
  const body = text.replace(/[−–]/g, '-').replace(/(元|圆|圓)整?$/, '').trim()
  return body.replace(/^(-?)\s*(?:人民币|RMB|CNY)?\s*[¥￥]?\s*/i, '$1').replace(/(\d)\s*\.\s*(?=\d)/, '$1.').trim()
}

const refuse = (message: string): FenReading => ({ ok: false, message })
