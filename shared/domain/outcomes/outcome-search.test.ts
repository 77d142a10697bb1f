import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outcomeSearchText } from './outcome-search.ts'

describe('what an outcome is found by', () => {
  it('has its title, the initials of the title, the journal and the numbers', () => {
    expect(outcomeSearchText({ title: '作业设计的实践', details: { journal: '云溪教育', cn: 'CN 12-0000/G4', result: 'published', issue: '9' } })).toBe('作业设计的实践\nzysjdsj\n云溪教育\nCN 12-0000/G4')
  })

  it('has whatever title was written as it was written', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (title) => {
      expect(outcomeSearchText({ title, details: {} }).startsWith(`${title}\n`)).toBe(true)
    }))
  })
})
