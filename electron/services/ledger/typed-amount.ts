import { parseFen } from '../../../shared/domain/money/parse-fen.ts'
import type { Fen } from '../../../shared/domain/money/fen.ts'
import { AppError } from '../../../shared/errors.ts'

/** A positive amount as it was typed (1,200.5, １２００). @throws `ledger.badAmount` with the reason, at `field` */
export function typedFen(text: string, field: string, what = '金额'): Fen {
  const reading = parseFen(text)
  if (!reading.ok) throw badAmount(field, reading.message)
  if (reading.value === 0) throw badAmount(field, `${what}应大于 0，请核对。`)
  return reading.value
}

function badAmount(field: string, message: string): AppError {
  return new AppError('ledger.badAmount', 'invalid', message, { places: [{ field, message }] })
}
