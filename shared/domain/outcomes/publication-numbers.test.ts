import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PublicationNumber, publicationNumbers } from './publication-numbers.ts'

const faultOf = (kind: PublicationNumber, typed: string) => publicationNumbers[kind].faultOf(publicationNumbers[kind].tidy(typed))

describe('an ISSN', () => {
  it('is right when its last place fits the seven before it, however it is typed', () => {
    for (const typed of ['0317-8471', 'ISSN 0317-8471', '03178471', '０３１７—８４７１', 'issn:1050-124x']) expect(faultOf('issn', typed), typed).toBeNull()
    expect(publicationNumbers.issn.tidy('ISSN 03178471')).toBe('0317-8471')
  })

  it('that was misread is told with the place that does not fit', () => {
    expect(faultOf('issn', '0317-8472')).toBe('ISSN 的校验位不对：照前 7 位算，第 8 位应为 1，请对照版权页')
    expect(faultOf('issn', '1050-1241')).toContain('第 8 位应为 X')
    expect(faultOf('issn', '317-8471')).toBe('ISSN 应是 8 位，如 1234-5679，请对照版权页')
  })

  it('with one place misread is never taken for right', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 9 }), (at, more) => {
      const digits = [...'03178471']
      digits[at] = String((Number(digits[at]) + more) % 10)
      expect(faultOf('issn', digits.join(''))).not.toBeNull()
    }))
  })

  it('stands right as the example below the field', () => {
    for (const [kind, { hint }] of Object.entries(publicationNumbers)) {
      const [example] = /(?:CN )?\d[\d-]+(?:\/\w+)?(?=；)/.exec(hint) ?? []
      if (example !== undefined) expect(faultOf(kind as PublicationNumber, example), example).toBeNull()
    }
  })
})

describe('a CN number', () => {
  it('has a region, a serial number and, of a periodical, a class', () => {
    for (const typed of ['CN 12-3456/G4', 'cn12-3456/g4', '12-3456/G4', 'CN35—0001']) expect(faultOf('cn', typed), typed).toBeNull()
    expect(publicationNumbers.cn.tidy('cn123456/G4')).toBe('CN 12-3456/G4')
    expect(faultOf('cn', '1298/G4')).toBe('CN 刊号应写成 CN 12-3456/G4：地区 2 位、序号 4 位，斜线后是分类')
    expect(faultOf('cn', 'CN 99-1298/G4')).toBe('CN 刊号开头的 99 不是地区代码（如 11 北京、35 福建），请对照版权页')
  })
})

describe('an ISBN', () => {
  it('is right in its new form of 13 places and in its old one of 10', () => {
    for (const typed of ['978-0-306-40615-7', '9780306406157', 'ISBN 0-306-40615-2']) expect(faultOf('isbn', typed), typed).toBeNull()
    expect(faultOf('isbn', '978-0-306-40615-8')).toContain('最后一位应为 7')
    expect(faultOf('isbn', '306-40615')).toContain('13 位')
  })
})
