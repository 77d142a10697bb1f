import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, dayOfNumber } from './day.ts'
import { dayFromExcelSerial } from './excel-serial.ts'
import { dayInChineseFigures, dayInText, partialDayInText } from './format-day.ts'
import { readChineseDate } from './read-chinese-date.ts'

const value = (input: string | number) => {
  const reading = readChineseDate(input)
  return reading.ok ? reading.value : reading.message
}

describe('a date in a staff roster', () => {
  it.each([
    ['1988.6', '1988-06'], ['1988.06.15', '1988-06-15'], ['1988-6-15', '1988-06-15'], ['1988/6/15', '1988-06-15'], ['1988年6月', '1988-06'],
    ['1988年6月15日', '1988-06-15'], ['198806', '1988-06'], ['19880615', '1988-06-15'], ['一九八八年六月', '1988-06'], ['二〇〇一年', '2001'],
    ['二零零一年十一月二十日', '2001-11-20'], ['１９８８．０６', '1988-06'], [' 1988 年 6 月 ', '1988-06'], ['1988', '1988'], ['1988年', '1988'],
    ['1988-06-15 00:00:00', '1988-06-15'], ['1988-06-15T00:00:00Z', '1988-06-15'], ['1988。6', '1988-06'], ['1988、6、15', '1988-06-15'],
    ['1988年6月15号', '1988-06-15'], ['一九九九年十月三十一日', '1999-10-31'], ['2001年廿一月', '“2001年廿一月”里的月份 21 不存在，请核对。'],
    ['一九七六年元月', '1976-01'], ['1988—06—15', '1988-06-15'], ['1988.6.', '1988-06'], ['二○○八年八月八日', '2008-08-08'], ['1988年6月份', '1988-06'],
  ])('%s is read as %s', (text, expected) => {
    expect(value(text)).toBe(expected)
  })

  it.each([
    ['88.6', '1988-06'], ['九九年', '1999'], ['05.9', '2005-09'], ['〇五年九月', '2005-09'], ['880615', '1988-06-15'], ['88年6月15日', '1988-06-15'], ['32309', '1988-06-15'],
  ])('%s is read as %s, with a warning to look at it', (text, expected) => {
    const reading = readChineseDate(text)
    expect(reading).toMatchObject({ ok: true, value: expected })
    expect(reading.ok ? reading.warnings.length : 0).toBe(1)
  })

  it('takes the pivot of two-digit years from whoever asks', () => {
    expect(readChineseDate('40.6', { pivot: 50 })).toMatchObject({ ok: true, value: '2040-06' })
    expect(readChineseDate('40.6', { pivot: 29 })).toMatchObject({ ok: true, value: '1940-06' })
  })

  it.each([
    ['1988-02-30', '没有 30 日'], ['1988.13', '月份 13'], ['19881315', '月份 13'], ['1988.0', '月份 0'], ['6/15/1988', '顺序'], ['15.6.1988', '顺序'],
    ['', '是空的'], ['至今', '不是能识别的日期'], ['1088.6', '年份 1088'], ['88', '位数'], ['农历1988年六月', '公历'], ['一九八八年腊月', '公历'],
    ['1988年6月15日16', '不是能识别的日期'], ['198', '位数'], ['2900-02-28', '年份 2900'], ['2023-02-29', '没有 29 日'], ['1988年〇月', '月份 0'],
  ])('%s is refused and says why (%s)', (text, reason) => {
    const reading = readChineseDate(text)
    expect(reading.ok ? '' : reading.message).toContain(reason)
  })

  it('never crashes on any text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.-/年月日一二十〇 零廿８') }), (text) => {
      const reading = readChineseDate(text)
      expect(reading.ok ? reading.value : reading.message).not.toBe('')
    }))
  })

  it('is what was printed, in every way of printing', () => {
    fc.assert(fc.property(fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2100-12-31') }).map(dayOfNumber), (day) => {
      for (const text of [day, dayInText(day), dayInChineseFigures(day), day.replaceAll('-', '.'), day.replaceAll('-', '')]) expect(value(text)).toBe(day)
      expect(value(partialDayInText(day.slice(0, 7)))).toBe(day.slice(0, 7))
    }))
  })
})

describe('a date cell of a workbook', () => {
  it('counts from 1900 with the leap day that never was', () => {
    expect([1, 59, 61, 32309, 45658].map((serial) => dayFromExcelSerial(serial))).toEqual(
      ['1900-01-01', '1900-02-28', '1900-03-01', '1988-06-15', '2025-01-01'].map((day) => ({ ok: true, value: day })),
    )
    expect(dayFromExcelSerial(60)).toMatchObject({ ok: false })
    expect(dayFromExcelSerial(60.5)).toMatchObject({ ok: false })
    expect(dayFromExcelSerial(0)).toMatchObject({ ok: false })
    expect(dayFromExcelSerial(Number.NaN)).toMatchObject({ ok: false })
  })

  it('counts from 1904 where the workbook says so', () => {
    expect([0, 30847].map((serial) => dayFromExcelSerial(serial, true))).toEqual([{ ok: true, value: '1904-01-01' }, { ok: true, value: '1988-06-15' }])
    expect(readChineseDate(30847, { date1904: true })).toMatchObject({ value: '1988-06-15' })
  })

  it('may hold a number that somebody typed instead of a date', () => {
    expect([32309, 32309.75, 1988, 1988.6, 198806, 19880615].map(value)).toEqual(['1988-06-15', '1988-06-15', '1988', '1988-06', '1988-06', '1988-06-15'])
    expect(readChineseDate(1999.12)).toEqual({ ok: true, value: '1999-12', warnings: [] })
    expect(readChineseDate(-3).ok).toBe(false)
  })

  it('warns where a number cell may have lost the zero of October', () => {
    const reading = readChineseDate(1999.1)
    expect(reading).toMatchObject({ ok: true, value: '1999-01' })
    expect(reading.ok ? reading.warnings.join('') : '').toContain('10 月')
  })
})
