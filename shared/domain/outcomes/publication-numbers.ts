/** The numbers by which publications are known, as the page with the imprint (版权页) prints them. */
export type PublicationNumber = 'issn' | 'cn' | 'isbn'

interface Rule {
  /** Said below the field before anything is wrong. */
  readonly hint: string
  /** The number as it is usually written; what cannot be one is left as it was typed. */
  tidy(typed: string): string
  /** What is wrong with a tidied number; null: nothing. */
  faultOf(number: string): string | null
}

export const publicationNumbers: Readonly<Record<PublicationNumber, Rule>> = {
  issn: { hint: '8 位，如 1234-5679；没有可不填', tidy: tidyIssn, faultOf: issnFault },
  cn: { hint: '如 CN 12-3456/G4；没有可不填', tidy: tidyCn, faultOf: cnFault },
  isbn: { hint: '13 位（旧书 10 位），见版权页', tidy: tidyIsbn, faultOf: isbnFault },
}

/** Half-width, without the letters before the number. */
const bare = (typed: string, letters: RegExp) => typed.normalize('NFKC').toUpperCase().replace(/[‐–—−]/g, '-').replace(letters, '').trim()

function tidyIssn(typed: string): string {
  const digits = bare(typed, /^\s*ISSN[\s:-]*/).replace(/[\s-]/g, '')
  return /^\d{7}[\dX]$/.test(digits) ? `${digits.slice(0, 4)}-${digits.slice(4)}` : typed.trim()
}

/** GB/T 9999.1 (ISO 3297): the last place is 0 to 9 or X, so that the places weighted 8 to 1 add up to a multiple of 11. */
function issnFault(number: string): string | null {
  if (!/^\d{4}-\d{3}[\dX]$/.test(number)) return 'ISSN 应是 8 位，如 1234-5679，请对照版权页'
  const digits = number.replace('-', '')
  const rest = digits.slice(0, 7).split('').reduce((sum, digit, at) => sum + Number(digit) * (8 - at), 0) % 11
  const last = rest === 0 ? '0' : rest === 1 ? 'X' : String(11 - rest)
  return digits.endsWith(last) ? null : `ISSN 的校验位不对：照前 7 位算，第 8 位应为 ${last}，请对照版权页`
}

function tidyCn(typed: string): string {
  const number = bare(typed, /^\s*CN[\s:-]*/).replace(/\s/g, '')
  return /^\d{2}-?\d{4}(\/|$)/.test(number) ? `CN ${number.replace(/^(\d{2})-?(\d{4})/, '$1-$2')}` : typed.trim()
}

/** GB/T 9999.1: CN, the region (as in GB/T 2260), four places of a serial number, and for periodicals a class of the Chinese Library Classification. */
function cnFault(number: string): string | null {
  const [, region] = /^CN (\d{2})-\d{4}(?:\/[A-Z][A-Z0-9.-]{0,8})?$/.exec(number) ?? []
  if (region === undefined) return 'CN 刊号应写成 CN 12-3456/G4：地区 2 位、序号 4 位，斜线后是分类'
  return regions.has(region) ? null : `CN 刊号开头的 ${region} 不是地区代码（如 11 北京、35 福建），请对照版权页`
}

/** The first two places of the codes of provinces in GB/T 2260. */
const regions = new Set([
  '10', '11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82',
])

function tidyIsbn(typed: string): string {
  const number = bare(typed, /^\s*ISBN[\s:-]*/)
  return /^[\d -]*[\dX]$/.test(number) ? number.replace(/\s+/g, '-') : typed.trim()
}

/** GB/T 5795 (ISO 2108). */
function isbnFault(number: string): string | null {
  const digits = number.replaceAll('-', '')
  if (!/^(\d{9}[\dX]|97[89]\d{10})$/.test(digits)) return 'ISBN 应是 978 或 979 开头的 13 位（旧书 10 位），请对照版权页'
  const last = digits.length === 13 ? checkOf13(digits) : checkOf10(digits)
  return digits.endsWith(last) ? null : `ISBN 的校验位不对：照前面的数字算，最后一位应为 ${last}，请对照版权页`
}

function checkOf13(digits: string): string {
  const sum = digits.slice(0, 12).split('').reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}

function checkOf10(digits: string): string {
  const rest = digits.slice(0, 9).split('').reduce((total, digit, at) => total + Number(digit) * (10 - at), 0) % 11
  return rest === 0 ? '0' : rest === 1 ? 'X' : String(11 - rest)
}
