import { squeezed } from './typed-text.ts'

export type PhoneReading =
  | { readonly ok: true; readonly value: string; readonly kind: 'mobile' | 'landline'; readonly warning?: string }
  | { readonly ok: false; readonly message: string }

/**
 * Reads a telephone number as people write it. A mobile comes back as 11 digits, a landline as `0571-88001234` or
 * `0571-88001234-801`. Of several numbers in one cell the first is taken and the warning says so. A number is taken too,
 * since spreadsheets keep phones as numbers without loss.
 */
export function readPhone(typed: string | number): PhoneReading {
  const several = squeezed(String(typed)).replace(/^['"‘’`]+|['"’]+$/g, '').split(/[/、,;；，或]/).filter((part) => part !== '')
  const first = several[0]
  if (first === undefined) return { ok: false, message: '没有填电话号码' }
  const reading = readOne(first)
  if (!reading.ok || several.length === 1) return reading
  return { ...reading, warning: `一格里有 ${several.length} 个号码，只取了第一个` }
}

function readOne(text: string): PhoneReading {
  const bare = text.replace(/^(\+|00)?86[-—]?(?=1\d{2}[-—\d]|0?\d{2,3}-)/, '')
  const digits = bare.replace(/[-—–_.()（）]/g, '')
  if (!/^\d+(转\d+)?$/.test(digits)) return { ok: false, message: `“${text}”里有不是数字的字，请核对电话号码` }
  if (/^1[3-9]\d{9}$/.test(digits)) return { ok: true, value: digits, kind: 'mobile' }
  const landline = /^(0(?:10|2\d|[3-9]\d{2}))?[-—–)）(（]*([2-8]\d{6,7})(?:[-—–转]+(\d{1,6}))?$/.exec(bare.replace(/^[(（]/, ''))
  if (landline?.[2] !== undefined) {
    const [, area, local, extension] = landline
    const value = [area, local, extension].filter((part) => part !== undefined).join('-')
    return area === undefined
      ? { ok: true, value, kind: 'landline', warning: '座机号没有区号，外地打不通，请补上' }
      : { ok: true, value, kind: 'landline' }
  }
  if (/^1\d*$/.test(digits)) {
    return digits.length === 11
      ? { ok: false, message: `手机号以“${digits.slice(0, 3)}”开头，没有这样的号段，请核对` }
      : { ok: false, message: `手机号应为 11 位，填了 ${digits.length} 位，请核对` }
  }
  return { ok: false, message: `“${text}”既不是 11 位手机号，也不是带区号的座机号，请核对` }
}
