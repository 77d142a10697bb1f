import { isCalendarDay } from './day.ts'
import { dayFromExcelSerial } from './excel-serial.ts'
import { halfWidth } from './half-width.ts'
import type { PartialDay } from './partial-day.ts'

/** `warnings` are Chinese sentences: the date was read, but somebody should look at it. */
export type DateReading =
  | { readonly ok: true; readonly value: PartialDay; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly message: string }

export interface ReadDateOptions {
  /** Two-digit years up to this one are 20xx, later ones 19xx; 29 unless stated. */
  readonly pivot?: number
  /** The workbook counts days from 1904 (old Macintosh files). */
  readonly date1904?: boolean
  /** Years outside are taken for slips of the pen; 1900 to 2100 unless stated. */
  readonly earliestYear?: number
  readonly latestYear?: number
}

const figures: Readonly<Record<string, string>> = {
  〇: '0', 零: '0', '○': '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9',
}
const figure = '[0-9〇零○一二三四五六七八九]'
const small = '(?:[0-9]{1,2}|[〇零○一二三四五六七八九十廿卅]{1,3}|元)'
const separator = '[.。·/\\\\\\-–—−_、,]'
const written = new RegExp(`^(${figure}{4}|${figure}{2})(?:年|${separator})(?:(${small})(?:(?:月|月份|${separator})(?:(${small})(?:日|号)?)?)?)?$`)

/**
 * Reads a date as staff rosters hold it: 1988.6, 1988-6-15, 1988年6月, 198806, 19880615, 88.6 and 九九年 (two-digit year: a
 * warning), 一九八八年六月, full-width digits, a time behind it, a date cell's serial number. The result is as exact as the
 * text. A day that does not exist, or an order that cannot be told (6/15/1988), is refused with the reason.
 */
export function readChineseDate(input: string | number, options: ReadDateOptions = {}): DateReading {
  if (typeof input === 'number') return readNumber(input, options)
  const typed = input.trim()
  if (typed === '') return refuse('日期是空的，请填写。')
  const plain = halfWidth(typed).replace(/[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/i, '').replaceAll(' ', '')
  if (/农历|阴历|正月|腊月|冬月|初[一二三四五六七八九十]/.test(plain)) return refuse(`“${typed}”是农历日期，请换成公历。`)
  if (/^\d+$/.test(plain)) return readFigures(plain, typed, options)
  const parts = written.exec(plain)
  if (parts === null) return refuse(whyUnreadable(plain, typed))
  return make(toYear(parts[1] ?? ''), toSmall(parts[2]), toSmall(parts[3]), typed, options)
}

/** Digits without any separator: 1988, 198806, 880615, 19880615, or the serial number of a date cell pasted as text. */
function readFigures(plain: string, typed: string, options: ReadDateOptions): DateReading {
  const cut = (from: number, to: number) => Number(plain.slice(from, to))
  if (plain.length === 4) return make(plain, undefined, undefined, typed, options)
  if (plain.length === 8) return make(plain.slice(0, 4), cut(4, 6), cut(6, 8), typed, options)
  if (plain.length === 6) {
    const plausible = cut(0, 4) >= (options.earliestYear ?? 1900) && cut(0, 4) <= (options.latestYear ?? 2100)
    return plausible
      ? make(plain.slice(0, 4), cut(4, 6), undefined, typed, options)
      : make(plain.slice(0, 2), cut(2, 4), cut(4, 6), typed, options)
  }
  if (plain.length === 5) {
    const reading = fromSerial(Number(plain), options)
    return reading.ok ? { ...reading, warnings: [`“${typed}”按 Excel 日期序号读作 ${reading.value}，请核对。`] } : reading
  }
  return refuse(`“${typed}”的位数不像日期，请写成 1988-06-15、1988.6 或 19880615。`)
}

/** A cell that holds a number: 1988, 1988.6 and 198806 were typed as such, other whole numbers are a date cell's serial. */
function readNumber(value: number, options: ReadDateOptions): DateReading {
  if (!Number.isFinite(value) || value <= 0) return refuse(`${value} 不是日期，请改成 1988-06-15 这样。`)
  const whole = Math.floor(value)
  const plausible = whole >= (options.earliestYear ?? 1900) && whole <= (options.latestYear ?? 2100)
  if (plausible) return readYearNumber(value, options)
  if (Number.isInteger(value) && (String(value).length === 6 || String(value).length === 8)) {
    const reading = readFigures(String(value), String(value), options)
    if (reading.ok) return reading
  }
  return fromSerial(value, options)
}

function readYearNumber(value: number, options: ReadDateOptions): DateReading {
  const text = String(value)
  const reading = readChineseDate(text, options)
  // A number cell drops the last zero: 1999.10 is kept as 1999.1.
  if (!reading.ok || !text.endsWith('.1')) return reading
  return { ...reading, warnings: [...reading.warnings, `“${text}”读作 1 月；如果是 10 月（数字单元格会丢掉末尾的 0），请改正。`] }
}

function fromSerial(serial: number, options: ReadDateOptions): DateReading {
  const reading = dayFromExcelSerial(serial, options.date1904 ?? false)
  if (!reading.ok) return reading
  const implausible = checkYear(Number(reading.value.slice(0, 4)), String(serial), options)
  return implausible === undefined ? { ok: true, value: reading.value, warnings: [] } : refuse(implausible)
}

function make(yearText: string, month: number | undefined, day: number | undefined, typed: string, options: ReadDateOptions): DateReading {
  const warnings: string[] = []
  let year = Number(yearText)
  if (yearText.length === 2) {
    year += year <= (options.pivot ?? 29) ? 2000 : 1900
    warnings.push(`“${typed}”只有两位年份，按 ${year} 年读，请核对。`)
  }
  const implausible = checkYear(year, typed, options)
  if (implausible !== undefined) return refuse(implausible)
  if (month !== undefined && (month < 1 || month > 12)) return refuse(`“${typed}”里的月份 ${month} 不存在，请核对。`)
  if (day !== undefined && !isCalendarDay(year, month ?? 1, day)) return refuse(`“${typed}”：${year} 年 ${month ?? 1} 月没有 ${day} 日，请核对。`)
  const pad = (value: number) => String(value).padStart(2, '0')
  const value = [String(year), ...(month === undefined ? [] : [pad(month)]), ...(day === undefined ? [] : [pad(day)])].join('-')
  return { ok: true, value, warnings }
}

function checkYear(year: number, typed: string, options: ReadDateOptions): string | undefined {
  const earliest = options.earliestYear ?? 1900
  const latest = options.latestYear ?? 2100
  return year < earliest || year > latest ? `“${typed}”的年份 ${year} 不在 ${earliest} 至 ${latest} 年之间，请核对。` : undefined
}

function toYear(text: string): string {
  return [...text].map((sign) => figures[sign] ?? sign).join('')
}

/** 6, 06, 六, 十一, 二十, 廿一, 三十一, 元 (the first month). A text that is no number gives 0, which no month or day is. */
function toSmall(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (text === '元') return 1
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replace('廿', '二十').replace('卅', '三十')
  const parts = /^([二三])?十([一二三四五六七八九])?$/.exec(plain)
  if (parts !== null) return Number(figures[parts[1] ?? '一']) * 10 + Number(figures[parts[2] ?? '零'])
  const single = [...plain].map((sign) => figures[sign]).join('')
  return plain.length <= 2 && /^\d+$/.test(single) ? Number(single) : 0
}

function whyUnreadable(plain: string, typed: string): string {
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(plain)) return `“${typed}”看不出哪个是月、哪个是日，请按年、月、日的顺序写，例如 1988-06-15。`
  return `“${typed}”不是能识别的日期，请写成 1988-06-15、1988.6 或 1988年6月。`
}

const refuse = (message: string): DateReading => ({ ok: false, message })
