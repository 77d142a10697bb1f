import { z } from 'zod'
import { AppError } from '../../errors.ts'

/** The largest amount either way: 9,999,999,999,999.99 yuan. Sums of a few thousand of them stay exact integers. */
export const maxFen = 999_999_999_999_999

/** An amount of money: a whole number of fen (1 yuan = 100 fen), never a fraction. */
export const fenSchema = z.int().min(-maxFen).max(maxFen).brand<'Fen'>()
export type Fen = z.infer<typeof fenSchema>

/** The number as an amount; throws `money.notWholeFen` when it is no whole number of fen or beyond the limit. */
export function fen(amount: number): Fen {
  if (!Number.isInteger(amount) || Math.abs(amount) > maxFen) {
    throw new AppError('money.notWholeFen', 'internal', `not a whole number of fen within the limit: ${amount}`)
  }
  return (amount === 0 ? 0 : amount) as Fen
}

export const zeroFen = fen(0)

/** The exact sum; throws `money.notWholeFen` where it passes the limit. */
export function sumFen(amounts: Iterable<number>): Fen {
  let total = 0
  for (const amount of amounts) total = fen(total + fen(amount))
  return fen(total)
}

/** The amount `times` over (a whole number of times), e.g. 300.00 a person × 7 persons. */
export function timesFen(amount: number, times: number): Fen {
  if (!Number.isInteger(times)) throw new AppError('money.notWholeTimes', 'internal', `not a whole number of times: ${times}`)
  const product = BigInt(fen(amount)) * BigInt(times)
  if (product > BigInt(maxFen) || product < -BigInt(maxFen)) {
    throw new AppError('money.tooLarge', 'invalid', `金额超过上限 ${formatFen(maxFen)} 元，请核对单价和人数。`)
  }
  return fen(Number(product))
}

/** 180000 → `1,800.00`, -5 → `-0.05`. Takes any whole number of fen; throws `money.notWholeFen` otherwise. */
export function formatFen(amount: number): string {
  const digits = Math.abs(fen(amount)).toString().padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`
}

/** `￥1,800.00`, as printed beside capitals. */
export function formatYuanSign(amount: number): string {
  return amount < 0 ? `-￥${formatFen(-amount)}` : `￥${formatFen(amount)}`
}
