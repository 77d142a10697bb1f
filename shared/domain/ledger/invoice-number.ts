import { halfWidth } from '../dates/half-width.ts'

/** 有代码 (paper and early electronic invoices) or 数电票 (20 digits, no code). */
export type InvoiceKind = 'withCode' | 'fullyDigital' | 'unknown'

export interface InvoiceNumber {
  readonly kind: InvoiceKind
  /** Without blanks, in half-width digits; null when empty. */
  readonly code: string | null
  readonly no: string | null
  /** Chinese; a receipt of another kind may be perfectly good, so nothing here blocks. */
  readonly warnings: readonly string[]
}

/**
 * Looks at an invoice's code and number: a code of 10 or 12 digits goes with a number of 8 digits; a fully digital invoice
 * (数电票) has no code and a number of 20 digits. A 20-digit number typed into the code field is moved.
 */
export function readInvoiceNumber(code: string | null, no: string | null): InvoiceNumber {
  const plainCode = plain(code)
  const plainNo = plain(no)
  if (plainNo === null && plainCode !== null && /^\d{20}$/.test(plainCode)) return { kind: 'fullyDigital', code: null, no: plainCode, warnings: [] }
  if (plainNo === null) {
    return { kind: 'unknown', code: plainCode, no: null, warnings: plainCode === null ? [] : ['只填了发票代码，没有发票号码，请补填。'] }
  }
  if (plainNo.length === 20 && /^\d+$/.test(plainNo)) {
    const warnings = plainCode === null ? [] : ['20 位号码是数电票，数电票没有发票代码，请核对。']
    return { kind: 'fullyDigital', code: plainCode, no: plainNo, warnings }
  }
  return { kind: plainCode === null ? 'unknown' : 'withCode', code: plainCode, no: plainNo, warnings: classicWarnings(plainCode, plainNo) }
}

function classicWarnings(code: string | null, no: string): string[] {
  const warnings: string[] = []
  if (!/^\d+$/.test(no)) warnings.push(`发票号码“${no}”含有数字以外的字符，请核对。`)
  else if (no.length !== 8) warnings.push(`发票号码有 ${no.length} 位，一般是 8 位（数电票 20 位），请核对。`)
  if (code === null) {
    if (no.length === 8) warnings.push('8 位号码的发票一般还有 10 位或 12 位发票代码，请核对。')
  } else if (!/^(\d{10}|\d{12})$/.test(code)) {
    warnings.push(`发票代码“${code}”应为 10 位或 12 位数字，请核对。`)
  } else if (code.length === 12 && !code.startsWith('0')) {
    warnings.push('12 位发票代码一般以 0 开头，请核对。')
  }
  return warnings
}

/** What two entries are compared by; undefined when there is no number to compare. */
export function invoiceKey(code: string | null, no: string | null): string | undefined {
  const invoice = readInvoiceNumber(code, no)
  if (invoice.no === null) return undefined
  return invoice.kind === 'fullyDigital' ? invoice.no : `${invoice.code ?? ''}/${invoice.no}`
}

function plain(text: string | null): string | null {
  const digits = text === null ? '' : halfWidth(text).replaceAll(' ', '')
  return digits === '' ? null : digits
}
