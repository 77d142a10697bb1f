import { acceptedCapitals } from './capital-amount.ts'
import { fen, formatFen, maxFen } from './fen.ts'
import type { FenReading } from './parse-fen.ts'

const figures: Readonly<Record<string, number>> = {
  零: 0, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
}
const units: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 }
const traditional: Readonly<Record<string, string>> = { 貳: '贰', 陸: '陆', 億: '亿', 萬: '万', 圓: '元', 圆: '元', 正: '整', 負: '负' }

/**
 * Reads capitals back into fen: 壹仟捌佰元整 → 180000. Takes the traditional 貳陸億萬圓, 正 for 整, a leading 人民币, and every
 * place where the rule leaves a 零 free; what the rule forbids (壹万伍元整, 一百元) is refused with the reason.
 */
export function parseCapitalAmount(text: string): FenReading {
  const plain = [...text.replace(/\s/g, '').replace(/^人民币/, '')].map((sign) => traditional[sign] ?? sign).join('')
  if (plain === '') return { ok: false, message: '请填写大写金额。' }
  const odd = [...plain].find((sign) => !(sign in figures || sign in units || '万亿元角分整负'.includes(sign)))
  if (odd !== undefined) return { ok: false, message: `“${odd}”不是大写金额用字，应使用壹、贰、叁……拾、佰、仟、万、亿、元、角、分、整。` }
  const negative = plain.startsWith('负')
  const body = negative ? plain.slice(1) : plain
  const parts = /^(?:([^元角分整]+)元)?零?(?:([^元角分整])角)?零?(?:([^元角分整])分)?整?$/.exec(body)
  if (parts === null) return { ok: false, message: `“${text}”不是完整的大写金额，应写到元、角或分，例如 壹仟捌佰元整。` }
  const total = readYuan(parts[1] ?? '') * 100 + (figures[parts[2] ?? ''] ?? 0) * 10 + (figures[parts[3] ?? ''] ?? 0)
  if (total > maxFen) return { ok: false, message: `“${text}”大于上限 ${formatFen(maxFen)} 元，请核对。` }
  const amount = fen(negative ? -total : total)
  const accepted = acceptedCapitals(amount)
  if (!accepted.includes(plain)) {
    return { ok: false, message: `“${text}”不合大写规则，${formatFen(amount)} 元应写作“${accepted[0] ?? ''}”。` }
  }
  return { ok: true, value: amount }
}

/** Adds up what stands there, leaving it to the comparison with the accepted spellings to find what is not allowed. */
function readYuan(text: string): number {
  let total = 0
  let section = 0
  let figure = 0
  for (const sign of text) {
    const unit = units[sign]
    if (unit !== undefined) {
      section += figure * unit
      figure = 0
    } else if (sign === '万' || sign === '亿') {
      // 亿 raises everything before it (壹万亿), 万 only its own section.
      total += section + figure
      total = sign === '亿' ? total * 100_000_000 : raiseLast(total, section + figure)
      section = 0
      figure = 0
    } else {
      figure = figures[sign] ?? 0
    }
  }
  return total + section + figure
}

/** 万 raises only the section before it; what 亿 has raised already stays. */
function raiseLast(total: number, section: number): number {
  return total - section + section * 10_000
}
