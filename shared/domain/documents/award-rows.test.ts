import { describe, expect, it } from 'vitest'
import { awardRows } from './award-rows.ts'

describe('honours typed one a line', () => {
  it('become rows with date, level and issuing body where the line says them', () => {
    expect(awardRows('2023年9月 县级优秀教师 云溪县教育局\n省级优课（省电化教育馆）2024.03\n3. 学科带头人', 2021)).toEqual([
      { name: '县级优秀教师', level: '县级', date: '2023-09', issuer: '云溪县教育局' },
      { name: '省级优课', level: '省级', date: '2024-03', issuer: '省电化教育馆' },
      { name: '学科带头人', level: null, date: null, issuer: null },
    ])
  })

  it('keep every word that is not understood in the name', () => {
    expect(awardRows('“一师一优课”活动（初中语文）一等奖', 2021)).toEqual([{ name: '“一师一优课”活动（初中语文）一等奖', level: null, date: null, issuer: null }])
    expect(awardRows('2023年', 2021)).toEqual([{ name: '2023年', level: null, date: '2023', issuer: null }])
  })

  it('of earlier years are left out of a form that asks for later ones; those without a year stay', () => {
    expect(awardRows('2015.6 县级教学能手；2022-10 市级骨干教师；教坛新秀', 2021).map(({ name }) => name)).toEqual(['市级骨干教师', '教坛新秀'])
  })

  it('that nobody has entered are no rows', () => {
    expect(awardRows(null, 2021)).toEqual([])
    expect(awardRows(' \n ', 2021)).toEqual([])
  })
})
